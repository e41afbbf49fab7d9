// How the situation of a journey goes on by itself when nothing more is recorded: as phases, each from its first day on.
import { endingOf } from './attempts.ts';
import { addDays, type CivilDate, isCivilDate, LAST_DAY } from './civil-date.ts';
import { endOf } from './derivation.ts';
import { daysOf } from './gist.ts';
import type { Journey } from './journey.ts';
import { type Rulebook, rulebookFor } from './rulebook.ts';
import { type Situation, situationIn } from './situation.ts';
import { type Timeline, type TimelineDate, timelineOf } from './timeline.ts';

export interface Phase {
  readonly from: CivilDate;
  /** null: nobody looked that far */
  readonly situation: Situation | null;
}

/** Whoever has more than that is looked at anew after them. */
const MOST = 64;

/** In order. The first begins with the day of the latest fact, before which nothing here holds. */
export function situationPhases(journey: Journey, since: CivilDate, rulebook: Rulebook): Phase[] {
  const phases: Phase[] = [];
  let last: string | undefined;
  for (let day: CivilDate | undefined = since; day !== undefined && phases.length <= MOST; ) {
    const timeline: Timeline = timelineOf(journey, day, rulebook);
    const situation = phases.length < MOST ? situationIn(timeline, rulebook) : null;
    const text = JSON.stringify(situation);
    if (text !== last) phases.push({ from: day, situation });
    last = text;
    day = turnAfter(timeline, rulebook);
  }
  return phases;
}

/** The next day on which time alone may change something: whatever compares a day with today does so with one of these. */
function turnAfter(timeline: Timeline, shared: Rulebook): CivilDate | undefined {
  const { today, credential, attempts, maintenance } = timeline;
  const rulebook = rulebookFor(credential, shared);
  const soon = rulebook.inForce('soon', today)?.value;
  const before = soon && 'days' in soon ? soon.days : 0;
  const days = [
    ...timeline.dates.filter(isTurning).flatMap((date) => turnsOf(date, before)),
    ...attempts.flatMap((attempt) => {
      const ending = endingOf(attempt, rulebook);
      return ending ? [addDays(ending.on, 1)] : [];
    }),
    ...maintenance.held.flatMap(({ cycles }) => cycles.flatMap(daysOf)),
    ...['soon', 'attempts'].flatMap((id) => rulebook.inForce(id, LAST_DAY)?.from ?? []),
  ];
  return days.filter((day) => isCivilDate(day) && day > today).sort()[0];
}

/** A settled date no longer turns anything, but an opening is spoken of until its day. */
const isTurning = ({ state, kind }: TimelineDate): boolean => state !== 'met' || kind === 'opening';

const turnsOf = (date: TimelineDate, soon: number): CivilDate[] => {
  const end = endOf(date);
  return [addDays(end, -soon), end, addDays(end, 1), ...(date.start === undefined ? [] : [date.start])];
};
