// Did you mean: the known word nearest to what was typed. The one file that imports the distance library.
import { distance } from 'fastest-levenshtein';

/** The nearest of `known`, or undefined when none is near. Case does not count. */
export function closest(typed: string, known: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase().slice(0, 100);
  const limit = Math.max(1, Math.floor(wanted.length / 3));
  const ranked = known
    .map((word) => ({ word, far: word.toLowerCase().startsWith(wanted) ? 0 : distance(wanted, word.toLowerCase()) }))
    .filter(({ far }) => far <= limit)
    .sort((a, b) => a.far - b.far);
  return wanted === '' ? undefined : ranked[0]?.word;
}
