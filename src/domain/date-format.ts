// Forms of days in a table: declared as dd/mm/yyyy, or proved by a column that can be read in one way alone.
import { addDays, type CivilDate, civilDate, monthName } from './civil-date.ts';
import { Failure, quote } from './failure.ts';
import { readDate } from './parse-date.ts';

export interface DateFormat {
  /** `dd/mm/yyyy` */
  readonly name: string;
  /** undefined where the text is not a day in this form */
  readonly read: (text: string) => CivilDate | undefined;
}

const PIECES = /d{1,2}|m{1,4}|y+|[^dmy]+/g;
const MONTHS: readonly string[] = Array.from({ length: 12 }, (_, index) => monthName(index + 1).toLowerCase());
/** Characters; a longer one is no form. */
const LONGEST = 40;
const LIKE = 'Write it like dd/mm/yyyy, mm/dd/yyyy or d mmm yyyy';

/** `dd/mm/yyyy`, `d mmm yyyy`, `yyyymmdd`. Fails with `usage`. */
export function parseDateFormat(text: string): DateFormat {
  const name = text.trim().toLowerCase();
  const refuse = (why: string) => new Failure('usage', `${quote(text)} is not a form of days: ${why}`, LIKE);
  if (text.length > LONGEST) throw refuse(`it is longer than ${LONGEST} characters`);
  const pieces: readonly string[] = name.match(PIECES) ?? [];
  const kinds = pieces.map((piece) => piece.charAt(0)).filter((kind) => 'dmy'.includes(kind));
  if (/yy/.test(name) && !pieces.includes('yyyy')) throw refuse('a year of two digits may be of any century');
  if ([...kinds].sort().join('') !== 'dmy') throw refuse('it needs d, m and yyyy, each once');
  if (pieces.some((piece) => /[\p{L}\p{N}]/u.test(piece) && !/^[dmy]/.test(piece)))
    throw refuse('it has other letters');
  const isTight = kinds.length === pieces.length;
  if (isTight && pieces.some((piece) => piece.length === 1))
    throw refuse('where nothing separates them, write dd and mm');
  const form = new RegExp(`^${pieces.map((piece) => patternOf(piece, isTight)).join('')}$`, 'i');
  return {
    name,
    read(given) {
      const match = form.exec(given.trim());
      if (!match) return undefined;
      const part = (kind: string) => match[kinds.indexOf(kind) + 1] ?? '';
      return civilDate(Number(part('y')), monthOf(part('m')), Number(part('d')));
    },
  };
}

function patternOf(piece: string, isTight: boolean): string {
  if (piece.startsWith('y')) return '(\\d{4})';
  if (/^m{3,4}$/.test(piece)) return '([a-z]{3,9})\\.?';
  if (/^[dm]/.test(piece)) return isTight ? '(\\d{2})' : '(\\d{1,2})';
  return piece.replace(/[^\s]/g, '\\$&').replace(/\s+/g, '\\s+');
}

/** 1 to 12 of a number, a name or its first three letters; 0 for anything else. */
function monthOf(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  const wanted = text.toLowerCase();
  return (
    MONTHS.findIndex(
      (name) => name === wanted || name.slice(0, 3) === wanted || (wanted === 'sept' && name === 'september'),
    ) + 1
  );
}

/** What a column can prove. Whoever puts the year first never puts the day next. */
const provable: readonly DateFormat[] = [
  ...['/', '.', '-'].flatMap((mark) => ['dd_mm_yyyy', 'mm_dd_yyyy'].map((form) => form.replaceAll('_', mark))),
  ...['yyyy/mm/dd', 'yyyy.mm.dd'],
  ...['d mmm yyyy', 'd-mmm-yyyy', 'mmm d, yyyy', 'mmm d yyyy'],
].map(parseDateFormat);

const ISO_FORM = /^\d{4}-\d{2}-\d{2}$/;

/** A day, or why the text is none. */
export type DayReading = CivilDate | { readonly reason: string };

export interface ColumnReading {
  /** the form in which all days of the column are read (`… or …`, where that is the same); undefined where there is none, or they are ISO */
  readonly proved: Pick<DateFormat, 'name'> | undefined;
  readonly read: (text: string) => DayReading;
}

/** How to read the days of one column. What is declared, or ISO, is always taken. */
export function readingOf(texts: readonly string[], declared?: DateFormat): ColumnReading {
  const given = texts.map((text) => text.trim()).filter((text) => text !== '');
  const isMixed = given.some((text) => ISO_FORM.test(text));
  if (declared || isMixed) return { proved: undefined, read: (text) => declared?.read(text) ?? isoDay(text) };
  const counts = provable.map((format) => ({ format, count: given.filter((text) => format.read(text)).length }));
  const most = Math.max(...counts.map(({ count }) => count));
  const best = counts.filter(({ count }) => count === most && most > 0).map(({ format }) => format);
  if (best.length === 0) return { proved: undefined, read: isoDay };
  const readings = (text: string) => [...new Set(best.map((format) => format.read(text)))];
  const isProved = given.every((text) => readings(text).length === 1 && readings(text)[0] !== undefined);
  return {
    proved: isProved ? { name: best.map(({ name }) => name).join(' or ') } : undefined,
    read(text) {
      const days = readings(text);
      if (days.length > 1) return { reason: ambiguous(days, best) };
      return days[0] ?? isoDay(text);
    },
  };
}

function ambiguous(days: readonly (CivilDate | undefined)[], formats: readonly DateFormat[]): string {
  const names = formats.map(({ name }) => name).join(' or ');
  return `could be ${days.join(' or ')}, and no other day of the column tells which: declare it with --date-format ${names}`;
}

function isoDay(text: string): DayReading {
  const read = readDate(text.trim());
  if (typeof read === 'string') return read;
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text.trim())?.[1];
  return { reason: serial === undefined ? `${read.reason}. ${read.hint}` : ofSpreadsheet(Number(serial)) };
}

/** Spreadsheets count days from the end of 1899. */
const ofSpreadsheet = (serial: number): string =>
  `is the number of a day in a spreadsheet, perhaps ${addDays('1899-12-30' as CivilDate, serial)}: format the column as YYYY-MM-DD and save it again`;
