// Cohorts: how many are where, which windows end when, who comes first, what could be lost, and what changed.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { veilOver } from '../../src/domain/anonymous.ts';
import { addDays, type CivilDate, daysBetween, weekdayOf } from '../../src/domain/civil-date.ts';
import { cohortOf, type Member, memberOf, mondayOf } from '../../src/domain/cohort.ts';
import { changesSince, forgetting, remember, snapshotOf } from '../../src/domain/cohort-changes.ts';
import type { NewFact } from '../../src/domain/fact.ts';
import { beginJourney, type Journey, recordAll } from '../../src/domain/journey.ts';
import { situationOf } from '../../src/domain/situation.ts';
import { timelineOf } from '../../src/domain/timeline.ts';
import { generatedCohort } from './generated-cohort.ts';
import { shippedRulebook } from './shipped.ts';

const rulebook = shippedRulebook();
const day = (text: string) => text as CivilDate;
const today = day('2026-12-15');

const journeyOf = (
  id: string,
  credential: string,
  facts: readonly (NewFact | [string, string, object?])[],
): Journey => {
  const each = facts.map((fact) => {
    if (!Array.isArray(fact)) return fact;
    const [kind, on, more = {}] = fact;
    return { kind, on: day(on), ...more } as NewFact;
  });
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `fact-${ids}`;
  };
  return recordAll(beginJourney(id, { name: id, credential }), each, { by: 'a', at: '2026-12-01T08:00:00Z', newId });
};

const membersOf = (journeys: readonly Journey[], on = today): Member[] =>
  journeys.map((journey) => memberOf(journey, situationOf(journey, on, rulebook)));

const fee = (amount: number, currency = 'USD') => ({ fee: { amount, currency } });

const cohort: readonly Journey[] = [
  journeyOf('begun', 'MLS(ASCPi)', []),
  journeyOf('waits', 'MLS(ASCPi)', [['application', '2026-12-01', fee(240)]]),
  // Its window ends on Sunday 20 December, in this week.
  journeyOf('urgent', 'MLS(ASCPi)', [
    ['application', '2026-08-01', fee(240.1)],
    ['admission', '2026-09-20', { windowEnd: '2026-12-20' }],
  ]),
  // The day after is in the next.
  journeyOf('booked', 'MLS(ASCPi)', [
    ['application', '2026-08-01', fee(240.2)],
    ['admission', '2026-09-21', { windowEnd: '2026-12-21' }],
    ['schedule', '2026-10-01', { exam: '2026-12-18' }],
  ]),
  journeyOf('peso', 'MLT(ASCPi)', [
    ['application', '2026-11-01', fee(9000, 'PHP')],
    ['admission', '2026-12-01', {}],
  ]),
  journeyOf('unpaid', 'MLS(AMT)', [['application', '2026-12-01']]),
  journeyOf('lost', 'MLS(ASCPi)', [
    ['application', '2026-05-01', fee(240)],
    ['admission', '2026-06-01'],
  ]),
  journeyOf('failed', 'MLS(ASCPi)', [
    ['application', '2026-10-01', fee(240)],
    ['admission', '2026-11-01'],
    ['exam', '2026-12-01', { result: 'fail' }],
  ]),
  journeyOf('done', 'MLS(ASCPi)', [
    ['application', '2026-05-01', fee(240)],
    ['admission', '2026-06-01'],
    ['exam', '2026-07-01', { result: 'pass' }],
    ['scores', '2026-07-05', { result: 'pass' }],
    ['certificate', '2026-09-01'],
  ]),
];

describe('a small cohort', () => {
  const { candidates, steps, windows, worklist, fees } = cohortOf(membersOf(cohort), today);

  test('is counted by step and board', () => {
    expect(candidates).toBe(9);
    expect(steps.map(({ id, count }) => `${id} ${count}`)).toEqual([
      'eligibility 1',
      'application 2',
      'admission 1',
      'schedule 3',
      'exam 1',
      'scores 0',
      'certificate 0',
      'all-done 1',
    ]);
    expect(steps.find(({ id }) => id === 'schedule')?.boards).toEqual({ ASCPi: 2, AMT: 1 });
  });

  test('has its windows in the weeks they end in, Monday to Sunday', () => {
    expect(windows.weeks).toHaveLength(12);
    expect(windows.weeks.filter(({ count }) => count > 0)).toEqual([
      { week: '2026-12-14', count: 1, unbooked: 1 },
      { week: '2026-12-21', count: 1, unbooked: 0 },
      { week: '2027-03-01', count: 1, unbooked: 1 },
    ]);
    expect(windows.later).toEqual({ count: 1, unbooked: 1 });
    expect(windows.missed).toBe(1);
  });

  test('names those at risk, what is missed first', () => {
    expect(worklist.map(({ id, worst, worstDate }) => `${id} ${worst} ${worstDate?.date}`)).toEqual([
      'lost missed 2026-08-31',
      'failed past 2026-12-07',
      'booked soon 2026-12-17',
      'urgent soon 2026-12-18',
      'waits soon 2026-12-22',
    ]);
    expect(worklist.map(({ id }) => id)).not.toContain('begun');
    expect(worklist.map(({ id }) => id)).not.toContain('done');
  });

  test('adds up the fees that open windows can lose, to the hundredth', () => {
    expect(fees).toEqual({
      sums: [
        { currency: 'PHP', amount: 9000, count: 1 },
        { currency: 'USD', amount: 480.3, count: 2 },
      ],
      unrecorded: 1,
    });
  });
});

test('weeks begin on Mondays', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 60_000 }), (days) => {
      const on = addDays(day('1970-01-05'), days);
      expect(weekdayOf(mondayOf(on))).toBe('Mon');
      expect(daysBetween(mondayOf(on), on)).toBeGreaterThanOrEqual(0);
      expect(daysBetween(mondayOf(on), on)).toBeLessThan(7);
    }),
  );
});

