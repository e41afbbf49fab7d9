// A table that is imported: which cell belongs to which column, and what is wrong with its form.
import { columnOf, headerKey, type ImportColumn, importColumns, letterOf, type Mapping } from './import-columns.ts';
import { faultAt, faultOfLine, type ImportFault, type Place } from './import-fault.ts';

export interface TableCell {
  readonly text: string;
  /** line of the file that it begins on, from 1 */
  readonly line: number;
}
export type TableRecord = readonly TableCell[];

/** What the file says of one candidate. */
export interface Entry {
  readonly line: number;
  /** cells that are not empty */
  readonly given: ReadonlyMap<ImportColumn, Place>;
  /** those whose cell is no answer whatever it says */
  readonly bad: ReadonlySet<ImportColumn>;
  /** cells of other columns, as far as they are not empty */
  readonly extra: readonly Place[];
}

export interface Entries {
  readonly entries: readonly Entry[];
  readonly headers: readonly string[];
  /** those with something in them that are no column, in the order of the file */
  readonly unknown: readonly string[];
  readonly faults: readonly ImportFault[];
}

const isBlank = (text: string): boolean => text.trim() === '';

/** What spreadsheets show where a formula has no result. */
const ERRORS = /^#(?:N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NULL!|NUM!|SPILL!|CALC!)$/i;

/** Columns by which a candidate can be told from others. */
const TELLING: readonly ImportColumn[] = ['id', 'name', 'email'];

/** `undecoded` says why the text of a cell is not what was meant, if its bytes could not be read. */
export function entriesOf(
  records: readonly TableRecord[],
  mapping: Mapping,
  undecoded: (cell: TableCell) => string | undefined,
): Entries {
  const [header = [], ...rows] = records.filter((record) => record.some(({ text }) => !isBlank(text)));
  const headers = header.map(({ text }) => text.trim());
  const columns = header.map(({ text }) => columnOf(text, mapping));
  const place = ({ text, line }: TableCell, index: number): Place => {
    return { line, column: headers[index] ?? '', letter: letterOf(index), text };
  };
  const faults = [...headerFaults(header, columns, place, undecoded)];
  const entries: Entry[] = [];
  const used = new Set<number>();
  if (header.length > 0 && !columns.some((column) => column && TELLING.includes(column))) {
    return { entries, headers, unknown: [], faults: [...faults, noHeader(header[0]?.line ?? 1)] };
  }
  for (const record of rows) {
    const line = record[0]?.line ?? 1;
    const fault = rowFault(record, header);
    if (fault) {
      faults.push(faultOfLine(line, fault));
      continue;
    }
    const given = new Map<ImportColumn, Place>();
    const bad = new Set<ImportColumn>();
    const extra: Place[] = [];
    record.forEach((cell, index) => {
      if (isBlank(cell.text)) return;
      used.add(index);
      const at = place(cell, index);
      const reason = undecoded(cell) ?? cellFault(cell.text, at);
      if (reason !== undefined) faults.push(faultAt(at, reason));
      const column = columns[index];
      if (column) given.set(column, at);
      else if (reason === undefined) extra.push(at);
      if (column && reason !== undefined) bad.add(column);
    });
    entries.push({ line, given, bad, extra });
  }
  const unknown = headers.filter((_text, index) => used.has(index) && !columns[index]);
  return { entries, headers, unknown: unknown.filter((text) => text !== ''), faults };
}

function* headerFaults(
  header: TableRecord,
  columns: readonly (ImportColumn | undefined)[],
  place: (cell: TableCell, index: number) => Place,
  undecoded: (cell: TableCell) => string | undefined,
): Generator<ImportFault> {
  const seen = new Map<string, number>();
  for (const [index, cell] of header.entries()) {
    const key = columns[index] ?? headerKey(cell.text);
    const before = seen.get(key);
    const reason = undecoded(cell);
    if (reason !== undefined) yield faultAt(place(cell, index), reason);
    if (key !== '' && before !== undefined) {
      yield faultAt(place(cell, index), `is the header of column ${letterOf(before)} too: one of them has to go`);
    }
    if (before === undefined) seen.set(key, index);
  }
}

const noHeader = (line: number): ImportFault =>
  faultOfLine(
    line,
    `has none of the headers ${TELLING.join(', ')}. The first line names the columns: ${importColumns.join(', ')}. Others are read with --map "<header>=<column>"`,
  );

function rowFault(record: TableRecord, header: TableRecord): string | undefined {
  const surplus = record.slice(header.length).some(({ text }) => !isBlank(text));
  if (surplus || record.length < header.length) {
    return `has ${cells(record.length)} where the header has ${header.length}`;
  }
  const isHeader = header.every(({ text }, index) => headerKey(text) === headerKey(record[index]?.text ?? ''));
  return isHeader ? 'is the header again' : undefined;
}

const cells = (count: number): string => `${count} cell${count === 1 ? '' : 's'}`;

function cellFault(text: string, { column }: Place): string | undefined {
  if (column === '') return 'stands in a column without a header';
  return ERRORS.test(text.trim()) ? 'is an error of a spreadsheet' : undefined;
}
