// Changing an appointment: the last day, and where its time and zone are known the last moment.
import { addDays, type CivilDate, dayDate, daysBetween } from './civil-date.ts';
import { type Derived, factLink, isUnknown, type Link, type Moment, type Unknown } from './derivation.ts';
import type { FactOf } from './fact.ts';
import { beforehand } from './rule-dates.ts';
import type { Rulebook } from './rulebook.ts';
import { type ClockTime, clockAt, instantOf, MINUTES_A_DAY } from './zone-clock.ts';

type Booking = FactOf<'schedule'>;

export function rescheduleBy(booking: Booking, rulebook: Rulebook, yourZone?: string): Derived | Unknown {
  const says = `exam booked for ${dayDate(booking.exam)}${booking.time ? ` at ${booking.time}` : ''}`;
  const link = factLink(booking, says);
  const booked: Derived = { date: booking.exam, basis: 'fact', provisional: true, chain: [link] };
  const last = beforehand(rulebook, 'reschedule-notice', booked);
  if (isUnknown(last)) return last;
  const moment = lastMoment(booking, last.date as CivilDate, noticeDays(rulebook, booking.exam), yourZone);
  return moment ? { ...last, moment, chain: [...last.chain, momentLink(booking, moment)] } : last;
}

/** The length of the notice in days of 24 hours; undefined where it is not counted in days. */
function noticeDays(rulebook: Rulebook, day: CivilDate): number | undefined {
  const value = rulebook.inForce('reschedule-notice', day)?.value;
  if (value && 'businessDays' in value) return value.businessDays;
  return value && 'days' in value ? value.days : undefined;
}

/** Closed days between are passed over by the calendar; the days of the notice itself are 24 hours each, also where clocks change. */
function lastMoment({ exam, time, zone }: Booking, lastDay: CivilDate, notice?: number, yourZone?: string) {
  if (!time || !zone) return undefined;
  const between = daysBetween(lastDay, exam);
  const fullDays = Math.min(notice ?? between, between);
  const start = instantOf({ date: addDays(exam, fullDays - between), time }, zone);
  const instant = start === undefined ? undefined : start - fullDays * MINUTES_A_DAY;
  const here = instant === undefined ? undefined : clockAt(instant, zone);
  if (instant === undefined || !here) return undefined;
  const yours = yourZone === undefined ? undefined : clockAt(instant, yourZone);
  const differs = yours && stamp(yours) !== stamp(here);
  return { at: stamp(here), zone, ...(differs ? { inYourZone: { at: stamp(yours), zone: yourZone as string } } : {}) };
}

const stamp = ({ date, time }: ClockTime) => `${date}T${time}`;

/** `Thu 14 Jan 2027 at 08:30 in Asia/Manila` */
const clockText = ({ at, zone }: { readonly at: string; readonly zone: string }): string =>
  `${dayDate(at.slice(0, 10) as CivilDate)} at ${at.slice(11)} in ${zone}`;

function momentLink({ time, zone }: Booking, moment: Moment): Link {
  const yours = moment.inYourZone ? `, which is ${clockText(moment.inYourZone)}` : '';
  const value = `the appointment begins at ${time} in ${zone}, so the last moment is ${clockText(moment)}${yours}`;
  return { kind: 'adjustment', value };
}
