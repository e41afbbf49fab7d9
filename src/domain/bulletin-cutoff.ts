// Cut-offs as the Visa Bulletin prints them, `01DEC17`, and as people type them, `2017-12-01`.
import { type Cutoff, isDay } from './bulletin.ts';
import { lastDayOf, type Month, monthTitle } from './bulletin-month.ts';
import { civilDate } from './civil-date.ts';
import { Failure, quote } from './failure.ts';
import { parseDate } from './parse-date.ts';

const MONTHS = ['JAN', 'FEB', 'MAR', 'APR', 'MAY', 'JUN', 'JUL', 'AUG', 'SEP', 'OCT', 'NOV', 'DEC'];
/** Two-digit years from here on are of the century before. */
const PIVOT = 50;

/** Undefined for anything but a day, `C` or `U`. */
export function cutoffInCell(text: string): Cutoff | undefined {
  const plain = text.replace(/[\s\u00a0\u200b\u00ad\ufeff]/g, '').toUpperCase();
  if (plain === 'C' || plain === 'U') return plain;
  const match = /^(\d{1,2})([A-Z]{3})(\d{2})$/.exec(plain);
  if (!match) return undefined;
  const year = Number(match[3]);
  return civilDate((year < PIVOT ? 2000 : 1900) + year, MONTHS.indexOf(match[2] ?? '') + 1, Number(match[1]));
}

/** Fails with `usage`. */
export function parseCutoff(text: string): Cutoff {
  const letter = text.trim().toUpperCase();
  if (letter === 'C' || letter === 'U') return letter;
  if (/^\d{1,2}[A-Z]{3}\d{2}$/.test(letter)) {
    const day = cutoffInCell(letter);
    const hint = day ? `Write ${day}` : 'Write the day as YYYY-MM-DD';
    throw new Failure('usage', `can't take ${quote(text)} as a date: the year has two digits`, hint);
  }
  return parseDate(text);
}

/** Why a bulletin can't have this cut-off, or undefined when it can. */
export function cutoffFault(cutoff: Cutoff, month: Month): string | undefined {
  if (!isDay(cutoff) || cutoff <= lastDayOf(month)) return undefined;
  return `the cut-off ${cutoff} is after the month of its bulletin, ${monthTitle(month)}`;
}
