// Tables on paper: columns as wide as they need, smaller letters where that is too wide, records where nothing helps.
import type { Block, Text } from '../../views/view.ts';
import { cellText } from '../text-parts.ts';
import { fieldStacks } from './fields.ts';
import type { Tag } from './pen.ts';
import {
  air,
  beside,
  piled,
  ruled,
  type Setting,
  type Stack,
  type Strip,
  shifted,
  sizes,
  textStrips,
} from './strips.ts';
import { extentOf } from './text-lines.ts';

type Table = Extract<Block, { readonly type: 'table' }>;

const GAP = 9;
/** A column need not be wider than this for the sake of one long word, in letters. */
const LONGEST = 10;
const SMALLER = [1, 0.86, 0.74] as const;

const titleOf = (title: string): Text => ({ strong: title });
const textAt = (row: Table['rows'][number], index: number): Text => (row[index] ? cellText(row[index]) : '');
const sum = (widths: readonly number[]): number => widths.reduce((all, width) => all + width, 0);

/** The widths of the columns in letters of this size, or undefined where they do not fit. */
function widthsOf({ columns, rows }: Table, size: number, { typeface, room }: Setting): number[] | undefined {
  const extents = columns.map(({ title }, index) => {
    const all = [titleOf(title), ...rows.map((row) => textAt(row, index))].map((text) =>
      extentOf(text, { typeface, size }),
    );
    const whole = Math.max(size, ...all.map((each) => each.whole)) + 0.1;
    return { whole, least: Math.min(whole, size * LONGEST, Math.max(size, ...all.map((each) => each.word)) + 0.1) };
  });
  const free = room - GAP * (columns.length - 1);
  const spare = free - sum(extents.map(({ least }) => least));
  if (spare < 0) return undefined;
  const wanted = sum(extents.map(({ whole, least }) => whole - least));
  const share = wanted === 0 ? 0 : Math.min(1, spare / wanted);
  return extents.map(({ whole, least }) => least + (whole - least) * share);
}

export function tableStacks(table: Table, setting: Setting): Stack[] {
  const { typeface, scale, room } = setting;
  for (const smaller of SMALLER) {
    const size = sizes.detail * scale * smaller;
    const widths = widthsOf(table, size, setting);
    if (!widths) continue;
    const whole: Tag = { type: 'Table' };
    const across = (cells: readonly Text[], tag: () => Tag): Strip[] => {
      let left = 0;
      const columns = cells.map((cell, index) => {
        const width = widths[index] ?? 0;
        const align = table.columns[index]?.align ?? 'left';
        const strips = shifted(textStrips(cell, tag(), { typeface, size, room: width, align }), left);
        left += width + GAP;
        return strips.length > 0 ? strips : [air(size)];
      });
      return beside(...columns);
    };
    const row = (cells: readonly Text[], type: 'TH' | 'TD'): Strip[] => {
      const parent: Tag = { type: 'TR', parent: whole };
      return across(cells, () => ({ type, parent }));
    };
    const line = (width: number, ink: 'black' | 'silver') => ruled(size * 0.45, room, width, ink);
    const titles = table.columns.map(({ title }) => titleOf(title));
    const header = [...row(titles, 'TH'), line(0.8, 'black')];
    const again = unread(piled([...across(titles, () => ({ type: 'P' })), line(0.8, 'black')]));
    return [
      { strips: header, above: scale * 7, withNext: table.rows.length > 0 },
      ...table.rows.map((cells) => ({
        strips: [
          ...row(
            table.columns.map((_, index) => textAt(cells, index)),
            'TD',
          ),
          line(0.4, 'silver'),
        ],
        above: 0,
        again,
      })),
    ];
  }
  return table.rows.flatMap((row) =>
    fieldStacks(
      table.columns.map(({ title }, index) => ({ label: title, text: textAt(row, index) })),
      setting,
    ),
  );
}

/** A header on the pages after the first is said once already. */
const unread = ({ height, draw }: Strip): Strip => ({
  height,
  draw: (pen, x, y) => {
    const silent = { ...pen, tagged: (_: Tag, paint: () => void) => paint(), unread: (paint: () => void) => paint() };
    pen.unread(() => draw(silent, x, y), 'Pagination');
  },
});
