// The JSON format: the data of a view under the name of its schema, for scripts.
import type { View } from '../views/view.ts';
import type { Format } from './format.ts';
import { replaceHidden } from './safe-text.ts';

/** JSON.stringify escapes C0 controls and lone surrogates only; these escapes give the same value when parsed. */
export const escaped = (json: string): string =>
  replaceHidden(json, (character) => {
    if (character === '\n') return character;
    const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
    return units.map((unit) => `\\u${unit.toString(16).padStart(4, '0')}`).join('');
  });

/** The head is spread twice: first for its place, last so that no data can stand in for it. */
function written({ name, today, data }: View): string {
  const head = { schema: `ascpi/${name}@1`, today };
  return `${escaped(JSON.stringify({ ...head, ...data, ...head }, null, 2))}\n`;
}

export const json = {
  name: 'json',
  extensions: ['json'],
  render: async (view: View) => written(view),
} as const satisfies Format;
