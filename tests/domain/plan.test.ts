// Laws of planning, over generated lives: forwards and backwards agree, shifts shift, and what decides does decide.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { closedBecause } from '../../src/domain/business-days.ts';
import { addDays, type CivilDate, civilDate, daysBetween, weekdayOf } from '../../src/domain/civil-date.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { beginJourney, type Journey } from '../../src/domain/journey.ts';
import { type PlanInput, planForward } from '../../src/domain/plan.ts';
import { planBackward } from '../../src/domain/plan-backward.ts';
import { readCalendars, readRules } from '../../src/domain/reference.ts';
import { retakeBefore } from '../../src/domain/retake.ts';
import { makeRulebook } from '../../src/domain/rulebook.ts';
import { centreCalendar } from '../../src/domain/sittings.ts';
import { type StageId, stages } from '../../src/domain/stages.ts';
import { timelineOf } from '../../src/domain/timeline.ts';
import { shippedFiles } from './shipped.ts';

const rulebook = makeRulebook(
  [...readRules(shippedFiles('rules')), ...readRules(shippedFiles('assumptions'))],
  readCalendars(shippedFiles('calendars')),
);
const day = (text: string) => text as CivilDate;
const SEED = 20261122;

type Step = { kind: Fact['kind']; on: CivilDate; [key: string]: unknown };

function journeyOf(steps: readonly Step[], country = 'PH'): Journey {
  const facts = steps.map(
    (step, index) => ({ id: `fact-${index}`, at: '2026-01-01T00:00:00Z', by: 'x', ...step }) as Fact,
  );
  return { ...beginJourney('x', { name: 'X', credential: 'MLS(ASCPi)', country }), facts };
}

function inputOf(steps: readonly Step[], today: CivilDate, country?: string): PlanInput {
  const timeline = timelineOf(journeyOf(steps, country), today, rulebook);
  return { timeline, rulebook, from: today, country };
}

/** A life up to a step, each some days after the one before, looked at some days later. */
const lives = fc
  .record({
    start: fc.integer({ min: 0, max: 4000 }).map((days) => addDays(day('2024-01-01'), days)),
    gaps: fc.array(fc.integer({ min: 1, max: 25 }), { minLength: 4, maxLength: 4 }),
    reached: fc.integer({ min: 0, max: 3 }),
    later: fc.integer({ min: 0, max: 20 }),
    country: fc.constantFrom('PH', 'US', undefined),
  })
  .map(({ start, gaps, reached, later, country }) => {
    const kinds = ['eligibility', 'application', 'admission'] as const;
    let on = start;
    const steps: Step[] = kinds.slice(0, reached).map((kind, index) => {
      on = addDays(on, gaps[index] ?? 1);
      return { kind, on };
    });
    return { steps, today: addDays(on, later), country };
  });

const targets: readonly StageId[] = ['certificate', 'exam', 'work'];
const inRuns = (law: (life: { steps: Step[]; today: CivilDate; country: string | undefined }) => void) =>
  fc.assert(fc.property(lives, law), { numRuns: 200, seed: SEED });

describe.each(targets)('plans to %s', (target) => {
  test('planning backwards from the end that planning forwards gives returns the same days', () => {
    inRuns(({ steps, today, country }) => {
      const input = inputOf(steps, today, country);
      const { expected, windowFails } = planForward(input, target);
      if (windowFails) return;
      const back = planBackward(input, target, expected.at(-1)?.latest as CivilDate);
      const sitting = expected.find(({ stage }) => stage.id === 'exam')?.latest as CivilDate;
      // A sitting that had to wait for the centre to open leaves that wait as slack to what comes before it.
      const waited = closedDaysBefore(sitting, country);
      for (const { id, slack } of back.steps) {
        if (id === 'licence') expect(slack).toBeGreaterThanOrEqual(0);
        else if (isBeforeSitting(id)) expect([id, slack >= 0 && slack <= waited]).toEqual([id, true]);
        else expect([id, slack]).toEqual([id, 0]);
      }
    });
  });

  test('slack is never negative in a feasible plan, and one day later never makes a plan worse', () => {
    const worth = { infeasible: 0, tight: 1, feasible: 2 };
    inRuns(({ steps, today, country }) => {
      const input = inputOf(steps, today, country);
      const end = planForward(input, target).expected.at(-1)?.latest as CivilDate;
      let before = 0;
      for (let shift = -200; shift <= 40; shift += 40) {
        const plan = planBackward(input, target, addDays(end, shift));
        if (plan.verdict === 'feasible')
          expect(Math.min(...plan.steps.map(({ slack }) => slack))).toBeGreaterThanOrEqual(0);
        expect(worth[plan.verdict]).toBeGreaterThanOrEqual(before);
        before = worth[plan.verdict];
      }
    });
  });

  test('what decides, relaxed by its shortage, makes the plan feasible', () => {
    let tried = 0;
    inRuns(({ steps, today, country }) => {
      const input = inputOf(steps, today, country);
      const { expected, windowFails } = planForward(input, target);
      const end = expected.at(-1)?.latest as CivilDate;
      const day = addDays(end, 5);
      const plan = planBackward(input, target, day);
      if (windowFails || plan.binding === null || plan.binding === 'exam-window' || day < addDays(today, 30)) return;
      tried += 1;
      const relaxed = { ...input, relaxed: { [plan.binding]: plan.shortage } };
      expect([plan.verdict, planBackward(relaxed, target, day).verdict]).toEqual(['tight', 'feasible']);
    });
    expect(tried).toBeGreaterThan(20);
  });
});

