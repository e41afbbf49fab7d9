// Where one stands in the visa queue: a priority date against the cut-off of the last bulletin known.
import { type Chart, type Cutoff, chartTitles, type Entry, entryFor } from './bulletin.ts';
import { addToMonth, lastDayOf, type Month, monthOf, monthsBetween, monthTitle } from './bulletin-month.ts';
import type { Chargeability } from './chargeability.ts';
import { type CivilDate, daysBetween } from './civil-date.ts';
import { type Journey, standing } from './journey.ts';
import type { CategoryId } from './visa-category.ts';

export interface VisaCase {
  readonly priority: CivilDate;
  readonly category: CategoryId;
  readonly chargeability: Chargeability;
}

/** As last recorded and not taken back; undefined before the priority date. */
export function visaCaseOf(journey: Journey, today: CivilDate): VisaCase | undefined {
  const { undone } = standing(journey);
  const last = journey.facts.findLast(({ kind, id }) => kind === 'visa' && !undone.has(id));
  if (last?.kind !== 'visa' || last.priority > today) return undefined;
  const { priority, category, chargeability } = last;
  return { priority, category, chargeability };
}

/** The cut-offs that count for a case, by month, oldest first; months of which none is known are left out. */
export type Series = ReadonlyMap<Month, Entry>;

/** The position by the bulletin of next month, where it is out already. */
export function comingPosition(visa: VisaCase, chart: Chart, series: Series, today: CivilDate): Position | undefined {
  const next = addToMonth(monthOf(today), 1);
  return series.has(next) ? visaPosition(visa, chart, series, lastDayOf(next)) : undefined;
}

/** `known` are entries that stand. */
export function seriesOf({ category, chargeability }: VisaCase, chart: Chart, known: readonly Entry[]): Series {
  const mine = known.filter((entry) => entry.chart === chart && entry.category === category);
  const months = [...new Set(mine.map(({ month }) => month))].sort();
  return new Map(
    months.flatMap((month) => {
      const entry = entryFor(
        chargeability,
        mine.filter((each) => each.month === month),
      );
      return entry ? [[month, entry] as const] : [];
    }),
  );
}

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
  const gap = cutoff === 'C' || cutoff === 'U' ? null : daysBetween(cutoff, priority);
  const current = gap === null ? cutoff === 'C' : gap < 0;
  return { chart, current, reason: null, bulletin, entry, cutoff, gap, behind: monthsBetween(bulletin, now) };
}
