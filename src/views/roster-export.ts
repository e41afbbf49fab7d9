// The roster for other programs: whole journeys as JSON, what is current as a table and as a sheet.
import type { CivilDate } from '../domain/civil-date.ts';
import { type ImportColumn, importColumns } from '../domain/import-columns.ts';
import type { Journey } from '../domain/journey.ts';
import type { SheetRow } from '../domain/roster-sheet.ts';
import type { Cell, Sheet, View } from './view.ts';

export interface ExportInput {
  readonly journeys: readonly Journey[];
  /** the same as rows, in the same order */
  readonly rows: readonly SheetRow[];
  /** those rows as a sheet is to hold them */
  readonly sheetRows: readonly SheetRow[];
  /** ids of those that can't be read */
  readonly unread: readonly string[];
  readonly for: NonNullable<Sheet['for']>;
}

const NAME = 'candidates-export';
export const EXPORT_SCHEMA = `ascpi/${NAME}`;
/** of the schema that formats write */
export const EXPORT_VERSION = 1;

/** Columns are named as an import reads them. */
const columns = importColumns.map((column) => ({ key: column, title: column }));

/** What people wrote. */
const OF_PEOPLE: readonly ImportColumn[] = ['name', 'owner', 'notes'];

const cellsOf = (row: SheetRow): Cell[] =>
  importColumns.map((column) => {
    const value = row[column];
    return {
      value,
      ...(OF_PEOPLE.includes(column) ? { text: { user: String(value ?? '').replace(/\s+/g, ' ') } } : {}),
    };
  });

export function exportView({ journeys, rows, sheetRows, unread, for: reader }: ExportInput, today: CivilDate): View {
  return {
    name: NAME,
    today,
    data: { journeys, unread },
    blocks:
      rows.length === 0
        ? [{ type: 'paragraph', text: 'No candidate is meant by this.' }]
        : [{ type: 'table', columns, rows: rows.map(cellsOf) }],
    sheet: { columns, rows: sheetRows.map(cellsOf), for: reader },
  };
}
