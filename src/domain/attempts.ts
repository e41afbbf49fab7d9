// Attempts: the facts of a journey, gathered by the application they belong to.
import type { CivilDate } from './civil-date.ts';
import { windowEnd } from './exam-window.ts';
import type { Fact, FactOf } from './fact.ts';
import type { Rulebook } from './rulebook.ts';
import { type StepId, stepIds } from './steps.ts';

export type StepFacts = { readonly [K in StepId]?: FactOf<K> };
export type StepFact = FactOf<StepId>;

export interface Attempt {
  /** from 1 */
  readonly number: number;
  /** the last recorded fact of each step */
  readonly facts: StepFacts;
  /** the route it counts under, carried over from earlier attempts */
  readonly route: number | undefined;
}

/** How an attempt ended, or undefined while it runs or once it is passed. */
export type Ending = { readonly how: 'failed' | 'lapsed'; readonly on: CivilDate };

const isStepFact = (fact: Fact): fact is StepFact => (stepIds as readonly string[]).includes(fact.kind);

/** The final result where it is known, else the preliminary one. */
export const resultOf = ({ facts }: Attempt): 'pass' | 'fail' | undefined => facts.scores?.result ?? facts.exam?.result;

/** Failed: on the day of the result. Lapsed: the window's last day, when no exam was taken. */
export function endingOf(attempt: Attempt, rulebook: Rulebook): Ending | undefined {
  const { exam, scores, certificate } = attempt.facts;
  if (resultOf(attempt) === 'fail') {
    const on = exam?.result === 'fail' ? exam.on : (scores?.on ?? exam?.on);
    return on && { how: 'failed', on };
  }
  if (exam || scores || certificate) return undefined;
  const on = windowEnd(attempt.facts, rulebook);
  return on && { how: 'lapsed', on };
}

/** Whether an attempt was over on a day. A window is still open on its last day. */
function hasEnded(attempt: Attempt, day: CivilDate, rulebook: Rulebook): boolean {
  const ending = endingOf(attempt, rulebook);
  return ending !== undefined && (ending.how === 'failed' ? ending.on <= day : ending.on < day);
}

/**
 * The attempts that facts (in the order recorded) make as of a day, the running one last.
 * An application opens an attempt once the one before has ended; after a failed exam a new notification or booking does
 * too, because it can't belong to that exam. Every other fact completes or corrects the attempt in whose time it falls.
 * An attempt that has ended is followed by one without facts.
 */
export function attemptsOf(facts: readonly Fact[], today: CivilDate, rulebook: Rulebook): readonly Attempt[] {
  const attempts: Attempt[] = [{ number: 1, facts: {}, route: undefined }];
  const routes: { readonly index: number; readonly fact: FactOf<'eligibility'> }[] = [];
  for (const fact of facts.filter(isStepFact)) {
    const index = placeOf(fact, attempts, rulebook);
    // Eligibility outlives attempts: it opens none, and holds from its own on.
    if (fact.kind === 'eligibility') routes.push({ index, fact });
    else attempts[index] = withFact(attempts[index] ?? empty(index + 1), fact);
  }
  while (hasEnded(inFull(attempts, attempts.length - 1, rulebook), today, rulebook)) {
    attempts.push(empty(attempts.length + 1));
  }
  return attempts.map((_, index) => {
    const attempt = inFull(attempts, index, rulebook);
    // One meant for an attempt that then never began belongs to the last.
    const own = routes.findLast((each) => Math.min(each.index, attempts.length - 1) === index)?.fact;
    const known = routes.filter(({ fact }) => fact.route !== undefined).sort((a, b) => a.index - b.index);
    const route = (known.findLast((each) => each.index <= index) ?? known[0])?.fact.route;
    return { ...attempt, route, facts: own ? { eligibility: own, ...attempt.facts } : attempt.facts };
  });
}

/** The running attempt, or the one that has ended before it as long as nothing has begun another. */
export function attemptInSight(attempts: readonly Attempt[]): Attempt {
  const running = attempts.at(-1) as Attempt;
  return isUntouched(running) ? (attempts.at(-2) ?? running) : running;
}

const empty = (number: number): Attempt => ({ number, facts: {}, route: undefined });

/** With what it carries over: after a failed exam the application, where that outlives the exam. */
function inFull(attempts: readonly Attempt[], index: number, rulebook: Rulebook): Attempt {
  const attempt = attempts[index] as Attempt;
  if (rulebook.steps.again === 'application' || index === 0 || attempt.facts.application) return attempt;
  const before = inFull(attempts, index - 1, rulebook);
  const { application } = before.facts;
  const outlives = application && endingOf(before, rulebook)?.how === 'failed';
  return outlives ? { ...attempt, facts: { application, ...attempt.facts } } : attempt;
}

const withFact = (attempt: Attempt, fact: StepFact): Attempt => ({
  ...attempt,
  facts: { ...attempt.facts, [fact.kind]: fact },
});

/** Whether nothing of an attempt has happened yet: eligibility alone is carried into it. */
export const isUntouched = ({ facts }: Attempt): boolean => Object.keys(facts).every((kind) => kind === 'eligibility');

function placeOf(fact: StepFact, attempts: readonly Attempt[], rulebook: Rulebook): number {
  const lastIndex = attempts.length - 1;
  if (fact.kind === 'scores' || fact.kind === 'certificate') {
    // An attempt that had come as far as its notification; scores of the one before may still come after a new application.
    const came = attempts.findLastIndex(({ facts }) =>
      [facts.exam, facts.admission].some((each) => each !== undefined && each.on <= fact.on),
    );
    return came === -1 ? lastIndex : came;
  }
  const running = attempts.findIndex((_, index) => !isOverFor(fact, inFull(attempts, index, rulebook), rulebook));
  if (fact.kind === 'exam') {
    // An exam belongs to the last attempt that had begun; without one it corrects the exam before.
    const begun = attempts.findLastIndex(({ facts }) => (beginOf(facts) ?? fact.on) <= fact.on && !isBlank(facts));
    return begun === -1 ? lastIndex : begun;
  }
  if (running !== -1) return running;
  const last = inFull(attempts, lastIndex, rulebook);
  const opens =
    fact.kind === 'application' || fact.kind === 'eligibility' || endingOf(last, rulebook)?.how === 'failed';
  return opens ? attempts.length : lastIndex;
}

const beginOf = ({ application, admission, schedule }: StepFacts) => (application ?? admission ?? schedule)?.on;

const isBlank = (facts: StepFacts) => Object.keys(facts).length === 0;

/** On the day of a failed exam itself, anything but a new application still belongs to that exam. */
function isOverFor(fact: StepFact, attempt: Attempt, rulebook: Rulebook): boolean {
  const ending = endingOf(attempt, rulebook);
  if (!ending) return false;
  return fact.kind === 'application' && ending.how === 'failed' ? ending.on <= fact.on : ending.on < fact.on;
}
