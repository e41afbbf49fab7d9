// What an offer comes to in a year: the parts that are money, each with its arithmetic, and what is missing for a total.
import { type Money, moneyText } from './money.ts';
import type { Offer, OfferPart, PayPeriod, Rate } from './offer.ts';

/** Every week of the year, those of paid leave too: an offer that pays fewer comes to less. */
const PAID_WEEKS = 52;
const TIMES_A_YEAR: Readonly<Record<Exclude<PayPeriod, 'hour'>, number>> = { week: PAID_WEEKS, month: 12, year: 1 };

/** Parts that are added up; what is taken for insurance is taken off. */
export const yearlyParts = ['pay', 'housing', 'match', 'premium'] as const satisfies readonly OfferPart[];
export type YearlyPart = (typeof yearlyParts)[number];

export interface YearlyLine {
  readonly part: YearlyPart;
  /** null: it was said that there is none, or it is no money */
  readonly money: Money | null;
  /** `USD 34 x 36 hours x 52 weeks` */
  readonly how: string;
}

export interface Yearly {
  readonly lines: readonly YearlyLine[];
  /** one for each currency, because nothing is converted */
  readonly totals: readonly Money[];
  /** parts without which the total is not whole */
  readonly missing: readonly OfferPart[];
}

export function yearlyOf(offer: Offer): Yearly {
  const lines: YearlyLine[] = [];
  const missing: OfferPart[] = [];
  for (const part of yearlyParts) {
    const line = lineOf(part, offer);
    if (typeof line === 'string') missing.push(line);
    else lines.push(line);
  }
  // Without the pay nothing is a total.
  const totals = lines.some(({ part }) => part === 'pay') ? totalsOf(lines) : [];
  return { lines, totals, missing: [...new Set(missing)] };
}

/** The line of a part, or the part that is missing for it. */
function lineOf(part: YearlyPart, offer: Offer): YearlyLine | OfferPart {
  const value = offer[part];
  if (value === undefined) return part;
  if (value === 'none') return { part, money: null, how: 'none' };
  if (value === 'provided') return { part, money: null, how: 'provided, and not counted as money' };
  if ('percent' in value) return matchOf(value.percent, offer);
  const sign = part === 'premium' ? -1 : 1;
  const { currency } = value;
  const cents = Math.round(value.amount * 100) * sign;
  if (value.per !== 'hour') {
    const times = TIMES_A_YEAR[value.per];
    return { part, money: inMoney(cents * times, currency), how: howOf(value, times) };
  }
  const { hours } = offer;
  if (hours === undefined) return 'hours';
  return { part, money: inMoney(cents * hours * PAID_WEEKS, currency), how: hourly(value, hours) };
}

/** A share of the pay, which the employer adds where the candidate pays in as much as the plan asks. */
function matchOf(percent: number, offer: Offer): YearlyLine | OfferPart {
  const pay = lineOf('pay', offer);
  if (typeof pay === 'string') return pay;
  if (pay.money === null) return 'pay';
  const { amount, currency } = pay.money;
  return {
    part: 'match',
    money: inMoney(amount * percent, currency),
    how: `${percent} % of the pay, where you pay in`,
  };
}

const hourly = (rate: Rate, hours: number): string =>
  `${moneyText(rate)} × ${hours} hours × ${PAID_WEEKS} weeks, all paid`;

function howOf(rate: Rate, times: number): string {
  const said = `${moneyText(rate)} a ${rate.per}`;
  return times === 1 ? said : `${moneyText(rate)} × ${times} ${rate.per}s`;
}

const inMoney = (cents: number, currency: string): Money => ({ amount: Math.round(cents) / 100, currency });

function totalsOf(lines: readonly YearlyLine[]): Money[] {
  const cents = new Map<string, number>();
  for (const { money } of lines) {
    if (money) cents.set(money.currency, (cents.get(money.currency) ?? 0) + Math.round(money.amount * 100));
  }
  return [...cents].map(([currency, sum]) => inMoney(sum, currency));
}
