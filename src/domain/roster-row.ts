// One row of the roster: where a candidate stands, what is next and by when, and how bad it is.
import type { CivilDate } from './civil-date.ts';
import { endOf } from './derivation.ts';
import type { Journey, Who } from './journey.ts';
import { positionOf } from './position.ts';
import type { Rulebook } from './rulebook.ts';
import type { StepId } from './steps.ts';
import { type DateState, type Timeline, type TimelineDate, timelineOf } from './timeline.ts';

export interface RosterRow extends Standing {
  readonly id: string;
  readonly name: string;
  readonly credential: string;
  readonly country: string | null;
  readonly tags: readonly string[];
  readonly owner: string | null;
}

/** What of a row follows from the facts. */
export interface Standing {
  /** null when all steps are done */
  readonly current: StepId | null;
  readonly next: {
    readonly action: string;
    readonly by: CivilDate | null;
    /** Of a standing it names nobody, so that many can share it; of a row its candidate. */
    readonly command: string;
  } | null;
  /** the state of the worst open date; null where none is open */
  readonly worst: DateState | null;
  readonly worstDate: { readonly id: string; readonly title: string; readonly date: CivilDate } | null;
  /** the first day, from today on, on which something is due; null where nothing is */
  readonly due: CivilDate | null;
  /** a right was lost, or something expected is late */
  readonly overdue: boolean;
}

/** Worst first. An estimate gone by is late, which is worse than anything that still lies ahead. */
const severity: readonly DateState[] = ['missed', 'due', 'past', 'soon', 'ahead'];

/** What is merely possible presses nobody, nor does a day gone by that costs nothing. */
const isPressing = ({ kind, state }: TimelineDate): boolean =>
  state !== 'met' &&
  kind !== 'opening' &&
  !(state === 'past' && kind !== 'estimate') &&
  !(state === 'missed' && kind === 'advice');

export const severityOf = (state: DateState | null): number =>
  state === null ? severity.length : severity.indexOf(state);

export const rosterRow = (journey: Journey, today: CivilDate, rulebook: Rulebook): RosterRow =>
  rowOf(journey, standingOf(timelineOf(journey, today, rulebook), rulebook));

/** In the order in which JSON has shown its members ever since. */
export function rowOf({ id, profile }: Who, standing: Standing): RosterRow {
  const { name, credential, country = null, tags = NONE, owner = null } = profile;
  const { current, next: ours, worst, worstDate, due, overdue } = standing;
  const next = ours && { action: ours.action, by: ours.by, command: commandFor(ours.command, id) };
  return { id, name, credential, country, current, next, worst, worstDate, tags, owner, due, overdue };
}

const NONE: readonly string[] = [];

export function standingOf(timeline: Timeline, rulebook: Rulebook): Standing {
  const { today } = timeline;
  const { current, next } = positionOf(timeline, rulebook);
  const pressing = timeline.dates.filter(isPressing).sort(byUrgency);
  const [worst] = pressing;
  const ahead = pressing.filter((date) => endOf(date) >= today).map(endOf);
  return {
    current,
    next: next && { action: next.action, by: next.by, command: next.command },
    worst: worst?.state ?? null,
    worstDate: worst ? { id: worst.id, title: worst.title, date: endOf(worst) } : null,
    due: ahead.sort()[0] ?? null,
    overdue: pressing.some(({ state }) => state === 'missed' || state === 'past'),
  };
}

/** A command about one journey, where there are others. */
export const commandFor = (command: string, id: string): string => `${command} -c ${id}`;

const byUrgency = (one: TimelineDate, other: TimelineDate): number =>
  severityOf(one.state) - severityOf(other.state) || (endOf(one) < endOf(other) ? -1 : 1);
