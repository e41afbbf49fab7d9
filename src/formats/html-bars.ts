// Writes a timeline as HTML: drawn twice, for wide and for narrow pages, and said in words beside the drawing.
import type { Block } from '../views/view.ts';
import { barSentence } from './bar-words.ts';
import type { Counter } from './html-ids.ts';
import { escaped } from './html-text.ts';
import { visible } from './safe-text.ts';
import { svg } from './svg.ts';
import { pictureTitle, timelinePicture } from './timeline-picture.ts';

type Bars = Extract<Block, { readonly type: 'bars' }>;

/** Letters keep a size that can be read on both; the page shows the one that fits. */
const drawings = [
  ['wide', 680],
  ['narrow', 300],
] as const;

export function barsHtml(block: Bars, ids: Counter): string[] {
  if (block.bars.length === 0) return [];
  const sentences = block.bars.map((bar) => visible(`${bar.label}: ${barSentence(bar)}`));
  const title = pictureTitle(block);
  const description = `${sentences.join('. ')}.`;
  return [
    '<figure>',
    ...drawings.map(([className, width]) =>
      svg(timelinePicture(block, width), {
        id: ids('timeline'),
        className: `timeline ${className}`,
        title,
        description,
      }),
    ),
    '<details>',
    '<summary>The same in words</summary>',
    '<ul>',
    ...sentences.map((sentence) => `<li>${escaped(sentence)}</li>`),
    '</ul>',
    '</details>',
    '</figure>',
  ];
}
