// Rules: the value in force on a day, how values are said, and how a user's own value is read.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import {
  describeValue,
  parseMoney,
  parseValue,
  type Rule,
  type RuleValue,
  ruleShape,
  ruleValueShape,
  valueOn,
} from '../../src/domain/rule.ts';
import { readShape } from '../../src/domain/shape.ts';

const day = (text: string) => text as CivilDate;

const ruleOf = (...values: [from: string | null, value: RuleValue][]): Rule => ({
  id: 'a-rule',
  title: 'A rule',
  kind: 'rule',
  summary: 'For these tests.',
  values: values.map(([from, value]) => ({
    from: from === null ? null : day(from),
    value,
    source: 'invented (2026)',
    checked: day('2026-11-01'),
    confidence: 'low',
  })),
});

describe('the value in force', () => {
  const dated = ruleOf(['2012-01-01', { years: 3 }], ['2027-03-01', { years: 4 }]);

  test.each([
    ['2011-12-31', undefined],
    ['1900-01-01', undefined],
    ['2012-01-01', { years: 3 }],
    ['2027-02-28', { years: 3 }],
    ['2027-03-01', { years: 4 }],
    ['2199-12-31', { years: 4 }],
  ])('on %s is %j', (on, value) => {
    expect(valueOn(dated, day(on))?.value).toEqual(value);
  });

  test('without a first day published, it holds for all days before the next', () => {
    const open = ruleOf([null, { months: 3 }], ['2027-03-01', { days: 90 }]);
    expect(valueOn(open, day('1900-01-01'))?.value).toEqual({ months: 3 });
    expect(valueOn(open, day('2027-02-28'))?.value).toEqual({ months: 3 });
    expect(valueOn(open, day('2027-03-01'))?.value).toEqual({ days: 90 });
  });
});

describe('how values are said', () => {
  test.each<[RuleValue, string]>([
    [{ months: 3 }, '3 calendar months'],
    [{ businessDays: 1, calendar: 'us-federal' }, '1 business day'],
    [{ from: { weeks: 6 }, to: { weeks: 8 } }, '6 weeks to 8 weeks'],
    [{ count: 5 }, '5'],
    [{ amount: 20, currency: 'USD' }, 'USD 20'],
    [{ passing: 400, min: 100, max: 999 }, '400 on a scale of 100 to 999'],
    [{ points: 36, areas: { safety: 1, other: 35 } }, '36 points'],
    [{ questions: 100, minutes: 150 }, '100 questions in 150 minutes'],
    [{ closedFrom: '12-23', closedTo: '01-03' }, 'from 12-23 to 01-03 (month-day)'],
  ])('%j: %s', (value, said) => {
    expect(describeValue(value)).toBe(said);
    expect(readShape(ruleValueShape, value).ok).toBe(true);
  });
});

describe('own values', () => {
  const span: RuleValue = { from: { weeks: 6 }, to: { weeks: 8 } };
  const office: RuleValue = { businessDays: 4, calendar: 'ascp-office' };

  test.each<[string, RuleValue, RuleValue]>([
    ['90d', { months: 3 }, { days: 90 }],
    ['4mo', { months: 3 }, { months: 4 }],
    ['20bd', { months: 3 }, { businessDays: 20, calendar: 'us-federal' }],
    ['6bd', office, { businessDays: 6, calendar: 'ascp-office' }],
    ['1w', office, { weeks: 1 }],
    ['5w..10w', span, { from: { weeks: 5 }, to: { weeks: 10 } }],
    ['30d..2mo', span, { from: { days: 30 }, to: { months: 2 } }],
    ['6', { count: 5 }, { count: 6 }],
    ['240USD', { amount: 20, currency: 'USD' }, { amount: 240, currency: 'USD' }],
  ])('%s in the place of %j', (text, like, value) => {
    expect(parseValue(text, like)).toEqual(value);
  });

  test.each<[string, RuleValue]>([
    ['', { months: 3 }],
    ['3', { months: 3 }],
    ['5', { amount: 20, currency: 'USD' }],
    ['3mo', { count: 5 }],
    ['-1', { count: 5 }],
    ['5.5', { count: 5 }],
    ['6w..', span],
    ['..8w', span],
    ['6w-8w', span],
    ['3mo', { closedFrom: '12-23', closedTo: '01-03' }],
    ['36', { points: 36, areas: { other: 36 } }],
    ['400', { passing: 400, min: 100, max: 999 }],
    ['100', { questions: 100, minutes: 150 }],
  ])('%j is none in the place of %j', (text, like) => {
    expect(parseValue(text, like)).toBeUndefined();
  });

  test('a range has two ends, no third', () => {
    expect(parseValue('6w..8w..10w', span)).toBeUndefined();
  });

  test('a range that ends before it begins is none', () => {
    expect(parseValue('8w..6w', span)).toBeUndefined();
  });
});

describe('money', () => {
  test.each([
    ['240USD', 240, 'USD'],
    ['USD 240', 240, 'USD'],
    ['USD240', 240, 'USD'],
    ['240 usd', 240, 'USD'],
    ['12500.50PHP', 12_500.5, 'PHP'],
    ['0USD', 0, 'USD'],
  ])('%s', (text, amount, currency) => {
    expect(parseMoney(text)).toEqual({ amount, currency });
  });

  test.each([
    '',
    '240',
    'USD',
    '$240',
    '240 dollars',
    'USD 240 USD',
    'USD 240 EUR',
    '-1USD',
    '1e3USD',
    '1,000USD',
    '1.234USD',
    '٢٤٠USD',
    'NaNUSD',
  ])('%j is none', (text) => {
    expect(parseMoney(text)).toBeUndefined();
  });

  test('what is said can be read', () => {
    const cents = fc.integer({ min: 0, max: 999_999_999 });
    fc.assert(
      fc.property(cents, fc.constantFrom('USD', 'PHP', 'NPR', 'EUR'), (amount, currency) => {
        const money = { amount: amount / 100, currency };
        expect(parseMoney(describeValue(money))).toEqual(money);
      }),
    );
  });
});

describe('the shape of a file', () => {
  const good = ruleOf(['2012-01-01', { years: 3 }]);
  const [value] = good.values;

  test('a good one is taken', () => {
    expect(readShape(ruleShape, good).ok).toBe(true);
  });

  test.each([
    ['no values', { ...good, values: [] }, 'values'],
    ['a unit nobody knows', { ...good, values: [{ ...value, value: { fortnights: 3 } }] }, 'values.0.value'],
    ['two units', { ...good, values: [{ ...value, value: { days: 3, weeks: 1 } }] }, 'values.0.value'],
    ['a bare number', { ...good, values: [{ ...value, value: 3 }] }, 'values.0.value'],
    ['no source', { ...good, values: [{ ...value, source: undefined }] }, 'values.0.source'],
    ['no day last checked', { ...good, values: [{ ...value, checked: undefined }] }, 'values.0.checked'],
    ['a day that does not exist', { ...good, values: [{ ...value, from: '2027-02-29' }] }, 'values.0.from'],
    ['a key with a slip of the pen', { ...good, sumary: '' }, 'sumary'],
    ['an id with capitals', { ...good, id: 'Exam' }, 'id'],
    [
      'a closure on no day',
      { ...good, values: [{ ...value, value: { closedFrom: '12-23', closedTo: '1-3' } }] },
      'values.0.value.closedTo',
    ],
  ])('%s is told by its place', (_, file, place) => {
    const read = readShape(ruleShape, file);
    expect(read.ok ? [] : read.faults.map((fault) => fault.split(':')[0])).toContain(place);
  });
});