const isBeforeSitting = (id: StageId) =>
  stages.findIndex((stage) => stage.id === id) < stages.findIndex(({ id: each }) => each === 'exam');

function closedDaysBefore(sitting: CivilDate, country: string | undefined): number {
  const hours = rulebook.calendars(centreCalendar(rulebook, country));
  let days = 0;
  while (closedBecause(hours, addDays(sitting, -days - 1)) !== undefined) days += 1;
  return days;
}

test('moving a life by whole weeks moves its waits with it', () => {
  inRuns(({ steps, today, country }) => {
    const weeks = 4 * 7 * 13;
    const moved = steps.map((step) => ({ ...step, on: addDays(step.on, weeks) }));
    const here = planForward(inputOf(steps, today, country), 'admission').expected;
    const there = planForward(inputOf(moved, addDays(today, weeks), country), 'admission').expected;
    expect(there.map(({ earliest, latest }) => [earliest, latest])).toEqual(
      here.map(({ earliest, latest }) => [addDays(earliest, weeks), addDays(latest, weeks)]),
    );
  });
});

describe('admitted on 2026-11-30, as of 2026-12-15', () => {
  const input = inputOf(
    [
      { kind: 'application', on: day('2026-10-01') },
      { kind: 'admission', on: day('2026-11-30') },
    ],
    day('2026-12-15'),
  );
  const by = (text: string) => planBackward(input, 'certificate', day(text));
  const exam = (text: string) => by(text).steps.find(({ id }) => id === 'exam');

  test('a certificate by June is feasible; the latest sitting is the Saturday before the window ends', () => {
    expect(by('2027-06-01')).toMatchObject({ verdict: 'feasible', binding: 'exam-window', shortage: 0 });
    expect(exam('2027-06-01')?.by).toBe('2027-02-27');
    expect(weekdayOf(day('2027-02-27'))).toBe('Sat');
    expect(retakeBefore(input, 'certificate', day('2027-06-01')).fits).toBe(true);
    expect(retakeBefore(input, 'certificate', day('2027-05-01')).fits).toBe(false);
  });

  test('by the middle of January it is infeasible, and the certificate decides', () => {
    expect(by('2027-01-15')).toMatchObject({ verdict: 'infeasible', binding: 'certificate' });
  });

  test('between the two it is tight', () => {
    const { expected } = planForward(input, 'certificate');
    const [earliest, latest] = [expected.at(-1)?.earliest, expected.at(-1)?.latest] as [CivilDate, CivilDate];
    expect(by(earliest).verdict).toBe('tight');
    expect(by(addDays(earliest, -1)).verdict).toBe('infeasible');
    expect(by(addDays(latest, 13)).verdict).toBe('tight');
    expect(by(addDays(latest, 14)).verdict).toBe('feasible');
  });
});

test('a second attempt waits for its opening, and needs no transcript anew', () => {
  const steps: Step[] = [
    { kind: 'application', on: day('2026-10-01') },
    { kind: 'admission', on: day('2026-11-30') },
    { kind: 'exam', on: day('2027-01-15'), result: 'fail' },
    { kind: 'application', on: day('2027-01-25') },
  ];
  const admission = planForward(inputOf(steps, day('2027-01-25')), 'certificate').expected.find(
    ({ stage }) => stage.id === 'admission',
  );
  expect(admission).toMatchObject({ earliest: '2027-02-14', latest: '2027-03-08' });
  expect(daysBetween(day('2027-01-25'), admission?.latest as CivilDate)).toBe(42);
});

test('a booked exam fixes its day', () => {
  const steps: Step[] = [
    { kind: 'admission', on: day('2026-11-30') },
    { kind: 'schedule', on: day('2026-12-10'), exam: '2027-01-15' },
  ];
  const { expected } = planForward(inputOf(steps, day('2026-12-15')), 'certificate');
  expect(expected.find(({ stage }) => stage.id === 'exam')).toMatchObject({
    earliest: '2027-01-15',
    latest: '2027-01-15',
  });
  expect(expected.at(-1)).toMatchObject({ earliest: '2027-02-26', latest: '2027-03-12' });
});

test('a window that no sitting is left in makes every plan infeasible, and it decides', () => {
  const input = inputOf([{ kind: 'admission', on: day('2026-11-30') }], day('2027-02-26'));
  expect(planForward(input, 'certificate')).toMatchObject({ lastSitting: '2027-02-27', windowFails: true });
  expect(planBackward(input, 'certificate', day('2030-01-01'))).toMatchObject({
    verdict: 'infeasible',
    binding: 'exam-window',
  });
});

test('the days of a plan are days of the calendar', () => {
  inRuns(({ steps, today, country }) => {
    for (const { earliest, latest } of planForward(inputOf(steps, today, country), 'work').expected) {
      for (const each of [earliest, latest]) {
        const [year, month, date] = each.split('-').map(Number) as [number, number, number];
        expect(civilDate(year, month, date)).toBe(each);
      }
      expect(earliest <= latest).toBe(true);
    }
  });
});
