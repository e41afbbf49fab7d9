// Files to import: rows as objects, written as CSV the plain way, so that a test can also write them wrongly.
import { importColumns } from '../../../src/domain/import-columns.ts';

export type Cells = Readonly<Record<string, string>>;

const quoted = (text: string): string => (/[",;\t|\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

export const headerLine = importColumns.join(',');

export const lineOf = (cells: Cells): string => importColumns.map((column) => quoted(cells[column] ?? '')).join(',');

export const fileOf = (...rows: readonly Cells[]): string => `${[headerLine, ...rows.map(lineOf)].join('\n')}\n`;

export interface Fault {
  readonly line: number;
  readonly column: string | null;
  readonly letter: string | null;
  readonly value: string | null;
  readonly reason: string;
}

export interface Imported {
  readonly schema: string;
  readonly dryRun: boolean;
  readonly new: number;
  readonly changed: number;
  readonly same: number;
  readonly faults: readonly Fault[];
  readonly candidates: readonly { line: number; id: string; state: string; changes: string[] }[];
  readonly delimiter: string | null;
  readonly encoding: string;
  readonly dateFormats: Readonly<Record<string, string>>;
  readonly unknownColumns: readonly string[];
}
