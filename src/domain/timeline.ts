// The timeline: every date that follows from the facts, with its basis, state and derivation.
import { type Attempt, attemptInSight, attemptsOf, endingOf, resultOf } from './attempts.ts';
import { addDays, type CivilDate, daysBetween, LAST_DAY } from './civil-date.ts';
import { cycleDateId, type Held, recordEnd } from './cmp-held.ts';
import { cycleInSight, type Maintenance, maintenanceOf } from './cmp-standing.ts';
import { type Circumstances, cycleDateDefinitions, type DateKind, dateDefinitions } from './dates.ts';
import { type Basis, type Derived, endOf, isUnknown, type Link, type Moment, type Unknown } from './derivation.ts';
import { type Document, documentsIn } from './document.ts';
import type { Fact } from './fact.ts';
import { factsOn, type Journey } from './journey.ts';
import { remembering } from './remembering.ts';
import { type Rulebook, rulebookFor } from './rulebook.ts';
import { attemptsLeft } from './warnings.ts';

export type DateState = 'met' | 'past' | 'missed' | 'due' | 'soon' | 'ahead';

export interface TimelineDate {
  readonly id: string;
  readonly title: string;
  readonly kind: DateKind;
  /** leads its day in a sentence: `book by` */
  readonly phrase: string;
  /** `date`, or `earliest` and `latest` of an estimate */
  readonly date?: CivilDate;
  readonly earliest?: CivilDate;
  readonly latest?: CivilDate;
  readonly start?: CivilDate;
  readonly basis: Basis;
  readonly provisional: boolean;
  readonly rule?: string;
  readonly source?: string;
  /** the last moment, where more than the day is known */
  readonly moment?: Moment;
  /** negative once it is past */
  readonly daysLeft: number;
  readonly state: DateState;
  /** number of the attempt it belongs to */
  readonly attempt: number;
  /** the credential it is about, where that is not the journey's own */
  readonly credential?: string;
  /** what to type to record the day that is printed, where that is not the same for every journey */
  readonly record?: string;
  readonly chain: readonly Link[];
}

/** A date that should be there but can't be computed. */
export interface UnknownDate {
  readonly id: string;
  readonly title: string;
  readonly reason: string;
  readonly record?: string;
}

export interface Timeline {
  readonly today: CivilDate;
  /** `MLS(ASCPi)`: its board decides which rules are meant */
  readonly credential: string;
  readonly attempts: readonly Attempt[];
  /** the one that runs; it has no facts while a new application is waited for */
  readonly running: Attempt;
  /** the one whose dates and missed steps are in sight: the running one, or the ended one before it until a new application */
  readonly inSight: Attempt;
  readonly dates: readonly TimelineDate[];
  readonly unknown: readonly UnknownDate[];
  /** credentials that are held, and their cycles */
  readonly maintenance: Maintenance;
  /** facts that were forced although they are later than the day */
  readonly later: readonly Fact[];
}

export interface Scope {
  /** facts up to this day count; a plan tries those of later days */
  readonly horizon?: CivilDate;
  /** leaves out dates that are settled, and what it takes to compute them */
  readonly openOnly?: boolean;
}

