// Plans what the rows of a table or a list come to: who is meant by each, and what their journeys would be.
import { LAST_DAY } from '../../domain/civil-date.ts';
import { parseDateFormat } from '../../domain/date-format.ts';
import { headerKey, type ImportColumn } from '../../domain/import-columns.ts';
import { faultAt, faultOfLine, type ImportFault } from '../../domain/import-fault.ts';
import { type Match, matchRows } from '../../domain/import-match.ts';
import { entriesOfObjects } from '../../domain/import-objects.ts';
import { differences, type Planned } from '../../domain/import-plan.ts';
import type { Entries } from '../../domain/import-table.ts';
import type { Journey } from '../../domain/journey.ts';
import { sheetRow } from '../../domain/roster-sheet.ts';
import type { Options } from '../command.ts';
import { given } from '../commands/answers.ts';
import type { Run } from '../run.ts';
import { applyRow } from './apply-row.ts';
import type { Source } from './import-source.ts';
import { checkMapped, readMapping } from './mapping-options.ts';
import { type Row, readRows } from './read-cells.ts';

export interface Plan {
  readonly planned: readonly Planned[];
  readonly faults: readonly ImportFault[];
  /** what separates the cells of a table */
  readonly delimiter?: string;
  /** headers that are no column */
  readonly unknown: readonly string[];
  /** forms of days that columns proved, by column */
  readonly proved: ReadonlyMap<ImportColumn, string>;
}

/** `list` is what JSON holds, with the lines of its parts; undefined for a table. */
export async function planRows(
  source: Source,
  list: { readonly values: readonly unknown[]; readonly lineOf: (path: string) => number } | undefined,
  roster: readonly Journey[],
  options: Options,
  run: Run,
): Promise<Plan> {
  const typed = readMapping(options);
  const mapping = new Map([...typed].map(([header, column]) => [headerKey(header), column]));
  const format = given(options, 'dateFormat');
  const declared = format === undefined ? undefined : parseDateFormat(format);
  const found: Entries & { readonly delimiter?: string } = list
    ? entriesOfObjects(list.values, mapping, list.lineOf)
    : (await import('./table-entries.ts')).tableEntries(source, mapping);
  checkMapped(typed, found.headers);
  const kept =
    options['keepUnknown'] === true ? found.entries : found.entries.map((entry) => ({ ...entry, extra: [] }));
  const read = readRows(kept, declared, run);
  const faults = [...found.faults, ...read.faults];
  const planned: Planned[] = [];
  const tell = run.progress('Checked', read.rows.length);
  for (const [index, { row, match }] of matched(read.rows, roster).entries()) {
    tell(index + 1);
    if ('reason' in match) {
      const place = row.given.get(match.column);
      faults.push(place ? faultAt(place, match.reason) : faultOfLine(row.line, match.reason));
    } else if (row.isWhole) {
      const applied = applyRow(run, row, match.id, match.before);
      if ('faults' in applied) faults.push(...applied.faults);
      else planned.push(plannedOf(row.line, match.before, applied.journey, run));
    }
  }
  return { ...found, proved: read.proved, planned, faults };
}

/** A row whose telling cells can't be read says nothing about whom it means. */
function matched(rows: readonly Row[], roster: readonly Journey[]): { row: Row; match: Match }[] {
  const telling = rows.filter(({ given, wish }) =>
    (['id', 'name', 'email'] as const).every((column) => !given.has(column) || wish[column] !== undefined),
  );
  const asked = telling.map(({ line, wish: { id, name, email } }) => ({
    line,
    ...(id === undefined ? {} : { id }),
    ...(name === undefined ? {} : { name }),
    ...(email === undefined ? {} : { email }),
  }));
  const matches = matchRows(asked, roster);
  return telling.flatMap((row, index) => {
    const match = matches[index];
    return match ? [{ row, match }] : [];
  });
}

export function plannedOf(line: number, before: Journey | undefined, journey: Journey, run: Run): Planned {
  if (!before) return { line, state: 'new', journey, changes: [] };
  if (journey.revision === before.revision) return { line, state: 'same', journey: before, changes: [] };
  const row = (each: Journey) => sheetRow(each, LAST_DAY, run.rulebook());
  return { line, state: 'changed', journey, changes: differences(row(before), row(journey)) };
}
