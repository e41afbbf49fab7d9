// Two journeys of one person become one: the facts of both, and one profile; what differed is kept as a note.
import type { CivilDate } from './civil-date.ts';
import type { Fact, NewFact, Recorder } from './fact.ts';
import { type Journey, recordAll, withFacts } from './journey.ts';
import { changeBetween, joinTags, type Profile, type ProfileField } from './profile.ts';

/** A field that both have, and not the same. */
export interface Difference {
  readonly field: ProfileField;
  readonly first: Profile[ProfileField];
  readonly second: Profile[ProfileField];
  readonly kept: 'first' | 'second';
}

export interface Merge {
  readonly journey: Journey;
  readonly differences: readonly Difference[];
  /** how many facts the second adds */
  readonly added: number;
}

/** Fields in which neither wins: tags are joined, and who asked once not to be written to is not written to. */
export const neverLost: readonly ProfileField[] = ['tags', 'optOut'];

/**
 * The first journey with all that the second holds. Where both have a field the first wins, unless it is to be taken from
 * the second. `say` puts differences into words, for the note. Fails with `usage` where the tags are too many.
 */
export function merge(
  first: Journey,
  second: Journey,
  take: readonly ProfileField[],
  { on, recorder, say }: { on: CivilDate; recorder: Recorder; say: (differences: readonly Difference[]) => string },
): Merge {
  const facts = united(first.facts, second.facts);
  const differences = differencesOf(first.profile, second.profile, take);
  const base = withFacts(first, facts);
  const change = changeBetween(base.profile, mergedProfile(first.profile, second.profile, differences));
  const said = differences.length > 0 ? `. Where they differed: ${say(differences)}` : '';
  const added: NewFact[] = [
    ...(change ? [{ kind: 'profile', on, ...change } as const] : []),
    { kind: 'note', on, text: `Merged with ${second.id}${said}`, merged: second.id },
  ];
  return { journey: recordAll(base, added, recorder), differences, added: facts.length - first.facts.length };
}

/**
 * All facts of both by when they were recorded, each once. Within one journey the order stays, also where a clock was set
 * back: an undo must come after what it takes back.
 */
export function united(first: readonly Fact[], second: readonly Fact[]): Fact[] {
  const known = new Set(first.map(({ id }) => id));
  const ahead = second.filter(({ id }) => !known.has(id));
  const facts: Fact[] = [];
  for (const fact of first) {
    while (ahead[0] && ahead[0].at < fact.at) facts.push(...ahead.splice(0, 1));
    facts.push(fact);
  }
  return [...facts, ...ahead];
}

function differencesOf(first: Profile, second: Profile, take: readonly ProfileField[]): Difference[] {
  const names = Object.keys(second) as ProfileField[];
  return names
    .filter((name) => !neverLost.includes(name) && first[name] !== undefined)
    .filter((name) => JSON.stringify(first[name]) !== JSON.stringify(second[name]))
    .map((field) => ({
      field,
      first: first[field],
      second: second[field],
      kept: take.includes(field) ? 'second' : 'first',
    }));
}

function mergedProfile(first: Profile, second: Profile, differences: readonly Difference[]): Profile {
  const taken = differences.filter(({ kept }) => kept === 'second').map(({ field, second }) => [field, second]);
  const tags = joinTags(first.tags ?? [], second.tags ?? []);
  const { optOut = second.optOut } = first;
  return {
    ...second,
    ...first,
    ...Object.fromEntries(taken),
    ...(tags.length > 0 ? { tags } : {}),
    ...(optOut ? { optOut } : {}),
  };
}
