// The moves of a cut-off as steps from month to month, in stretches without a month missing.
import { isDay } from './bulletin.ts';
import { addToMonth, type Month } from './bulletin-month.ts';
import type { Series } from './bulletin-series.ts';
import { type CivilDate, daysBetween } from './civil-date.ts';

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
