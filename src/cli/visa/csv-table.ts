// Splits the text of a CSV file into rows. The one file that reads CSV here; what the values mean is decided elsewhere.
import { CsvError, parse } from 'csv-parse/sync';
import type { TableRow } from '../../domain/bulletin-table.ts';

const DELIMITERS = [',', ';', '\t'] as const;

/** The delimiter is the one that the first line has most of. */
export function csvRows(text: string): readonly TableRow[] | { readonly fault: string } {
  const first = text.slice(0, text.search(/[\r\n]|$/));
  const countOf = (delimiter: string) => first.split(delimiter).length;
  const delimiter = [...DELIMITERS].sort((one, other) => countOf(other) - countOf(one))[0] ?? ',';
  try {
    const records: unknown = parse(text, {
      bom: true,
      delimiter,
      info: true,
      relax_column_count: true,
      skip_empty_lines: true,
    });
    return (records as { record: string[]; info: { lines: number } }[]).map(({ record, info }) => ({
      line: info.lines,
      values: record,
    }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? `line ${error['lines']}: ` : '';
    return { fault: `${line}it is not CSV: a quotation mark is open or out of place` };
  }
}
