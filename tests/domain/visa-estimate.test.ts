// The range of months to go: laws that hold for any movement, and a look back at what really came.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Cutoff, Entry } from '../../src/domain/bulletin.ts';
import { addToMonth, type Month } from '../../src/domain/bulletin-month.ts';
import type { Series } from '../../src/domain/bulletin-series.ts';
import type { AreaId } from '../../src/domain/chargeability.ts';
import { addDays, type CivilDate, daysBetween } from '../../src/domain/civil-date.ts';
import { type Estimate, estimateOf, habitsOn } from '../../src/domain/visa-estimate.ts';
import { visaPosition } from '../../src/domain/visa-position.ts';
import { shippedRulebook } from './shipped.ts';

const START = '2000-01-01' as CivilDate;
const FIRST = '2016-01' as Month;
const TODAY = '2026-11-22' as CivilDate;
const habits = habitsOn(TODAY, shippedRulebook());

const entry = (month: Month, cutoff: Cutoff): Entry => ({
  month,
  chart: 'final',
  category: 'EB-3',
  area: 'all' as AreaId,
  cutoff,
  from: 'page',
  at: '2026-01-01T00:00:00Z',
  by: 'test',
});

/** Cut-offs of months in a row. */
const seriesOf = (cutoffs: readonly Cutoff[]): Series =>
  new Map(cutoffs.map((cutoff, index) => [addToMonth(FIRST, index), entry(addToMonth(FIRST, index), cutoff)]));

/** A cut-off that moves by these days. */
function moving(steps: readonly number[]): CivilDate[] {
  const days = [START];
  for (const step of steps) days.push(addDays(days.at(-1) as CivilDate, step));
  return days;
}

const visaOf = (priority: CivilDate) => ({ priority, category: 'EB-3', chargeability: 'all' }) as const;

function estimate(cutoffs: readonly Cutoff[], priority: CivilDate): Estimate | { readonly untold: string } {
  const series = seriesOf(cutoffs);
  const position = visaPosition(visaOf(priority), 'final', series, TODAY);
  return estimateOf(position, series, habits);
}

const monthsOf = (range: ReturnType<typeof estimate>): [number, number] =>
  'untold' in range
    ? [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]
    : [range.earliest.months, range.latest?.months ?? Number.POSITIVE_INFINITY];

const anySteps = fc.array(fc.integer({ min: -400, max: 400 }), { minLength: 12, maxLength: 60 });

describe('laws', () => {
  test('a steady cut-off passes the date in just the months that counting shows', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 0, max: 4000 }),
        fc.integer({ min: 12, max: 60 }),
        (step, gap, known) => {
          const cutoffs = moving(Array.from({ length: known }, () => step));
          const last = cutoffs.at(-1) as CivilDate;
          const priority = addDays(last, gap);
          let [counted, day] = [0, last];
          while (day <= priority && counted <= 1200) {
            day = addDays(day, step);
            counted += 1;
          }
          const [earliest, latest] = monthsOf(estimate(cutoffs, priority));
          const wanted = counted > 1200 ? Number.POSITIVE_INFINITY : counted;
          expect([earliest, latest]).toEqual([wanted, wanted]);
        },
      ),
    );
  });

  test('a range begins after the bulletin, and does not end before it begins', () => {
    fc.assert(
      fc.property(anySteps, fc.integer({ min: 0, max: 3000 }), (steps, gap) => {
        const cutoffs = moving(steps);
        const [earliest, latest] = monthsOf(estimate(cutoffs, addDays(cutoffs.at(-1) as CivilDate, gap)));
        expect(earliest).toBeGreaterThanOrEqual(1);
        expect(latest).toBeGreaterThanOrEqual(earliest);
      }),
    );
  });

  test('whoever is further back never waits less', () => {
    fc.assert(
      fc.property(
        anySteps,
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 0, max: 2000 }),
        (steps, gap, more) => {
          const cutoffs = moving(steps);
          const last = cutoffs.at(-1) as CivilDate;
          const near = monthsOf(estimate(cutoffs, addDays(last, gap)));
          const far = monthsOf(estimate(cutoffs, addDays(last, gap + more)));
          expect(far[0]).toBeGreaterThanOrEqual(near[0]);
          expect(far[1]).toBeGreaterThanOrEqual(near[1]);
        },
      ),
    );
  });

  test('only the moves of three years count', () => {
    fc.assert(
      fc.property(
        anySteps,
        fc.array(fc.integer({ min: 0, max: 90 }), { minLength: 36, maxLength: 36 }),
        (old, recent) => {
          const late = moving([...old, ...recent]);
          const priority = addDays(late.at(-1) as CivilDate, 200);
          const shift = daysBetween(START, late[old.length] as CivilDate);
          const alone = estimate(moving(recent), addDays(priority, -shift));
          expect(monthsOf(estimate(late, priority))).toEqual(monthsOf(alone));
        },
      ),
    );
  });
});

