// Writes items as an HTML list: each mark is a small picture for the eye and a word for the ear.
import type { Item } from '../views/view.ts';
import { markSvg } from './html-marks.ts';
import { inline } from './html-text.ts';
import { markWords } from './marks.ts';
import { isBlank } from './text-parts.ts';

/** The role is there because some browsers take a list without bullets for none. */
export function itemsHtml(items: readonly Item[]): string[] {
  if (items.length === 0) return [];
  return [`<ul class="items ${columnsOf(items)}" role="list">`, ...items.flatMap(itemHtml), '</ul>'];
}

/** Where every item has a label, bullets say nothing. */
function columnsOf(items: readonly Item[]): 'labelled' | 'unlabelled' | 'unmarked' {
  if (items.every(({ label }) => isBlank(label))) return 'unlabelled';
  return items.every(({ label, mark }) => !isBlank(label) && mark === 'bullet') ? 'unmarked' : 'labelled';
}

function itemHtml({ mark, label, text, aside, tone, details = [], blanks = [] }: Item): string[] {
  const said = markWords[mark] === '' ? '' : `<span class="said">${markWords[mark]}: </span>`;
  const named = !isBlank(label);
  const shown = details.filter((detail) => !isBlank(detail));
  return [
    `<li class="item is-${mark} ${tone ?? 'plain'}">`,
    `${markSvg(mark)}${named ? `<p class="label">${said}${inline(label ?? '')}</p>` : ''}`,
    ...(named && isBlank(text) ? [] : [`<p class="text">${named ? '' : said}${inline(text)}</p>`]),
    ...(isBlank(aside) ? [] : [`<p class="aside">${inline(aside ?? '')}</p>`]),
    ...(shown.length + blanks.length === 0
      ? []
      : [
          '<ul class="details">',
          ...shown.map((detail) => `<li>${inline(detail)}</li>`),
          ...blanksHtml(blanks),
          '</ul>',
        ]),
    '</li>',
  ];
}

/** Lines to write on by hand are nothing to listen to. */
function blanksHtml(blanks: readonly string[]): string[] {
  if (blanks.length === 0) return [];
  const lines = blanks.map((blank) => `<span>${inline(blank)}</span><span class="blank"></span>`);
  return [`<li class="blanks" aria-hidden="true">${lines.join('')}</li>`];
}
