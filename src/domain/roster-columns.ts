// What of a journey a database keeps in columns, so that a roster is searched without being read. None depends on today.
import { endingOf } from './attempts.ts';
import { type CivilDate, isCivilDate, LAST_DAY } from './civil-date.ts';
import { endOf } from './derivation.ts';
import { type Channel, channels } from './fact.ts';
import { searchText } from './filter.ts';
import type { Journey } from './journey.ts';
import { positionOf } from './position.ts';
import { type ReminderDays, reminderDays } from './reminder-days.ts';
import { type Rulebook, rulebookFor } from './rulebook.ts';
import { type Phase, situationPhases } from './situation-phases.ts';
import type { StepId } from './steps.ts';
import { searchable } from './text.ts';
import { type Timeline, type TimelineDate, timelineOf } from './timeline.ts';

/** Raised when what is computed here changes, so that what was stored before is computed again. */
export const COLUMNS_VERSION = 3;

type Place = StepId | 'all-done';

/**
 * `open`: something is due that day. `late`: from the day after it, a right is lost or something is late. `rung`: from that
 * day on there are reminders. `wake-…`: from that day on one is to be sent that way.
 */
export type MarkKind = 'open' | 'late' | 'rung' | `wake-${Channel}`;

export interface Mark {
  readonly kind: MarkKind;
  readonly day: CivilDate;
}

/** What chooses may choose a journey too many, never one too few: whoever asks looks at where it stands as well. */
export interface RosterColumns {
  readonly name: string;
  /** what a search looks through */
  readonly search: string;
  readonly credential: string;
  readonly country: string | null;
  /** as it is compared */
  readonly owner: string | null;
  readonly tags: readonly string[];
  /** the day of the latest fact: as of an earlier one some are out of sight, and none of the days here holds */
  readonly since: CivilDate;
  readonly step: Place;
  /** the last day of that step where time alone ends it, and the one after it */
  readonly lapse: CivilDate | null;
  readonly stepAfter: Place;
  readonly marks: readonly Mark[];
  /** how things go on by themselves */
  readonly phases: readonly Phase[];
}

const FIRST_DAY = '1900-01-01' as CivilDate;

export function rosterColumns(journey: Journey, rulebook: Rulebook): RosterColumns {
  const { name, credential, country, owner, tags } = journey.profile;
  const since = journey.facts.reduce((latest, { on }) => (on > latest ? on : latest), FIRST_DAY);
  // Between these two days nothing happens but that time goes by: all of its dates are in the one or the other.
  const [now, atLast] = [timelineOf(journey, since, rulebook), timelineOf(journey, LAST_DAY, rulebook)];
  const open = [...now.dates, ...atLast.dates].filter(({ state }) => state !== 'met');
  const [step, stepAfter] = [placeOf(now, rulebook), placeOf(atLast, rulebook)];
  return {
    name,
    search: searchText(journey),
    credential,
    country: country ?? null,
    owner: owner === undefined ? null : searchable(owner),
    tags: [...new Set((tags ?? []).map(searchable))],
    since,
    step,
    lapse: step === stepAfter ? null : lapseOf(atLast, rulebookFor(credential, rulebook)),
    stepAfter,
    marks: [...dateMarks(open), ...reminderMarks(reminderDays(journey, rulebook, since, open))],
    phases: situationPhases(journey, since, rulebook),
  };
}

const placeOf = (timeline: Timeline, rulebook: Rulebook): Place => positionOf(timeline, rulebook).current ?? 'all-done';

const lapseOf = ({ attempts }: Timeline, rulebook: Rulebook): CivilDate | null =>
  attempts.map((attempt) => endingOf(attempt, rulebook)).findLast((ending) => ending?.how === 'lapsed')?.on ?? null;

function dateMarks(dates: readonly TimelineDate[]): Mark[] {
  const days = new Map<string, Mark>();
  for (const date of dates) {
    if (date.kind === 'opening') continue;
    const end = endOf(date);
    const day = isCivilDate(end) ? end : LAST_DAY;
    // Advice gone by costs nothing.
    const kinds: readonly MarkKind[] = date.kind === 'advice' ? ['open'] : ['open', 'late'];
    for (const kind of kinds) days.set(`${kind} ${day}`, { kind, day });
  }
  return [...days.values()];
}

const reminderMarks = ({ first, wake }: ReminderDays): Mark[] => [
  ...(first === null ? [] : [{ kind: 'rung', day: first } as const]),
  ...channels.flatMap((channel) => {
    const day = wake[channel];
    return day === null ? [] : [{ kind: `wake-${channel}`, day } as const];
  }),
];
