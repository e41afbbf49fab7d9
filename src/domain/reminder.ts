// Reminders: which rung of each date has come due, and what has become of it. Only the latest rung counts, never the pile before it.
import { addDays, type CivilDate, daysBetween } from './civil-date.ts';
import { knownDate } from './dates.ts';
import { endOf } from './derivation.ts';
import type { Channel } from './fact.ts';
import { Failure } from './failure.ts';
import { factsOn, type Journey } from './journey.ts';
import { type Quiet, quietOn } from './quiet.ts';
import { remembering } from './remembering.ts';
import { keyOf, type LedgerEntry, ledgerOf } from './reminder-ledger.ts';
import type { Rulebook } from './rulebook.ts';
import { AFTER, type Ladder, ladderOf } from './rungs.ts';
import { dateNamed, type Timeline, type TimelineDate, timelineOf } from './timeline.ts';

/** Why a message that was meant to go out will not: its date is settled, has another day, is no more, or speaks louder by now. */
export type Superseded = 'settled' | 'moved' | 'gone' | 'overtaken';

export interface Reminder {
  /** without the channel */
  readonly key: string;
  readonly candidate: string;
  /** id of the date */
  readonly date: string;
  readonly title: string;
  readonly rung: number;
  /** the day of the date */
  readonly due: CivilDate;
  /** the day on which this rung came due, or will */
  readonly on: CivilDate;
  readonly state: 'new' | 'sent' | 'superseded' | 'snoozed';
  /** the date itself; absent where the reminder is superseded */
  readonly source?: TimelineDate;
  /** what was last recorded of it, by the channel asked for or any */
  readonly entry?: LedgerEntry;
  readonly quiet?: Quiet;
  readonly because?: Superseded;
}

export interface Asked {
  /** the rungs that come due up to this day too */
  readonly until?: CivilDate;
  /** what other channels did does not count */
  readonly channel?: Channel;
}

export function remindersOf(journey: Journey, today: CivilDate, rulebook: Rulebook, asked: Asked = {}): Reminder[] {
  const { channel } = asked;
  const ledger = ledgerOf(journey).filter((entry) => channel === undefined || entry.channel === channel);
  // What is settled matters only to say why a message that was meant to go out will not.
  const openOnly = ledger.every(({ state }) => state === 'sent');
  return remindersIn(timelineOf(journey, today, rulebook, { openOnly }), journey, ledger, rulebook, asked);
}

/** The same, where the timeline is known; it may lack what is settled if all that is in the ledger was sent. */
export function remindersIn(
  timeline: Timeline,
  journey: Journey,
  ledger: readonly LedgerEntry[],
  rulebook: Rulebook,
  { until = timeline.today }: Asked = {},
): Reminder[] {
  const { today } = timeline;
  const own = journey.profile.rungs && ladderOf(journey.profile.rungs);
  // Most journeys hold neither, and finding what stands takes time.
  const quieting = journey.facts.some(({ kind }) => kind === 'snooze' || kind === 'mute');
  const facts = quieting ? factsOn(journey, today) : [];
  const { dates } = timeline;
  const booked = isBooked(timeline);
  const open = dates.filter((date) => date.state !== 'met' && !isSilent(date, booked));
  const due = open.flatMap((source) => {
    const ladder = own ?? ladderFor(source, rulebook, today);
    return rungsUpTo(ladder, source, today, until).map((rung) => {
      const due = endOf(source);
      const base = { candidate: journey.id, date: source.id, title: source.title, rung, due, on: addDays(due, -rung) };
      const entry = entryFor(ledger, source.id, due, rung);
      const quiet = quietOn(facts, source.id, base.on > today ? base.on : today);
      const state = entry?.state === 'sent' ? 'sent' : quiet ? 'snoozed' : 'new';
      const more = { ...(entry ? { entry } : {}), ...(state === 'snoozed' && quiet ? { quiet } : {}) };
      return { ...base, key: keyOf(base), state, source, ...more } satisfies Reminder;
    });
  });
  return [...due, ...superseded(journey.id, ledger, due, dates)];
}

/** What is known of a rung: that it, or a later one of the same day, was sent; else what became of it so far. */
function entryFor(ledger: readonly LedgerEntry[], date: string, due: CivilDate, rung: number): LedgerEntry | undefined {
  const same = ledger.filter((entry) => entry.date === date && entry.due === due);
  return (
    same.findLast((entry) => entry.state === 'sent' && entry.rung <= rung) ??
    same.findLast((entry) => entry.rung === rung)
  );
}

