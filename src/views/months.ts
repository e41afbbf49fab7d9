// Many months in few words.
import { type Month, monthsBetween, monthTitle } from '../domain/bulletin-month.ts';

/** `March 2016 to October 2019, May 2022`: months in order, those that follow one another taken together. */
export function monthsText(months: readonly Month[]): string {
  const runs: [Month, Month][] = [];
  for (const month of months) {
    const run = runs.at(-1);
    if (run && monthsBetween(run[1], month) === 1) run[1] = month;
    else runs.push([month, month]);
  }
  return runs
    .map(([first, last]) => (first === last ? monthTitle(first) : `${monthTitle(first)} to ${monthTitle(last)}`))
    .join(', ');
}
