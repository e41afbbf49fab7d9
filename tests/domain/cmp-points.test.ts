// Points: laws over any activities and any table. The sums themselves are in tests/cmp-scenarios.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate } from '../../src/domain/civil-date.ts';
import { countsFor } from '../../src/domain/cmp-activities.ts';
import { cycleOn } from '../../src/domain/cmp-cycles.ts';
import { type Credit, OTHER, type Points, spread, tally } from '../../src/domain/cmp-points.ts';
import { standingIn } from '../../src/domain/cmp-standing.ts';
import { factsOn } from '../../src/domain/journey.ts';
import { timelineOf } from '../../src/domain/timeline.ts';
import { cmpJourney } from './cmp-journey.ts';
import { shippedRulebook } from './shipped.ts';

const areas = ['safety', 'chemistry', 'blood-banking', 'molecular', OTHER];
const hundredths = (points: number): number => Math.round(points * 100);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + hundredths(each), 0);

const anyPoints = fc.integer({ min: 1, max: 4000 }).map((points) => points / 100);
const anyCredit: fc.Arbitrary<Credit> = fc.record({ area: fc.constantFrom(...areas), points: anyPoints });
const anyCredits = fc.array(anyCredit, { maxLength: 20 });
const anyTable: fc.Arbitrary<Points> = fc
  .record({ safety: anyPoints, chemistry: anyPoints, 'blood-banking': anyPoints }, { requiredKeys: [] })
  .chain((least) => anyPoints.map((other) => ({ ...least, [OTHER]: other })));

