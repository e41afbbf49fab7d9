// Civil dates: calendar days without time or zone. The one file that touches Date and the date library.
import { UTCDateMini } from '@date-fns/utc/date/mini';
import { addMonths as addMonthsOf } from 'date-fns';
import * as v from 'valibot';

declare const brand: unique symbol;

/** A calendar day `YYYY-MM-DD`, year 1900 to 2199. Compares and sorts as text. */
export type CivilDate = string & { readonly [brand]: 'CivilDate' };

const FIRST_YEAR = 1900;
const LAST_YEAR = 2199;
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const;
const WEEKDAYS = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const FULL_WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'] as const;

export type Weekday = (typeof WEEKDAYS)[number];

// The small UTC date keeps Intl, and its start-up time, out of the program.
const inUtc = { in: (value: Date | number | string) => new UTCDateMini(+new Date(value)) };

// Not by toISOString, which looks up the zone of this machine: 0.3 ms when it is first asked for.
const toText = (date: Date): CivilDate => written(date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate());

const written = (year: number, month: number, day: number): CivilDate =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` as CivilDate;

/** The number of days of a month, 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

export interface DateParts {
  readonly year: number;
  /** 1 to 12 */
  readonly month: number;
  readonly day: number;
}

export function partsOf(date: CivilDate): DateParts {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8, 10)) };
}

export function monthName(month: number): string {
  return MONTHS[month - 1] ?? '';
}

/** The day made of these parts, or undefined where the calendar has no such day. */
export function civilDate(year: number, month: number, day: number): CivilDate | undefined {
  if (![year, month, day].every(Number.isInteger)) return undefined;
  if (!(year >= FIRST_YEAR && year <= LAST_YEAR && month >= 1 && month <= 12)) return undefined;
  if (!(day >= 1 && day <= daysInMonth(year, month))) return undefined;
  return written(year, month, day);
}

export function isCivilDate(text: unknown): text is CivilDate {
  if (typeof text !== 'string' || !/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const { year, month, day } = partsOf(text as CivilDate);
  return civilDate(year, month, day) !== undefined;
}

/** The first day there is: as of it everything lies ahead. */
export const FIRST_DAY = `${FIRST_YEAR}-01-01` as CivilDate;
/** The last day there is: as of it every fact counts. */
export const LAST_DAY = `${LAST_YEAR}-12-31` as CivilDate;

/** The shape of a civil date in files. */
export const civilDateShape = v.custom<CivilDate>(isCivilDate, 'is not a day written YYYY-MM-DD');

/** Adds calendar days; a negative count goes back. */
export const addDays = (date: CivilDate, days: number): CivilDate =>
  toText(new Date((dayNumber(date) + days) * DAY_MS));

/** Adds calendar months; a day that the month lacks becomes its last day (30 November + 3 months = 28 or 29 February). */
export const addMonths = (date: CivilDate, months: number): CivilDate => toText(addMonthsOf(date, months, inUtc));

/** Days from `from` to `to`; negative when `to` is earlier. */
export const daysBetween = (from: CivilDate, to: CivilDate): number => dayNumber(to) - dayNumber(from);

const DAY_MS = 86_400_000;

/** Days since 1970. In UTC every day has 24 hours, so that nothing has to be rounded. */
function dayNumber(date: CivilDate): number {
  const { year, month, day } = partsOf(date);
  return Date.UTC(year, month - 1, day) / DAY_MS;
}

/** 0 is Sunday. */
export const weekdayIndex = (date: CivilDate): number => (((dayNumber(date) + EPOCH_WEEKDAY) % 7) + 7) % 7;

// 1 January 1970 was a Thursday.
const EPOCH_WEEKDAY = 4;

export const weekdayOf = (date: CivilDate): Weekday => WEEKDAYS[weekdayIndex(date)] as Weekday;

/** The instant at which the day begins in UTC, for libraries that take no days. */
export const utcMidnight = (date: CivilDate): Date => new Date(date);

/** The civil day that the clock on the wall of this machine shows at an instant. */
export function localDay(instant: Date): CivilDate {
  const day = civilDate(instant.getFullYear(), instant.getMonth() + 1, instant.getDate());
  if (day === undefined) throw new RangeError('the clock of this machine is outside the years 1900 to 2199');
  return day;
}

/** `15 Dec 2026` */
export function shortDate(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${day} ${monthName(month).slice(0, 3)} ${year}`;
}

/** `Tue 15 Dec 2026` */
export function dayDate(date: CivilDate): string {
  const known = dayDates.get(date);
  if (known !== undefined) return known;
  const text = `${weekdayOf(date)} ${shortDate(date)}`;
  dayDates.set(date, text);
  return text;
}

// Many journeys speak of the same few days, and there are no more than those of three centuries.
const dayDates = new Map<CivilDate, string>();

/** `Tuesday, 15 December 2026` */
export function longDate(date: CivilDate): string {
  const { year, month, day } = partsOf(date);
  return `${FULL_WEEKDAYS[weekdayIndex(date)]}, ${day} ${monthName(month)} ${year}`;
}
