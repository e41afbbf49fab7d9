// A journey: one candidate's way to one credential. Facts are only ever appended; undo and redo are facts too.
import * as v from 'valibot';
import type { CivilDate } from './civil-date.ts';
import { type Fact, factByKind, type NewFact, type Recorder } from './fact.ts';
import { isJourneyId } from './journey-id.ts';
import { type Profile, profileAfter, profileShape } from './profile.ts';

/** The version of the stored shape that this program writes; a file with a higher one is refused. */
export const JOURNEY_VERSION = 1;
export const journeyShape = v.strictObject({
  version: v.literal(JOURNEY_VERSION),
  id: v.pipe(v.string(), v.check(isJourneyId, 'is not an id of a journey')),
  /** counts the times it was saved; a save that does not follow the stored one is a conflict */
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  profile: profileShape,
  facts: v.array(factByKind),
});
export type Journey = v.InferOutput<typeof journeyShape>;

/** Whose journey it is. */
export type Who = Pick<Journey, 'id' | 'profile'>;

export const beginJourney = (id: string, profile: Profile): Journey => ({
  version: JOURNEY_VERSION,
  id,
  revision: 1,
  profile,
  facts: [],
});

/** The journey with one more fact, one revision later. */
export const record = (journey: Journey, fact: NewFact, recorder: Recorder): Journey =>
  recordAll(journey, [fact], recorder);

/** The journey with some more facts, all of one revision. */
export function recordAll(journey: Journey, added: readonly NewFact[], { by, host, at, newId }: Recorder): Journey {
  const where = host === undefined ? {} : { host };
  const recorded = added.map((fact) => ({ id: newId(), at, by, ...where, ...fact }) as Fact);
  return withFacts({ ...journey, revision: journey.revision + 1 }, [...journey.facts, ...recorded]);
}

/** The journey with these facts in place of its own, and the profile that they make. */
export function withFacts(journey: Journey, facts: readonly Fact[]): Journey {
  const after = { ...journey, facts: [...facts] };
  const { undone } = standing(after);
  const changes = facts.flatMap((fact) => (fact.kind === 'profile' ? [{ ...fact, stands: !undone.has(fact.id) }] : []));
  return changes.length === 0 ? after : { ...after, profile: profileAfter(journey.profile, changes) };
}

interface Standing {
  /** ids of facts taken back */
  readonly undone: ReadonlySet<string>;
  /** the fact that `undo` would take back */
  readonly last: Fact | undefined;
  /** the fact that `redo` would bring back; a new fact leaves nothing to redo */
  readonly redoable: Fact | undefined;
}

/** As of a day, what happened later can't be taken back: it is not in sight. */
export function standing(journey: Journey, today?: CivilDate): Standing {
  const done: Fact[] = [];
  let taken: Fact[] = [];
  // Where two journeys became one, a fact of the other may stand between taking back and bringing back.
  const undoneOnce = new Map<string, Fact>();
  for (const fact of journey.facts) {
    if (fact.kind === 'undo') {
      const index = done.findLastIndex(({ id }) => id === fact.of);
      for (const each of index >= 0 ? done.splice(index, 1) : []) {
        taken.push(each);
        undoneOnce.set(each.id, each);
      }
    } else if (fact.kind === 'redo') {
      const back = undoneOnce.get(fact.of);
      if (back && undoneOnce.delete(back.id)) done.push(back);
      taken = taken.filter(({ id }) => id !== fact.of);
    } else if (fact.kind !== 'reminder') {
      done.push(fact);
      taken = [];
    }
  }
  const held = new Set(done.map(({ id }) => id));
  const undone = new Set(journey.facts.filter(({ id, kind }) => !held.has(id) && !isForGood(kind)).map(({ id }) => id));
  const last = done.findLast((fact) => today === undefined || fact.on <= today || isRecordedBy(fact, today));
  return { undone, last, redoable: taken.at(-1) };
}

/** A fact of a later day was forced: it can be taken back from the day on which it was recorded. */
export const isRecordedBy = ({ forced, at }: Fact, today: CivilDate): boolean =>
  forced === true && at.slice(0, 10) <= today;

const isAboutFacts = (kind: Fact['kind']) => kind === 'undo' || kind === 'redo';

/** A message that was sent can't be taken back. */
const isForGood = (kind: Fact['kind']) => isAboutFacts(kind) || kind === 'reminder';

/** The facts that stand on a day, in the order recorded: not taken back, and not dated later. */
export function factsOn(journey: Journey, today: CivilDate): Fact[] {
  // Most journeys take nothing back, and finding out what stands takes time.
  if (!journey.facts.some(({ kind }) => isAboutFacts(kind))) return journey.facts.filter(({ on }) => on <= today);
  const { undone } = standing(journey);
  return journey.facts.filter(({ id, on, kind }) => !isAboutFacts(kind) && !undone.has(id) && on <= today);
}
