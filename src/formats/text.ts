// The text format: what a terminal shows, a pipe passes on, or a screen reader speaks.
import type { Block, View } from '../views/view.ts';
import type { Format, Style } from './format.ts';
import { flushRight, type Line } from './lines.ts';
import { type Page, pageFor } from './page.ts';
import { spoken } from './spoken.ts';
import { barLines } from './text-bars.ts';
import { calloutLines } from './text-callout.ts';
import { chartLines } from './text-chart.ts';
import { fieldLines } from './text-fields.ts';
import { itemsLines } from './text-items.ts';
import { meterLines } from './text-meters.ts';
import { tableLines } from './text-table.ts';
import { oneLine, wrap } from './wrap.ts';

function titleLines({ text, aside }: Extract<Block, { readonly type: 'title' }>, page: Page): Line[] {
  const lines = wrap(text, page.width, page, { paint: page.palette.strong });
  if (aside === undefined) return lines;
  return flushRight(lines, oneLine(aside, page), page.width) ?? [...lines, ...wrap(aside, page.width, page)];
}

function blockLines(block: Block, page: Page): Iterable<Line> {
  switch (block.type) {
    case 'title':
      return titleLines(block, page);
    case 'heading':
      return wrap(block.text, page.width, page, { paint: page.palette.strong });
    case 'paragraph':
      return wrap(block.text, page.width, page, { paint: page.palette.tones[block.tone ?? 'plain'] });
    case 'items':
      return itemsLines(block.items, page);
    case 'callout':
      return calloutLines(block, page);
    case 'bars':
      return barLines(block, page);
    case 'meters':
      return meterLines(block, page);
    case 'chart':
      return chartLines(block, page);
    case 'fields':
      return fieldLines(block.fields, page);
    case 'table':
      return tableLines(block.columns, block.rows, page);
    case 'page-break':
      return [];
  }
}

/** A heading stands on what it heads, and callouts one under the other; all else has air around it. */
const close = (above: Block, below: Block): boolean =>
  above.type === 'heading' || (above.type === 'callout' && below.type === 'callout');

/** Some views make their blocks when they are asked for them: that is done once. */
async function laidOut({ blocks }: View, style: Style): Promise<string> {
  const page = await pageFor(blocks, style);
  const written: string[] = [];
  let above: Block | undefined;
  for (const block of blocks) {
    let isFirst = true;
    for (const line of blockLines(block, page)) {
      if (isFirst && above !== undefined && !close(above, block)) written.push('');
      written.push(line.text);
      isFirst = false;
    }
    if (!isFirst) above = block;
  }
  // Each line ends with a line feed, the last too.
  written.push('');
  return written.join('\n') || '\n';
}

export const text = {
  name: 'text',
  extensions: ['txt'],
  render: async (view: View, style: Style) => view.verbatim ?? (style.accessible ? spoken(view) : laidOut(view, style)),
} as const satisfies Format;
