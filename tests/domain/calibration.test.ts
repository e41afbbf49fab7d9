// Waits and what was expected of them: which waits facts make, those not over yet, and how often estimates held.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calibrate } from '../../src/domain/calibration.ts';
import { addDays, type CivilDate } from '../../src/domain/civil-date.ts';
import type { NewFact } from '../../src/domain/fact.ts';
import { beginJourney, type Journey, record } from '../../src/domain/journey.ts';
import { readRules } from '../../src/domain/reference.ts';
import { makeRulebook } from '../../src/domain/rulebook.ts';
import { waitsOf } from '../../src/domain/waits.ts';
import { shippedCalendars, shippedFiles, shippedRules } from './shipped.ts';

const day = (text: string) => text as CivilDate;
const rules = [...shippedRules, ...readRules(shippedFiles('assumptions'))];
const rulebook = makeRulebook(rules, shippedCalendars);

const journeyOf = (facts: readonly NewFact[]): Journey =>
  facts.reduce(
    (journey, fact) =>
      record(journey, fact, { by: 'a', at: '2026-12-01T08:00:00Z', newId: () => `fact-${journey.facts.length + 1}` }),
    beginJourney('maria-santos', { name: 'Maria Santos', credential: 'MLS(ASCPi)' }),
  );

const application = (on: string): NewFact => ({ kind: 'application', on: day(on) });
const admission = (on: string): NewFact => ({ kind: 'admission', on: day(on) });
const booking = (on: string, exam: string): NewFact => ({ kind: 'schedule', on: day(on), exam: day(exam) });
const exam = (on: string, result: 'pass' | 'fail'): NewFact => ({ kind: 'exam', on: day(on), result });
const scores = (on: string, result: 'pass' | 'fail'): NewFact => ({ kind: 'scores', on: day(on), result });
const certificate = (on: string): NewFact => ({ kind: 'certificate', on: day(on) });

/** `admission 60 over`, `certificate 12 open` */
const waits = (today: string, ...facts: NewFact[]) =>
  waitsOf(journeyOf(facts), day(today), rulebook).map(
    ({ kind, days, over }) => `${kind} ${days} ${over ? 'over' : 'open'}`,
  );

describe('the waits of a journey', () => {
  const passed = [
    application('2026-10-01'),
    admission('2026-11-30'),
    booking('2026-12-10', '2027-01-15'),
    exam('2027-01-15', 'pass'),
    scores('2027-01-20', 'pass'),
  ];

  test.each([
    ['2026-09-30', []],
    ['2026-10-01', ['admission 0 open']],
    ['2026-11-29', ['admission 59 open']],
    ['2026-11-30', ['admission 60 over']],
    ['2026-12-31', ['admission 60 over', 'exam 21 open']],
    ['2027-01-15', ['admission 60 over', 'exam 36 over', 'scores 0 open', 'certificate 0 open']],
    ['2027-02-15', ['admission 60 over', 'exam 36 over', 'scores 5 over', 'certificate 31 open']],
    ['2027-03-15', ['admission 60 over', 'exam 36 over', 'scores 5 over', 'certificate 45 over']],
  ])('as of %s', (today, expected) => {
    expect(waits(today, ...passed, certificate('2027-03-01'))).toEqual(expected);
  });

  test('after a fail no certificate is waited for', () => {
    expect(waits('2027-01-18', ...passed.slice(0, 3), exam('2027-01-15', 'fail'))).toEqual([
      'admission 60 over',
      'exam 36 over',
      'scores 3 open',
    ]);
  });

  test('scores nobody recorded are waited for until the next attempt begins, not for ever', () => {
    const failed = [...passed.slice(0, 3), exam('2027-01-15', 'fail'), application('2027-02-01')];
    expect(waits('2027-03-01', ...failed)).toContain('scores 17 open');
    expect(waits('2027-03-01', ...failed)).toContain('admission 28 open');
  });

  test('a window that lapses ends the time in which an exam was waited for', () => {
    const lapsed = [admission('2026-11-30'), booking('2026-12-10', '2027-02-20')];
    expect(waits('2027-02-28', ...lapsed)).toEqual(['exam 80 open']);
    expect(waits('2027-06-01', ...lapsed)).toEqual(['exam 80 open']);
  });

  test('a wait whose end nobody recorded tells nothing, nor does one that ends before it begins', () => {
    expect(waits('2027-03-01', application('2026-10-01'), exam('2027-01-15', 'fail'))).toEqual(['scores 45 open']);
    expect(waits('2026-12-31', application('2026-12-01'), admission('2026-11-30'))).toEqual([]);
  });
});

/** Passed on that day, with a certificate so many days later, or none yet. */
const certified = (on: CivilDate, days?: number): Journey =>
  journeyOf([exam(on, 'pass'), ...(days === undefined ? [] : [certificate(addDays(on, days))])]);

const rowOf = (id: string, journeys: readonly Journey[], today: string, book = rulebook) =>
  calibrate(journeys, day(today), book).find((row) => row.id === id);

