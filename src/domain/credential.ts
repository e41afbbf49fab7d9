// Credentials: what can be earned, by which routes, with which documents, and what nobody has published.
import * as v from 'valibot';
import { civilDateShape } from './civil-date.ts';
import { confidenceShape } from './rule.ts';
import { type BoardId, boardOf, credentialId } from './steps-tables.ts';

/** What a self-check asks, in this order, for every credential whose routes are known. */
export const questionIds = ['degree', 'training', 'experience'] as const;
export type QuestionId = (typeof questionIds)[number];

const choiceId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'is not lower-case words joined by hyphens'));
const choiceShape = v.strictObject({ id: choiceId, title: v.string() });

const asked = {
  id: v.picklist(questionIds),
  text: v.string(),
  /** why it is asked, and what its hard words mean */
  help: v.string(),
};
/** Several choices may be true of one person; `none` stands alone. */
const choiceQuestionShape = v.strictObject({ ...asked, choices: v.pipe(v.array(choiceShape), v.minLength(2)) });
export type ChoiceQuestion = v.InferOutput<typeof choiceQuestionShape>;

const questionShape = v.union(
  [choiceQuestionShape, v.strictObject({ ...asked, years: v.literal(true) })],
  'is not a question with its choices, or with "years": true',
);
export type Question = v.InferOutput<typeof questionShape>;

const conditionShape = v.union(
  [
    v.strictObject({
      question: v.picklist(questionIds),
      /** choices that meet it */
      anyOf: v.array(choiceId),
      /** choices of which nobody has published whether they meet it */
      unclear: v.optional(v.array(choiceId)),
    }),
    v.strictObject({
      question: v.picklist(questionIds),
      atLeastYears: v.pipe(v.number(), v.integer(), v.minValue(1)),
    }),
  ],
  'is not a condition such as {"question": "degree", "anyOf": ["none"]} or {"question": "experience", "atLeastYears": 3}',
);
export type Condition = v.InferOutput<typeof conditionShape>;

const routeShape = v.strictObject({
  /** the board's own number; numbers have holes and change, so never a position in a list */
  number: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** each line one condition, all of which must hold */
  requires: v.array(v.string()),
  /** the same conditions for machines, one for each line; null where nobody has published enough to tell */
  conditions: v.optional(v.array(v.nullable(conditionShape))),
  /** ids of items in data/checklists */
  documents: v.array(v.string()),
  source: v.string(),
  checked: civilDateShape,
  confidence: confidenceShape,
  note: v.optional(v.string()),
  /** what is not known about this route; each sentence names it, because it is also read without it */
  unknown: v.optional(v.array(v.string())),
});
export type Route = v.InferOutput<typeof routeShape>;

/** One file of data/credentials. */
export const credentialShape = v.strictObject({
  $schema: v.optional(v.string()),
  /** what is printed behind a name, `MLS(ASCPi)` */
  id: v.pipe(v.string(), v.regex(credentialId)),
  /** `MLS` */
  code: v.pipe(v.string(), v.regex(/^[A-Z]+$/)),
  title: v.string(),
  level: v.picklist(['technician', 'technologist', 'specialist']),
  /** older or other names people type */
  aliases: v.array(v.string()),
  page: v.string(),
  routes: v.array(routeShape),
  /** what a self-check asks; absent where no route is known */
  questions: v.optional(v.array(questionShape)),
  /** what is not known about it, one sentence each */
  unknown: v.array(v.string()),
  source: v.string(),
  checked: civilDateShape,
  confidence: confidenceShape,
});
export type Credential = v.InferOutput<typeof credentialShape>;

/** Finds a credential by `MLS(ASCPi)`, or by `MLS` or an alias among those of one board, in any case. */
export function findCredential(
  credentials: readonly Credential[],
  text: string,
  board: BoardId = 'ASCPi',
): Credential | undefined {
  const wanted = text.trim().toLowerCase();
  const named = (names: readonly string[]) => names.some((name) => name.toLowerCase() === wanted);
  return (
    credentials.find(({ id }) => named([id])) ??
    credentials.find(({ id, code, aliases }) => boardOf(id) === board && named([code, ...aliases]))
  );
}

/** What a person types for it: `MLS`, and of another board `MLS(AMT)`. */
export const shortName = ({ id, code }: Credential): string => (boardOf(id) === 'ASCPi' ? code : id);

/** Those of the usual board before those of others, which are chosen rarely. */
export const usualFirst = (credentials: readonly Credential[]): readonly Credential[] =>
  [...credentials].sort((one, other) => rank(one) - rank(other));

const rank = ({ id }: Credential): number => (boardOf(id) === 'ASCPi' ? 0 : 1);

/** `MLS` of `MLS(ASCPi)`. */
export const codeOf = (id: string): string => id.replace(/\(.*$/, '');
