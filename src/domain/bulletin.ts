// What is known of the Visa Bulletin: cut-offs by month, chart, category and column. Nothing recorded is ever lost.
import * as v from 'valibot';
import { type Month, monthShape } from './bulletin-month.ts';
import { type AreaId, areaIds } from './chargeability.ts';
import { type CivilDate, civilDateShape } from './civil-date.ts';
import { instantShape } from './fact.ts';
import { lineShape } from './text.ts';
import { categoryIds } from './visa-category.ts';

/** Final action dates say who can get a visa, dates for filing who can hand in the papers for it. */
export const charts = ['final', 'filing'] as const;
export type Chart = (typeof charts)[number];

export const chartTitles: Readonly<Record<Chart, string>> = {
  final: 'final action dates',
  filing: 'dates for filing',
};

/** The first month with two charts; before it there was one, of what are now called final action dates. */
export const FIRST_TWO_CHARTS = '2015-10' as Month;

/** A day, or `C`: current, no cut-off, or `U`: unavailable, no visas at all. */
const cutoffShape = v.union([civilDateShape, v.picklist(['C', 'U'])], 'is not a day, C or U');
export type Cutoff = v.InferOutput<typeof cutoffShape>;

export const isDay = (cutoff: Cutoff | null | undefined): cutoff is CivilDate =>
  typeof cutoff === 'string' && cutoff !== 'C' && cutoff !== 'U';

const cell = {
  month: monthShape,
  chart: v.picklist(charts),
  category: v.picklist(categoryIds),
  area: v.picklist(areaIds),
};

const entryShape = v.strictObject({
  ...cell,
  /** null where it was taken out */
  cutoff: v.nullable(cutoffShape),
  /** a page has all columns of its charts; a table or a hand may have left some out */
  from: v.picklist(['hand', 'table', 'page']),
  /** name of the file */
  file: v.optional(lineShape(300)),
  at: instantShape,
  by: lineShape(100),
});
export type Entry = v.InferOutput<typeof entryShape>;

/** The document of a store. Entries stand in the order recorded; of one cell the last counts. */
export const bulletinsShape = v.strictObject({ entries: v.array(entryShape) });

export interface Place {
  readonly month: Month;
  readonly chart: Chart;
  readonly category: Entry['category'];
  readonly area: AreaId;
}
export interface Cell extends Place {
  readonly cutoff: Cutoff | null;
}
export type Origin = Pick<Entry, 'from' | 'file' | 'at' | 'by'>;

/** What tells a cell from all others. */
export const keyOf = ({ month, chart, category, area }: Place): string => [month, chart, category, area].join(' ');

/** The entries that count, without what was taken out, by month. */
export function standingEntries(entries: readonly Entry[]): Entry[] {
  const last = new Map(entries.map((entry) => [keyOf(entry), entry]));
  const order = (one: Entry, other: Entry) => (one.month < other.month ? -1 : one.month > other.month ? 1 : 0);
  return [...last.values()].filter(({ cutoff }) => cutoff !== null).sort(order);
}
