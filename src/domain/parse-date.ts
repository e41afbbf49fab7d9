// Reads a day as people type it: takes ISO alone, and says of everything else why not and what to type instead.
import { type CivilDate, civilDate, daysInMonth, monthName } from './civil-date.ts';
import { Failure, quote } from './failure.ts';

const ISO_HINT = 'Write it as YYYY-MM-DD, for example 2026-11-30';

/** Throws a usage failure that names the value, the reason and the remedy. */
export function parseDate(text: string): CivilDate {
  const read = readDate(text);
  if (typeof read === 'string') return read;
  throw refusal(text, read.reason, read.hint);
}

/** A day, or why the text is none and what to write instead. */
export function readDate(text: string): CivilDate | { readonly reason: string; readonly hint: string } {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  const [year, month, day] = [Number(match?.[1]), Number(match?.[2]), Number(match?.[3])];
  const date = civilDate(year, month, day);
  if (date !== undefined) return date;
  const [reason, hint] = match ? whyNoSuchDay(year, month, day) : whyNotIso(text);
  return { reason, hint };
}

const refusal = (text: string, reason: string, hint: string) =>
  new Failure('usage', `can't take ${quote(text)} as a date: ${reason}`, hint);

type Reason = [reason: string, hint: string];

function whyNoSuchDay(year: number, month: number, day: number): Reason {
  if (year < 1900 || year > 2199) return whyNotThatYear(year, month, day);
  if (month < 1 || month > 12) return ['there are twelve months', 'The month is the second part, 01 to 12'];
  const last = daysInMonth(year, month);
  const name = `${monthName(month)} ${year}`;
  if (day < 1) return ['days are counted from 1', `The first day of ${name} is ${civilDate(year, month, 1)}`];
  return [`${name} has ${last} days`, `The last valid day is ${civilDate(year, month, last)}`];
}

function whyNotThatYear(year: number, month: number, day: number): Reason {
  const reason = `the year ${year} is outside 1900 to 2199`;
  const guesses = [
    ['Buddhist', year - 543],
    ['Jalali (Solar Hijri)', year + 621],
  ] as const;
  for (const [calendar, guess] of guesses) {
    if (guess < 1990 || guess > 2090) continue;
    // Jalali months do not match ours, so only the year is guessed.
    const date = calendar === 'Buddhist' ? civilDate(guess, month, day) : undefined;
    return [reason, `Is it a ${calendar} year? Write the Gregorian day, ${date ?? `of about the year ${guess}`}`];
  }
  return [reason, ISO_HINT];
}

/** Forms that people type, most telling first. */
const FORMS: readonly [RegExp, (text: string) => Reason][] = [
  [/^\s*$/, () => ['it is empty', ISO_HINT]],
  [/[^\x20-\x7e]/, whyNotAscii],
  [/^\d{1,2}[/.-]\d{1,2}[/.-]\d{4}$/, whyAmbiguous],
  [/^\d{8}$/, (text) => ['the parts are not separated', suggestIso(text.slice(0, 4), text.slice(4, 6), text.slice(6))]],
  [/^\d{1,2}[/.-]\d{1,2}[/.-]\d{1,2}$/, () => ['the year has two digits', ISO_HINT]],
  [/^\d{4}-?W\d{2}/i, () => ['it is a week, not a day', ISO_HINT]],
  [/^\d{4}-\d{2}-\d{2}[T ]/i, (text) => ['it has a time, and a day has none', remedyFor(text.slice(0, 10))]],
  [
    /^\d{4}[/.-]\d{1,2}[/.-]\d{1,2}$/,
    (text) => {
      const [year = '', month = '', day = ''] = text.split(/[/.-]/);
      return ['the parts need two digits and hyphens', suggestIso(year, month, day)];
    },
  ],
];

function whyNotIso(text: string): Reason {
  for (const [form, reason] of FORMS) if (form.test(text)) return reason(text);
  return ['it is not of the form YYYY-MM-DD', ISO_HINT];
}

function whyNotAscii(text: string): Reason {
  const plain = text.normalize('NFKC').replace(/\p{Nd}/gu, digitValue);
  if (!/\p{Nd}/u.test(text)) return ['it has characters other than digits and hyphens', ISO_HINT];
  return ['its digits are not 0 to 9', /^[\d-]{8,10}$/.test(plain) ? remedyFor(plain) : ISO_HINT];
}

/** Unicode keeps the decimal digits of scripts in runs of ten, sometimes several runs on end. */
function digitValue(digit: string): string {
  const code = digit.codePointAt(0) ?? 0;
  let start = code;
  while (/^\p{Nd}$/u.test(String.fromCodePoint(start - 1))) start -= 1;
  return String((code - start) % 10);
}

/** What to type for a text that is nearly a day: the day itself, or what that one would be refused with. */
function remedyFor(nearly: string): string {
  try {
    return `Type it as ${parseDate(nearly)}`;
  } catch (error) {
    return (error as Failure).hint ?? ISO_HINT;
  }
}

function whyAmbiguous(text: string): Reason {
  const [first = '', second = '', year = ''] = text.split(/[/.-]/);
  const readings = [civilDate(+year, +second, +first), civilDate(+year, +first, +second)].filter((day) => day);
  const distinct = [...new Set(readings)];
  if (distinct.length === 0) return ['there is no such day in any order', ISO_HINT];
  return distinct.length > 1
    ? ['it is ambiguous, day and month could be either', `Write ${distinct.join(' or ')}`]
    : ['the order of its parts is not certain', `Write ${distinct[0]}`];
}

function suggestIso(year: string, month: string, day: string): string {
  const date = civilDate(+year, +month, +day);
  return date ? `Write ${date}` : ISO_HINT;
}
