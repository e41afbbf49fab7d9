// Months of the Visa Bulletin: `2019-03`. They count and compare as months, never as days.
import * as v from 'valibot';
import { type CivilDate, civilDate, daysInMonth, monthName } from './civil-date.ts';
import { Failure, quote } from './failure.ts';

declare const brand: unique symbol;

/** A calendar month `YYYY-MM`, year 1900 to 2199. Compares and sorts as text. */
export type Month = string & { readonly [brand]: 'Month' };

const isMonth = (text: unknown): text is Month =>
  typeof text === 'string' && /^(19|20|21)\d{2}-(0[1-9]|1[0-2])$/.test(text);

export const monthShape = v.custom<Month>(isMonth, 'is not a month written YYYY-MM');

/** Fails with `usage`. */
export function parseMonth(text: string): Month {
  if (isMonth(text)) return text;
  const day = isMonth(text.slice(0, 7)) && text.length === 10 ? `Write ${text.slice(0, 7)}` : undefined;
  throw new Failure(
    'usage',
    `${quote(text)} is not the month of a bulletin`,
    day ?? 'Write it as YYYY-MM, for example 2019-03',
  );
}

export const monthOf = (day: CivilDate): Month => day.slice(0, 7) as Month;

const countOf = (month: Month): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1;

/** Months from `from` to `to`; negative when `to` is earlier. */
export const monthsBetween = (from: Month, to: Month): number => countOf(to) - countOf(from);

export function addToMonth(month: Month, count: number): Month {
  const sum = countOf(month) + count;
  return `${Math.floor(sum / 12)}-${String((sum % 12) + 1).padStart(2, '0')}` as Month;
}

/** `March 2019` */
export const monthTitle = (month: Month): string => `${monthName(Number(month.slice(5)))} ${month.slice(0, 4)}`;

export function lastDayOf(month: Month): CivilDate {
  const [year, number] = [Number(month.slice(0, 4)), Number(month.slice(5))];
  return civilDate(year, number, daysInMonth(year, number)) as CivilDate;
}

/** The month that a text names in English, such as `Visa Bulletin For March 2019`; undefined where it names none. */
export function monthNamed(name: string, year: string): Month | undefined {
  const number = Array.from({ length: 12 }, (_, index) => index + 1).find(
    (each) => monthName(each).toLowerCase() === name.toLowerCase(),
  );
  const month = `${year}-${String(number).padStart(2, '0')}`;
  return isMonth(month) ? month : undefined;
}
