// Criteria: what to ask a staffing agency, why, how to verify the answer, and which answers are a red flag.
import * as v from 'valibot';
import { civilDateShape } from './civil-date.ts';
import { confidenceShape } from './rule.ts';

export const answerIds = ['yes', 'no', 'unknown'] as const;
export type AnswerId = (typeof answerIds)[number];

export const criterionIdShape = v.pipe(
  v.string(),
  v.regex(/^[a-z][a-z0-9-]{0,63}$/, 'is not lower-case words joined by hyphens'),
);

const redFlagShape = v.strictObject({
  /** answers that raise it */
  when: v.pipe(v.array(v.picklist(answerIds)), v.minLength(1)),
  /** what it means and what to do, without blaming anybody */
  text: v.string(),
  /** parts of an offer that raise it too: any penalty, or a payer who is not known */
  offer: v.optional(v.array(v.picklist(['penalty', 'examPayer', 'visascreenPayer', 'petitionPayer'])), []),
});

/** One file of data/criteria. */
export const criterionShape = v.strictObject({
  $schema: v.optional(v.string()),
  id: criterionIdShape,
  /** its place among the criteria; a question about a red flag alone has none */
  number: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1))),
  title: v.string(),
  /** as it is put to the agency; yes is the answer to hope for */
  question: v.string(),
  why: v.string(),
  /** ways to find out whether the answer is true */
  verify: v.pipe(v.array(v.string()), v.minLength(1)),
  /** of what is missing where the answer is no */
  absence: v.strictObject({ proves: v.string(), doesNotProve: v.string() }),
  redFlag: v.optional(redFlagShape),
  notes: v.optional(v.array(v.string()), []),
  source: v.pipe(v.string(), v.minLength(3)),
  checked: civilDateShape,
  confidence: confidenceShape,
});
export type Criterion = v.InferOutput<typeof criterionShape>;

/** Red flags first, because they decide; then the criteria by their numbers. */
export const inOrderOfAsking = (all: readonly Criterion[]): Criterion[] =>
  [...all].sort((one, other) => rank(one) - rank(other) || (one.id < other.id ? -1 : 1));

const rank = ({ redFlag, number = 0 }: Criterion): number => (redFlag ? 0 : 1e6) + number;

/** By its number or its id; upper case does not count. */
export const criterionNamed = (all: readonly Criterion[], typed: string): Criterion | undefined =>
  all.find(({ id, number }) => id === typed.toLowerCase() || String(number) === typed);
