// How a cut-off moved from bulletin to bulletin, and where it went back.
import { type Cutoff, isDay } from './bulletin.ts';
import { addToMonth, type Month } from './bulletin-month.ts';
import type { Series } from './bulletin-series.ts';
import { type CivilDate, daysBetween } from './civil-date.ts';

/** `first`: nothing earlier is known. `reopened`: visas again after none. `unknown`: no bulletin of that month. */
export type MoveKind = 'ahead' | 'same' | 'back' | 'reopened' | 'first' | 'unknown';

export interface Move {
  readonly month: Month;
  readonly cutoff: Cutoff | null;
  /** days since the last day that the cut-off was on; null where one of the two is no day */
  readonly days: number | null;
  /** the bulletin it is compared with */
  readonly since: Month | null;
  readonly kind: MoveKind;
}

/** One for each of so many months, the last being the given one. */
export function movementOf(series: Series, last: Month, months: number): Move[] {
  return Array.from({ length: months }, (_, index) => moveTo(series, addToMonth(last, index + 1 - months)));
}

function moveTo(series: Series, month: Month): Move {
  const cutoff = series.get(month)?.cutoff ?? null;
  if (cutoff === null) return { month, cutoff, days: null, since: null, kind: 'unknown' };
  const before = [...series.keys()].filter((each) => each < month);
  const since = before.at(-1) ?? null;
  const was = since === null ? null : (series.get(since)?.cutoff ?? null);
  if (was === null) return { month, cutoff, days: null, since, kind: 'first' };
  const whole = { month, cutoff, since };
  if (!isDay(cutoff)) {
    const kind = was === cutoff ? 'same' : cutoff === 'C' ? 'ahead' : 'back';
    return { ...whole, days: null, kind };
  }
  if (was === 'C') return { ...whole, days: null, kind: 'back' };
  // A month without visas moves no cut-off: what follows is compared with the last day before it.
  const day = isDay(was) ? was : lastDayAmong(series, before);
  if (day === undefined) return { ...whole, days: null, kind: 'reopened' };
  const days = daysBetween(day, cutoff);
  const kind = days < 0 ? 'back' : was === 'U' ? 'reopened' : days === 0 ? 'same' : 'ahead';
  return { ...whole, days, kind };
}

const lastDayAmong = (series: Series, months: readonly Month[]): CivilDate | undefined =>
  months.map((month) => series.get(month)?.cutoff).findLast(isDay);
