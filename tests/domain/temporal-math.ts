// The arithmetic of days by Temporal: an oracle that the program does not use.
import { Temporal } from 'temporal-polyfill';
import type { DayMath } from './every-day.ts';

const day = (text: string) => Temporal.PlainDate.from(text, { overflow: 'reject' });

export const temporalMath: DayMath = {
  addDays: (text, days) => day(text).add({ days }).toString(),
  addMonths: (text, months) => day(text).add({ months }, { overflow: 'constrain' }).toString(),
  daysBetween: (from, to) => day(from).until(day(to), { largestUnit: 'day' }).days,
  weekday: (text) => day(text).dayOfWeek % 7,
};

export const localDayIn = (zone: string, instant: string): string =>
  Temporal.Instant.from(instant).toZonedDateTimeISO(zone).toPlainDate().toString();

/** Whether Temporal knows this day; never a guess at a day the calendar lacks. */
export function isDay(text: string): boolean {
  try {
    return day(text).toString() === text;
  } catch {
    return false;
  }
}
