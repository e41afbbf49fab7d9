// Writes a view as a page: its head, its landmarks and sections, and what stands at its end.
import { dayDate } from '../domain/civil-date.ts';
import type { Block, View } from '../views/view.ts';
import { blockHtml } from './html-blocks.ts';
import { type Counter, counter } from './html-ids.ts';
import { style, styleHash } from './html-style.ts';
import { isRoomy } from './html-table.ts';
import { inline, titleText } from './html-text.ts';
import { isBlank } from './text-parts.ts';

type Title = Extract<Block, { readonly type: 'title' }>;

/** Nothing may be loaded, sent or run; the one style is known by its hash. The empty icon keeps browsers from asking for one. */
const policy = async () =>
  `default-src 'none'; style-src 'sha256-${await styleHash()}'; img-src data:; base-uri 'none'; form-action 'none'`;

export async function page(view: View): Promise<string> {
  const title = view.blocks.find((block): block is Title => block.type === 'title');
  const rest = view.blocks.filter((block) => block !== title);
  const name: Title = title ?? { type: 'title', text: `ascpi ${view.name}` };
  const lines = [
    '<!DOCTYPE html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${await policy()}">`,
    `<title>${titleText(name.text)}</title>`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    '<link rel="icon" href="data:,">',
    `<style>${style}</style>`,
    '</head>',
    isRoomy(view.blocks) ? '<body class="roomy">' : '<body>',
    '<header>',
    `<h1>${inline(name.text)}</h1>`,
    ...(isBlank(name.aside) ? [] : [`<p class="as-of">${inline(name.aside ?? '')}</p>`]),
    '</header>',
    '<main>',
    ...sections(rest, titleText(name.text)),
    '</main>',
    '<footer>',
    `<p>As of ${dayDate(view.today)}. Written by ascpi, which is independent of ASCP, Pearson VUE and every agency. The dates on your own notice win.</p>`,
    '</footer>',
    '</body>',
    '</html>',
  ];
  return lines.map((line) => `${line}\n`).join('');
}

/** A heading opens a section that ends at the next; tables take their captions from it. */
function sections(blocks: readonly Block[], pageTitle: string): string[] {
  const ids: Counter = counter();
  let above = pageTitle;
  let open = false;
  const lines = blocks.flatMap((block): string[] => {
    if (block.type !== 'heading' && block.type !== 'title') return blockHtml(block, above, ids);
    above = titleText(block.text);
    const begin = [...(open ? ['</section>'] : []), '<section>', `<h2>${inline(block.text)}</h2>`];
    open = true;
    return block.type === 'title' && !isBlank(block.aside) ? [...begin, `<p>${inline(block.aside ?? '')}</p>`] : begin;
  });
  return open ? [...lines, '</section>'] : lines;
}
