// The exam window: from the fact that starts its clock to its end; days printed on the candidate's notice win over the rule.

import type { StepFacts } from './attempts.ts';
import { type CivilDate, dayDate } from './civil-date.ts';
import { applyRule, type Derived, factLink, isUnknown, type Link, noticeLink, type Unknown } from './derivation.ts';
import type { FactOf } from './fact.ts';
import { remembering } from './remembering.ts';
import type { Rulebook } from './rulebook.ts';

/** The fact that starts the clock, by the steps table of the board. */
export const windowFact = (facts: StepFacts, { steps }: Rulebook): WindowFact | undefined => facts[steps.window];

type WindowFact = FactOf<'admission' | 'application'>;

/** Undefined while the fact that starts the clock is missing. */
export function examWindow(facts: StepFacts, rulebook: Rulebook): Derived | Unknown | undefined {
  const fact = windowFact(facts, rulebook);
  if (!fact) return undefined;
  const printedStart = fact.kind === 'admission' ? fact.windowStart : undefined;
  const key = `${fact.kind} ${fact.on} ${printedStart} ${fact.windowEnd}`;
  return windows(rulebook, key, () => deriveWindow(fact, rulebook));
}

const windows = remembering<Rulebook, Derived | Unknown>();

function deriveWindow(fact: WindowFact, rulebook: Rulebook): Derived | Unknown {
  const start = startOf(fact);
  const links: Link[] = [factLink(fact)];
  if (fact.kind === 'admission' && fact.windowStart)
    links.push(noticeLink(`the notice prints ${dayDate(start)} as the start of the window`));
  const sum = applyRule(rulebook, 'exam-window', start);
  if (fact.windowEnd) {
    const end = fact.windowEnd;
    const computed = isUnknown(sum) || sum.latest === end ? [] : sum.links.concat(overruled(dayDate(sum.latest)));
    links.push(...computed, noticeLink(`the notice prints ${dayDate(end)} as the end of the window; it wins`));
    return { start, date: end, basis: 'notice', provisional: false, chain: links };
  }
  if (isUnknown(sum)) return sum;
  const { latest, rule, source } = sum;
  return { start, date: latest, basis: 'rule', provisional: true, rule, source, chain: [...links, ...sum.links] };
}

const startOf = (fact: WindowFact): CivilDate => (fact.kind === 'admission' ? fact.windowStart : undefined) ?? fact.on;

/** The window's last day without its reasons: every fact of every journey of a roster asks for it. */
export function windowEnd(facts: StepFacts, rulebook: Rulebook): CivilDate | undefined {
  const fact = windowFact(facts, rulebook);
  if (!fact) return undefined;
  if (fact.windowEnd) return fact.windowEnd;
  const sum = applyRule(rulebook, 'exam-window', startOf(fact));
  return isUnknown(sum) ? undefined : sum.latest;
}

const overruled = (date: string): Link => ({ kind: 'adjustment', value: `the rule alone would give ${date}` });
