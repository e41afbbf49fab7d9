// The last moment to change an appointment: 24 hours by the clock, closed days by the calendar, and zones nobody knows.
import { expect, test } from 'vitest';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import { isUnknown } from '../../src/domain/derivation.ts';
import { rescheduleBy } from '../../src/domain/reschedule.ts';
import { shippedRulebook } from './shipped.ts';

const day = (text: string) => text as CivilDate;
const recorded = {
  id: 'fact-1',
  at: '2026-12-01T08:00:00Z',
  by: 'maria',
  kind: 'schedule',
  on: day('2026-12-01'),
} as const;

function last(appointment: { exam: string; time?: string; zone?: string }, yourZone?: string, own = {}) {
  const { exam, ...clock } = appointment;
  const derived = rescheduleBy({ ...recorded, exam: day(exam), ...clock }, shippedRulebook(own), yourZone);
  if (isUnknown(derived)) throw new Error(derived.unknown);
  return derived;
}

test.each([
  // a plain day
  ['2027-01-15', '08:30', 'Asia/Manila', '2027-01-14', '2027-01-14T08:30'],
  // a Monday: Friday, at the same time; the Sunday between has 23 or 25 hours
  ['2027-01-25', '08:30', 'Asia/Manila', '2027-01-22', '2027-01-22T08:30'],
  ['2027-03-15', '08:30', 'America/New_York', '2027-03-12', '2027-03-12T08:30'],
  ['2026-11-02', '08:30', 'America/New_York', '2026-10-30', '2026-10-30T08:30'],
  // the Tuesday after a Monday off
  ['2027-01-19', '13:00', 'Asia/Manila', '2027-01-15', '2027-01-15T13:00'],
  // clocks put forward, and back, inside the 24 hours: in Amman on the night to that Friday
  ['2006-03-31', '08:30', 'Asia/Amman', '2006-03-30', '2006-03-30T07:30'],
  ['2006-10-27', '08:30', 'Asia/Amman', '2006-10-26', '2006-10-26T09:30'],
])('the exam on %s at %s in %s', (exam, time, zone, date, at) => {
  expect(last({ exam, time, zone })).toMatchObject({ date, moment: { at, zone } });
});

test('without a time, a zone, or one that is known, the day alone is known', () => {
  for (const clock of [{}, { time: '08:30' }, { zone: 'Asia/Manila' }, { time: '08:30', zone: 'the centre' }]) {
    const derived = last({ exam: '2027-01-15', ...clock });
    expect(derived.date).toBe('2027-01-14');
    expect(derived.moment).toBeUndefined();
  }
});

test('a zone of the candidate that nobody knows is left out', () => {
  expect(last({ exam: '2027-01-15', time: '08:30', zone: 'Asia/Manila' }, 'home').moment).toEqual({
    at: '2027-01-14T08:30',
    zone: 'Asia/Manila',
  });
});

test.each([
  ['2bd', '2027-01-13T08:30'],
  ['3d', '2027-01-12T08:30'],
  ['1w', '2027-01-08T08:30'],
])('an own value of %s', (own, at) => {
  const clock = { exam: '2027-01-15', time: '08:30', zone: 'Asia/Manila' };
  expect(last(clock, undefined, { 'reschedule-notice': own }).moment?.at).toBe(at);
});

test('the reasons end with the moment, on both clocks', () => {
  const { chain } = last({ exam: '2027-01-15', time: '08:30', zone: 'America/Los_Angeles' }, 'Asia/Manila');
  expect(chain[0]?.value).toBe('exam booked for Fri 15 Jan 2027 at 08:30');
  expect(chain.at(-1)).toMatchObject({
    kind: 'adjustment',
    value: expect.stringMatching(
      /Thu 14 Jan 2027 at 08:30 in America\/Los_Angeles, which is Fri 15 Jan 2027 at 00:30 in Asia\/Manila$/,
    ),
  });
});
