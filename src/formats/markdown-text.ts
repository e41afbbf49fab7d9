// Escapes text for Markdown: nothing a person wrote can become markup, HTML, a link, a table cell or a second line.
import type { Text } from '../views/view.ts';
import { isolated } from './safe-text.ts';
import { type Part, partsOf } from './text-parts.ts';

/** What renderers link by themselves. GitHub and others link it even when it is escaped, but never inside code. */
const ADDRESS = /@|:\/\/|www\.|https?:|mailto:|xmpp:/i;

/** Of braces only those are escaped that site generators read as their own: `{{`, `{%`, `{#`. */
const escaped = (text: string): string => text.replace(/[\\`*_[\]<>&|~$#]|(?<=\{)[{%]/g, '\\$&');

/** Code is where nothing is read as markup. The fence is longer than any run of backticks inside. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
  return fence + space + text + space + fence;
}

/** Words that would become links turn into code; a word ends at a backtick or a bar, which code can't hold safely. */
function userText(text: string): string {
  const pieces = text.split(/([\s`|]+)/).map((piece) => (ADDRESS.test(piece) ? code(piece) : escaped(piece)));
  return isolated(pieces.join(''));
}

/** Our own addresses are meant to be followed. */
const ownText = (text: string): string =>
  text
    .split(/(https?:\/\/[^\s<>]*[^\s<>.,;:!?)])/)
    .map((piece, index) => (index % 2 === 1 ? `<${piece}>` : escaped(piece)))
    .join('');

/** Stars work only where they touch the text, so spaces stay outside. */
function starred(text: string): string {
  const inner = text.trim();
  return inner === '' ? text : text.replace(inner, () => `**${inner}**`);
}

function partText({ kind, text }: Part): string {
  const spaced = text.replace(/ +/g, ' ');
  if (kind === 'user') return userText(spaced);
  if (kind === 'command') return spaced.trim() === '' ? '' : code(spaced.trim());
  return kind === 'strong' ? starred(ownText(spaced)) : ownText(spaced);
}

/** Code that touches other code would share its fence. */
const beside = (left: string, right: string): string =>
  left.endsWith('`') && right.startsWith('`') ? `${left} ${right}` : left + right;

/** One line of Markdown, safe wherever a paragraph or the text of a list item may begin. */
export const inline = (text: Text): string =>
  partsOf(text)
    .map(partText)
    .reduce(beside, '')
    .trim()
    .replace(/^[-+=:]/, '\\$&')
    .replace(/^(\d+)([.)])/, '$1\\$2');

/** The same in bold, as a label. */
export const bold = (text: Text): string =>
  starred(inline(partsOf(text).map((part) => (part.kind === 'user' ? { user: part.text } : part.text))));

/** The text of a table cell. A table takes escapes of bars away before it reads code, so there they are needed too. */
export const cellInline = (text: Text): string => inline(text).replace(/(?<!\\)\|/g, '\\|');
