// Did you mean: the known word nearest to what was typed. The one file that imports the distance library.
import { distance } from 'fastest-levenshtein';

/** The nearest of `known`, or undefined when none is near. Case does not count. */
export function closest(typed: string, known: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase().slice(0, 100);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const letters = sorted(wanted);
  const ranked = known
    .map((word) => ({ word, far: farness(wanted, letters, word.toLowerCase()) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far);
  return wanted === '' ? undefined : ranked[0]?.word;
}

const sorted = (word: string): string => [...word].sort().join('');

/** The beginning of a word is near, and the same letters in another order are as near as one wrong letter. */
function farness(wanted: string, letters: string, word: string): number {
  if (word.startsWith(wanted)) return 0;
  return word.length === wanted.length && sorted(word) === letters ? 1 : distance(wanted, word);
}