/** Everything the facts say as of a day. */
export function timelineOf(
  journey: Journey,
  today: CivilDate,
  shared: Rulebook,
  { horizon = today, openOnly = false }: Scope = {},
): Timeline {
  const { credential } = journey.profile;
  const rulebook = rulebookFor(credential, shared);
  const known = factsOn(journey, LAST_DAY);
  const standing = known.filter(({ on }) => on <= horizon);
  const attempts = attemptsOf(standing, horizon, rulebook);
  const running = attempts.at(-1) as Attempt;
  const inSight = attemptInSight(attempts);
  const failed = attempts.findLast((each) => endingOf(each, rulebook)?.how === 'failed');
  let documents: ReadonlyMap<string, Document> | undefined;
  const document = (item: string) => {
    documents ??= documentsIn(standing);
    return documents.get(item);
  };
  const circumstances = (attempt: Attempt): Circumstances => ({
    document,
    result: resultOf(attempt),
    profile: journey.profile,
    attemptsLeft: () => attemptsLeft({ attempts, running, today }, rulebook).left,
  });
  const here = circumstances(inSight);
  const found = dateDefinitions.flatMap((definition): Found[] => {
    const attempt = definition.of === 'failed attempt' ? failed : inSight;
    if (!attempt) return [];
    const around = attempt === inSight ? here : circumstances(attempt);
    const settled = definition.settledBy(attempt.facts, attempts[attempt.number]?.facts ?? {}, around);
    if (settled && openOnly) return [];
    const derived = definition.derive(attempt.facts, rulebook, around);
    if (!derived) return [];
    return [{ definition, derived, settled, attempt: attempt.number }];
  });
  const maintenance = maintenanceOf(standing, attempts, credential, shared);
  found.push(...maintenance.held.flatMap((held) => cycleDates(held, today, inSight.number)));
  const soonUntil = soonLimit(today, rulebook);
  const dates: TimelineDate[] = [];
  const unknown: UnknownDate[] = [];
  for (const { definition, derived, settled, attempt, record, credential: other } of found) {
    if (settled && openOnly) continue;
    const { id, title, kind, phrase, gone } = definition;
    const recorded = {
      ...(record === undefined ? {} : { record }),
      ...(other === undefined ? {} : { credential: other }),
    };
    if (isUnknown(derived)) {
      if (!settled) unknown.push({ id, title, reason: derived.unknown, ...recorded });
      continue;
    }
    const state = settled ? 'met' : stateOf(gone, endOf(derived), today, soonUntil);
    const daysLeft = daysBetween(today, endOf(derived));
    dates.push({ id, title, kind, phrase, ...derived, daysLeft, state, attempt, ...recorded });
  }
  const later = known.filter(({ on, forced }) => forced === true && on > today);
  return { today, credential, attempts, running, inSight, dates, unknown, maintenance, later };
}

/** A date with its day, or why that is not known. */
interface Found {
  readonly definition: {
    readonly id: string;
    readonly title: string;
    readonly kind: DateKind;
    readonly phrase: string;
    readonly gone: 'missed' | 'past';
  };
  readonly derived: Derived | Unknown;
  readonly settled: boolean;
  readonly attempt: number;
  readonly record?: string;
  readonly credential?: string;
}

/** The dates of the cycle in sight. Those of a credential besides the journey's own are named for it. */
function cycleDates(held: Held, today: CivilDate, attempt: number): Found[] {
  const cycle = cycleInSight(held, today);
  const isOver = cycle !== undefined && cycle.end.date < today && (cycle.declared ?? cycle.renewal) !== undefined;
  return cycleDateDefinitions.map((definition) => {
    const title = held.own ? definition.title : `${definition.title}, ${held.credential}`;
    const named = { ...definition, id: cycleDateId(held, definition.id), title };
    const derived = cycle && !isOver ? definition.derive(cycle) : { unknown: held.unknown ?? 'no cycle is known' };
    const settled = !isOver && (cycle?.declared ?? cycle?.renewal) !== undefined;
    const number = (cycle?.number ?? 1) + (isOver ? 1 : 0);
    const other = held.own ? {} : { credential: held.credential };
    return { definition: named, derived, settled, attempt, record: recordEnd(held, number), ...other };
  });
}

const soonLimit = (today: CivilDate, rulebook: Rulebook): CivilDate =>
  soonLimits(rulebook, today, () => {
    const value = rulebook.inForce('soon', today)?.value;
    return addDays(today, value && 'days' in value ? value.days : 0);
  });

const soonLimits = remembering<Rulebook, CivilDate>();

function stateOf(gone: 'missed' | 'past', day: CivilDate, today: CivilDate, soonUntil: CivilDate): DateState {
  if (day < today) return gone;
  if (day === today) return 'due';
  return day <= soonUntil ? 'soon' : 'ahead';
}

export const dateNamed = (timeline: Timeline, id: string): TimelineDate | undefined =>
  timeline.dates.find((each) => each.id === id);
