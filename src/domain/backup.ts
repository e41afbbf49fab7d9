// A backup: all that a store holds, as one value; and how a journey in one stands to the journey that is kept.
import * as v from 'valibot';
import { instantShape } from './fact.ts';
import type { Journey } from './journey.ts';

/** The version of the shape that this program writes; a backup with a higher one is refused. */
export const BACKUP_VERSION = 1;

const object = v.custom<object>(
  (value) => typeof value === 'object' && value !== null && !Array.isArray(value),
  'is not an object',
);

/** Journeys are checked one by one by whoever reads them, so that each fault has the id of its journey. */
export const backupShape = v.strictObject({
  format: v.literal('ascpi-backup'),
  version: v.literal(BACKUP_VERSION),
  /** when it was made */
  made: instantShape,
  journeys: v.array(v.strictObject({ current: object, previous: v.optional(object) })),
  shared: v.array(
    v.strictObject({ name: v.string(), revision: v.pipe(v.number(), v.integer(), v.minValue(1)), value: object }),
  ),
  settings: object,
  /** the user's own texts of messages, by file name */
  templates: v.record(v.string(), v.string()),
});

export interface Backup {
  readonly made: string;
  readonly journeys: readonly { readonly current: Journey; readonly previous?: Journey | undefined }[];
  readonly shared: readonly { readonly name: string; readonly revision: number; readonly value: object }[];
  readonly settings: object;
  readonly templates: Readonly<Record<string, string>>;
}

/**
 * How a copy stands to what is kept: `new` (nothing is kept), `same`, `newer` (it has all that is kept, and more),
 * `older` (all of it is kept, and more), `apart` (each has something that the other has not), `damaged` (what is kept
 * can't be read).
 */
export type Standing = 'new' | 'same' | 'newer' | 'older' | 'apart' | 'damaged';

/** Told by the facts, which are only ever added to; a clock or a count of saves may differ between two machines. */
export function standingOf(copy: Journey, kept: Journey): Standing {
  if (same(contentOf(copy), contentOf(kept))) return 'same';
  const [ours, theirs] = [factsOf(kept), factsOf(copy)];
  const lacks = (one: ReadonlyMap<string, string>, other: ReadonlyMap<string, string>) =>
    [...other].some(([id, text]) => one.get(id) !== text);
  const [copyLacks, keptLacks] = [lacks(theirs, ours), lacks(ours, theirs)];
  if (copyLacks === keptLacks) return 'apart';
  return copyLacks ? 'older' : 'newer';
}

const contentOf = ({ profile, facts }: Journey) => ({ profile, facts });

const factsOf = ({ facts }: Journey): Map<string, string> => new Map(facts.map((fact) => [fact.id, canonical(fact)]));

/** The order of keys does not count. */
export const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
