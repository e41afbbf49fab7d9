// Who is meant by a row: a candidate of the store, found by id, mail address or name, or somebody new with an id of their own.
import type { ImportColumn } from './import-columns.ts';
import type { Wish } from './import-wish.ts';
import type { Journey } from './journey.ts';
import { idFromName } from './journey-id.ts';
import { searchable } from './text.ts';

/** A row as far as it tells who is meant. */
export interface Asked extends Pick<Wish, 'id' | 'name' | 'email'> {
  readonly line: number;
}

export type Match =
  | { readonly id: string; readonly before: Journey | undefined }
  /** the cell that does not tell it, or tells it twice */
  | { readonly column: ImportColumn; readonly reason: string };

const NAMELESS = idFromName('');
const WITH_ID = 'tell them apart by a column id';

const spelling = (name: string): string => name.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
const address = (email: string): string => email.normalize('NFC').toLowerCase();

/** In the order of the rows. A row without an id never becomes somebody whose name is only similar. */
export function matchRows(rows: readonly Asked[], journeys: readonly Journey[]): Match[] {
  const byId = new Map(journeys.map((journey) => [journey.id, journey]));
  const byAddress = groupBy(journeys, ({ profile }) => profile.email && address(profile.email));
  const byName = groupBy(journeys, ({ profile }) => searchable(profile.name));
  const named = groupBy(rows, ({ name }) => name && searchable(name));
  const addressed = groupBy(rows, ({ email }) => email && address(email));
  /** ids that rows give or got, with the line that has them */
  const taken = new Map<string, number>();
  const numbers = new Map<string, number>();
  for (const { id, line } of rows) if (id !== undefined && !taken.has(id)) taken.set(id, line);

  const found = (row: Asked): Match => {
    if (row.id !== undefined) {
      const before = byId.get(row.id);
      if (before || row.name !== undefined) return { id: row.id, before };
      return { column: 'id', reason: 'is nobody in the store, and a new candidate needs a name' };
    }
    return byMail(row) ?? byFullName(row) ?? newcomer(row);
  };

  function byMail({ email }: Asked): Match | undefined {
    const owners = email === undefined ? [] : (byAddress.get(address(email)) ?? []);
    const [owner] = owners;
    if (!owner) return undefined;
    if (owners.length === 1) return { id: owner.id, before: owner };
    return { column: 'email', reason: `is the address of ${idsOf(owners)}: ${WITH_ID}` };
  }

  function byFullName({ name, email }: Asked): Match | undefined {
    if (name === undefined) return undefined;
    const alike = byName.get(searchable(name)) ?? [];
    if (alike.length === 0) return undefined;
    const same = alike.filter(({ profile }) => spelling(profile.name) === spelling(name));
    const [only] = same;
    // One of the same name with another address may be somebody else.
    if (only && same.length === 1 && !(email && only.profile.email)) return { id: only.id, before: only };
    return { column: 'name', reason: `may be ${idsOf(alike)}, or somebody else: ${WITH_ID}` };
  }

  function newcomer({ name, email, line }: Asked): Match {
    if (name === undefined) {
      const column = email === undefined ? 'name' : 'email';
      return { column, reason: 'is nobody in the store, and a new candidate needs a name' };
    }
    const twin = named.get(searchable(name))?.find((each) => each.line !== line);
    if (twin) return { column: 'name', reason: `is in line ${twin.line} too: ${WITH_ID}` };
    const housemate = email && addressed.get(address(email))?.find((each) => each.line !== line);
    if (housemate) return { column: 'email', reason: `is in line ${housemate.line} too: ${WITH_ID}` };
    const id = idFromName(name);
    const isTaken = (each: string) => byId.has(each) || taken.has(each);
    if (!isTaken(id)) return { id, before: undefined };
    const number = nextFree(id, numbers.get(id) ?? 2, isTaken);
    const free = `${id}-${number}`;
    numbers.set(id, number);
    // A name without Latin letters makes no telling id, so the next free one is as good.
    if (id === NAMELESS) return { id: free, before: undefined };
    return { column: 'name', reason: `makes the id ${id}, which is taken: give one in a column id, such as ${free}` };
  }

  const owners = new Map<string, number>();
  return rows.map((row) => {
    const match = found(row);
    if ('reason' in match) return match;
    const before = owners.get(match.id);
    if (before !== undefined) return { column: columnTelling(row), reason: `is the candidate of line ${before} again` };
    owners.set(match.id, row.line);
    taken.set(match.id, row.line);
    return match;
  });
}

const columnTelling = ({ id, name }: Asked): ImportColumn => {
  if (id !== undefined) return 'id';
  return name === undefined ? 'email' : 'name';
};

function nextFree(id: string, from: number, isTaken: (id: string) => boolean): number {
  let number = from;
  while (isTaken(`${id}-${number}`)) number += 1;
  return number;
}

const NAMED_AT_MOST = 3;

function idsOf(journeys: readonly Journey[]): string {
  const ids = journeys.map(({ id }) => id);
  const more = ids.length - NAMED_AT_MOST;
  return more > 0 ? `${ids.slice(0, NAMED_AT_MOST).join(', ')} and ${more} more` : ids.join(' or ');
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) {
    const key = keyOf(value);
    if (!key) continue;
    const group = groups.get(key);
    if (group) group.push(value);
    else groups.set(key, [value]);
  }
  return groups;
}
