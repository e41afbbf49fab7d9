// How a cut-off moved from bulletin to bulletin, and where it went back.
import type { Cutoff } from './bulletin.ts';
import { addToMonth, type Month } from './bulletin-month.ts';
import { type CivilDate, daysBetween } from './civil-date.ts';
import type { Series } from './visa-position.ts';

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

const isDay = (cutoff: Cutoff | undefined | null): cutoff is CivilDate =>
  cutoff !== 'C' && cutoff !== 'U' && typeof cutoff === 'string';

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

/** What happens from one month to the next: days, or `C` once everybody is current. */
export type Step = number | 'C';

/** The steps between months that follow one another, in unbroken stretches, no further back than so many months. */
export function stretchesOf(series: Series, last: Month, months: number): Step[][] {
  const stretches: Step[][] = [[]];
  let day: CivilDate | undefined;
  for (const month of Array.from({ length: months + 1 }, (_, index) => addToMonth(last, index - months))) {
    const cutoff = series.get(month)?.cutoff ?? undefined;
    const from = day;
    day = isDay(cutoff) ? cutoff : cutoff && day;
    // Without a day to start from, or across a month that is not known, nothing is known to have moved.
    if (cutoff === undefined || from === undefined) stretches.push([]);
    else stretches.at(-1)?.push(cutoff === 'C' ? 'C' : isDay(cutoff) ? daysBetween(from, cutoff) : 0);
  }
  return stretches.filter(({ length }) => length > 0);
}
