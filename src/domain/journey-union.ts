// Two copies of one journey made one: facts are told apart by their ids, and nothing is overwritten in silence.
import { type Journey, withFacts } from './journey.ts';
import { united } from './merge.ts';
import { changeBetween, type Profile, type ProfileField } from './profile.ts';

export interface Clash {
  /** `profile.email`, or `facts.3` of theirs */
  readonly path: string;
  readonly mine: unknown;
  readonly theirs: unknown;
}

export interface Union {
  /** mine, with the facts that only theirs has; its revision is that of mine */
  readonly journey: Journey;
  /** the profile that theirs would have */
  readonly theirProfile: Profile;
  readonly clashes: readonly Clash[];
}

export function unite(mine: Journey, theirs: Journey): Union {
  const known = new Map(mine.facts.map((fact) => [fact.id, fact]));
  const factClashes = theirs.facts.flatMap((fact, index): Clash[] => {
    const own = known.get(fact.id);
    const isSame = own === undefined || same(own, fact);
    return isSame ? [] : [{ path: `facts.${index}`, mine: own, theirs: fact }];
  });
  const facts = united(mine.facts, theirs.facts);
  const journey = withFacts(mine, facts);
  const theirProfile = withFacts(theirs, facts).profile;
  const set = changeBetween(journey.profile, theirProfile)?.set ?? {};
  const profileClashes = (Object.keys(set) as ProfileField[]).map((field) => ({
    path: `profile.${field}`,
    mine: journey.profile[field] ?? null,
    theirs: theirProfile[field] ?? null,
  }));
  return { journey, theirProfile, clashes: [...profileClashes, ...factClashes] };
}

/** The order of keys does not count. */
const same = (one: unknown, other: unknown): boolean => canonical(one) === canonical(other);

const canonical = (value: unknown): string =>
  JSON.stringify(value, (_key, held: unknown) =>
    typeof held === 'object' && held !== null && !Array.isArray(held)
      ? Object.fromEntries(Object.entries(held).sort(([a], [b]) => (a < b ? -1 : 1)))
      : held,
  );
