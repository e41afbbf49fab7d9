// Anonymous candidates: ids and names replaced by running numbers that follow the order of the ids.
import type { Changes, Move } from './cohort-changes.ts';
import type { Filter } from './filter.ts';
import type { RosterRow } from './roster-row.ts';

export interface Veil {
  readonly row: (row: RosterRow) => RosterRow;
  readonly id: (id: string) => string;
  readonly changes: (changes: Changes) => Changes;
  readonly filter: (filter: Filter) => Filter;
}

/** `candidate-12` of `Candidate 12` */
const idOf = (number: number): string => `candidate-${number}`;

/** `ids` are all of the store, so that a number means the same person whatever was chosen; later numbers are of those gone. */
export function veilOver(ids: readonly string[], owners: readonly (string | null)[]): Veil {
  const numbers = new Map([...ids].sort().map((id, index) => [id, index + 1]));
  const persons = [...new Set(owners.filter((owner) => owner !== null))].sort();
  const numberOf = (id: string): number => {
    const known = numbers.get(id) ?? numbers.size + 1;
    numbers.set(id, known);
    return known;
  };
  const veiled = (id: string) => idOf(numberOf(id));
  const moves = <T>(all: readonly Move<T>[]) => all.map((move) => ({ ...move, id: veiled(move.id) }));
  return {
    id: veiled,
    row: (row) => ({
      ...row,
      id: veiled(row.id),
      name: `Candidate ${numberOf(row.id)}`,
      country: null,
      tags: [],
      owner: row.owner === null ? null : `Owner ${persons.indexOf(row.owner) + 1}`,
      next: row.next && { ...row.next, command: row.next.command.replace(/ -c \S+$/, '') },
    }),
    changes: ({ since, forward, back, overdue, added, gone, exams }) => ({
      since,
      forward: moves(forward),
      back: moves(back),
      overdue: overdue.map(veiled),
      added: added.map(veiled),
      gone: gone.map(veiled),
      exams: moves(exams),
    }),
    // That somebody was searched for may be said, who it was may not.
    filter: ({ tag, owner, search, ...rest }) => ({
      ...rest,
      ...(tag === undefined ? {} : { tag: [HIDDEN] }),
      ...(owner === undefined ? {} : { owner: HIDDEN }),
      ...(search === undefined ? {} : { search: HIDDEN }),
    }),
  };
}

const HIDDEN = 'hidden';

/** Nothing is replaced. */
export const unveiled: Veil = {
  id: (id) => id,
  row: (row) => row,
  changes: (changes) => changes,
  filter: (filter) => filter,
};
