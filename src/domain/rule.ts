// Rules: dated, sourced values, and which of them was in force on a day.
import * as v from 'valibot';
import { type CivilDate, civilDateShape } from './civil-date.ts';
import { describePeriod, type Period, parsePeriod, periodShape } from './period.ts';
import { describeLadder, parseLadder } from './rungs.ts';

export const confidenceShape = v.picklist(['high', 'medium', 'low']);
export type Confidence = v.InferOutput<typeof confidenceShape>;

const positive = v.pipe(v.number(), v.minValue(0));
const monthDay = v.pipe(v.string(), v.regex(/^\d{2}-\d{2}$/, 'is not a day of the year written MM-DD'));

/** The unit is in the value. */
export const ruleValueShape = v.union(
  [
    periodShape,
    v.strictObject({ from: periodShape, to: periodShape }),
    v.strictObject({ count: positive }),
    v.strictObject({ amount: positive, currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)) }),
    v.strictObject({ passing: positive, min: positive, max: positive }),
    v.strictObject({ points: positive, areas: v.record(v.string(), positive) }),
    v.strictObject({ questions: positive, minutes: positive }),
    v.strictObject({ megabytes: positive }),
    v.strictObject({ closedFrom: monthDay, closedTo: monthDay }),
    v.strictObject({
      daysBefore: v.pipe(v.array(v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(400))), v.maxLength(40)),
      onceAfter: v.boolean(),
    }),
  ],
  'is not a value with its unit, such as {"months": 3} or {"amount": 20, "currency": "USD"}',
);
export type RuleValue = v.InferOutput<typeof ruleValueShape>;

const datedValueShape = v.strictObject({
  /** first day in force; null where nobody published it, and the value then holds for all days before the next */
  from: v.nullable(civilDateShape),
  value: ruleValueShape,
  /** who published it, where, and when */
  source: v.pipe(v.string(), v.minLength(3)),
  checked: civilDateShape,
  confidence: confidenceShape,
  note: v.optional(v.string()),
});
export type DatedValue = v.InferOutput<typeof datedValueShape>;

/** One file of data/rules. */
export const ruleShape = v.strictObject({
  $schema: v.optional(v.string()),
  id: v.pipe(v.string(), v.regex(/^[a-z][a-z0-9-]*$/, 'is not lower-case words joined by hyphens')),
  title: v.string(),
  /** a rule binds; advice is this tool's own recommendation; an assumption is a length that nobody has published */
  kind: v.picklist(['rule', 'advice', 'assumption']),
  /** one sentence in the product's own words */
  summary: v.string(),
  values: v.pipe(v.array(datedValueShape), v.minLength(1)),
});
export type Rule = v.InferOutput<typeof ruleShape>;

/** A value as it acts on a day: the rule's own, or the user's in its place. */
export interface RuleInForce {
  readonly id: string;
  readonly title: string;
  readonly kind: Rule['kind'];
  readonly value: RuleValue;
  readonly source: string;
  readonly checked: CivilDate;
  readonly confidence: Confidence;
  readonly from: CivilDate | null;
  readonly note?: string | undefined;
  /** what the rule itself says, where the user's own value stands in its place */
  readonly replaces?: RuleValue;
}

/** The dated value in force on a day, or undefined before the first. Values stand oldest first. */
export function valueOn(rule: Rule, day: CivilDate): DatedValue | undefined {
  return rule.values.findLast(({ from }) => from === null || from <= day);
}

/** `3 calendar months`, `6 weeks to 8 weeks`, `USD 20` */
export function describeValue(value: RuleValue): string {
  if ('count' in value) return String(value.count);
  if ('amount' in value) return `${value.currency} ${value.amount}`;
  if ('passing' in value) return `${value.passing} on a scale of ${value.min} to ${value.max}`;
  if ('points' in value) return `${value.points} points`;
  if ('questions' in value) return `${value.questions} questions in ${value.minutes} minutes`;
  if ('megabytes' in value) return `${value.megabytes} MB`;
  if ('closedFrom' in value) return `from ${value.closedFrom} to ${value.closedTo} (month-day)`;
  if ('daysBefore' in value) return describeLadder(value);
  if ('from' in value) return `${describePeriod(value.from)} to ${describePeriod(value.to)}`;
  return describePeriod(value);
}

/** Reads a user's own value: `90d`, `6w..8w`, `5`, `240USD`, `30,7,1,0,after`; it must have the unit family of `like`. Undefined when it is none. */
export function parseValue(text: string, like: RuleValue): RuleValue | undefined {
  if ('count' in like) return /^\d{1,4}$/.test(text) ? { count: Number(text) } : undefined;
  if ('amount' in like) return parseMoney(text);
  if ('daysBefore' in like) return parseLadder(text);
  const calendar = 'businessDays' in like ? like.calendar : 'us-federal';
  if ('from' in like) {
    // A single length is both ends of the range.
    const ends = text.includes('..') ? text.split('..') : [text, text];
    const [from, to] = ends.map((end) => parsePeriod(end, calendar));
    return ends.length === 2 && from && to && isOrdered(from, to) ? { from, to } : undefined;
  }
  const isPeriod = ['days', 'weeks', 'months', 'years', 'businessDays'].some((unit) => unit in like);
  return isPeriod ? parsePeriod(text, calendar) : undefined;
}

/** Rough lengths in days, only to see whether a range is the wrong way round. */
const ROUGHLY = { days: 1, weeks: 7, months: 30, years: 365, businessDays: 1.4 } as const;

function isOrdered(from: Period, to: Period): boolean {
  const roughly = (period: Period) =>
    Object.entries(ROUGHLY).reduce((sum, [unit, days]) => sum + days * Number((period as never)[unit] ?? 0), 0);
  return roughly(from) <= roughly(to);
}

/** Reads `240USD` or `USD 240`. */
export function parseMoney(text: string): { amount: number; currency: string } | undefined {
  const match = /^(?:([A-Z]{3}) ?)?(\d{1,7}(?:\.\d{1,2})?) ?([A-Z]{3})?$/i.exec(text.trim());
  const currency = (match?.[1] ?? match?.[3])?.toUpperCase();
  if (!match || !currency || (match[1] && match[3])) return undefined;
  return { amount: Number(match[2]), currency };
}
