// Writes each kind of block as HTML, line by line.
import type { Block, Tone } from '../views/view.ts';
import { barsHtml } from './html-bars.ts';
import { chartHtml } from './html-chart.ts';
import type { Counter } from './html-ids.ts';
import { itemsHtml } from './html-items.ts';
import { metersHtml } from './html-meters.ts';
import { tableHtml } from './html-table.ts';
import { escaped, inline } from './html-text.ts';
import { visible } from './safe-text.ts';
import { isBlank } from './text-parts.ts';

type Inner = Exclude<Block, { readonly type: 'title' | 'heading' }>;

/** `above` is the heading over the block, as HTML. */
export function blockHtml(block: Inner, above: string, ids: Counter): string[] {
  switch (block.type) {
    case 'paragraph':
      return isBlank(block.text) ? [] : [`<p${toned(block.tone)}>${inline(block.text)}</p>`];
    case 'items':
      return itemsHtml(block.items);
    case 'callout':
      return calloutHtml(block, ids('note'));
    case 'fields':
      return fieldsHtml(block.fields);
    case 'bars':
      return barsHtml(block, ids);
    case 'meters':
      return metersHtml(block);
    case 'chart':
      return chartHtml(block, ids);
    case 'table':
      return tableHtml(block, above, ids('table'));
    case 'page-break':
      return ['<div class="page-break"></div>'];
  }
}

const toned = (tone: Tone = 'plain'): string => (tone === 'plain' ? '' : ` class="${tone}"`);

/** A note and no aside: an aside would be a landmark inside another. */
function calloutHtml(
  { label, text, command, tone }: Extract<Block, { readonly type: 'callout' }>,
  id: string,
): string[] {
  return [
    `<div class="callout ${tone ?? 'plain'}" role="note" aria-labelledby="${id}">`,
    `<p><strong id="${id}">${inline(label)}:</strong> ${inline(text)}</p>`,
    ...(command === undefined ? [] : [`<pre><code>${escaped(visible(command))}</code></pre>`]),
    '</div>',
  ];
}

function fieldsHtml(fields: Extract<Block, { readonly type: 'fields' }>['fields']): string[] {
  if (fields.length === 0) return [];
  const rows = fields.map(
    ({ label, text }) => `<div><dt>${inline(label)}</dt><dd>${isBlank(text) ? 'none' : inline(text)}</dd></div>`,
  );
  return ['<dl class="fields">', ...rows, '</dl>'];
}
