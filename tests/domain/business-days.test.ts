// Counting business days: against date-fns where only weekends count, by hand around holidays and closures, and by law.
import { UTCDate, utc } from '@date-fns/utc';
import { addBusinessDays as addBusinessDaysOf } from 'date-fns';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addBusinessDays, type BusinessCalendar, closedBecause } from '../../src/domain/business-days.ts';
import { addDays, type CivilDate, daysBetween, weekdayOf } from '../../src/domain/civil-date.ts';
import { everyDay } from './every-day.ts';
import { shippedRulebook } from './shipped.ts';

const day = (text: string) => text as CivilDate;
const calendars = shippedRulebook().calendars;
const federal = calendars('us-federal');
const office = calendars('ascp-office');
const centre = calendars('test-centre');

const weekendsOnly: BusinessCalendar = {
  id: 'weekends',
  title: 'Weekends only',
  closedWeekdays: ['Sat', 'Sun'],
  holidays: [],
  closures: [],
  origin: { source: 'this test', checked: day('2026-11-01'), confidence: 'high' },
};

describe('where only weekends are closed, against date-fns', () => {
  const fromOracle = (date: string, count: number) =>
    addBusinessDaysOf(new UTCDate(`${date}T00:00:00Z`), count, { in: utc })
      .toISOString()
      .slice(0, 10);

  test.each([1, 2, 4, 5, 20, -1, -2, -4, -5])('%i business days, every day 1995 to 2040', (count) => {
    const wrong = everyDay().filter(
      (date) => addBusinessDays(day(date), count, weekendsOnly).date !== fromOracle(date, count),
    );
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  test('weekends are no news', () => {
    expect(addBusinessDays(day('2026-12-04'), 6, weekendsOnly).adjustments).toEqual([]);
  });
});

/** Counted on a wall calendar. */
const counted: readonly [from: string, count: number, calendar: BusinessCalendar, to: string, skipped: string[]][] = [
  // Fri 15 Jan 2027; Mon 18 is Martin Luther King Jr. Day: Tue 19, Wed 20, Thu 21, Fri 22
  ['2027-01-15', 4, office, '2027-01-22', ['2027-01-18']],
  // Mon 21 Dec 2026: Tue 22; closed 23 Dec to 3 Jan; Mon 4, Tue 5, Wed 6
  [
    '2026-12-21',
    4,
    office,
    '2027-01-06',
    ['2026-12-23', '2026-12-24', '2026-12-25', '2026-12-28', '2026-12-29', '2026-12-30', '2026-12-31', '2027-01-01'],
  ],
  // the same with a calendar that knows no closure: Tue 22, Wed 23, Thu 24, (Fri 25), Mon 28
  ['2026-12-21', 4, federal, '2026-12-28', ['2026-12-25']],
  // Tue 24 Nov 2026: Wed 25, (Thu 26 Thanksgiving), Fri 27, Mon 30, Tue 1 Dec
  ['2026-11-24', 4, office, '2026-12-01', ['2026-11-26']],
  // Sat 4 Jul 2026 is kept on Fri 3: Thu 2 + 1 = Mon 6
  ['2026-07-02', 1, federal, '2026-07-06', ['2026-07-03']],
  // Sun 4 Jul 2027 is kept on Mon 5: Fri 2 + 1 = Tue 6
  ['2027-07-02', 1, federal, '2027-07-06', ['2027-07-05']],
  // 1 Jan 2028 is a Saturday, kept on Fri 31 Dec 2027: Thu 30 + 1 = Mon 3
  ['2027-12-30', 1, federal, '2028-01-03', ['2027-12-31']],
  // back from a Monday: Fri; from the Tuesday after a Monday off: Fri; from a Saturday: Fri
  ['2027-01-25', -1, federal, '2027-01-22', []],
  ['2027-01-19', -1, federal, '2027-01-15', ['2027-01-18']],
  ['2027-01-16', -1, federal, '2027-01-15', []],
  ['2026-12-28', -1, federal, '2026-12-24', ['2026-12-25']],
  // the test centres work on Saturdays: Fri 4 Dec 2026 + 1 = Sat 5; + 2 = Mon 7
  ['2026-12-04', 1, centre, '2026-12-05', []],
  ['2026-12-04', 2, centre, '2026-12-07', []],
  // none: the day itself, open or not
  ['2026-12-25', 0, federal, '2026-12-25', []],
  ['2026-12-08', 0, office, '2026-12-08', []],
];

test.each(counted)('%s and %i business days', (from, count, calendar, to, skipped) => {
  const { date, adjustments } = addBusinessDays(day(from), count, calendar);
  expect(date).toBe(to);
  expect(adjustments.map((each) => each.slice(0, 10))).toEqual(skipped);
});

test('a day passed over is named with its reason', () => {
  expect(addBusinessDays(day('2027-01-15'), 4, office).adjustments.join()).toMatch(
    /2027-01-18.*Martin Luther King Jr\. Day/,
  );
  expect(addBusinessDays(day('2026-12-22'), 1, office).adjustments.join()).toMatch(/2026-12-23.*closure/);
});

test.each([
  ['2026-12-22', '2026-12-23', '2027-01-03', '2027-01-04'],
  ['2031-12-22', '2031-12-23', '2032-01-03', '2032-01-04'],
])('the closure over the year end: open %s, closed %s to %s, no closure on %s', (before, first, last, after) => {
  const closed = (date: CivilDate) => closedBecause({ ...office, closedWeekdays: [], holidays: [] }, date);
  expect(closed(day(before))).toBeUndefined();
  for (let date = day(first); date <= last; date = addDays(date, 1))
    expect([date, closed(date)]).toEqual([date, closed(day(first))]);
  expect(closed(day(first))).toMatch(/closure/i);
  expect(closed(day(after))).toBeUndefined();
});

test('a closure within one year', () => {
  const summer = { ...weekendsOnly, closures: [{ title: 'Summer', on: () => ({ from: '08-03', to: '08-14' }) }] };
  expect(closedBecause(summer, day('2026-07-31'))).toBeUndefined();
  expect(closedBecause(summer, day('2026-08-03'))).toBe('Summer');
  expect(closedBecause(summer, day('2026-08-14'))).toBe('Summer');
  expect(closedBecause(summer, day('2026-08-17'))).toBeUndefined();
});

test('the last weekday of a month, of December too', () => {
  const last = (month: number) => ({
    ...weekendsOnly,
    holidays: [{ name: 'Last', on: { month, weekday: 'Thu', nth: -1 } as const, observed: false }],
  });
  expect(closedBecause(last(12), day('2026-12-31'))).toBe('Last');
  expect(closedBecause(last(12), day('2026-12-24'))).toBeUndefined();
  expect(closedBecause(last(4), day('2026-04-30'))).toBe('Last');
});

describe('laws', () => {
  const anyDay = fc.integer({ min: 0, max: 25_000 }).map((count) => addDays(day('1990-01-01'), count));
  const anyCalendar = fc.constantFrom(weekendsOnly, federal, office, centre);
  const count = fc.integer({ min: 1, max: 40 });
  const isOpen = (calendar: BusinessCalendar, date: CivilDate) => closedBecause(calendar, date) === undefined;
  const openBetween = (calendar: BusinessCalendar, after: CivilDate, until: CivilDate) =>
    Array.from({ length: daysBetween(after, until) }, (_, index) => addDays(after, index + 1)).filter((date) =>
      isOpen(calendar, date),
    ).length;

  test('the sum is an open day, with that many open days up to it', () => {
    fc.assert(
      fc.property(anyDay, count, anyCalendar, (from, days, calendar) => {
        const { date } = addBusinessDays(from, days, calendar);
        expect(isOpen(calendar, date)).toBe(true);
        expect(openBetween(calendar, from, date)).toBe(days);
      }),
    );
  });

  test('from an open day, there and back is the same day', () => {
    fc.assert(
      fc.property(anyDay, count, anyCalendar, (from, days, calendar) => {
        fc.pre(isOpen(calendar, from));
        const there = addBusinessDays(from, days, calendar).date;
        expect(addBusinessDays(there, -days, calendar).date).toBe(from);
      }),
    );
  });

  test('the days passed over are closed weekdays between the two', () => {
    fc.assert(
      fc.property(anyDay, count, anyCalendar, (from, days, calendar) => {
        const { date, adjustments } = addBusinessDays(from, days, calendar);
        for (const text of adjustments) {
          const skipped = day(text.slice(0, 10));
          expect(skipped > from && skipped < date).toBe(true);
          expect(isOpen(calendar, skipped)).toBe(false);
          expect(calendar.closedWeekdays).not.toContain(weekdayOf(skipped));
        }
      }),
    );
  });
});
