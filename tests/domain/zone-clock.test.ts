// Clocks of time zones: against Temporal around every change of clocks, and zones as far apart as they come.
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate } from '../../src/domain/civil-date.ts';
import { clockAt, instantOf } from '../../src/domain/zone-clock.ts';

const day = (text: string) => text as CivilDate;
const zones = [
  'America/Los_Angeles',
  'America/New_York',
  'America/St_Johns',
  'Africa/Cairo',
  'Asia/Kathmandu',
  'Asia/Manila',
  'Asia/Riyadh',
  'Australia/Lord_Howe',
  'Europe/Dublin',
  'Pacific/Apia',
  'Pacific/Kiritimati',
  'Pacific/Pago_Pago',
  'UTC',
];

const minutesOf = (date: string, time: string, zone: string) =>
  Temporal.PlainDateTime.from(`${date}T${time}`).toZonedDateTime(zone).epochMilliseconds / 60_000;

const anyTime = fc.integer({ min: 0, max: 24 * 60 - 1 }).map((minutes) => {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
});
const anyDay = fc.integer({ min: 0, max: 16_000 }).map((days) => addDays(day('1996-01-01'), days));

test('the instant of a clock is the one Temporal gives, in every zone', () => {
  fc.assert(
    fc.property(anyDay, anyTime, fc.constantFrom(...zones), (date, time, zone) => {
      expect(instantOf({ date, time }, zone)).toBe(minutesOf(date, time, zone));
    }),
    { numRuns: 400 },
  );
});

test('what a clock shows is what Temporal shows', () => {
  fc.assert(
    fc.property(fc.integer({ min: 13_700_000, max: 36_000_000 }), fc.constantFrom(...zones), (instant, zone) => {
      const there = Temporal.Instant.fromEpochMilliseconds(instant * 60_000).toZonedDateTimeISO(zone);
      const time = there.toPlainTime().toString({ smallestUnit: 'minute' });
      expect(clockAt(instant, zone)).toEqual({ date: there.toPlainDate().toString(), time });
    }),
    { numRuns: 400 },
  );
});

test.each(zones)('the last day there is has its clocks too, in %s', (zone) => {
  for (const time of ['00:00', '08:30', '23:59']) {
    expect(instantOf({ date: day('2199-12-31'), time }, zone)).toBe(minutesOf('2199-12-31', time, zone));
  }
});

describe('around changes of clocks, every quarter of an hour', () => {
  test.each([
    ['America/Los_Angeles', '2027-03-14'],
    ['America/Los_Angeles', '2027-11-07'],
    ['America/New_York', '2026-11-01'],
    ['Australia/Lord_Howe', '2027-04-04'],
    ['Australia/Lord_Howe', '2027-10-03'],
    ['Europe/Dublin', '2027-03-28'],
    ['Europe/Dublin', '2027-10-31'],
    ['America/St_Johns', '2027-03-14'],
    ['Pacific/Apia', '2011-12-30'],
    ['Asia/Kathmandu', '1986-01-01'],
  ])('%s on %s', (zone, date) => {
    const wrong: unknown[] = [];
    for (const on of [-1, 0, 1].map((days) => addDays(day(date), days)))
      for (let quarter = 0; quarter < 96; quarter += 1) {
        const time = `${String(Math.floor(quarter / 4)).padStart(2, '0')}:${String((quarter % 4) * 15).padStart(2, '0')}`;
        if (instantOf({ date: on, time }, zone) !== minutesOf(on, time, zone)) wrong.push([on, time]);
      }
    expect(wrong).toEqual([]);
  });
});

test.each([
  ['2027-01-14', '08:30', 'America/Los_Angeles', '2027-01-15', '00:30', 'Asia/Manila'],
  ['2027-01-14', '08:30', 'Asia/Manila', '2027-01-13', '16:30', 'America/Los_Angeles'],
  ['2027-07-14', '08:30', 'Asia/Manila', '2027-07-13', '17:30', 'America/Los_Angeles'],
  ['2028-02-29', '23:00', 'America/Los_Angeles', '2028-03-01', '15:00', 'Asia/Manila'],
  ['2026-12-31', '20:00', 'America/New_York', '2027-01-01', '06:45', 'Asia/Kathmandu'],
  ['2027-06-01', '00:30', 'Pacific/Kiritimati', '2027-05-30', '23:30', 'Pacific/Pago_Pago'],
])('%s %s in %s is %s %s in %s', (date, time, zone, otherDate, otherTime, otherZone) => {
  const instant = instantOf({ date: day(date), time }, zone) ?? Number.NaN;
  expect(clockAt(instant, otherZone)).toEqual({ date: otherDate, time: otherTime });
});

test.each(['', 'Manila', 'Asia/Nowhere', 'local time', '\u0000'])('%j is no zone', (zone) => {
  expect(instantOf({ date: day('2027-01-14'), time: '08:30' }, zone)).toBeUndefined();
  expect(clockAt(0, zone)).toBeUndefined();
});