describe('laws of a tally', () => {
  test('no point is lost and none is made: what counts and what is beyond are what was earned', () => {
    fc.assert(
      fc.property(anyTable, anyCredits, (table, credits) => {
        const { areas: counts, earned, beyond, required, missing } = tally(table, credits);
        const all = sum(credits.map(({ points }) => points));
        expect(hundredths(earned)).toBe(all);
        expect(sum(counts.map((area) => area.earned))).toBe(all);
        expect(hundredths(required ?? 0) - hundredths(missing ?? 0) + hundredths(beyond)).toBe(all);
      }),
    );
  });

  test('what is missing is what each area lacks, and never negative', () => {
    fc.assert(
      fc.property(anyTable, anyCredits, (table, credits) => {
        const { areas: counts, missing, beyond } = tally(table, credits);
        for (const area of counts) {
          expect(hundredths(area.missing ?? -1)).toBe(
            Math.max(0, hundredths(area.required ?? 0) - hundredths(area.earned)),
          );
        }
        expect(hundredths(missing ?? -1)).toBe(sum(counts.map((area) => area.missing ?? 0)));
        expect(beyond).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  test('one activity more never makes more missing, and helps by at most its points', () => {
    fc.assert(
      fc.property(anyTable, anyCredits, anyCredit, (table, credits, more) => {
        const before = hundredths(tally(table, credits).missing ?? 0);
        const after = hundredths(tally(table, [...credits, more]).missing ?? 0);
        expect(after).toBeLessThanOrEqual(before);
        expect(before - after).toBeLessThanOrEqual(hundredths(more.points));
      }),
    );
  });

  test('the order of activities changes nothing', () => {
    fc.assert(
      fc.property(anyTable, anyCredits, (table, credits) => {
        expect(tally(table, credits.toReversed())).toEqual(tally(table, credits));
      }),
    );
  });

  test('only the points of an area fill its minimum', () => {
    fc.assert(
      fc.property(anyTable, anyCredits, (table, credits) => {
        for (const { id, earned, recorded, required } of tally(table, credits).areas) {
          if (id !== OTHER) expect(earned).toBe(Math.min(recorded, required ?? 0));
        }
      }),
    );
  });

  test('where the points of one activity go adds up, and is what the tally gains', () => {
    fc.assert(
      fc.property(anyTable, anyCredits, anyCredit, (table, credits, more) => {
        const { own, other, beyond } = spread(table, credits, more);
        expect(hundredths(own) + hundredths(other)).toBe(hundredths(more.points));
        const [before, after] = [tally(table, credits), tally(table, [...credits, more])];
        expect(hundredths(other)).toBe(
          hundredths(after.areas.at(-1)?.earned ?? 0) - hundredths(before.areas.at(-1)?.earned ?? 0),
        );
        expect(hundredths(beyond)).toBe(hundredths(after.beyond) - hundredths(before.beyond));
      }),
    );
  });

  test('without a table all is told and nothing is said to be missing', () => {
    fc.assert(
      fc.property(anyCredits, (credits) => {
        const { areas: counts, missing, earned, beyond } = tally(undefined, credits);
        expect([missing, beyond]).toEqual([null, 0]);
        expect(sum(counts.map((area) => area.earned))).toBe(hundredths(earned));
      }),
    );
  });
});

describe('laws of cycles', () => {
  const rulebook = shippedRulebook();
  const base = ['exam 2027-01-15', 'certificate 2027-03-01', 'held MLT 2026-06-01 expires 2029-05-31'];
  const anyDay = fc.integer({ min: 0, max: 4500 }).map((days) => addDays('2026-01-01' as CivilDate, days));
  const later = (day: CivilDate) => fc.integer({ min: -40, max: 1500 }).map((days) => addDays(day, days));
  const anyAct = fc
    .tuple(fc.constantFrom('declared', 'renewed', 'reinstated'), anyDay, fc.constantFrom('', ' of MLT'))
    .chain(([kind, on, of]) =>
      later(on).map((expires) => `${kind} ${on}${kind === 'declared' ? '' : ` expires ${expires}`}${of}`),
    );
  const anyActivity = fc
    .tuple(
      fc.integer({ min: 1, max: 30 }),
      fc.constantFrom(...areas),
      anyDay,
      fc.constantFrom('', ' for MLT', ' for MLS'),
    )
    .map(([points, area, on, code]) => `${points} ${area} ${on}${code}`);

  test('whatever is recorded, cycles are numbered in order, and every activity counts in at most one cycle of each', () => {
    fc.assert(
      fc.property(
        fc.array(anyAct, { maxLength: 6 }),
        fc.array(anyActivity, { maxLength: 8 }),
        anyDay,
        (acts, points, today) => {
          const journey = cmpJourney([...base, ...acts], points);
          const facts = factsOn(journey, today);
          const { held, faults } = timelineOf(journey, today, rulebook).maintenance;
          const seen = new Set<string>();
          for (const each of held) {
            expect(each.cycles.map(({ number }) => number)).toEqual(each.cycles.map((_, index) => index + 1));
            const counted = each.cycles.flatMap(
              (cycle) => standingIn(cycle, each, 'MLS(ASCPi)', facts, rulebook, today).activities,
            );
            expect(new Set(counted).size).toBe(counted.length);
            for (const activity of counted) {
              seen.add(activity.id);
              expect(countsFor(activity, each.credential)).toBe(true);
              expect(cycleOn(each.cycles, activity.on)).toBeDefined();
            }
          }
          // What counts nowhere is said, once for each.
          const nowhere = facts.filter(({ id, kind }) => kind === 'activity' && !seen.has(id));
          expect(faults.filter(({ id }) => id === 'activity-outside-cycle')).toHaveLength(nowhere.length);
        },
      ),
    );
  });

  test('what is recorded of one credential changes nothing of another', () => {
    const anyOf = (of: string) =>
      fc.array(
        anyAct.map((act) => `${act.replace(' of MLT', '')}${of}`),
        { maxLength: 5 },
      );
    fc.assert(
      fc.property(anyOf(' of MLT'), anyOf(''), anyDay, (mlt, mls, today) => {
        const ofMls = (facts: readonly string[]) =>
          timelineOf(cmpJourney([...base, ...facts]), today, rulebook).maintenance.held[0]?.cycles.map(
            ({ start, end }) => [start, end.date],
          );
        expect(ofMls([...mlt, ...mls])).toEqual(ofMls(mls));
      }),
    );
  });
});
