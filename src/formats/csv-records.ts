// Writes the records of CSV as RFC 4180 has them; the one file that touches csv-stringify.
import { stringify } from 'csv-stringify/sync';
import type { CellValue, Sheet } from '../views/view.ts';
import { inert } from './formulas.ts';

/** What no file of text can hold, written out as everywhere; all other characters are data and stay. */
const holdable = (text: string): string =>
  text.replace(/\0|\p{Cs}/gu, (character) => `\\u{${character.charCodeAt(0).toString(16)}}`);

/** A mail merge takes every value as it is; anything else may be opened by a program that calculates. */
export function records({ columns, rows, for: reader }: Sheet): string {
  const field = (value: CellValue): string => {
    if (typeof value !== 'string') return value === null ? '' : String(value);
    return holdable(reader === 'merge' ? value : inert(value));
  };
  const lines = [
    columns.map(({ key }) => field(key)),
    ...rows.map((row) => columns.map((_, index) => field(row[index]?.value ?? null))),
  ];
  return stringify(lines, { bom: reader === 'excel', record_delimiter: 'windows', quoted_match: /[\r\n]/ });
}
