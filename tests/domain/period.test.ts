// Periods: how they are added, what is said when a month is too short, how they are written and read.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate } from '../../src/domain/civil-date.ts';
import { addPeriod, describePeriod, type Period, parsePeriod, periodShape } from '../../src/domain/period.ts';
import { readShape } from '../../src/domain/shape.ts';
import { shippedRulebook } from './shipped.ts';
import { temporalMath } from './temporal-math.ts';

const { calendars } = shippedRulebook();
const day = (text: string) => text as CivilDate;

const added: readonly [from: string, period: Period, sign: 1 | -1, to: string, adjustment: RegExp | undefined][] = [
  ['2026-10-01', { days: 30 }, 1, '2026-10-31', undefined],
  ['2026-10-01', { weeks: 8 }, 1, '2026-11-26', undefined],
  ['2027-02-28', { weeks: 3 }, -1, '2027-02-07', undefined],
  ['2026-11-30', { months: 3 }, 1, '2027-02-28', /February 2027 has no day 30.*28th/],
  ['2027-11-30', { months: 3 }, 1, '2028-02-29', /February 2028 has no day 30.*29th/],
  ['2026-11-28', { months: 3 }, 1, '2027-02-28', undefined],
  ['2026-08-31', { months: 3 }, 1, '2026-11-30', /November 2026 has no day 31.*30th/],
  ['2027-05-31', { months: 3 }, -1, '2027-02-28', /28th/],
  ['2028-02-29', { years: 3 }, 1, '2031-02-28', /February 2031 has no day 29.*28th/],
  ['2028-02-29', { years: 4 }, 1, '2032-02-29', undefined],
  ['2027-01-15', { years: 3 }, 1, '2030-01-15', undefined],
  ['2027-01-15', { businessDays: 4, calendar: 'ascp-office' }, 1, '2027-01-22', /2027-01-18/],
  ['2027-01-19', { businessDays: 1, calendar: 'us-federal' }, -1, '2027-01-15', /2027-01-18/],
  ['2026-10-01', { days: 0 }, 1, '2026-10-01', undefined],
  ['2026-11-30', { months: 0 }, 1, '2026-11-30', undefined],
];

test.each(added)('%s and %j, sign %i, is %s', (from, period, sign, to, adjustment) => {
  const { date, adjustments } = addPeriod(day(from), period, calendars, sign);
  expect(date).toBe(to);
  if (adjustment) expect(adjustments.join()).toMatch(adjustment);
  else expect(adjustments).toEqual([]);
});

test('a calendar that is not there is a bug, not a guess', () => {
  expect(() => addPeriod(day('2026-10-01'), { businessDays: 1, calendar: 'nowhere' }, calendars)).toThrow(/nowhere/);
});

const count = fc.integer({ min: 0, max: 9999 });
const few = fc.integer({ min: 0, max: 400 });
const anyPeriod: fc.Arbitrary<Period> = fc.oneof(
  fc.record({ days: count }),
  fc.record({ weeks: count }),
  fc.record({ months: count }),
  fc.record({ years: count }),
  fc.record({ businessDays: count, calendar: fc.constant('us-federal') }),
);

describe('laws', () => {
  const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays(day('1990-01-01'), days));

  test('months and years are the ones of Temporal, and an adjustment is told exactly when the day of the month changed', () => {
    fc.assert(
      fc.property(
        anyDay,
        few,
        fc.constantFrom(1 as const, -1 as const),
        fc.boolean(),
        (from, length, sign, isYears) => {
          const months = isYears ? (length % 40) * 12 : length;
          const period = isYears ? { years: length % 40 } : { months };
          const { date, adjustments } = addPeriod(from, period, calendars, sign);
          expect(date).toBe(temporalMath.addMonths(from, sign * months));
          expect(adjustments.length).toBe(date.slice(8) === from.slice(8) ? 0 : 1);
        },
      ),
    );
  });

  test('days and weeks are the ones of Temporal and need no adjustment', () => {
    fc.assert(
      fc.property(anyDay, few, fc.constantFrom(1 as const, -1 as const), (from, length, sign) => {
        expect(addPeriod(from, { days: length }, calendars, sign)).toEqual({
          date: temporalMath.addDays(from, sign * length),
          adjustments: [],
        });
        expect(addPeriod(from, { weeks: length }, calendars, sign)).toEqual({
          date: temporalMath.addDays(from, sign * length * 7),
          adjustments: [],
        });
      }),
    );
  });
});

describe('written and read', () => {
  test.each([
    ['30d', { days: 30 }, '30 days'],
    ['1d', { days: 1 }, '1 day'],
    ['8w', { weeks: 8 }, '8 weeks'],
    ['3mo', { months: 3 }, '3 calendar months'],
    ['1mo', { months: 1 }, '1 calendar month'],
    ['3y', { years: 3 }, '3 years'],
    ['4bd', { businessDays: 4, calendar: 'ascp-office' }, '4 business days'],
    ['1bd', { businessDays: 1, calendar: 'ascp-office' }, '1 business day'],
  ])('%s', (text, period, said) => {
    expect(parsePeriod(text, 'ascp-office')).toEqual(period);
    expect(describePeriod(period as Period)).toBe(said);
  });

  test.each([
    '',
    ' ',
    '3',
    'mo',
    '3m',
    '3 mo',
    '3MO',
    '-3d',
    '+3d',
    '3.5d',
    '99999d',
    '3d4w',
    '3d ',
    '٣d',
    '3e2d',
    '3bd2',
  ])('%j is none', (text) => {
    expect(parsePeriod(text, 'us-federal')).toBeUndefined();
  });

  const short = { day: 'd', week: 'w', 'calendar month': 'mo', year: 'y', 'business day': 'bd' } as const;
  test('what is said of a period is enough to type it again', () => {
    fc.assert(
      fc.property(anyPeriod, (period) => {
        const [, amount, unit] = /^(\d+) (.*?)s?$/.exec(describePeriod(period)) ?? [];
        // No time at all is nothing that a user may set.
        fc.pre(amount !== '0');
        expect(parsePeriod(`${amount}${short[unit as keyof typeof short]}`, 'us-federal')).toEqual(period);
      }),
    );
  });

  test('any text is a period of the shape in files, or none', () => {
    const near = fc
      .tuple(fc.string({ maxLength: 6 }), fc.constantFrom('d', 'w', 'mo', 'y', 'bd', ''))
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(near, fc.string()), (text) => {
        const period = parsePeriod(text, 'us-federal');
        if (period !== undefined) expect(readShape(periodShape, period).ok).toBe(true);
      }),
    );
  });
});

test.each([
  {},
  { days: -1 },
  { days: 1.5 },
  { days: '3' },
  { days: 1, weeks: 1 },
  { businessDays: 4 },
  { fortnights: 1 },
  { days: 10_001 },
  3,
  null,
])('%j is no period in a file', (value) => {
  expect(readShape(periodShape, value).ok).toBe(false);
});
