// The self-check: which routes of a credential may fit a person's answers. It never decides: only the board does.
import type { Condition, Credential, Question, QuestionId, Route } from './credential.ts';
import { Failure, quote } from './failure.ts';

/** To a question with choices the ids of all that are true, to one of years a whole number. Absent: not answered. */
export type Answers = Readonly<Partial<Record<QuestionId, readonly string[] | number>>>;

/** How the answers stand to one condition; `unclear`: nobody has published whether the answer counts. */
export type Standing = 'met' | 'unmet' | 'unclear' | 'unanswered' | 'unpublished';

export interface Judged {
  /** the condition in words */
  readonly requires: string;
  readonly standing: Standing;
}

export type Fit = 'may-fit' | 'cannot-tell' | 'does-not-seem-to-fit';

/** In the order in which a person wants to read them. */
export const fits: readonly Fit[] = ['may-fit', 'cannot-tell', 'does-not-seem-to-fit'];

export interface RouteFit {
  readonly route: Route;
  readonly fit: Fit;
  /** every condition of the route */
  readonly conditions: readonly Judged[];
  /** those that decided */
  readonly because: readonly Judged[];
}

/** What to ask for a self-check, in order. Empty where no route is known. */
export const questionsOf = ({ questions = [] }: Credential): readonly Question[] => questions;

/** No choice at all is no answer. */
const answerTo = (id: QuestionId, answers: Answers): readonly string[] | number | undefined => {
  const answer = answers[id];
  return typeof answer === 'number' || answer?.length ? answer : undefined;
};

/** The questions that are not answered yet. */
export const openQuestions = (credential: Credential, answers: Answers): readonly Question[] =>
  questionsOf(credential).filter(({ id }) => answerTo(id, answers) === undefined);

const WORKING_LIFE = 60;

/** Reads the answer to a question of years. Fails with `usage`. */
export function parseYears(text: string): number {
  const years = /^\d{1,2}$/.test(text.trim()) ? Number(text) : Number.NaN;
  if (years <= WORKING_LIFE) return years;
  throw new Failure(
    'usage',
    `${quote(text)} is not a number of full years`,
    `Give a whole number from 0 to ${WORKING_LIFE}`,
  );
}

/** What is not known about a credential and about its routes, one sentence each. */
export const unknownsOf = ({ unknown, routes }: Credential): readonly string[] => [
  ...unknown,
  ...routes.flatMap((route) => route.unknown ?? []),
];

/** Every known route in the order of the data, with how it fits and the conditions that decided. */
export function fitOf(credential: Credential, answers: Answers): readonly RouteFit[] {
  return credential.routes.map((route) => {
    const conditions = route.requires.map(
      (requires, index): Judged => ({ requires, standing: standingOf(route.conditions?.[index] ?? null, answers) }),
    );
    return { route, conditions, ...verdict(conditions) };
  });
}

/** One condition that is not met outweighs all; one that can't be told keeps a route from fitting. */
function verdict(conditions: readonly Judged[]): { fit: Fit; because: readonly Judged[] } {
  const unmet = conditions.filter(({ standing }) => standing === 'unmet');
  if (unmet.length > 0) return { fit: 'does-not-seem-to-fit', because: unmet };
  const untold = conditions.filter(({ standing }) => standing !== 'met');
  return untold.length > 0 ? { fit: 'cannot-tell', because: untold } : { fit: 'may-fit', because: conditions };
}

function standingOf(condition: Condition | null, answers: Answers): Standing {
  if (condition === null) return 'unpublished';
  const answer = answerTo(condition.question, answers);
  if (answer === undefined) return 'unanswered';
  if ('atLeastYears' in condition) {
    return typeof answer === 'number' && answer >= condition.atLeastYears ? 'met' : 'unmet';
  }
  const among = (ids: readonly string[]) => typeof answer !== 'number' && answer.some((id) => ids.includes(id));
  if (among(condition.anyOf)) return 'met';
  return among(condition.unclear ?? []) ? 'unclear' : 'unmet';
}
