// Whether a value, however deep, names a person: in a text or as a key.
import { searchable } from './text.ts';

/** Names, ids and addresses to look for; case and accents do not count, and an id counts as a whole word alone. */
export interface Traces {
  readonly id: string;
  readonly texts: readonly string[];
}

export function mentions(value: unknown, traces: Traces): boolean {
  if (typeof value === 'string') return isIn(value, traces);
  if (typeof value !== 'object' || value === null) return false;
  return Object.entries(value).some(
    ([key, held]) => (!Array.isArray(value) && isIn(key, traces)) || mentions(held, traces),
  );
}

function isIn(text: string, { id, texts }: Traces): boolean {
  const plain = searchable(text);
  if (texts.some((each) => each !== '' && plain.includes(searchable(each)))) return true;
  const at = text.indexOf(id);
  return at >= 0 && !/[a-z0-9-]/.test(text.charAt(at - 1)) && !/[a-z0-9-]/.test(text.charAt(at + id.length));
}
