// Takes the texts of a view apart into kinds and strings, hidden characters made visible, for every format alike.
import type { Cell, Text } from '../views/view.ts';
import { visible } from './safe-text.ts';

export interface Part {
  readonly kind: 'plain' | 'user' | 'command' | 'strong';
  readonly text: string;
}

export function partsOf(text: Text): Part[] {
  if (typeof text === 'string') return [{ kind: 'plain', text: visible(text) }];
  if ('user' in text) return [{ kind: 'user', text: visible(text.user) }];
  if ('command' in text) return [{ kind: 'command', text: visible(text.command) }];
  if ('strong' in text) return [{ kind: 'strong', text: visible(text.strong) }];
  return text.flatMap(partsOf);
}

/** Nothing to read: `''`, `[]`, only spaces. */
export const isBlank = (text: Text | undefined): boolean =>
  text === undefined || partsOf(text).every((part) => part.text.trim() === '');

/** What people read in a cell. A value without a text of its own may come from a person, so it is treated as such. */
export function cellText({ text, value }: Cell): Text {
  if (text !== undefined) return text;
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  return { user: String(value) };
}

/** Some texts as one sentence: a comma between them, unless the one before has ended already. */
export const listed = (texts: readonly string[]): string =>
  texts
    .filter((text) => text !== '')
    .reduce((left, right) => (left === '' ? right : left + (/[.,;:!?]$/.test(left) ? ' ' : ', ') + right), '');
