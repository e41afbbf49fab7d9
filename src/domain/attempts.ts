// Attempts: the facts of a journey, gathered by the application they belong to.
import type { CivilDate } from './civil-date.ts';
import { endOf, isUnknown } from './derivation.ts';
import { examWindow } from './exam-window.ts';
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

export const isStepFact = (fact: Fact): fact is StepFact => (stepIds as readonly string[]).includes(fact.kind);

/** The final result where it is known, else the preliminary one. */
export const resultOf = ({ facts }: Attempt): 'pass' | 'fail' | undefined => facts.scores?.result ?? facts.exam?.result;

/** Failed: on the day of the result. Lapsed: the window's last day, when no exam was taken. */
export function endingOf(attempt: Attempt, rulebook: Rulebook): Ending | undefined {
  const { exam, scores, admission } = attempt.facts;
  if (resultOf(attempt) === 'fail') {
    const on = exam?.result === 'fail' ? exam.on : (scores?.on ?? exam?.on);
    return on && { how: 'failed', on };
  }
  if (exam || scores || !admission) return undefined;
  const window = examWindow(admission, rulebook);
  return isUnknown(window) ? undefined : { how: 'lapsed', on: endOf(window) };
}

/** Whether an attempt was over on a day. A window is still open on its last day. */
export function hasEnded(attempt: Attempt, day: CivilDate, rulebook: Rulebook): boolean {
  const ending = endingOf(attempt, rulebook);
  return ending !== undefined && (ending.how === 'failed' ? ending.on <= day : ending.on < day);
}

/**
 * The attempts that facts (in the order recorded) make as of a day, the running one last.
 * Only an application opens an attempt, once the one before has ended; every other fact completes or
 * corrects the attempt in whose time it falls. An attempt that has ended is followed by one without facts.
 */
export function attemptsOf(facts: readonly Fact[], today: CivilDate, rulebook: Rulebook): readonly Attempt[] {
  const attempts: Attempt[] = [{ number: 1, facts: {}, route: undefined }];
  for (const fact of facts.filter(isStepFact)) {
    const index = placeOf(fact, attempts, rulebook);
    const before = attempts[index] ?? { number: index + 1, facts: {}, route: attempts[index - 1]?.route };
    const route = fact.kind === 'eligibility' ? (fact.route ?? before.route) : before.route;
    attempts[index] = { ...before, route, facts: { ...before.facts, [fact.kind]: fact } };
  }
  const last = attempts.at(-1) as Attempt;
  if (hasEnded(last, today, rulebook)) attempts.push({ number: last.number + 1, facts: {}, route: last.route });
  return attempts;
}

function placeOf(fact: StepFact, attempts: readonly Attempt[], rulebook: Rulebook): number {
  const lastIndex = attempts.length - 1;
  if (fact.kind === 'scores' || fact.kind === 'certificate') {
    const sat = attempts.findLastIndex(({ facts }) => facts.exam !== undefined && facts.exam.on <= fact.on);
    return sat === -1 ? lastIndex : sat;
  }
  const opens = fact.kind === 'application';
  const over = attempts.findIndex((attempt) => {
    const ending = endingOf(attempt, rulebook);
    if (!ending) return true;
    // On the day of a failed exam itself, anything but a new application still belongs to that exam.
    return opens && ending.how === 'failed' ? ending.on > fact.on : ending.on >= fact.on;
  });
  if (over !== -1) return over;
  return opens ? attempts.length : lastIndex;
}
