// An offer: what an agency or an employer gives, part by part, as it was said; a part that nobody spoke of is missing.
import * as v from 'valibot';
import { lineShape } from './text.ts';

export const INSURANCE_LIMIT = 200;

const money = {
  amount: v.pipe(v.number(), v.finite(), v.minValue(0)),
  currency: v.pipe(v.string(), v.regex(/^[A-Z]{3}$/)),
};
const moneyShape = v.strictObject(money);

export const payPeriods = ['hour', 'week', 'month', 'year'] as const;
export type PayPeriod = (typeof payPeriods)[number];

/** Money for a time: 34 dollars an hour. */
const rateShape = v.strictObject({ ...money, per: v.picklist(payPeriods) });
export type Rate = v.InferOutput<typeof rateShape>;

const shareShape = v.strictObject({ percent: v.pipe(v.number(), v.minValue(0), v.maxValue(100)) });

/** It was said that there is none, which is an answer. */
const none = v.literal('none');

export const payers = ['agency', 'employer', 'me', 'unknown'] as const;
const payerShape = v.picklist(payers);
export const familyAnswers = ['yes', 'no', 'unknown'] as const;

/** Every part with the shape of its value. */
const shapes = {
  pay: rateShape,
  /** a week */
  hours: v.pipe(v.number(), v.minValue(0.01), v.maxValue(168)),
  /** `provided`: a place to live, and no money for one */
  housing: v.union([rateShape, none, v.literal('provided')]),
  /** which insurance it brings, in words */
  insurance: lineShape(INSURANCE_LIMIT),
  /** what is taken from the pay for insurance */
  premium: v.union([rateShape, none]),
  /** what the employer adds to a 401(k), of the pay or as money */
  match: v.union([rateShape, shareShape, none]),
  /** for leaving early */
  penalty: v.union([moneyShape, none]),
  examPayer: payerShape,
  visascreenPayer: payerShape,
  petitionPayer: payerShape,
  familyVisas: v.picklist(familyAnswers),
} as const;

const nullable = <const S extends v.GenericSchema>(shape: S) => v.optional(v.nullable(shape));

/** Parts as they were said on one occasion; null takes back what was said before. */
export const offerChangeShape = v.strictObject({
  pay: nullable(shapes.pay),
  hours: nullable(shapes.hours),
  housing: nullable(shapes.housing),
  insurance: nullable(shapes.insurance),
  premium: nullable(shapes.premium),
  match: nullable(shapes.match),
  penalty: nullable(shapes.penalty),
  examPayer: nullable(shapes.examPayer),
  visascreenPayer: nullable(shapes.visascreenPayer),
  petitionPayer: nullable(shapes.petitionPayer),
  familyVisas: nullable(shapes.familyVisas),
} satisfies Record<OfferPart, v.GenericSchema>);
export type OfferChange = v.InferOutput<typeof offerChangeShape>;

export type OfferPart = keyof typeof shapes;
export type Offer = { readonly [K in OfferPart]?: v.InferOutput<(typeof shapes)[K]> };

/** The parts in the order in which they are read: as a label, and inside a sentence. */
export const offerParts: Readonly<Record<OfferPart, { readonly title: string; readonly name: string }>> = {
  pay: { title: 'Pay', name: 'pay' },
  hours: { title: 'Hours a week', name: 'hours a week' },
  housing: { title: 'Housing', name: 'housing' },
  insurance: { title: 'Insurance', name: 'insurance' },
  premium: { title: 'Insurance you pay', name: 'what you pay for insurance' },
  match: { title: '401(k) match', name: '401(k) match' },
  penalty: { title: 'Penalty for leaving', name: 'penalty for leaving early' },
  examPayer: { title: 'Exam paid by', name: 'who pays for the exam' },
  visascreenPayer: { title: 'VisaScreen paid by', name: 'who pays for VisaScreen' },
  petitionPayer: { title: 'Petition paid by', name: 'who pays for the petition' },
  familyVisas: { title: 'Family visas', name: 'visas for the family' },
};
export const offerPartIds = Object.keys(offerParts) as OfferPart[];

/** Parts inside a sentence: `pay, hours a week`. */
export const partNames = (parts: readonly OfferPart[]): string => parts.map((id) => offerParts[id].name).join(', ');

/** Parts that nobody spoke of, or could not name. */
export const missingParts = (offer: Offer): OfferPart[] =>
  offerPartIds.filter((id) => offer[id] === undefined || offer[id] === 'unknown');

/** An offer after what was said later: a new word on a part takes the place of the old one. */
export function offerAfter(before: Offer, change: OfferChange): Offer {
  const all = { ...before, ...change };
  return Object.fromEntries(offerPartIds.flatMap((id) => (all[id] == null ? [] : [[id, all[id]]]))) as Offer;
}

/** Whether a part is a reason to stop and ask: any penalty, and a payer that nobody could name. */
export function isAlarming(part: OfferPart, { [part]: value }: Offer): boolean {
  if (value === 'unknown') return part !== 'familyVisas';
  return part === 'penalty' && typeof value === 'object' && 'amount' in value && value.amount > 0;
}
