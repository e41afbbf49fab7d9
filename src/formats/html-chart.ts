// Writes a chart as HTML: drawn for wide and for narrow pages, with a table of the same beside it.
import { chartPicture, chartSentences } from './chart-picture.ts';
import { type Chart, chartTable } from './chart-words.ts';
import type { Counter } from './html-ids.ts';
import { tableHtml } from './html-table.ts';
import { escaped } from './html-text.ts';
import { visible } from './safe-text.ts';
import { svg } from './svg.ts';

/** Letters keep a size that can be read on both; the page shows the one that fits. */
const drawings = [
  ['wide', 460],
  ['narrow', 300],
] as const;

export function chartHtml(block: Chart, ids: Counter): string[] {
  if (block.rows.length === 0) return [];
  const title = escaped(visible(block.title));
  const description = `${chartSentences(block).join('. ')}.`;
  return [
    '<figure class="chart">',
    `<figcaption>${title}</figcaption>`,
    ...drawings.map(([className, width]) =>
      svg(chartPicture(block, width), {
        id: ids('chart'),
        className: `timeline ${className}`,
        title: visible(block.title),
        description,
      }),
    ),
    ...tableHtml(chartTable(block), title, ids('table')),
    '</figure>',
  ];
}
