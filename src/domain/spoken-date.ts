// Reads a day as people say it in a conversation: ISO, `15 Jan 2027`, `today`, `yesterday`, `last friday`. Never an ambiguous form.
import { addDays, type CivilDate, civilDate, daysInMonth, monthName, weekdayIndex } from './civil-date.ts';
import { Failure, quote } from './failure.ts';
import { parseDate } from './parse-date.ts';

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const RELATIVE: Readonly<Record<string, number>> = { today: 0, yesterday: -1, tomorrow: 1 };

/** Fails with `usage` like `parseDate`. The caller says the day back in full before it is kept. */
export function readSpokenDate(text: string, today: CivilDate): CivilDate {
  const words = wordsOf(text);
  const [first = '', second = ''] = words;
  if (words.length === 1 && Object.hasOwn(RELATIVE, first)) return addDays(today, RELATIVE[first] ?? 0);
  if (words.length === 2 && (first === 'last' || first === 'next'))
    return byWeekday(first, second, today) ?? refuse(text);
  if (words.length === 3 && words.some((word) => /^[a-z]/.test(word))) return byMonthName(words, text);
  try {
    return parseDate(text.trim());
  } catch (error) {
    const isFree = error instanceof Failure && /form YYYY-MM-DD/.test(error.message);
    throw isFree ? refusal(text) : error;
  }
}

/** `15-Jan-2027` and `15Jan2027` are three words too. */
const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replace(/[,.]/g, ' ')
    .trim()
    .replace(/^(\d{1,2})[-/ ]?([a-z]+)[-/ ]?(\d{4})$/, '$1 $2 $3')
    .split(/\s+/);

const refusal = (text: string) =>
  new Failure(
    'usage',
    `can't take ${quote(text)} as a date`,
    'Type it like 2027-01-15, 15 Jan 2027, today, yesterday or last friday',
  );

function refuse(text: string): never {
  throw refusal(text);
}

/** The nearest such weekday before or after today, never today itself. */
function byWeekday(which: 'last' | 'next', name: string, today: CivilDate): CivilDate | undefined {
  const wanted = WEEKDAYS.findIndex((day) => name.length >= 3 && day.startsWith(name));
  if (wanted === -1) return undefined;
  const ahead = (wanted - weekdayIndex(today) + 7) % 7;
  return which === 'next' ? addDays(today, ahead || 7) : addDays(today, ahead - 7);
}

const two = (number: number | string) => String(number).padStart(2, '0');

/** `15 Jan 2027`, `15th January 2027` or `January 15 2027`: a spelled month leaves no doubt about the order. */
function byMonthName(words: readonly string[], text: string): CivilDate {
  const [first = '', second = '', year = ''] = words;
  const [day, name] = /^\d/.test(first) ? [first, second] : [second, first];
  const month = Array.from({ length: 12 }, (_, index) => index + 1).find(
    (each) => name.length >= 3 && monthName(each).toLowerCase().startsWith(name),
  );
  const number = /^(\d{1,2})(st|nd|rd|th)?$/.exec(day)?.[1];
  if (month === undefined || number === undefined || !/^\d{4}$/.test(year)) return refuse(text);
  const date = civilDate(Number(year), month, Number(number));
  if (date) return date;
  if (!civilDate(Number(year), month, 1)) return parseDate([year, two(month), two(number)].join('-'));
  const last = daysInMonth(Number(year), month);
  throw new Failure(
    'usage',
    `can't take ${quote(text)} as a date: there is no such day`,
    `${monthName(month)} ${year} has the days 1 to ${last}`,
  );
}
