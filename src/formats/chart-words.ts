// Charts in words and as tables: what a chart says to whoever does not see it.
import type { Block, Cell, ChartRow } from '../views/view.ts';

export type Chart = Extract<Block, { readonly type: 'chart' }>;
type Table = Extract<Block, { readonly type: 'table' }>;

/** `3 candidates, 2 not booked` */
export function amountSentence({ value, note }: ChartRow, { unit }: Pick<Chart, 'unit'>): string {
  const amount = `${value} ${value === 1 ? unit[0] : unit[1]}`;
  return note === undefined ? amount : `${amount}, ${note}`;
}

/** The same as records. */
export function chartTable({ of, unit, noted, rows }: Chart): Table {
  const title = `${unit[1].charAt(0).toUpperCase()}${unit[1].slice(1)}`;
  return {
    type: 'table',
    columns: [
      { key: 'label', title: of },
      { key: 'value', title, align: 'right' },
      ...(noted === undefined ? [] : [{ key: 'note', title: noted }]),
    ],
    rows: rows.map(({ label, value, note }): Cell[] => [
      { value: label, text: label },
      { value, text: String(value) },
      ...(noted === undefined ? [] : [{ value: note ?? null, text: note ?? '' }]),
    ]),
  };
}
