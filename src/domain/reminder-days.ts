// From which days on a journey has reminders, found by asking for them on every day on which that may change.
import { addDays, type CivilDate, isCivilDate, LAST_DAY } from './civil-date.ts';
import { endOf } from './derivation.ts';
import { type Channel, channels } from './fact.ts';
import type { Journey } from './journey.ts';
import { ladderFor, remindersOf, rungRules } from './reminder.ts';
import type { Rulebook } from './rulebook.ts';
import { ladderOf } from './rungs.ts';
import type { TimelineDate } from './timeline.ts';

export interface ReminderDays {
  /** the first day on which there is one, sent or not; null: never */
  readonly first: CivilDate | null;
  /** the first day on which one is to be sent, by the way it would go out */
  readonly wake: Readonly<Record<Channel, CivilDate | null>>;
}

/** `since`: the day of the latest fact; `dates`: all that are open from then on, whenever they come into sight. */
export function reminderDays(
  journey: Journey,
  rulebook: Rulebook,
  since: CivilDate,
  dates: readonly TimelineDate[],
): ReminderDays {
  const days = turningPoints(journey, rulebook, since, dates);
  const firstNew = (channel: Channel): CivilDate | null =>
    days.find((day) => remindersOf(journey, day, rulebook, { channel }).some(({ state }) => state === 'new')) ?? null;
  const used = new Set(journey.facts.flatMap((fact) => (fact.kind === 'reminder' ? [fact.channel] : [])));
  // Ways that were never used are alike.
  const unused = channels.find((channel) => !used.has(channel));
  const fresh = unused === undefined ? null : firstNew(unused);
  const wake = channels.map((channel) => [channel, used.has(channel) ? firstNew(channel) : fresh] as const);
  return {
    first: days.find((day) => remindersOf(journey, day, rulebook).length > 0) ?? null,
    wake: Object.fromEntries(wake) as Record<Channel, CivilDate | null>,
  };
}

/** Days from `since` on, in order: when a rung comes due, a date is gone, a silence ends, or other rungs are in force. */
function turningPoints(
  { facts, profile }: Journey,
  rulebook: Rulebook,
  since: CivilDate,
  dates: readonly TimelineDate[],
): readonly CivilDate[] {
  const own = profile.rungs && ladderOf(profile.rungs);
  const days = new Set<CivilDate>([since]);
  for (const source of dates) {
    const end = endOf(source);
    const ladders = own ? [own] : [since, LAST_DAY].map((day) => ladderFor(source, rulebook, day));
    for (const before of [-1, 0, ...ladders.flatMap(({ daysBefore }) => daysBefore)]) days.add(addDays(end, -before));
    for (const id of own ? [] : rungRules(source)) {
      const changed = rulebook.inForce(id, LAST_DAY)?.from;
      if (changed) days.add(changed);
    }
  }
  for (const fact of facts) if (fact.kind === 'snooze') days.add(fact.until);
  return [...days].filter((day) => isCivilDate(day) && day >= since).sort();
}
