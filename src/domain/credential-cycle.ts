// The cycle of a credential: when it expires, and when its maintenance is to be declared.
import type { StepFacts } from './attempts.ts';
import { type CivilDate, dayDate } from './civil-date.ts';
import { type Derived, factLink, isUnknown, type Link, noticeLink, type Unknown } from './derivation.ts';
import { beforehand, byRule } from './rule-dates.ts';
import type { Rulebook } from './rulebook.ts';

export function expiry({ certificate, exam }: StepFacts, rulebook: Rulebook): Derived | Unknown | undefined {
  if (!certificate) return undefined;
  if (certificate.expires) {
    const says = `your account or certificate gives ${dayDate(certificate.expires)} as the end; it wins`;
    const chain = [factLink(certificate), noticeLink(says)];
    return { date: certificate.expires, basis: 'notice', provisional: false, chain };
  }
  if (!exam) return { unknown: 'the exam day is not recorded; your account shows the end of the cycle' };
  const sum = byRule(rulebook, 'cmp-cycle', exam, false);
  return isUnknown(sum) ? sum : { ...sum, chain: [factLink(certificate), ...sum.chain] };
}

export function declaration(facts: StepFacts, rulebook: Rulebook): Derived | Unknown | undefined {
  const end = expiry(facts, rulebook);
  if (!end || isUnknown(end)) return end;
  const opens = beforehand(rulebook, 'cmp-declaration-opens', end);
  const closes = beforehand(rulebook, 'cmp-declaration-closes', end);
  if (isUnknown(opens)) return opens;
  if (isUnknown(closes)) return closes;
  const chain: Link[] = [...opens.chain, ...closes.chain.slice(end.chain.length)];
  return { ...closes, start: opens.date as CivilDate, chain };
}
