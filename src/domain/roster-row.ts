// One row of the roster: where a candidate stands, what is next and by when, and how bad it is.
import type { CivilDate } from './civil-date.ts';
import { endOf } from './derivation.ts';
import type { Journey } from './journey.ts';
import { positionOf } from './position.ts';
import type { Rulebook } from './rulebook.ts';
import type { StepId } from './steps.ts';
import { type DateState, type Timeline, type TimelineDate, timelineOf } from './timeline.ts';

export interface RosterRow {
  readonly id: string;
  readonly name: string;
  readonly credential: string;
  readonly country: string | null;
  /** null when all steps are done */
  readonly current: StepId | null;
  readonly next: { readonly action: string; readonly by: CivilDate | null; readonly command: string } | null;
  /** the state of the worst open date; null where none is open */
  readonly worst: DateState | null;
  readonly worstDate: { readonly id: string; readonly title: string; readonly date: CivilDate } | null;
  readonly tags: readonly string[];
  readonly owner: string | null;
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
  rowOf(journey, timelineOf(journey, today, rulebook), rulebook);

/** The same as of the day of a timeline that is known already. */
export function rowOf(journey: Journey, timeline: Timeline, rulebook: Rulebook): RosterRow {
  const { today } = timeline;
  const { current, next } = positionOf(timeline, rulebook);
  const pressing = timeline.dates.filter(isPressing).sort(byUrgency);
  const [worst] = pressing;
  const ahead = pressing.filter((date) => endOf(date) >= today).map(endOf);
  const { name, credential, country, tags, owner } = journey.profile;
  return {
    id: journey.id,
    name,
    credential,
    country: country ?? null,
    current,
    next: next && { action: next.action, by: next.by, command: commandFor(next.command, journey.id) },
    worst: worst?.state ?? null,
    worstDate: worst ? { id: worst.id, title: worst.title, date: endOf(worst) } : null,
    tags: tags ?? [],
    owner: owner ?? null,
    due: ahead.sort()[0] ?? null,
    overdue: pressing.some(({ state }) => state === 'missed' || state === 'past'),
  };
}

/** A command about one journey, where there are others. */
export const commandFor = (command: string, id: string): string => `${command} -c ${id}`;

const byUrgency = (one: TimelineDate, other: TimelineDate): number =>
  severityOf(one.state) - severityOf(other.state) || (endOf(one) < endOf(other) ? -1 : 1);
