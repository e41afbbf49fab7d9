// Money: fees paid, and what a lapse today would cost.
import type { Attempt } from './attempts.ts';
import type { RuleInForce } from './rule.ts';
import type { Rulebook } from './rulebook.ts';
import type { Timeline } from './timeline.ts';

export interface Money {
  readonly amount: number;
  readonly currency: string;
}

/** `USD 63,648`, `PHP 120,000.50`: the same in every locale. */
export function moneyText({ amount, currency }: Money): string {
  const [whole = '', cents] = Math.abs(amount).toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${amount < 0 ? '-' : ''}${currency} ${grouped}${cents === '00' ? '' : `.${cents}`}`;
}

export interface Fees {
  /** recorded, summed by currency */
  readonly paid: readonly Money[];
  /** the fee of the running attempt as long as its exam is not taken; null where nothing is at risk */
  readonly atRisk: Money | null;
  /** whether that fee was recorded, or is the last known one; null where it is not known at all */
  readonly atRiskBasis: 'fact' | 'rule' | null;
}

const feeOf = ({ facts }: Attempt): Money | undefined => facts.application?.fee;

/** `code` is the credential's, whose last known fee stands in where none was recorded. */
export function feesOf({ attempts, running, today }: Timeline, code: string, rulebook: Rulebook): Fees {
  const sums = new Map<string, number>();
  for (const fee of attempts.map(feeOf)) if (fee) sums.set(fee.currency, (sums.get(fee.currency) ?? 0) + fee.amount);
  const paid = [...sums].map(([currency, amount]) => ({ amount, currency }));
  const { application, admission, exam, scores, certificate } = running.facts;
  const isOpen = (application ?? admission) !== undefined && !(exam ?? scores ?? certificate);
  if (!isOpen) return { paid, atRisk: null, atRiskBasis: null };
  const recorded = feeOf(running);
  if (recorded) return { paid, atRisk: recorded, atRiskBasis: 'fact' };
  const known = moneyIn(rulebook.inForce(`application-fee-${code.toLowerCase()}`, application?.on ?? today));
  return { paid, atRisk: known, atRiskBasis: known ? 'rule' : null };
}

const moneyIn = (rule: RuleInForce | undefined): Money | null => {
  const value = rule?.value;
  return value && 'amount' in value ? { amount: value.amount, currency: value.currency } : null;
};
