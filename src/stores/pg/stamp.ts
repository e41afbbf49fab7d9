// The stamp of columns: which version of the rules they were computed with, as a number of the database.
import type { Journey } from '../../domain/journey.ts';
import type { RosterColumns } from '../../domain/roster-columns.ts';
import type { Query } from './session.ts';

/** How this program computes columns. */
export interface Indexing {
  readonly of: (journey: Journey) => RosterColumns;
  /** the same for the same rules and the same version of the program */
  readonly value: string;
  /** of the program */
  readonly version: string;
  /** whether this user's own rule values make other dates of the same journeys */
  readonly own: boolean;
  /** says something on stderr */
  readonly tell: (message: string) => void;
  readonly progress: (total: number) => (count: number) => void;
}

/** The number of these rules, given by the first who uses them. */
export async function stampFor(query: Query, { value, version }: Indexing): Promise<number> {
  const known = 'select number from ascpi.stamp where value = $1';
  const [found] = await query(known, [value]);
  if (found) return Number(found['number']);
  await query('insert into ascpi.stamp (value, version) values ($1, $2) on conflict do nothing', [value, version]);
  const [made] = await query(known, [value]);
  return Number(made?.['number']);
}

/** Whether one version comes after another: `0.10.0` after `0.9.2`. */
export function isLater(one: string, other: string): boolean {
  const [parts, others] = [numbersOf(one), numbersOf(other)];
  const at = parts.findIndex((part, index) => part !== (others[index] ?? 0));
  return at !== -1 && (parts[at] ?? 0) > (others[at] ?? 0);
}

const numbersOf = (version: string): number[] =>
  version
    .split(/[.-]/)
    .slice(0, 3)
    .map((part) => Number(part) || 0);