describe('estimates and what became of them', () => {
  const tenDays = [40, 41, 42, 44, 46, 48, 50, 54, 56, 57];
  const ten = tenDays.map((days) => certified(day('2026-01-15'), days));

  test('six to eight weeks: both ends belong to the estimate', () => {
    expect(rowOf('certificate', ten, '2026-12-15')).toEqual({
      id: 'certificate',
      title: 'Exam to certificate',
      n: 10,
      open: 0,
      observed: { low: 40, median: 46, high: 56 },
      expected: { shortest: 42, longest: 56 },
      held: 7,
      early: 2,
      late: 1,
      of: 10,
      overdue: 0,
    });
  });

  test('nine completed waits are not enough, however many go on; the tenth is', () => {
    const going = [certified(day('2026-12-01')), certified(day('2026-06-01'))];
    const nine = [...ten.slice(1), ...going];
    expect(rowOf('certificate', nine, '2026-12-15')).toMatchObject({ n: 9, open: 2, observed: undefined, of: 9 });
    expect(rowOf('certificate', [...nine, ...ten.slice(0, 1)], '2026-12-15')).toMatchObject({
      n: 10,
      open: 2,
      // Of eleven still waiting on day 40: the second is over on day 41, the sixth on 48, the tenth on 57.
      observed: { low: 41, median: 48, high: 57 },
      overdue: 1,
    });
    expect(
      rowOf('certificate', nine, '2026-12-15', makeRulebook(rules, shippedCalendars, { 'observed-least': '9' })),
    ).toHaveProperty('observed.median');
  });

  test('"within" a time is kept from the first day on', () => {
    const fast = journeyOf([exam('2027-01-15', 'pass'), scores('2027-01-15', 'pass')]);
    const last = journeyOf([exam('2027-01-15', 'pass'), scores('2027-01-22', 'pass')]);
    const late = journeyOf([exam('2027-01-15', 'pass'), scores('2027-01-23', 'pass')]);
    expect(rowOf('scores', [fast, last, late], '2027-03-01')).toMatchObject({ held: 2, early: 0, late: 1, of: 3 });
  });

  test('an estimate is judged by the rule of the day on which the wait began', () => {
    const eta = rules.find(({ id }) => id === 'certificate-eta');
    const [old] = eta?.values ?? [];
    if (!eta || !old) throw new Error('no rule');
    const value = { from: { weeks: 2 }, to: { weeks: 4 } };
    const changed = { ...eta, values: [old, { ...old, from: day('2026-06-01'), value }] };
    const book = makeRulebook([...rules.filter((rule) => rule !== eta), changed], shippedCalendars);
    const both = [certified(day('2026-05-31'), 45), certified(day('2026-06-01'), 45)];
    expect(rowOf('certificate', both, '2026-12-15', book)).toMatchObject({
      held: 1,
      late: 1,
      of: 2,
      expected: { shortest: 14, longest: 28 },
    });
  });

  test('a first application waits for transcript and evaluation too, a later one for the review alone', () => {
    const twice = journeyOf([
      application('2026-01-01'),
      admission('2026-02-20'),
      exam('2026-03-01', 'fail'),
      application('2026-03-02'),
      admission('2026-04-21'),
    ]);
    const { held, late, of } = rowOf('admission', [twice], '2026-05-01') ?? {};
    expect({ held, late, of }).toEqual({ held: 1, late: 1, of: 2 });
  });

  test('without a rule nothing was expected, and nothing is judged', () => {
    const book = makeRulebook(
      rules.filter(({ id }) => id !== 'certificate-eta'),
      shippedCalendars,
    );
    const row = rowOf('certificate', ten, '2026-12-15', book);
    expect(row).toMatchObject({ n: 10, expected: undefined, of: 0, observed: { median: 46 } });
  });

  test('there is a row for each kind, even of no journeys at all', () => {
    const rows = calibrate([], day('2026-12-15'), rulebook);
    expect(rows.map(({ id, n, open, of, observed }) => [id, n, open, of, observed])).toEqual(
      ['admission', 'exam', 'scores', 'certificate'].map((id) => [id, 0, 0, 0, undefined]),
    );
  });
});

test('over any journeys: counts add up, and what happens after the day changes nothing', () => {
  const anyLife = fc.record({
    start: fc.integer({ min: 0, max: 300 }),
    days: fc.option(fc.integer({ min: 0, max: 90 })),
  });
  fc.assert(
    fc.property(fc.array(anyLife, { maxLength: 30 }), fc.integer({ min: 0, max: 400 }), (lives, today) => {
      const begin = day('2026-01-01');
      const on = addDays(begin, today);
      const journeys = lives.map(({ start, days }) => certified(addDays(begin, start), days ?? undefined));
      const known = journeys.map((journey) => ({ ...journey, facts: journey.facts.filter((fact) => fact.on <= on) }));
      const rows = calibrate(journeys, on, rulebook);
      for (const { n, held, early, late, of, open, overdue } of rows) {
        expect([held + early + late, of <= n, overdue <= open]).toEqual([of, true, true]);
      }
      expect(rows.find(({ id }) => id === 'certificate')?.n).toBe(
        lives.filter(({ start, days }) => days !== null && start + days <= today).length,
      );
      expect(calibrate(known, on, rulebook)).toEqual(rows);
    }),
  );
});
