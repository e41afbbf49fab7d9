// The cut-offs that count for somebody, month by month: those of the right chart, category and column.
import type { Chart, Entry } from './bulletin.ts';
import type { Month } from './bulletin-month.ts';
import { type Chargeability, ownArea } from './chargeability.ts';
import { groupBy } from './group-by.ts';
import type { VisaCase } from './visa-case.ts';

/** The cut-offs that count for a case, by month, oldest first; months of which none is known are left out. */
export type Series = ReadonlyMap<Month, Entry>;

/** `known` are entries that stand, by month. */
export function seriesOf({ category, chargeability }: VisaCase, chart: Chart, known: readonly Entry[]): Series {
  const mine = known.filter((entry) => entry.chart === chart && entry.category === category);
  const counting = groupBy(mine, ({ month }) => month).map((entries) => entryFor(chargeability, entries));
  return new Map(counting.flatMap((entry) => (entry ? [[entry.month, entry] as const] : [])));
}

/**
 * The entry that counts for a country among those of one month, chart and category; undefined where that can't be told.
 * Without a column of its own it is among all others: certain where it never had one, or where all columns are known.
 */
function entryFor(country: Chargeability, known: readonly Entry[]): Entry | undefined {
  const own = ownArea(country);
  const found = known.find(({ area }) => area === own);
  if (found) return found;
  const isWhole = own === undefined || known.some(({ from }) => from === 'page');
  return isWhole ? known.find(({ area }) => area === 'all') : undefined;
}
