// The columns of a roster as a table: what an import understands and an export writes.
import { Failure, quote } from './failure.ts';
import { closest } from './suggest.ts';

/** In the order an export writes them. */
export const importColumns = [
  'id',
  'name',
  'email',
  'credential',
  'country',
  'zone',
  'owner',
  'tags',
  'application',
  'admission',
  'window_start',
  'window_end',
  'exam',
  'result',
  'scores',
  'score',
  'certificate',
  'expires',
  'notes',
] as const;
export type ImportColumn = (typeof importColumns)[number];

/** Those that hold a day. */
export const dayColumns = [
  'application',
  'admission',
  'window_start',
  'window_end',
  'exam',
  'scores',
  'certificate',
  'expires',
] as const satisfies readonly ImportColumn[];

/** `Window-Start ` and `window_start` are one header. */
export const headerKey = (header: string): string =>
  header
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, '_');

/** Headers of a file, by their key, with the column that each is to be read as. */
export type Mapping = ReadonlyMap<string, ImportColumn>;

/** The column of a header, as mapped or by its own name. */
export const columnOf = (header: string, mapping: Mapping): ImportColumn | undefined =>
  mapping.get(headerKey(header)) ?? importColumns.find((column) => column === headerKey(header));

/** Fails with `usage`, suggesting the nearest. */
export function columnNamed(text: string): ImportColumn {
  const column = importColumns.find((each) => each === headerKey(text));
  if (column) return column;
  const near = closest(headerKey(text), importColumns);
  throw new Failure(
    'usage',
    `there is no column ${quote(text)} to map to`,
    near ? `Did you mean ${near}?` : `Columns: ${importColumns.join(', ')}`,
  );
}

/** `A` of 0, `AA` of 26: the name that spreadsheets give to a column. */
export function letterOf(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return `${rest >= 0 ? letterOf(rest) : ''}${String.fromCharCode(65 + (index % 26))}`;
}
