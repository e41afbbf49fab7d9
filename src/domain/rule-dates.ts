// Days that one rule gives: counted from a fact, or taken off another derived day.
import type { StepFact } from './attempts.ts';
import { type CivilDate, dayDate } from './civil-date.ts';
import { applyRule, type Derived, factLink, isUnknown, type Link, type Unknown } from './derivation.ts';
import type { FactOf } from './fact.ts';
import { remembering } from './remembering.ts';
import type { Rulebook } from './rulebook.ts';

/** A day, or a range, by one rule from the day on which a paper came so far. Undefined where it did not. */
export function ofDocument(
  rulebook: Rulebook,
  id: string,
  fact: FactOf<'document'> | undefined,
  isRange = false,
): Derived | Unknown | undefined {
  if (!fact) return undefined;
  const link: Link = { kind: 'fact', value: `${fact.item} ${fact.state} on ${dayDate(fact.on)}` };
  return countFrom(rulebook, id, fact.on, link, isRange);
}

/** A day, or a range when `isRange`, by one rule from the day of a fact. */
export function byRule(rulebook: Rulebook, id: string, fact: StepFact, isRange: boolean): Derived | Unknown {
  return counted(rulebook, `${id} ${fact.kind} ${fact.on} ${isRange}`, () =>
    countFrom(rulebook, id, fact.on, factLink(fact), isRange),
  );
}

// What is said of a fact is its kind and its day, so that facts of many journeys share one answer.
const counted = remembering<Rulebook, Derived | Unknown>();

function countFrom(rulebook: Rulebook, id: string, on: CivilDate, link: Link, isRange: boolean): Derived | Unknown {
  const sum = applyRule(rulebook, id, on);
  if (isUnknown(sum)) return sum;
  const { earliest, latest, rule, source, links } = sum;
  // "Within" a period promises its end alone: the range begins on the day of the fact.
  const begin = earliest === latest ? on : earliest;
  const span = isRange ? { earliest: begin, latest } : { date: latest };
  return { ...span, basis: 'rule', provisional: true, rule, source, chain: [link, ...links] };
}

/** A day by one rule, taken off another derived day. */
export function beforehand(rulebook: Rulebook, id: string, from: Derived, clock?: CivilDate): Derived | Unknown {
  const anchor = from.date as CivilDate;
  const sum = applyRule(rulebook, id, anchor, -1, clock ?? anchor);
  if (isUnknown(sum)) return sum;
  const { latest, rule, source, links } = sum;
  return { date: latest, basis: 'rule', provisional: from.provisional, rule, source, chain: [...from.chain, ...links] };
}
