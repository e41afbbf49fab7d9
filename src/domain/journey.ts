// A journey: one candidate's way to one credential. Facts are only ever appended; undo and redo are facts too.
import * as v from 'valibot';
import { type CivilDate, civilDateShape } from './civil-date.ts';
import { type Fact, factShape, type NewFact, type Recorder } from './fact.ts';
import { isJourneyId } from './journey-id.ts';
import { lineShape } from './text.ts';

/** The version of the stored shape that this program writes; a file with a higher one is refused. */
export const JOURNEY_VERSION = 1;
export const NAME_LIMIT = 200;

export const profileShape = v.strictObject({
  /** as on the passport */
  name: lineShape(NAME_LIMIT),
  /** id of a file of data/credentials, `MLS(ASCPi)` */
  credential: v.pipe(v.string(), v.regex(/^[A-Z]+\(ASCPi\)$/)),
  /** country of education, ISO 3166 alpha-2 */
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  /** the day by which the certificate is wanted */
  target: v.optional(civilDateShape),
  /** IANA time zone of the candidate, `Asia/Manila` */
  zone: v.optional(lineShape(60)),
});
export type Profile = v.InferOutput<typeof profileShape>;

export const journeyShape = v.strictObject({
  version: v.literal(JOURNEY_VERSION),
  id: v.pipe(v.string(), v.check(isJourneyId, 'is not an id of a journey')),
  /** counts the times it was saved; a save that does not follow the stored one is a conflict */
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  profile: profileShape,
  facts: v.array(factShape),
});
export type Journey = v.InferOutput<typeof journeyShape>;

export const beginJourney = (id: string, profile: Profile): Journey => ({
  version: JOURNEY_VERSION,
  id,
  revision: 1,
  profile,
  facts: [],
});

/** The journey with one more fact, one revision later. */
export function record(journey: Journey, fact: NewFact, recorder: Recorder): Journey {
  const { by, at, newId } = recorder;
  const recorded = { id: newId(), at, by, ...fact } as Fact;
  return { ...journey, revision: journey.revision + 1, facts: [...journey.facts, recorded] };
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
  for (const fact of journey.facts) {
    if (fact.kind === 'undo') {
      const index = done.findLastIndex(({ id }) => id === fact.of);
      if (index >= 0) taken.push(...done.splice(index, 1));
    } else if (fact.kind === 'redo') {
      const index = taken.findLastIndex(({ id }) => id === fact.of);
      if (index >= 0) done.push(...taken.splice(index, 1));
    } else {
      done.push(fact);
      taken = [];
    }
  }
  const held = new Set(done.map(({ id }) => id));
  const undone = new Set(
    journey.facts.filter(({ id, kind }) => !held.has(id) && !isAboutFacts(kind)).map(({ id }) => id),
  );
  const last = done.findLast(({ on }) => today === undefined || on <= today);
  return { undone, last, redoable: taken.at(-1) };
}

const isAboutFacts = (kind: Fact['kind']) => kind === 'undo' || kind === 'redo';

/** The facts that stand on a day, in the order recorded: not taken back, and not dated later. */
export function factsOn(journey: Journey, today: CivilDate): Fact[] {
  const { undone } = standing(journey);
  return journey.facts.filter(({ id, on, kind }) => !isAboutFacts(kind) && !undone.has(id) && on <= today);
}
