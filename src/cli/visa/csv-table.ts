// Splits the text of a CSV file into rows; what the values mean is decided elsewhere.
import type { TableRow } from '../../domain/bulletin-table.ts';
import { MOST_ROWS } from '../../domain/limits.ts';
import { readCsv } from '../read-csv.ts';

const DELIMITERS = [',', ';', '\t'] as const;

/** The delimiter is the one that the first line has most of. */
export function csvRows(text: string): readonly TableRow[] | { readonly fault: string } {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const countOf = (delimiter: string) => first.split(delimiter).length;
  const delimiter = [...DELIMITERS].sort((one, other) => countOf(other) - countOf(one))[0] ?? ',';
  const { records, faults } = readCsv(text.replace(/^\ufeff/, ''), delimiter, 1, MOST_ROWS);
  const [fault] = faults;
  if (fault) {
    const why =
      fault.column === null ? `it ${fault.reason}` : 'it is not CSV: a quotation mark is open or out of place';
    return { fault: `line ${fault.line}: ${why}` };
  }
  return records
    .filter(([first, ...others]) => others.length > 0 || first?.text !== '')
    .map((record) => ({ line: record[0]?.line ?? 1, values: record.map((cell) => cell.text) }));
}
