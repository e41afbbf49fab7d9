// How things are with a candidate on a day, as far as cohorts ask: the standing, the exam window, the booked exam, the waits.
import type { Attempt } from './attempts.ts';
import type { CivilDate } from './civil-date.ts';
import { windowEnd } from './exam-window.ts';
import type { FactOf } from './fact.ts';
import type { Journey } from './journey.ts';
import { type Standing, standingOf } from './roster-row.ts';
import { type Rulebook, rulebookFor } from './rulebook.ts';
import { type Timeline, timelineOf } from './timeline.ts';
import { type WaitSpan, waitSpansOf } from './waits.ts';

/** The window that an exam is still to be taken in, or the one that ended without one. */
export interface SituationWindow {
  readonly state: 'open' | 'missed';
  readonly end: CivilDate;
  readonly booked: boolean;
  /** recorded for it */
  readonly fee: NonNullable<FactOf<'application'>['fee']> | null;
}

export interface Situation {
  readonly standing: Standing;
  readonly window: SituationWindow | null;
  /** the day of the exam that comes next; a booking that was left behind is none */
  readonly exam: CivilDate | null;
  readonly waits: readonly WaitSpan[];
}

export const situationOf = (journey: Journey, today: CivilDate, rulebook: Rulebook): Situation =>
  situationIn(timelineOf(journey, today, rulebook), rulebook);

export function situationIn(timeline: Timeline, shared: Rulebook): Situation {
  const { today, credential, attempts, running, inSight } = timeline;
  const rulebook = rulebookFor(credential, shared);
  const standing = standingOf(timeline, shared);
  return {
    standing,
    window: windowOf(inSight, today, rulebook),
    exam: standing.current === 'exam' ? (running.facts.schedule?.exam ?? null) : null,
    waits: waitSpansOf(attempts, rulebook),
  };
}

function windowOf({ facts }: Attempt, today: CivilDate, rulebook: Rulebook): SituationWindow | null {
  const { application, exam, scores, certificate, schedule } = facts;
  const end = windowEnd(facts, rulebook);
  if (end === undefined || (exam ?? scores ?? certificate)) return null;
  return {
    state: end < today ? 'missed' : 'open',
    end,
    booked: schedule !== undefined && schedule.exam >= today,
    fee: application?.fee ?? null,
  };
}