describe('what cannot be told', () => {
  const steady = moving(Array.from({ length: 11 }, () => 10));

  test('eleven moves are too few, twelve are enough', () => {
    expect(estimate(steady, addDays(steady.at(-1) as CivilDate, 50))).toEqual({
      untold: '11 of at least 12 moves from one month to the next are known',
    });
    const more = moving(Array.from({ length: 12 }, () => 10));
    expect(estimate(more, addDays(more.at(-1) as CivilDate, 50))).toMatchObject({ earliest: { months: 6 }, moves: 12 });
  });

  test('without its rules there is no range', () => {
    const series = seriesOf(steady);
    const position = visaPosition(visaOf(addDays(START, 500)), 'final', series, TODAY);
    expect(estimateOf(position, series, undefined)).toHaveProperty('untold');
  });

  test('a range without an end is one: where every run may stop, nobody knows how long', () => {
    const jumps = [300, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
    const cutoffs = moving([...jumps, ...jumps]);
    const range = estimate(cutoffs, addDays(cutoffs.at(-1) as CivilDate, 200));
    expect(range).toMatchObject({ earliest: { months: expect.any(Number) }, latest: null });
  });

  test('months in which everybody was current count as passed', () => {
    const days = moving(Array.from({ length: 24 }, () => 0));
    const cutoffs: Cutoff[] = days.map((day, index) => (index % 6 === 3 ? 'C' : day));
    const [earliest, latest] = monthsOf(estimate(cutoffs, addDays(START, 5000)));
    expect([earliest, latest]).toEqual([1, 6]);
  });
});

describe('a look back at EB-3', () => {
  const rows = readFileSync(new URL('../visa-bulletins/eb-3-final.csv', import.meta.url), 'utf8')
    .trim()
    .split('\n');
  const [, ...columns] = (rows[0] ?? '').split(',');
  const table = rows.slice(1).map((row) => row.split(','));

  /** The cut-offs of one column from month to month; undefined where one is not known. */
  const columnOf = (index: number) => table.map((row) => (row[index + 1] || undefined) as Cutoff | undefined);
  const isDay = (cutoff: Cutoff | undefined): cutoff is CivilDate => cutoff !== undefined && cutoff.length > 1;

  /** How often the true number of months lay in the range told at the time, when so many bulletins were known. */
  function held(known: number): { inside: number; of: number } {
    let [inside, of] = [0, 0];
    for (const [index] of columns.entries()) {
      const cutoffs = columnOf(index);
      for (let at = known; at < cutoffs.length - 12; at += 1) {
        const past = cutoffs.slice(at - known, at + 1);
        const now = cutoffs[at];
        if (!isDay(now) || past.includes(undefined)) continue;
        for (const gap of [9, 29, 104, 199, 399]) {
          const priority = addDays(now, gap);
          const passed = cutoffs
            .slice(at + 1)
            .findIndex((cutoff) => cutoff === 'C' || (isDay(cutoff) && cutoff > priority));
          const [earliest, latest] = monthsOf(estimate(past as Cutoff[], priority));
          const seen = cutoffs.length - 1 - at;
          // Not passed yet, and the range not over yet: nobody knows.
          if (
            earliest === Number.POSITIVE_INFINITY ||
            (passed === -1 && seen < latest && latest !== Number.POSITIVE_INFINITY)
          )
            continue;
          of += 1;
          const months = passed === -1 ? seen + 1 : passed + 1;
          if (earliest <= months && months <= latest) inside += 1;
        }
      }
    }
    return { inside, of };
  }

  test.each([
    [36, 0.75, 0.9],
    [12, 0.55, 0.8],
  ])('with %i months known, the range held in a share of %d to %d', (known, least, most) => {
    const { inside, of } = held(known);
    expect(of).toBeGreaterThan(500);
    expect(inside / of).toBeGreaterThan(least);
    expect(inside / of).toBeLessThan(most);
  });
});