test('in any cohort the counts add up, and every open window of its timelines is counted once', () => {
  fc.assert(
    fc.property(fc.integer(), fc.integer({ min: 0, max: 60 }), (seed, size) => {
      const journeys = generatedCohort(size, today, seed);
      const { steps, windows, worklist, fees } = cohortOf(membersOf(journeys), today);
      const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
      expect(sum(steps.map(({ count }) => count))).toBe(size);
      for (const { count, boards } of steps) expect(sum(Object.values(boards))).toBe(count);
      const open = journeys.flatMap((journey) => {
        const { dates, inSight } = timelineOf(journey, today, rulebook);
        const window = dates.find(({ id, attempt }) => id === 'exam-window' && attempt === inSight.number);
        return window && window.state !== 'met' ? [window] : [];
      });
      const missed = open.filter(({ state }) => state === 'missed').length;
      expect(windows.missed).toBe(missed);
      expect(sum(windows.weeks.map(({ count }) => count)) + windows.later.count).toBe(open.length - missed);
      for (const { week, count } of windows.weeks) {
        const ending = open.filter(({ date, state }) => state !== 'missed' && date && mondayOf(date) === week);
        expect(count).toBe(ending.length);
      }
      expect(sum(fees.sums.map(({ count }) => count)) + fees.unrecorded).toBe(open.length - missed);
      expect(new Set(worklist.map(({ id }) => id)).size).toBe(worklist.length);
    }),
    { numRuns: 60 },
  );
});

describe('changes', () => {
  const before = [
    journeyOf('anna', 'MLS(ASCPi)', [['application', '2026-12-01']]),
    journeyOf('ben', 'MLS(ASCPi)', [
      ['admission', '2026-11-30'],
      ['schedule', '2026-12-01', { exam: '2027-01-10' }],
    ]),
    journeyOf('chi', 'MLS(ASCPi)', [['admission', '2026-09-20']]),
    journeyOf('dan', 'MLS(ASCPi)', []),
  ];
  const last = snapshotOf(membersOf(before), today);
  const later = day('2026-12-22');
  const after = [
    journeyOf('anna', 'MLS(ASCPi)', [
      ['application', '2026-12-01'],
      ['admission', '2026-12-20'],
    ]),
    journeyOf('ben', 'MLS(ASCPi)', [
      ['admission', '2026-11-30'],
      ['schedule', '2026-12-01', { exam: '2027-01-10' }],
      ['schedule', '2026-12-16', { exam: '2027-02-01' }],
    ]),
    journeyOf('chi', 'MLS(ASCPi)', [['admission', '2026-09-20']]),
    journeyOf('eve', 'MLS(ASCPi)', []),
  ];

  test('say who moved, who is late now, who is new and who is gone', () => {
    const changes = changesSince(last, snapshotOf(membersOf(after, later), later));
    expect(changes).toMatchObject({
      since: today,
      forward: [{ id: 'anna', from: 'admission', to: 'schedule' }],
      back: [{ id: 'chi', from: 'schedule', to: 'application' }],
      added: ['eve'],
      gone: ['dan'],
      exams: [{ id: 'ben', from: '2027-01-10', to: '2027-02-01' }],
    });
  });

  test('of nothing are nothing, and who can not be read is not gone', () => {
    const nothing = { since: today, forward: [], back: [], overdue: [], added: [], gone: [], exams: [] };
    expect(changesSince(last, last)).toEqual(nothing);
    const some = snapshotOf(membersOf(before.slice(1)), today);
    expect(changesSince(last, some, ['anna'])).toEqual(nothing);
    expect(changesSince(last, some)).toEqual({ ...nothing, gone: ['anna'] });
  });

  test('are remembered by ids alone, ten reports at most, and a candidate can be forgotten in all', () => {
    const named = before.map((journey) => ({ ...journey, profile: { ...journey.profile, name: 'Maria Santos' } }));
    const keys = Array.from({ length: 12 }, (_, index) => `key-${index}`);
    const all = keys.reduce((kept, key) => remember(kept, key, snapshotOf(membersOf(named), today)), {
      reports: [],
    } as ReturnType<typeof remember>);
    expect(all.reports.map(({ key }) => key)).toEqual(keys.slice(2));
    expect(JSON.stringify(all)).not.toContain('Maria');
    expect(JSON.stringify(all)).toContain('anna');
    expect(JSON.stringify(forgetting(all, 'anna'))).not.toContain('anna');
    expect(remember(all, 'key-5', last).reports).toHaveLength(10);
  });
});

test('a veil numbers by id whatever was chosen, and hides owners, tags and countries', () => {
  const veil = veilOver(['zoe', 'anna', 'ben'], ['Ben', null, 'Ana']);
  const [row] = membersOf([
    {
      ...journeyOf('ben', 'MLS(ASCPi)', []),
      profile: { name: 'B', credential: 'MLS(ASCPi)', owner: 'Ben', country: 'PH', tags: ['x'] },
    },
  ]).map(({ row }) => veil.row(row));
  expect(row).toMatchObject({ id: 'candidate-2', name: 'Candidate 2', owner: 'Owner 2', country: null, tags: [] });
  expect(row?.next?.command).not.toContain('-c');
  expect([veil.id('zoe'), veil.id('gone'), veil.id('gone')]).toEqual(['candidate-3', 'candidate-4', 'candidate-4']);
  expect(veil.filter({ search: 'Maria', tag: ['x'], owner: 'Ben', step: 'exam' })).toEqual({
    search: 'hidden',
    tag: ['hidden'],
    owner: 'hidden',
    step: 'exam',
  });
});
