// Quiet: whether a candidate's reminders of a date are snoozed or muted as of a day.
import type { CivilDate } from './civil-date.ts';
import type { Fact, FactOf } from './fact.ts';

export interface Quiet {
  /** the first day on which it speaks again; null while it is muted */
  readonly until: CivilDate | null;
}

type Mute = FactOf<'mute'>;

/** Whether one date, or every date, is muted; undefined where some dates are and others are not. */
export function isMuted(facts: readonly Fact[], dateId?: string): boolean | undefined {
  const mutes = facts.filter((fact): fact is Mute => fact.kind === 'mute');
  if (dateId !== undefined) return mutes.findLast(({ date }) => date === undefined || date === dateId)?.muted ?? false;
  const ofAll = mutes.findLastIndex(({ date }) => date === undefined);
  const muted = mutes[ofAll]?.muted ?? false;
  return mutes.slice(ofAll + 1).every((mute) => mute.muted === muted) ? muted : undefined;
}

/** Of facts that stand on the day, in the order recorded: the last word on a date counts. Undefined where it may speak. */
export function quietOn(facts: readonly Fact[], dateId: string, today: CivilDate): Quiet | undefined {
  if (isMuted(facts, dateId)) return { until: null };
  const snooze = facts.findLast((fact) => fact.kind === 'snooze' && fact.date === dateId);
  return snooze?.kind === 'snooze' && snooze.until > today ? { until: snooze.until } : undefined;
}
