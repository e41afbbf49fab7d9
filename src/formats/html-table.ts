// Writes tables as HTML: named by what stands above, scrolled in a frame of their own where the page is too narrow.
import type { Block, Cell, Column } from '../views/view.ts';
import { inline } from './html-text.ts';
import { cellText, isBlank, partsOf } from './text-parts.ts';

type Table = Extract<Block, { readonly type: 'table' }>;

/** Tables of more columns ask for a wider page, and for paper on its side. */
const MANY = 6;

export const isRoomy = (blocks: readonly Block[]): boolean =>
  blocks.some((block) => block.type === 'table' && block.columns.length > MANY);

/** The frame takes the focus, so that the keyboard can scroll it; its name has a number, because names of regions differ. */
export function tableHtml({ columns, rows }: Table, above: string, id: string): string[] {
  const number = id.replace('table-', '');
  const head = columns.map((column) => `<th scope="col"${classed(column)}>${inline(column.title)}</th>`);
  const body = rows.map(
    (row) => `<tr>${columns.map((column, index) => cellHtml(column, row[index], index)).join('')}</tr>`,
  );
  return [
    `<div class="frame" role="region" aria-labelledby="${id}" tabindex="0">`,
    '<table>',
    `<caption id="${id}"><span class="said">Table ${number}: ${above}</span></caption>`,
    `<thead><tr>${head.join('')}</tr></thead>`,
    '<tbody>',
    ...(rows.length > 0 ? body : [`<tr><td colspan="${columns.length}">none</td></tr>`]),
    '</tbody>',
    '</table>',
    '</div>',
  ];
}

/** Text up to this length stays on one line; less in the first column, which stays in sight while the others scroll. */
const SHORT = 20;
const SHORT_NAME = 14;
/** Longer text wants a wide column. */
const LONG = 40;

function classed({ align }: Column, tone: Cell['tone'] = 'plain', size?: 'short' | 'long' | undefined): string {
  const names = [
    ...(align === 'right' ? ['number'] : []),
    ...(tone === 'plain' ? [] : [tone]),
    ...(size ? [size] : []),
  ];
  return names.length === 0 ? '' : ` class="${names.join(' ')}"`;
}

/** The first cell of a record names it. */
function cellHtml(column: Column, cell: Cell | undefined, index: number): string {
  const text = cell === undefined ? '' : cellText(cell);
  const { length } = partsOf(text)
    .map((part) => part.text)
    .join('');
  const isName = index === 0 && !isBlank(text);
  const size = length > LONG ? 'long' : length > 0 && length <= (isName ? SHORT_NAME : SHORT) ? 'short' : undefined;
  const names = classed(column, cell?.tone, size);
  return isName ? `<th scope="row"${names}>${inline(text)}</th>` : `<td${names}>${inline(text)}</td>`;
}
