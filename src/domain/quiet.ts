// Quiet: whether a candidate's reminders of a date are snoozed or muted as of a day.
import type { CivilDate } from './civil-date.ts';
import type { Fact } from './fact.ts';

export interface Quiet {
  /** the first day on which it speaks again; null while it is muted */
  readonly until: CivilDate | null;
}

/** Of facts that stand on the day, in the order recorded: the last word on a date counts. Undefined where it may speak. */
export function quietOn(facts: readonly Fact[], dateId: string, today: CivilDate): Quiet | undefined {
  const mute = facts.findLast((fact) => fact.kind === 'mute' && (fact.date === undefined || fact.date === dateId));
  if (mute?.kind === 'mute' && mute.muted) return { until: null };
  const snooze = facts.findLast((fact) => fact.kind === 'snooze' && fact.date === dateId);
  return snooze?.kind === 'snooze' && snooze.until > today ? { until: snooze.until } : undefined;
}
