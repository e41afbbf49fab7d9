// Room for another attempt: when one could sit again after a fail, and the last sitting that leaves time for it.
import type { StepFacts } from './attempts.ts';
import { addDays, type CivilDate, dayDate, daysBetween } from './civil-date.ts';
import type { Circumstances } from './dates.ts';
import { applyRule, type Derived, isUnknown, type Link, type RuleSum, type Unknown } from './derivation.ts';
import { windowFact } from './exam-window.ts';
import type { Rulebook } from './rulebook.ts';
import { centreCalendar, lastSitting, openDay } from './sittings.ts';

export interface NextSitting {
  readonly date: CivilDate;
  readonly links: readonly Link[];
}

/** After a fail: the scores, a new application and its review, the wait between attempts, an appointment; each its longest. */
export function nextSitting(failed: CivilDate, rulebook: Rulebook, calendar: string): NextSitting | Unknown {
  const links: Link[] = [];
  const after = (id: string, from: CivilDate): CivilDate | undefined => {
    const sum: RuleSum | Unknown = applyRule(rulebook, id, from);
    if (isUnknown(sum)) return undefined;
    links.push(...sum.links);
    return sum.latest;
  };
  const scores = after('final-scores', failed);
  const reviewed = scores && after('application-review', scores);
  const waited = after('retake-wait', failed);
  if (!reviewed || !waited) return { unknown: 'a wait before the next attempt is not known' };
  const appointed = after('appointment', reviewed > waited ? reviewed : waited);
  if (!appointed) return { unknown: 'the wait for an appointment is not known' };
  return { date: openDay(rulebook, calendar, appointed, 1), links };
}

/** Needs the assumptions of plans: where none is in force, and where nothing is wanted by a day, there is no such date. */
export function lastSittingForRetake(
  facts: StepFacts,
  rulebook: Rulebook,
  { profile, attemptsLeft }: Circumstances,
): Derived | undefined {
  const { target, country } = profile;
  const clock = windowFact(facts, rulebook);
  if (!target || !clock || !rulebook.inForce('appointment', clock.on)) return undefined;
  const isTaken = (facts.exam ?? facts.scores) !== undefined;
  if ((attemptsLeft() ?? Number.POSITIVE_INFINITY) < (isTaken ? 1 : 2)) return undefined;
  const last = lastSitting(facts, rulebook, country);
  if (!last || isUnknown(last) || !last.date) return undefined;
  const calendar = centreCalendar(rulebook, country);
  const reached = (sitting: CivilDate) => {
    const again = nextSitting(sitting, rulebook, calendar);
    const certificate = isUnknown(again) ? again : applyRule(rulebook, 'certificate-eta', again.date);
    return isUnknown(again) || isUnknown(certificate) ? undefined : { again, certificate };
  };
  const short = (sitting: CivilDate) => {
    const end = reached(sitting);
    return end && daysBetween(target, end.certificate.latest);
  };
  const begin = facts.admission?.windowStart ?? clock.on;
  let date = last.date;
  for (let days = short(date); days === undefined || days > 0; days = short(date)) {
    if (days === undefined || date < begin) return undefined;
    date = openDay(rulebook, calendar, addDays(date, -days), -1);
  }
  // Waits are not equally long everywhere: a day or two later may still do.
  for (let next = date; next <= last.date && (short(next) ?? 1) <= 0; ) {
    date = next;
    next = openDay(rulebook, calendar, addDays(next, 1), 1);
  }
  const end = reached(date);
  if (!end || date < begin) return undefined;
  const { again, certificate } = end;
  const wanted: Link = { kind: 'fact', value: `you need the certificate by ${dayDate(target)}` };
  const says = `failed on ${dayDate(date)}, the next sitting is by ${dayDate(again.date)} and its certificate by ${dayDate(certificate.latest)}`;
  const chain: Link[] = [wanted, ...again.links, ...certificate.links, { kind: 'adjustment', value: says }];
  const { rule, source } = certificate;
  return { date, basis: 'rule', provisional: true, rule, source, chain };
}
