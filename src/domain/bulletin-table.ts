// Reads cut-offs from a table with the columns month, chart, category, area and cutoff. Every fault is told by its line.
import { type Cell, charts } from './bulletin.ts';
import { cutoffFault, parseCutoff } from './bulletin-cutoff.ts';
import { parseMonth } from './bulletin-month.ts';
import type { BulletinReading } from './bulletin-page.ts';
import { type AreaId, areaIds, areaOfHeading } from './chargeability.ts';
import { Failure, quote } from './failure.ts';
import { parseCategory } from './visa-category.ts';

export const tableColumns = ['month', 'chart', 'category', 'area', 'cutoff'] as const;
type Column = (typeof tableColumns)[number];

export interface TableRow {
  /** of the file, from 1 */
  readonly line: number;
  readonly values: readonly string[];
}

/** The first row names the columns, in any order. */
export function readBulletinTable([header, ...rows]: readonly TableRow[]): BulletinReading {
  const names = header?.values.map((name) => name.trim().toLowerCase()) ?? [];
  const faults = headerFaults(names);
  if (faults.length > 0) return { cells: [], leftOut: [], faults };
  const places = new Map<string, number>();
  const read = rows.map(({ line, values }) => {
    if (values.length !== names.length)
      return { fault: `line ${line} has ${values.length} values for ${names.length}` };
    const cell = readRow((column) => values[names.indexOf(column)]?.trim() ?? '', line);
    if ('fault' in cell) return cell;
    const place = [cell.month, cell.chart, cell.category, cell.area].join(' ');
    const first = places.get(place);
    if (first !== undefined) return { fault: `line ${line} is about the same cell as line ${first}` };
    places.set(place, line);
    return cell;
  });
  const cells = read.flatMap((each) => ('fault' in each ? [] : [each]));
  return { cells, leftOut: [], faults: read.flatMap((each) => ('fault' in each ? [each.fault] : [])) };
}

function headerFaults(names: readonly string[]): string[] {
  const missing = tableColumns.filter((column) => !names.includes(column));
  const unknown = names.filter((name) => !(tableColumns as readonly string[]).includes(name));
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  return [
    ...missing.map((column) => `the column ${column} is missing`),
    ...unknown.map((name) => `there is an unknown column ${quote(name)}`),
    ...new Set(twice.map((name) => `the column ${quote(name)} is there twice`)),
  ];
}

function readRow(value: (column: Column) => string, line: number): Cell | { readonly fault: string } {
  try {
    const month = parseMonth(value('month'));
    const cutoff = parseCutoff(value('cutoff'));
    const chart = charts.find((each) => each === value('chart').toLowerCase());
    if (!chart) throw new Failure('usage', `${quote(value('chart'))} is not a chart: final or filing`);
    const late = cutoffFault(cutoff, month);
    if (late) throw new Failure('usage', late);
    return { month, chart, category: parseCategory(value('category')), area: areaNamed(value('area')), cutoff };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return { fault: `line ${line}: ${error.message}` };
  }
}

function areaNamed(text: string): AreaId {
  const area = areaIds.find((id) => id === text.toLowerCase()) ?? areaOfHeading(text);
  if (area) return area;
  throw new Failure('usage', `${quote(text)} is not a column of the Visa Bulletin`);
}