/** The rung that has come due last, where one has, and those that come due later up to a day. */
function rungsUpTo(ladder: Ladder, source: TimelineDate, today: CivilDate, until: CivilDate): number[] {
  const left = source.daysLeft;
  const ahead = until === today ? left : daysBetween(until, endOf(source));
  if (left < 0) return goneBy(ladder, source);
  const latest = ladder.daysBefore.findLast((days) => days >= left);
  const later = ladder.daysBefore.filter((days) => days < left && days >= ahead);
  return latest === undefined ? later : [latest, ...later];
}

/** A day that is gone speaks once more where something was lost or is late; what has become possible stays so. */
function goneBy({ daysBefore, onceAfter }: Ladder, { kind, state }: TimelineDate): number[] {
  if (kind === 'opening') return daysBefore.slice(-1);
  const isLost = state === 'missed' || (kind === 'estimate' && state === 'past');
  return onceAfter && isLost ? [AFTER] : [];
}

/** Dates that leave the word to another date: always, or while an exam is booked that says the same. */
const silent: Readonly<Record<string, 'always' | 'while booked'>> = {
  'last-sitting': 'always',
  'last-sitting-for-retake': 'always',
  'exam-window': 'while booked',
  'book-by': 'while booked',
  'book-last': 'while booked',
};

export function isSilent({ id }: TimelineDate, booked: boolean): boolean {
  const when = Object.hasOwn(silent, id) ? silent[id] : undefined;
  return when === 'always' || (when === 'while booked' && booked);
}

/** An exam that is still to come, and inside the window where that is known. */
function isBooked(timeline: Timeline): boolean {
  const exam = dateNamed(timeline, 'exam');
  const window = dateNamed(timeline, 'exam-window');
  if (!exam || exam.state === 'met' || exam.state === 'past') return false;
  return !window || endOf(exam) <= endOf(window);
}

type Dated = Pick<TimelineDate, 'id' | 'kind'>;

/** The rules that may give the rungs of a date: its own, where there is one, and that of its kind. */
export const rungRules = ({ id, kind }: Dated) => [`rungs-${id}`, `rungs-${kind}`] as const;

/** The rungs of a date that a rule gives. Fails with `machine` where the rule is missing. */
export const ladderFor = (date: Dated, rulebook: Rulebook, today: CivilDate): Ladder =>
  ladders(rulebook, `${date.id} ${today}`, () => ladderIn(rulebook, date, today));

const ladders = remembering<Rulebook, Ladder>();

function ladderIn(rulebook: Rulebook, date: Dated, today: CivilDate): Ladder {
  const [ofDate, ofKind] = rungRules(date).map((id) => rulebook.inForce(id, today));
  // What the user set for a kind stands before what is shipped for one of its dates.
  const rule = ofKind?.replaces && !ofDate?.replaces ? ofKind : (ofDate ?? ofKind);
  if (rule && 'daysBefore' in rule.value) return rule.value;
  // Without it nothing would ever be due, and nobody would know.
  throw new Failure('machine', `the rule rungs-${date.kind} is not there`, 'Install ascpi again');
}

/** Messages that were meant to go out, or failed, and whose time is over. */
function superseded(
  candidate: string,
  ledger: readonly LedgerEntry[],
  due: readonly Reminder[],
  dates: readonly TimelineDate[],
): Reminder[] {
  const told = new Set(due.map(({ key }) => key));
  return ledger.flatMap((entry): Reminder[] => {
    const message = { candidate, date: entry.date, due: entry.due, rung: entry.rung };
    const key = keyOf(message);
    if (entry.state === 'sent' || told.has(key)) return [];
    told.add(key);
    const because = whyOver(entry, dates);
    const title = knownDate(entry.date)?.title ?? entry.date;
    return [{ ...message, key, title, on: addDays(entry.due, -entry.rung), state: 'superseded', entry, because }];
  });
}

function whyOver({ date, due }: LedgerEntry, dates: readonly TimelineDate[]): Superseded {
  const now = dates.find(({ id }) => id === date);
  if (!now) return 'gone';
  if (now.state === 'met') return 'settled';
  return endOf(now) === due ? 'overtaken' : 'moved';
}
