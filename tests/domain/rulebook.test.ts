// The rulebook: which value acts on a clock, the user's own in its place, and calendars put together from files.
import { describe, expect, test } from 'vitest';
import { closedBecause } from '../../src/domain/business-days.ts';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import { Failure } from '../../src/domain/failure.ts';
import { beginJourney, type Journey } from '../../src/domain/journey.ts';
import type { Rule, RuleValue } from '../../src/domain/rule.ts';
import { makeRulebook, readOwnValue } from '../../src/domain/rulebook.ts';
import { dateNamed, timelineOf } from '../../src/domain/timeline.ts';
import { shippedCalendars, shippedRulebook, shippedRules } from './shipped.ts';

const day = (text: string) => text as CivilDate;
const failureOf = (work: () => unknown): Failure => {
  try {
    work();
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing failed');
};

/** The shipped rules with one more value of one of them. */
function rulesWith(id: string, from: string, value: RuleValue): Rule[] {
  return shippedRules.map((rule) => {
    const last = rule.values.at(-1);
    return rule.id === id && last ? { ...rule, values: [...rule.values, { ...last, from: day(from), value }] } : rule;
  });
}

const common = { at: '2026-10-01T08:00:00Z', by: 'maria' };
const withFacts = (...facts: Journey['facts']): Journey => ({
  ...beginJourney('maria-santos', { name: 'Maria Santos', credential: 'MLS(ASCPi)' }),
  facts,
});

describe('in force', () => {
  test('the value of the day, with its source and the day it was checked', () => {
    const { value, source, checked, title, replaces } =
      shippedRulebook().inForce('exam-window', day('2026-11-30')) ?? {};
    expect(value).toEqual({ months: 3 });
    expect(source).toMatch(/./);
    expect(checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(title).toBe('Exam window');
    expect(replaces).toBeUndefined();
  });

  test('none before the first, and none of a rule nobody knows', () => {
    expect(shippedRulebook().inForce('cmp-cycle', day('2011-12-31'))).toBeUndefined();
    expect(shippedRulebook().inForce('cmp-cycle', day('2012-01-01'))?.value).toEqual({ years: 3 });
    expect(shippedRulebook().inForce('nothing', day('2026-11-30'))).toBeUndefined();
    expect(shippedRulebook().inForce('__proto__', day('2026-11-30'))).toBeUndefined();
  });

  test('the clock that started before a new value keeps the old one', () => {
    const rules = rulesWith('exam-window', '2027-01-01', { days: 90 });
    const rulebook = makeRulebook(rules, shippedCalendars);
    const window = (on: string) => {
      const journey = withFacts({ ...common, id: 'fact-1', kind: 'admission', on: day(on) });
      return dateNamed(timelineOf(journey, day('2027-02-01'), rulebook), 'exam-window')?.date;
    };
    expect(window('2026-12-31')).toBe('2027-03-31');
    // 90 days after 1 January 2027: 30 left in January, 28 in February, 31 in March, 1 in April
    expect(window('2027-01-01')).toBe('2027-04-01');
  });

  test('the advice to book is the one in force when the window was opened, not when it ends', () => {
    const rulebook = makeRulebook(rulesWith('book-by', '2027-01-15', { weeks: 1 }), shippedCalendars);
    const bookBy = (on: string) => {
      const journey = withFacts({ ...common, id: 'fact-1', kind: 'admission', on: day(on) });
      return dateNamed(timelineOf(journey, day('2027-02-01'), rulebook), 'book-by')?.date;
    };
    expect(bookBy('2026-11-30')).toBe('2027-02-07');
    // the window ends on 20 April 2027
    expect(bookBy('2027-01-20')).toBe('2027-04-13');
  });

  test('a closure of other days from 2028 on leaves the closure of 2026 alone', () => {
    const rules = rulesWith('office-closure', '2028-01-01', { closedFrom: '12-21', closedTo: '01-09' });
    const rulebook = makeRulebook(rules, shippedCalendars);
    const scores = (on: string) => {
      const journey = withFacts({ ...common, id: 'fact-1', kind: 'exam', on: day(on), result: 'pass' });
      return dateNamed(timelineOf(journey, day(on), rulebook), 'final-scores')?.latest;
    };
    // Tue 22 Dec, closed 23 Dec to 3 Jan, Mon 4, Tue 5, Wed 6
    expect(scores('2026-12-21')).toBe('2027-01-06');
    // Wed 20 Dec 2028, closed 21 Dec to 9 Jan, Wed 10, Thu 11, Fri 12
    expect(scores('2028-12-19')).toBe('2029-01-12');
  });
});

describe('own values', () => {
  test('one stands in the place of the rule, which stays in sight', () => {
    const { value, replaces } =
      shippedRulebook({ 'exam-window': '90d' }).inForce('exam-window', day('2026-11-30')) ?? {};
    expect(value).toEqual({ days: 90 });
    expect(replaces).toEqual({ months: 3 });
  });

  test('it acts on the date, and every date it acts on says so', () => {
    const journey = withFacts({ ...common, id: 'fact-1', kind: 'admission', on: day('2026-11-30') });
    const timeline = timelineOf(journey, day('2026-12-01'), shippedRulebook({ 'exam-window': '90d' }));
    const window = dateNamed(timeline, 'exam-window');
    // 31 days of December, 31 of January, 28 of February: the 90th day after 30 November is 28 February
    expect(window?.date).toBe('2027-02-28');
    expect(window?.source).toBe('your own value');
    for (const id of ['exam-window', 'book-by']) {
      expect(dateNamed(timeline, id)?.chain.map(({ kind }) => kind)).toContain('override');
    }
  });

  test('the sum behind the date is the sum of the own value', () => {
    const journey = withFacts({ ...common, id: 'fact-1', kind: 'admission', on: day('2026-12-01') });
    const timeline = timelineOf(journey, day('2026-12-01'), shippedRulebook({ 'exam-window': '10d' }));
    expect(dateNamed(timeline, 'exam-window')?.date).toBe('2026-12-11');
    expect(dateNamed(timeline, 'book-by')?.date).toBe('2026-11-20');
  });

  test('a rule nobody knows is refused by its name', () => {
    const { kind, message, hint } = failureOf(() => shippedRulebook({ 'exam-windw': '90d' }));
    expect(kind).toBe('usage');
    expect(message).toContain('"exam-windw"');
    expect(hint).toMatch(/ascpi rules/);
  });

  test.each(['soonish', '3', '', '90dd'])('%j is refused, with how to write one', (text) => {
    const { kind, message, hint } = failureOf(() => shippedRulebook({ 'exam-window': text }));
    expect(kind).toBe('usage');
    expect(message).toContain(JSON.stringify(text));
    expect(message).toContain('exam-window');
    expect(hint).toMatch(/90d.*3mo/);
  });

  test('one alone is read the same way', () => {
    const rule = shippedRules.find(({ id }) => id === 'certificate-eta');
    expect(readOwnValue(rule, 'certificate-eta', '5w..10w')).toEqual({ from: { weeks: 5 }, to: { weeks: 10 } });
    expect(failureOf(() => readOwnValue(undefined, 'nothing', '5w')).kind).toBe('usage');
  });
});

describe('calendars', () => {
  const { calendars } = shippedRulebook();

  test('one inherits the holidays of another and has the closures of its rules', () => {
    expect(closedBecause(calendars('ascp-office'), day('2027-01-18'))).toBe('Martin Luther King Jr. Day');
    expect(closedBecause(calendars('ascp-office'), day('2026-12-29'))).toMatch(/closure/i);
    expect(closedBecause(calendars('us-federal'), day('2026-12-29'))).toBeUndefined();
  });

  test('one that is not there is a bug that names it', () => {
    const { kind, message } = failureOf(() => calendars('nowhere'));
    expect(kind).toBe('bug');
    expect(message).toContain('"nowhere"');
  });
});
