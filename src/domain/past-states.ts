// The states a journey has been in: what it held after each fact, and the day on which that had come to be known.
import { type CivilDate, FIRST_DAY } from './civil-date.ts';
import type { Fact, FactKind } from './fact.ts';
import { type Journey, withFacts } from './journey.ts';
import { profileAfter } from './profile.ts';

export interface PastState {
  readonly journey: Journey;
  /** the day as of which it is looked at: never before the facts it holds, as far as they were not known ahead */
  readonly day: CivilDate;
  /** when the fact that made it was recorded */
  readonly at: string;
}

/** Facts that no date depends on. */
const dateless: readonly FactKind[] = ['note', 'reminder', 'activity', 'points-table', 'visa'];

/** Oldest first, up to a day. More facts only ever add states, they never change those that have been. */
export function pastStatesOf(journey: Journey, today: CivilDate): PastState[] {
  const { facts } = journey;
  const begun = { ...journey, profile: firstProfile(journey) };
  const states: PastState[] = [];
  let day = FIRST_DAY;
  /** forced although they lie ahead: they count from their own day on */
  let ahead: Fact[] = [];
  const arriveBefore = (until: CivilDate, count: number) => {
    const due = ahead.filter(({ on }) => on <= until).sort((one, other) => (one.on < other.on ? -1 : 1));
    ahead = ahead.filter(({ on }) => on > until);
    for (const { on, at } of due) states.push({ journey: withFacts(begun, facts.slice(0, count)), day: on, at });
  };
  for (const [index, fact] of facts.entries()) {
    if (dateless.includes(fact.kind)) continue;
    const known = [day, fact.at.slice(0, 10) as CivilDate, ...(fact.forced ? [] : [fact.on])];
    const recorded = known.reduce((one, other) => (one > other ? one : other));
    if (fact.forced && fact.on > recorded) ahead.push(fact);
    day = recorded < today ? recorded : today;
    arriveBefore(day, index);
    states.push({ journey: withFacts(begun, facts.slice(0, index + 1)), day, at: fact.at });
  }
  arriveBefore(today, facts.length);
  return states;
}

/** As it was before anything of it was changed. */
function firstProfile({ profile, facts }: Journey) {
  const changes = facts.flatMap((fact) => (fact.kind === 'profile' ? [{ ...fact, stands: false }] : []));
  return profileAfter(profile, changes);
}
