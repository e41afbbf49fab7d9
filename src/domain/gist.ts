// The gist of a journey: its row of the roster and its reminders, and the days on which they stay as they are.
import { addDays, type CivilDate, daysBetween, isCivilDate } from './civil-date.ts';
import type { Cycle } from './cmp-cycles.ts';
import { isUnknown } from './derivation.ts';
import type { Journey } from './journey.ts';
import { once } from './once.ts';
import type { Profile } from './profile.ts';
import { remembering } from './remembering.ts';
import { ladderFor, type Reminder, remindersIn, rungRules } from './reminder.ts';
import { keyOf, ledgerOf } from './reminder-ledger.ts';
import { type Standing, standingOf } from './roster-row.ts';
import { type Rulebook, rulebookFor } from './rulebook.ts';
import { AFTER } from './rungs.ts';
import { type Timeline, type TimelineDate, timelineOf } from './timeline.ts';

/** Raised when what is computed here changes, or how it is kept, so that what was kept before is computed again. */
export const GIST_VERSION = 2;

export interface Gist {
  readonly profile: Profile;
  readonly standing: Standing;
  /** how many reminders have come due, whatever way they went out */
  readonly counts: ReminderCounts;
  /** those of them that are to be sent */
  readonly fresh: readonly ReminderGist[];
  /** the others, which most lists only count */
  readonly others: readonly ReminderGist[];
}

export interface MadeGist extends Gist {
  /** the first and the last day on which it holds */
  readonly from: CivilDate;
  readonly until: CivilDate;
}

export type ReminderCounts = Readonly<Record<Reminder['state'], number>>;

/** A reminder without what follows from the rest of it. */
export interface ReminderGist extends Omit<Reminder, 'key' | 'candidate' | 'source'> {
  readonly source?: Omit<TimelineDate, 'id' | 'title' | 'daysLeft' | 'chain'>;
}

/** So many days at most, however quiet they are. */
const FAR = 30;

/** Each part is made when it is first asked for: a list that is not kept asks for few. */
export function gistOf(journey: Journey, today: CivilDate, rulebook: Rulebook): MadeGist {
  const timeline = timelineOf(journey, today, rulebook);
  const standing = once(() => standingOf(timeline, rulebook));
  const reminders = once(() => remindersIn(timeline, journey, ledgerOf(journey), rulebook).map(reminderGist));
  const isFresh = ({ state }: ReminderGist) => state === 'new';
  return {
    from: today,
    get until() {
      return addDays(today, daysTheSame(journey, timeline, rulebook) - 1);
    },
    profile: journey.profile,
    get standing() {
      return standing();
    },
    get counts() {
      return countsOf(reminders());
    },
    get fresh() {
      return reminders().filter(isFresh);
    },
    get others() {
      return reminders().filter((each) => !isFresh(each));
    },
  };
}

export function countsOf(reminders: readonly Pick<Reminder, 'state'>[]): ReminderCounts {
  const counts = { new: 0, sent: 0, superseded: 0, snoozed: 0 };
  for (const { state } of reminders) counts[state] += 1;
  return counts;
}

export const isNone = (counts: ReminderCounts): boolean =>
  counts.new + counts.sent + counts.superseded + counts.snoozed === 0;

function reminderGist({ key: _key, candidate: _candidate, source, ...reminder }: Reminder): ReminderGist {
  if (!source) return reminder;
  const { id: _id, title: _title, daysLeft: _daysLeft, chain: _chain, ...date } = source;
  return { ...reminder, source: date };
}

/** As of a day on which the gist holds: only the count of days goes on. Without the chains of their dates. */
export const remindersOn = (candidate: string, gists: readonly ReminderGist[], today: CivilDate): Reminder[] =>
  gists.map(({ source, ...reminder }) => {
    const { date, title, due } = reminder;
    const whole = { ...reminder, candidate, key: keyOf({ ...reminder, candidate }) };
    if (!source) return whole;
    return { ...whole, source: { ...source, id: date, title, daysLeft: daysBetween(today, due), chain: [] } };
  });

/** How many days from today on everything stays as it is, today among them. */
function daysTheSame(journey: Journey, { today, dates, maintenance }: Timeline, shared: Rulebook): number {
  const rulebook = rulebookFor(journey.profile.credential, shared);
  const soon = soonDays(rulebook, today, () => {
    const value = rulebook.inForce('soon', today)?.value;
    return value && 'days' in value ? value.days : 0;
  });
  let first = staysInForce('soon', today, rulebook) && staysInForce('attempts', today, rulebook) ? FAR : 1;
  const turn = (days: number) => {
    if (days > 0 && days < first) first = days;
  };
  const turnOn = (day: CivilDate | undefined) => {
    if (day !== undefined && day > today) turn(daysBetween(today, day));
  };
  for (const fact of journey.facts) {
    turnOn(fact.on);
    if (fact.kind === 'snooze') turnOn(fact.until);
  }
  for (const date of dates) {
    turnOn(date.start);
    turnOn(date.earliest);
    if (!rungRules(date).every((id) => staysInForce(id, today, shared))) turn(1);
    // With so many days left its state changes, or the rung that has come due last.
    const rungs = journey.profile.rungs ?? ladderFor(date, shared, today).daysBefore;
    for (const lead of rungs) turn(date.daysLeft - lead);
    for (const lead of [AFTER, 0, soon]) turn(date.daysLeft - lead);
  }
  for (const { cycles } of maintenance.held) for (const cycle of cycles) daysOf(cycle).forEach(turnOn);
  return first;
}

const soonDays = remembering<Rulebook, number>();

/** Whether no other value of a rule comes into force for as long as a gist may hold. */
const staysInForce = (id: string, today: CivilDate, rulebook: Rulebook): boolean =>
  staying(rulebook, `${id} ${today}`, () => {
    return rulebook.inForce(id, today)?.from === rulebook.inForce(id, addDays(today, FAR))?.from;
  });

const staying = remembering<Rulebook, boolean>();

/** The days of a cycle on which something begins or is over. */
export const daysOf = ({ start, end, declaration }: Cycle): readonly CivilDate[] => {
  const last = isUnknown(declaration) ? [end.date] : [end.date, declaration.date];
  return [
    start,
    ...(isUnknown(declaration) ? [] : [declaration.start]),
    ...last,
    ...last.map((day) => addDays(day, 1)).filter(isCivilDate),
  ];
};
