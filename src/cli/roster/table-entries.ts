// The rows of a CSV file: what separates its cells is found out, and text that an export made inert is given back.
import { columnOf, type Mapping } from '../../domain/import-columns.ts';
import { faultOfLine, type ImportFault } from '../../domain/import-fault.ts';
import { type Entries, entriesOf, type TableCell, type TableRecord } from '../../domain/import-table.ts';
import { MOST_ROWS } from '../../domain/limits.ts';
import { restored } from '../../formats/formulas.ts';
import { delimiters, firstRecords, readCsv } from '../read-csv.ts';
import type { Source } from './import-source.ts';

export interface TableEntries extends Entries {
  readonly delimiter: string;
}

/** Excel reads and writes a first line such as `sep=;`. */
const DECLARED = /^"?sep=([^A-Za-z0-9"\r\n])"?(?:\r\n|\r|\n)/i;

export function tableEntries(source: Source, mapping: Mapping): TableEntries {
  const declared = DECLARED.exec(source.text);
  const text = source.text.slice(declared?.[0].length ?? 0);
  const delimiter = declared?.[1] ?? sniffed(text, mapping);
  const { records, faults } = readCsv(text, delimiter, declared ? 2 : 1, MOST_ROWS + 2);
  const plain = records.map((record) => record.map(({ text: cell, line }) => ({ text: restored(cell), line })));
  const entries = entriesOf(plain, mapping, undecodedIn(source));
  return { ...entries, delimiter, faults: [...faults, ...entries.faults, ...surplus(records)] };
}

/** What makes most headers known, else most cells. */
function sniffed(text: string, mapping: Mapping): string {
  const tried = delimiters.map((delimiter) => {
    const [header = []] = firstRecords(text, delimiter);
    const known = header.filter((cell) => columnOf(cell, mapping)).length;
    return { delimiter, known, count: header.length };
  });
  return tried.reduce((best, each) => ((each.known - best.known || each.count - best.count) > 0 ? each : best))
    .delimiter;
}

function surplus(records: readonly TableRecord[]): ImportFault[] {
  const next = records[MOST_ROWS + 1];
  if (!next) return [];
  return [faultOfLine(next[0]?.line ?? 1, `is beyond the ${MOST_ROWS} lines that are taken at once: split the file`)];
}

/** Bytes that are no text stand as the replacement character in lines that are known to have some. */
function undecodedIn({ encoding, badLines }: Source): (cell: TableCell) => string | undefined {
  const reason =
    encoding === 'utf-8'
      ? 'has bytes that are not UTF-8: save the file as CSV UTF-8, or add --encoding windows-1252 if an old Windows program wrote it'
      : `has bytes that are not ${encoding}`;
  return ({ text, line }) => {
    if (badLines.size === 0 || !text.includes('\ufffd')) return undefined;
    const lines = text.split(/\r\n|\r|\n/).map((_part, index) => line + index);
    return lines.some((each) => badLines.has(each)) ? reason : undefined;
  };
}
