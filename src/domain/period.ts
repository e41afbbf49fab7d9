// Periods: lengths of time as rules state them, how they are added to a day, and how they are said.
import * as v from 'valibot';
import type { BusinessCalendar } from './business-days.ts';
import { addBusinessDays } from './business-days.ts';
import { addDays, addMonths, type CivilDate, daysInMonth, monthName, partsOf } from './civil-date.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(10_000));

/** A length of time with its unit; business days name the calendar (a file of data/calendars) that counts them. */
export const periodShape = v.union(
  [
    v.strictObject({ days: count }),
    v.strictObject({ weeks: count }),
    v.strictObject({ months: count }),
    v.strictObject({ years: count }),
    v.strictObject({ businessDays: count, calendar: v.string() }),
  ],
  'is not a period such as {"months": 3} or {"businessDays": 4, "calendar": "us-federal"}',
);
export type Period = v.InferOutput<typeof periodShape>;

/** Finds a business calendar by its id; throws when there is none. */
export type Calendars = (id: string) => BusinessCalendar;

export interface Sum {
  readonly date: CivilDate;
  /** Why the result is not the plain sum: a clamped end of month, days skipped. One sentence each. */
  readonly adjustments: readonly string[];
}

/** Adds a period to a day, or takes it off with sign -1. Always add to the anchor: sums of months are not associative. */
export function addPeriod(anchor: CivilDate, period: Period, calendars: Calendars, sign: 1 | -1 = 1): Sum {
  if ('days' in period) return { date: addDays(anchor, sign * period.days), adjustments: [] };
  if ('weeks' in period) return { date: addDays(anchor, sign * period.weeks * 7), adjustments: [] };
  if ('months' in period) return addClampedMonths(anchor, sign * period.months);
  if ('years' in period) return addClampedMonths(anchor, sign * period.years * 12);
  return addBusinessDays(anchor, sign * period.businessDays, calendars(period.calendar));
}

function addClampedMonths(anchor: CivilDate, months: number): Sum {
  const date = addMonths(anchor, months);
  const wanted = partsOf(anchor).day;
  const { year, month, day } = partsOf(date);
  if (day === wanted) return { date, adjustments: [] };
  const name = `${monthName(month)} ${year}`;
  const last = daysInMonth(year, month);
  return { date, adjustments: [`${name} has no day ${wanted}, so the last day of the month, the ${last}th, counts`] };
}

const UNITS = [
  ['days', 'day', 'd'],
  ['weeks', 'week', 'w'],
  ['months', 'calendar month', 'mo'],
  ['years', 'year', 'y'],
  ['businessDays', 'business day', 'bd'],
] as const;

/** `3 calendar months`, `1 business day` */
export function describePeriod(period: Period): string {
  for (const [key, word] of UNITS) {
    const amount = (period as Record<string, unknown>)[key];
    if (typeof amount === 'number') return `${amount} ${word}${amount === 1 ? '' : 's'}`;
  }
  return JSON.stringify(period);
}

/** Reads `90d`, `8w`, `3mo`, `3y` or `4bd`; business days are counted in `calendar`. Undefined when it is none of these. */
export function parsePeriod(text: string, calendar: string): Period | undefined {
  const match = /^([1-9]\d{0,3})(d|w|mo|y|bd)$/.exec(text);
  const unit = UNITS.find(([, , short]) => short === match?.[2]);
  if (!match || !unit) return undefined;
  const amount = Number(match[1]);
  return unit[0] === 'businessDays' ? { businessDays: amount, calendar } : ({ [unit[0]]: amount } as Period);
}
