// Business days: which days an office or a test centre works, and counting along them.
import * as v from 'valibot';
import {
  addDays,
  type CivilDate,
  civilDate,
  civilDateShape,
  partsOf,
  type Weekday,
  weekdayIndex,
  weekdayOf,
} from './civil-date.ts';
import { remembering } from './remembering.ts';

const weekday = v.picklist(['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']);

/**
 * A holiday by date (`{month: 7, day: 4}`), by weekday (`{month: 1, weekday: "Mon", nth: 3}`, nth -1 is the last), or
 * by days after Easter Sunday (`{easter: -2}` is Good Friday).
 */
const holidayShape = v.strictObject({
  name: v.string(),
  /** first year it was kept */
  since: v.optional(v.number()),
  on: v.union([
    v.strictObject({ month: v.number(), day: v.number() }),
    v.strictObject({ month: v.number(), weekday, nth: v.number() }),
    v.strictObject({ easter: v.number() }),
  ]),
  /** kept on Friday when it falls on Saturday, on Monday when on Sunday */
  observed: v.optional(v.boolean(), false),
});
export type Holiday = v.InferOutput<typeof holidayShape>;

/** One file of data/calendars. */
export const calendarShape = v.strictObject({
  $schema: v.optional(v.string()),
  id: v.string(),
  title: v.string(),
  closedWeekdays: v.array(weekday),
  /** another calendar whose holidays this one keeps too */
  holidaysOf: v.optional(v.string()),
  holidays: v.array(holidayShape),
  /** ids of rules whose value is a yearly closure */
  closures: v.array(v.string()),
  source: v.string(),
  checked: civilDateShape,
  confidence: v.picklist(['high', 'medium', 'low']),
  note: v.optional(v.string()),
});
export type CalendarFile = v.InferOutput<typeof calendarShape>;

/** Days closed each year from one month and day to another, across the year's end where `to` is before `from`. */
export interface Closure {
  readonly title: string;
  /** First and last day `MM-DD`, by the rule in force on a day. */
  readonly on: (date: CivilDate) => { readonly from: string; readonly to: string } | undefined;
}

export interface BusinessCalendar {
  readonly id: string;
  readonly title: string;
  readonly closedWeekdays: readonly Weekday[];
  readonly holidays: readonly Holiday[];
  readonly closures: readonly Closure[];
  /** who says so */
  readonly origin: Pick<CalendarFile, 'source' | 'checked' | 'confidence' | 'note'>;
}

/** Why nobody works that day, or undefined when somebody does. */
export const closedBecause = (calendar: BusinessCalendar, date: CivilDate): string | undefined =>
  closedDays(calendar, date, () => reasonOn(calendar, date));

const closedDays = remembering<BusinessCalendar, string | undefined>();

function reasonOn(calendar: BusinessCalendar, date: CivilDate): string | undefined {
  if (calendar.closedWeekdays.includes(weekdayOf(date))) return 'weekend';
  const holiday = calendar.holidays.find((each) => isKept(each, date));
  if (holiday) return holiday.name;
  const monthDay = date.slice(5);
  return calendar.closures.find(({ on }) => {
    const span = on(date);
    if (!span) return false;
    const { from, to } = span;
    return from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to;
  })?.title;
}

function isKept(holiday: Holiday, date: CivilDate): boolean {
  if (falls(holiday, date)) return !(holiday.observed && ['Sat', 'Sun'].includes(weekdayOf(date)));
  if (!holiday.observed) return false;
  if (weekdayOf(date) === 'Fri') return falls(holiday, addDays(date, 1));
  return weekdayOf(date) === 'Mon' && falls(holiday, addDays(date, -1));
}

function falls(holiday: Holiday, date: CivilDate): boolean {
  const { year, month, day } = partsOf(date);
  if (holiday.since !== undefined && year < holiday.since) return false;
  if ('easter' in holiday.on) return date === addDays(easterSunday(year), holiday.on.easter);
  if (month !== holiday.on.month) return false;
  return 'day' in holiday.on ? day === holiday.on.day : date === nthWeekday(year, holiday.on);
}

function nthWeekday(year: number, on: { month: number; weekday: Weekday; nth: number }): CivilDate | undefined {
  const wanted = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'].indexOf(on.weekday);
  const first = civilDate(year, on.month, 1) as CivilDate;
  if (on.nth > 0) return addDays(first, ((wanted - weekdayIndex(first) + 7) % 7) + (on.nth - 1) * 7);
  const next = (on.month === 12 ? civilDate(year + 1, 1, 1) : civilDate(year, on.month + 1, 1)) as CivilDate;
  const last = addDays(next, -1);
  return addDays(last, -((weekdayIndex(last) - wanted + 7) % 7));
}

/** The Gregorian computus of Meeus, Jones and Butcher. */
function easterSunday(year: number): CivilDate {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const d = (19 * a + b - Math.floor(b / 4) - Math.floor((b - Math.floor((b + 8) / 25) + 1) / 3) + 15) % 30;
  const e = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - d - (c % 4)) % 7;
  const f = d + e - 7 * Math.floor((a + 11 * d + 22 * e) / 451) + 114;
  return civilDate(year, Math.floor(f / 31), (f % 31) + 1) as CivilDate;
}

/** The day `count` business days after the anchor (before it when negative), and the closed days passed over that are not weekends. */
export function addBusinessDays(anchor: CivilDate, count: number, calendar: BusinessCalendar) {
  const step = count < 0 ? -1 : 1;
  const skipped: { date: CivilDate; reason: string }[] = [];
  let date = anchor;
  for (let left = Math.abs(count); left > 0; ) {
    date = addDays(date, step);
    const reason = closedBecause(calendar, date);
    if (reason === undefined) left -= 1;
    else if (reason !== 'weekend') skipped.push({ date, reason });
  }
  return { date, adjustments: skipped.map((day) => `${day.date} is not a business day: ${day.reason}`) };
}
