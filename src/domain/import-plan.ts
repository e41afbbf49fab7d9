// What an import would do to each candidate that the file names.
import { importColumns } from './import-columns.ts';
import type { Journey } from './journey.ts';
import type { SheetRow } from './roster-sheet.ts';

export type ImportState = 'new' | 'changed' | 'same';

export interface Planned {
  /** line of the file */
  readonly line: number;
  readonly state: ImportState;
  /** as it would be */
  readonly journey: Journey;
  /** in words, such as `exam 2027-01-15 → 2027-01-22`; of a changed candidate */
  readonly changes: readonly string[];
}

/** What differs between a candidate before and after, column by column. */
export function differences(before: SheetRow, after: SheetRow): string[] {
  return importColumns
    .filter((column) => before[column] !== after[column])
    .map((column) => `${column} ${shown(before[column])} → ${shown(after[column])}`);
}

const LONGEST = 60;

function shown(value: string | number | null): string {
  if (value === null) return '(none)';
  const text = String(value).replace(/\s+/g, ' ');
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}
