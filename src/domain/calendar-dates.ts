// The dates a calendar shows: all that follow from the facts alone, each with the days before on which to be reminded.
import { addDays, type CivilDate, FIRST_DAY } from './civil-date.ts';
import { cycleDateId, type Held } from './cmp-held.ts';
import { codeOf } from './credential.ts';
import { cycleDateDefinitions } from './dates.ts';
import { endOf, isUnknown } from './derivation.ts';
import type { Fact, FactOf } from './fact.ts';
import { factsOn } from './journey.ts';
import type { PastState } from './past-states.ts';
import { quietOn } from './quiet.ts';
import { isSilent, ladderFor } from './reminder.ts';
import { type Rulebook, rulebookFor } from './rulebook.ts';
import { ladderOf } from './rungs.ts';
import { dateNamed, type Timeline, type TimelineDate, timelineOf } from './timeline.ts';

/** When an appointment begins, on the clocks of its place. */
export interface Appointment {
  readonly booking: FactOf<'schedule'>;
  /** how long it lasts; undefined where nobody has published it */
  readonly minutes: number | undefined;
}

export interface CalendarDate {
  /** the same for the same date of the same journey: `exam-window/1`, by attempt or by cycle */
  readonly key: string;
  /** Its state is `met` or not: what else passing time makes of it does not count here. */
  readonly date: TimelineDate;
  /** the attempt is not the one in sight any more once a later one has begun; undefined for what belongs to no attempt */
  readonly attempt: number | undefined;
  /** days before its last day; none once it is settled */
  readonly alarms: readonly number[];
  readonly appointment?: Appointment;
}

export interface CalendarDates {
  readonly dates: readonly CalendarDate[];
  /** number of the attempt in sight */
  readonly attempt: number;
}

export function calendarDatesOf({ journey, day }: PastState, rulebook: Rulebook): CalendarDates {
  const timeline = timelineOf(journey, day, rulebook);
  const facts = factsOn(journey, day);
  const own = journey.profile.rungs && ladderOf(journey.profile.rungs);
  const booked = isBooked(timeline);
  const alarmsOf = (date: TimelineDate): number[] => {
    if (date.state === 'met' || isSilent(date, booked)) return [];
    return unmuted(facts, date, (own ?? ladderFor(date, rulebook, day)).daysBefore);
  };
  const ofAttempts = timeline.dates.filter((date) => !isOfCycle(date));
  const ofCycles = timeline.maintenance.held.flatMap(cycleDates);
  return {
    attempt: timeline.inSight.number,
    dates: [...ofAttempts, ...ofCycles].map((date): CalendarDate => {
      const appointment = date.id === 'exam' ? appointmentOf(date, timeline, rulebook) : undefined;
      return {
        key: `${date.id}/${date.attempt}`,
        date,
        attempt: isOfCycle(date) ? undefined : date.attempt,
        alarms: alarmsOf(date),
        ...(appointment ? { appointment } : {}),
      };
    }),
  };
}

const isOfCycle = ({ id }: TimelineDate): boolean => cycleDateDefinitions.some((each) => id.startsWith(each.id));

/** Of every cycle that is known, not only of the one in sight: which that is depends on the day. */
const cycleDates = (held: Held): TimelineDate[] =>
  held.cycles.flatMap((cycle) =>
    cycleDateDefinitions.flatMap(({ derive, ...definition }): TimelineDate[] => {
      const derived = derive(cycle);
      if (isUnknown(derived)) return [];
      const title = held.own ? definition.title : `${definition.title}, ${held.credential}`;
      const state = (cycle.declared ?? cycle.renewal) ? 'met' : 'ahead';
      const { kind, phrase } = definition;
      return [
        {
          ...derived,
          id: cycleDateId(held, definition.id),
          title,
          kind,
          phrase,
          state,
          daysLeft: 0,
          attempt: cycle.number,
        },
      ];
    }),
  );

/** An exam that is not taken yet, and inside the window where that is known. */
function isBooked(timeline: Timeline): boolean {
  const exam = dateNamed(timeline, 'exam');
  const window = dateNamed(timeline, 'exam-window');
  return exam !== undefined && exam.state !== 'met' && (!window || endOf(exam) <= endOf(window));
}

/** The candidate's wish not to be reminded of a date, or not before a day. */
function unmuted(facts: readonly Fact[], date: TimelineDate, daysBefore: readonly number[]): number[] {
  const until = quietOn(facts, date.id, FIRST_DAY)?.until;
  if (until === null) return [];
  return daysBefore.filter((days) => until === undefined || addDays(endOf(date), -days) >= until);
}

function appointmentOf(
  { attempt, date }: TimelineDate,
  timeline: Timeline,
  rulebook: Rulebook,
): Appointment | undefined {
  const booking = timeline.attempts[attempt - 1]?.facts.schedule;
  if (booking === undefined || booking.exam !== date) return undefined;
  const { credential } = timeline;
  const rule = rulebookFor(credential, rulebook).inForce(`${codeOf(credential).toLowerCase()}-exam`, date as CivilDate);
  return { booking, minutes: rule && 'minutes' in rule.value ? rule.value.minutes : undefined };
}
