// Reads CSV into cells with their lines, tolerant of its form so that every fault can be told. The one file that touches csv-parse.
import { type CsvError, type Options, parse } from 'csv-parse/sync';
import { letterOf } from '../domain/import-columns.ts';
import { faultAt, faultOfLine, type ImportFault } from '../domain/import-fault.ts';
import type { TableCell, TableRecord } from '../domain/import-table.ts';
import { MOST_COLUMNS } from '../domain/limits.ts';

export interface CsvTable {
  readonly records: readonly TableRecord[];
  readonly faults: readonly ImportFault[];
}

/** In the order in which they are tried. */
export const delimiters = [',', ';', '\t', '|'] as const;

const [QUOTE, CR, LF] = [34, 13, 10];

const form = (delimiter: string): Options => ({
  delimiter,
  record_delimiter: ['\r\n', '\n', '\r'],
  relax_column_count: true,
  relax_quotes: true,
});

/** The first lines that say anything, to look at what separates their cells. */
export const firstRecords = (text: string, delimiter: string): string[][] =>
  parse(text.slice(0, 100_000), {
    ...form(delimiter),
    skip_empty_lines: true,
    skip_records_with_error: true,
    to: 2,
  }) as string[][];

/** `firstLine` is the line of the file on which the text begins; of more than `most` records no more are read. */
export function readCsv(text: string, delimiter: string, firstLine: number, most: number): CsvTable {
  const bytes = Buffer.from(text);
  const records: TableCell[][] = [];
  const faults: ImportFault[] = [];
  let line = firstLine;
  /** where the cell before this one ended */
  let end: number | undefined;

  const begin = (isFirstOfRecord: boolean): number => {
    if (end === undefined) return 0;
    if (!isFirstOfRecord) return end + Buffer.byteLength(delimiter);
    line += 1;
    return end + (bytes[end] === CR && bytes[end + 1] === LF ? 2 : 1);
  };

  const options: Options = {
    ...form(delimiter),
    to: most,
    cast(value, { column, bytes: at }) {
      const index = Number(column);
      if (index === MOST_COLUMNS) throw new TooWide();
      const start = begin(index === 0);
      if (index === 0) records.push([]);
      records.at(-1)?.push({ text: value, line });
      if (!isWellQuoted(bytes.subarray(start, at))) {
        const place = { line, column: records[0]?.[index]?.text ?? '', letter: letterOf(index), text: value };
        faults.push(
          faultAt(place, 'has a quotation mark in its middle: double it, and put the whole cell in quotation marks'),
        );
      }
      line += lineBreaks(value);
      end = at;
      return value;
    },
    skip_records_with_error: true,
    on_skip(error) {
      if (error?.code !== 'CSV_QUOTE_NOT_CLOSED') throw error;
      const index = Number((error as CsvError & { column: number }).column);
      begin(index === 0);
      if (index > 0) records.pop();
      const place = { line, column: records[0]?.[index]?.text ?? '', letter: letterOf(index), text: '"' };
      faults.push(
        faultAt(place, 'begins with a quotation mark that is never closed; the rest of the file was not read'),
      );
    },
  };
  try {
    parse(bytes, options);
  } catch (error) {
    if (!(error instanceof TooWide)) throw error;
    const fault = faultOfLine(line, `has more than ${MOST_COLUMNS} cells, so that this is no table of any use here`);
    return { records: [], faults: [fault] };
  }
  return { records, faults };
}

/** Thrown at the first cell that is beyond all tables: each costs something, and a file may have millions. */
class TooWide extends Error {}

function isWellQuoted(raw: Buffer): boolean {
  if (!raw.includes(QUOTE)) return true;
  const text = raw.toString();
  return (
    raw.length > 1 &&
    text.startsWith('"') &&
    text.endsWith('"') &&
    !text.slice(1, -1).replaceAll('""', '').includes('"')
  );
}

const lineBreaks = (text: string): number => text.match(/\r\n|\r|\n/g)?.length ?? 0;
