// Where one stands in the visa queue: a priority date against the cut-off of the last bulletin known.
import { type Chart, type Cutoff, chartTitles, type Entry, isDay } from './bulletin.ts';
import { addToMonth, lastDayOf, type Month, monthOf, monthsBetween, monthTitle } from './bulletin-month.ts';
import type { Series } from './bulletin-series.ts';
import { type CivilDate, daysBetween } from './civil-date.ts';
import type { VisaCase } from './visa-case.ts';

export interface Position {
  readonly chart: Chart;
  /** null where nothing known says */
  readonly current: boolean | null;
  /** why not known */
  readonly reason: string | null;
  /** the last bulletin known, as of today */
  readonly bulletin: Month | null;
  readonly entry: Entry | null;
  readonly cutoff: Cutoff | null;
  /** days from the cut-off to the priority date: negative where that is earlier; null without a day to compare */
  readonly gap: number | null;
  /** months from that bulletin to the one of this month */
  readonly behind: number;
}

export function visaPosition({ priority }: VisaCase, chart: Chart, series: Series, today: CivilDate): Position {
  const now = monthOf(today);
  const bulletin = [...series.keys()].findLast((month) => month <= now) ?? null;
  const entry = bulletin === null ? undefined : series.get(bulletin);
  if (bulletin === null || !entry?.cutoff) {
    const reason = `no cut-off of ${monthTitle(now)} or before is known in the ${chartTitles[chart]} for this category and place`;
    return { chart, current: null, reason, bulletin: null, entry: null, cutoff: null, gap: null, behind: 0 };
  }
  const { cutoff } = entry;
  const gap = isDay(cutoff) ? daysBetween(cutoff, priority) : null;
  const current = gap === null ? cutoff === 'C' : gap < 0;
  return { chart, current, reason: null, bulletin, entry, cutoff, gap, behind: monthsBetween(bulletin, now) };
}

/** The position by the bulletin of next month, where it is out already. */
export function comingPosition(visa: VisaCase, chart: Chart, series: Series, today: CivilDate): Position | undefined {
  const next = addToMonth(monthOf(today), 1);
  return series.has(next) ? visaPosition(visa, chart, series, lastDayOf(next)) : undefined;
}
