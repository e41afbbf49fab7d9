// What changed since one last looked: days that passed, moved, are new, or came near.
import { type CivilDate, dayDate } from '../../domain/civil-date.ts';
import { endOf } from '../../domain/derivation.ts';
import type { Timeline } from '../../domain/timeline.ts';
import type { GuideMemory } from '../../stores/guide-memory.ts';
import { daysText } from '../../views/dates.ts';
import { changes } from './sentences.ts';

export type Seen = NonNullable<GuideMemory['seen']>[string];

export const seenOf = ({ today, dates }: Timeline): Seen => ({
  on: today,
  dates: Object.fromEntries(dates.map((date) => [date.id, endOf(date)])),
});

/** Sentences, none where nothing was looked at before or it was today. */
export function changesSince(seen: Seen | undefined, { dates, today }: Timeline): string[] {
  if (!seen || seen.on >= today) return [];
  const lines = dates.flatMap((date): string[] => {
    if (date.state === 'met') return [];
    const [now, before] = [endOf(date), seen.dates[date.id]];
    if (before === undefined) return [changes.fresh(date.title, dayDate(now))];
    if (before !== now) return [changes.moved(date.title, dayDate(before), dayDate(now))];
    if (now < today) return wasAhead(now, seen.on) ? [changes.gone(date.title, dayDate(now))] : [];
    const isNear = date.state === 'soon' || date.state === 'due';
    return isNear ? [changes.near(date.title, `${dayDate(now)}, ${daysText(date.daysLeft)}`)] : [];
  });
  return lines.length > 0 ? [changes.title(dayDate(seen.on)), ...lines] : [changes.none(dayDate(seen.on))];
}

const wasAhead = (day: CivilDate, seenOn: CivilDate) => day >= seenOn;
