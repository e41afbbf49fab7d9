// The initials of a name, for lists that others may see: the first letter of each word, in whatever script.

/** More would begin to tell the name. */
const MOST = 4;
const graphemes = new Intl.Segmenter('en');

/** `MS` of Maria Santos; a question mark where a name has neither letters nor digits. */
export function initialsOf(name: string): string {
  const words = name.normalize('NFC').split(/[\s\p{Pd}]+/u);
  const firsts = words.flatMap((word) => {
    const letters = Array.from(graphemes.segment(word), ({ segment }) => segment);
    return letters.find((letter) => /^[\p{L}\p{N}]/u.test(letter)) ?? [];
  });
  return firsts.length === 0 ? '?' : firsts.slice(0, MOST).join('').toUpperCase();
}
