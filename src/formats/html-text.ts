// Escapes text for HTML, in elements and attributes alike: nothing a person wrote can become an element or leave its own.
import type { Text } from '../views/view.ts';
import { isolated } from './safe-text.ts';
import { type Part, partsOf } from './text-parts.ts';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export const escaped = (text: string): string => text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '');

/** Our own addresses are meant to be followed. */
const ADDRESS = /(https?:\/\/[^\s<>]*[^\s<>.,;:!?)])/;

const ownText = (text: string): string =>
  text
    .split(ADDRESS)
    .map((piece, index) => (index % 2 === 1 ? `<a href="${escaped(piece)}">${escaped(piece)}</a>` : escaped(piece)))
    .join('');

/** The text of people is isolated, so that letters from right to left reorder nothing around them. */
function partHtml({ kind, text }: Part): string {
  switch (kind) {
    case 'user':
      return `<bdi>${escaped(text)}</bdi>`;
    case 'command':
      return `<code>${escaped(text)}</code>`;
    case 'strong':
      return `<strong>${ownText(text)}</strong>`;
    case 'plain':
      return ownText(text);
  }
}

export const inline = (text: Text): string => partsOf(text).map(partHtml).join('');

/** The words alone, for where elements can't be: the title of the page, the name of a table. */
export const titleText = (text: Text): string =>
  partsOf(text)
    .map((part) => escaped(part.kind === 'user' ? isolated(part.text) : part.text))
    .join('')
    .trim();
