// The sums the date laws are about, over every day of 1995 to 2040, whoever does the arithmetic.
import { createHash } from 'node:crypto';

export const FIRST_DAY = '1995-01-01';
export const LAST_DAY = '2040-12-31';

/** Days are text, `YYYY-MM-DD`. */
export interface DayMath {
  readonly addDays: (day: string, days: number) => string;
  readonly addMonths: (day: string, months: number) => string;
  readonly daysBetween: (from: string, to: string) => number;
  /** 0 is Sunday */
  readonly weekday: (day: string) => number;
}

const DAYS = [1, -1, 14, 28, 30, 42, 56, 90, -90, 365, -4000, 20_000];
export const MONTHS = [1, 3, 6, 12, 36, -1, -3, -6, -12, -36];
const ANCHORS = ['1900-01-01', '2000-02-29', '2027-02-28', '2199-12-31'];

type Sum = (math: DayMath, day: string) => string | number;

/** Each sum by its name, `+3 months`. */
const sums: Readonly<Record<string, Sum>> = Object.fromEntries<Sum>([
  ...DAYS.map((count): [string, Sum] => [`${count} days`, (math, day) => math.addDays(day, count)]),
  ...MONTHS.map((count): [string, Sum] => [`${count} months`, (math, day) => math.addMonths(day, count)]),
  ...ANCHORS.map((anchor): [string, Sum] => [`days from ${anchor}`, (math, day) => math.daysBetween(anchor, day)]),
  ...ANCHORS.map((anchor): [string, Sum] => [`days to ${anchor}`, (math, day) => math.daysBetween(day, anchor)]),
  ['weekday', (math, day) => math.weekday(day)],
]);

/** Every day from the first to the last, written by counting: no library, no Date. */
export function everyDay(): string[] {
  const two = (part: number) => String(part).padStart(2, '0');
  const days: string[] = [];
  for (let year = 1995; year <= 2040; year += 1) {
    const february = year % 4 === 0 ? 29 : 28;
    [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31].forEach((length, month) => {
      for (let day = 1; day <= length; day += 1) days.push(`${year}-${two(month + 1)}-${two(day)}`);
    });
  }
  return days;
}

/** What each sum comes to, day by day. */
export const tableOf = (math: DayMath, days: readonly string[]): Record<string, (string | number)[]> =>
  Object.fromEntries(Object.entries(sums).map(([name, sum]) => [name, days.map((day) => sum(math, day))]));

/** One checksum a sum. */
export const checksums = (table: Record<string, readonly (string | number)[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(table).map(([name, results]) => [name, checksum(results)]));

export const checksum = (lines: readonly (string | number)[]): string =>
  createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16);

/** Instants around the change of the day, over the years in which Samoa moved across the date line. */
export const instants = (days: readonly string[]): string[] =>
  days
    .filter((day) => day >= '2010' && day < '2014')
    .flatMap((day) => ['T03:59:59Z', 'T10:30:00Z', 'T16:00:00Z'].map((time) => `${day}${time}`));
