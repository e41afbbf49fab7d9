// Writes tables as HTML: named by what stands above, scrolled in a frame of their own where the page is too narrow.
import type { Block, Cell, Column } from '../views/view.ts';
import { inline } from './html-text.ts';
import { cellText, isBlank } from './text-parts.ts';

type Table = Extract<Block, { readonly type: 'table' }>;

/** The frame takes the focus, so that the keyboard can scroll it; its name has a number, because names of regions differ. */
export function tableHtml({ columns, rows }: Table, above: string, id: string): string[] {
  const number = id.replace('table-', '');
  const head = columns.map((column) => `<th scope="col"${aligned(column)}>${inline(column.title)}</th>`);
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

const aligned = ({ align }: Column, tone?: Cell['tone']): string => {
  const names = [...(align === 'right' ? ['number'] : []), ...(tone && tone !== 'plain' ? [tone] : [])];
  return names.length === 0 ? '' : ` class="${names.join(' ')}"`;
};

/** The first cell of a record names it. */
function cellHtml(column: Column, cell: Cell | undefined, index: number): string {
  const text = cell === undefined ? '' : cellText(cell);
  if (index === 0 && !isBlank(text)) return `<th scope="row"${aligned(column, cell?.tone)}>${inline(text)}</th>`;
  return `<td${aligned(column, cell?.tone)}>${inline(text)}</td>`;
}
