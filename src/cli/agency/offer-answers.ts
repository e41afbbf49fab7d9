// The parts of an offer as they are typed, each read into its value.
import { Failure, quote } from '../../domain/failure.ts';
import {
  familyAnswers,
  INSURANCE_LIMIT,
  type Offer,
  type OfferChange,
  type OfferPart,
  offerPartIds,
  type PayPeriod,
  payers,
  payPeriods,
  type Rate,
} from '../../domain/offer.ts';
import { parseMoney } from '../../domain/rule.ts';
import type { Options } from '../command.ts';
import { choiceAnswer, flagOf, given, lineAnswer } from '../commands/answers.ts';

/** Typed in place of a part, it takes the part back. */
const LEFT_OUT = '-';

/** Each reads the option of its name. Fails with `usage`. */
const readers: { readonly [K in OfferPart]: (options: Options, text: string) => Offer[K] } = {
  pay: (_, text) => rate('pay', text),
  hours: (_, text) => hours(text),
  housing: (_, text) => word(text, ['none', 'provided']) ?? rate('housing', text, 'none or provided'),
  insurance: (options) => lineAnswer(options, 'insurance', INSURANCE_LIMIT),
  premium: (_, text) => word(text, ['none']) ?? rate('premium', text, 'none'),
  match: (_, text) => word(text, ['none']) ?? share(text) ?? rate('match', text, '4% or none'),
  penalty: (_, text) => word(text, ['none']) ?? sum('penalty', text),
  examPayer: (options) => choiceAnswer(options, 'examPayer', payers),
  visascreenPayer: (options) => choiceAnswer(options, 'visascreenPayer', payers),
  petitionPayer: (options) => choiceAnswer(options, 'petitionPayer', payers),
  familyVisas: (options) => choiceAnswer(options, 'familyVisas', familyAnswers),
};

/** What was typed of an offer; null where a part is taken back. Undefined where nothing was typed. */
export function offerAnswers(options: Options): OfferChange | undefined {
  const typed = offerPartIds.flatMap((part) => {
    const text = given(options, part);
    return text === undefined ? [] : [[part, text === LEFT_OUT ? null : readers[part](options, text)]];
  });
  return typed.length === 0 ? undefined : (Object.fromEntries(typed) as OfferChange);
}

const word = <const T extends string>(text: string, words: readonly T[]): T | undefined =>
  words.find((each) => each === text.toLowerCase());

const refused = (part: OfferPart, text: string, hint: string): Failure =>
  new Failure('usage', `${quote(text)} is not an answer to ${flagOf(part)}`, hint);

/** `34USD/hour` */
function rate(part: OfferPart, text: string, otherwise?: string): Rate {
  const [amount = '', per = '', ...more] = text.split('/');
  const money = parseMoney(amount);
  const period = payPeriods.find((each): each is PayPeriod => each === per.trim().toLowerCase());
  if (money && period && more.length === 0) return { ...money, per: period };
  const example = part === 'pay' ? '34USD/hour or 70000USD/year' : '500USD/month';
  const forms = `Write it like ${example}${otherwise ? `, or ${otherwise}` : ''}`;
  throw refused(part, text, `${forms}. Periods: ${payPeriods.join(', ')}`);
}

function sum(part: OfferPart, text: string) {
  const money = parseMoney(text);
  if (money) return money;
  throw refused(part, text, 'Write it like 5000USD, or none');
}

/** `4%` of the pay */
function share(text: string): { percent: number } | undefined {
  const match = /^(\d{1,3}(?:\.\d{1,2})?) ?%$/.exec(text.trim());
  const percent = Number(match?.[1]);
  return match && percent <= 100 ? { percent } : undefined;
}

const MOST_HOURS = 24 * 7;

function hours(text: string): number {
  const count = /^\d{1,3}(\.\d{1,2})?$/.test(text.trim()) ? Number(text) : 0;
  if (count > 0 && count <= MOST_HOURS) return count;
  throw refused('hours', text, `Give the hours of a week, from 1 to ${MOST_HOURS}, such as 36 or 37.5`);
}
