// Chooses a font for each letter, and tells the letters that can't be printed instead of printing them wrong.
import { Failure } from '../../domain/failure.ts';
import { hasRightToLeft, isolated } from '../safe-text.ts';
import { graphemesOf } from '../width.ts';
import type { Face, Ruler } from './pen.ts';

export interface Glyphs {
  readonly text: string;
  readonly face: Face;
  /** at a size of one point */
  readonly width: number;
}

export interface Typeface {
  /** A word in as few pieces as it has fonts. Composed to NFC, the form that fonts have letters for. */
  readonly glyphsOf: (word: string, bold: boolean) => readonly Glyphs[];
  /** The letters of a word one by one, to be broken where a line ends. */
  readonly lettersOf: (word: string, bold: boolean) => readonly Glyphs[];
  /** Fails with `usage` where anything that was asked for can't be printed. */
  readonly refuseUnprintable: () => void;
}

/**
 * Scripts whose letters change places or run right to left. Their order depends on the whole paragraph, which a file
 * made word by word does not keep.
 */
const REORDERED =
  /[\p{Script=Beng}\p{Script=Deva}\p{Script=Gujr}\p{Script=Guru}\p{Script=Khmr}\p{Script=Knda}\p{Script=Mlym}\p{Script=Mong}\p{Script=Mymr}\p{Script=Orya}\p{Script=Sinh}\p{Script=Taml}\p{Script=Telu}\p{Script=Tibt}]/u;

export function typefaceFrom(ruler: Ruler): Typeface {
  const lacking = new Set<string>();
  const misplaced = new Set<string>();
  const words = new Map<string, readonly Glyphs[]>();

  const faceOf = (letter: string, bold: boolean): Face => {
    const points = [...letter].map((character) => character.codePointAt(0) ?? 0);
    if (hasRightToLeft(letter) || REORDERED.test(letter)) misplaced.add(letter);
    const order: readonly Face[] = bold ? ['bold', 'regular', 'other'] : ['regular', 'other'];
    const face = order.find((each) => points.every((point) => ruler.has(each, point)));
    if (!face) {
      const missing = points.filter((point) => !order.some((each) => ruler.has(each, point)));
      for (const point of missing.length > 0 ? missing : points) lacking.add(String.fromCodePoint(point));
    }
    return face ?? 'regular';
  };
  const lettersOf = (word: string, bold: boolean): readonly Glyphs[] =>
    graphemesOf(word.normalize('NFC')).map((text) => {
      const face = faceOf(text, bold);
      return { text, face, width: ruler.widthOf(text, face) };
    });

  return {
    lettersOf,
    glyphsOf: (word, bold) => {
      const key = `${bold}${word}`;
      const known = words.get(key);
      if (known) return known;
      const glyphs = joined(lettersOf(word, bold)).map((each) => ({
        ...each,
        width: ruler.widthOf(each.text, each.face),
      }));
      words.set(key, glyphs);
      return glyphs;
    },
    refuseUnprintable: () => {
      if (misplaced.size > 0) {
        throw new Failure(
          'usage',
          `a PDF can't hold letters whose order this tool does not know how to set: ${named(misplaced)}`,
          'Write them in Latin letters as on the passport, or choose another format, such as --format markdown',
        );
      }
      if (lacking.size === 0) return;
      throw new Failure(
        'usage',
        `the fonts for PDF lack what this answer needs: ${named(lacking)}`,
        'Name a font that has it: --font <file>, a .ttf or .otf',
      );
    },
  };
}

function joined(letters: readonly Glyphs[]): Glyphs[] {
  const pieces: Glyphs[] = [];
  for (const letter of letters) {
    const last = pieces.at(-1);
    if (last?.face === letter.face) pieces[pieces.length - 1] = { ...last, text: last.text + letter.text };
    else pieces.push(letter);
  }
  return pieces;
}

const NAMED_AT_MOST = 5;

/** `陈 (U+9648), 伟 (U+4F1F), and 3 more` */
function named(letters: ReadonlySet<string>): string {
  const names = [...letters].map((letter) => {
    const points = [...letter].map((character) => (character.codePointAt(0) ?? 0).toString(16).toUpperCase());
    return `${isolated(letter)} (${points.map((point) => `U+${point.padStart(4, '0')}`).join(' ')})`;
  });
  const more = names.length - NAMED_AT_MOST;
  return `${names.slice(0, NAMED_AT_MOST).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
}
