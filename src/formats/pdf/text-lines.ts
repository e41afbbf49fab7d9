// Breaks text into the lines of a page: at spaces, in addresses after their signs, and within a word that no line can hold.
import type { Text } from '../../views/view.ts';
import { type Part, partsOf } from '../text-parts.ts';
import type { Face } from './pen.ts';
import type { Glyphs, Typeface } from './typeface.ts';

/** A stretch of one line in one font, at its distance from the left. */
export interface Stretch {
  readonly text: string;
  readonly face: Face;
  readonly command: boolean;
  readonly x: number;
  readonly width: number;
}

export interface TextLine {
  readonly stretches: readonly Stretch[];
  readonly width: number;
}

interface Piece extends Glyphs {
  readonly command: boolean;
  readonly bold: boolean;
}

/** Pieces without a space between them. */
type Word = Piece[];

export interface Lettering {
  readonly typeface: Typeface;
  readonly size: number;
  readonly bold?: boolean;
}

function wordsOf(parts: readonly Part[], { typeface, bold = false }: Lettering): Word[] {
  const words: Word[] = [];
  let open: Word | undefined;
  for (const { kind, text } of parts) {
    for (const [index, piece] of text.split(/ +/).entries()) {
      if (index > 0) open = undefined;
      if (piece === '') continue;
      if (open === undefined) {
        open = [];
        words.push(open);
      }
      const isBold = bold || kind === 'strong';
      const glyphs = typeface.glyphsOf(piece, isBold);
      open.push(...glyphs.map((each) => ({ ...each, command: kind === 'command', bold: isBold })));
    }
  }
  return words;
}

/** Where a word may end a line, the best places first; readers take a hyphen there for one that does not count. */
const BREAKS = [/(?<=\/)(?=[^/])/, /(?<=[_.,:;@?&=])(?=[^_.,:;@?&=])/, /(?<=-)(?=[^-])/];
/** An address may be broken for the sake of a line that would stay emptier than this. */
const EMPTY = 0.25;

const isAddress = (word: Word): boolean => word.some(({ text }) => /[^/]\/[^/]+\//.test(text));

const widthOf = (pieces: readonly Glyphs[]): number => pieces.reduce((sum, { width }) => sum + width, 0);

/** A word in parts of which none is wider than a line: cut after its slashes, and further only where it must be. */
function broken(word: Word, room: number, typeface: Typeface): Piece[] {
  const partsOf = (text: string, bold: boolean, breaks: readonly RegExp[]): readonly Glyphs[] => {
    const whole = typeface.glyphsOf(text, bold);
    const [first, ...others] = breaks;
    if (widthOf(whole) <= room) return whole;
    return first ? text.split(first).flatMap((part) => partsOf(part, bold, others)) : typeface.lettersOf(text, bold);
  };
  return word.flatMap(({ text, bold, command }) => {
    const parts = text.split(BREAKS[0] ?? '').flatMap((part) => partsOf(part, bold, BREAKS.slice(1)));
    return parts.map((each) => ({ ...each, command, bold }));
  });
}

/** The width of a text on one line, and that of its longest word, in points. */
export function extentOf(text: Text, lettering: Lettering): { readonly whole: number; readonly word: number } {
  const widths = wordsOf(partsOf(text), lettering).map((word) => widthOf(word) * lettering.size);
  const space = (lettering.typeface.glyphsOf(' ', lettering.bold ?? false)[0]?.width ?? 0) * lettering.size;
  const gaps = Math.max(0, widths.length - 1) * space;
  return { whole: widths.reduce((sum, width) => sum + width, gaps), word: Math.max(0, ...widths) };
}

/** No lines for a blank text. No line is wider than `room`, in points, unless a single letter is. */
export function linesOf(text: Text, room: number, lettering: Lettering): TextLine[] {
  const { typeface, size } = lettering;
  const most = room / size;
  const space = typeface.glyphsOf(' ', lettering.bold ?? false)[0]?.width ?? 0;
  const lines: { readonly pieces: readonly Piece[]; readonly endsWord: boolean }[] = [];
  let line: Piece[] = [];
  let used = 0;
  const flush = (endsWord: boolean) => {
    if (line.length > 0) lines.push({ pieces: line, endsWord });
    line = [];
    used = 0;
  };
  for (const word of wordsOf(partsOf(text), lettering)) {
    const wide = widthOf(word);
    const last = line.at(-1);
    const fits = last !== undefined && used + space + wide <= most;
    const fills = isAddress(word) && most - used > most * EMPTY;
    const pieces = fits || (wide <= most && !fills) ? word : broken(word, most, typeface);
    if (last && (fits || (fills && used + space + (pieces[0]?.width ?? 0) <= most))) {
      const inside = last.command && word[0]?.command === true;
      line.push({ text: ' ', face: last.face, width: space, command: inside, bold: last.bold });
      used += space;
    } else flush(true);
    for (const [index, piece] of pieces.entries()) {
      if (used + piece.width > most && !fits) flush(index === 0);
      line.push(piece);
      used += piece.width;
    }
  }
  flush(true);
  return lines.map(({ pieces, endsWord }, index) => printed(pieces, size, endsWord && index < lines.length - 1));
}

/** The space that a line ends with is seen by nobody, but keeps words apart for whoever copies or listens. */
function printed(pieces: readonly Piece[], size: number, isSpaced: boolean): TextLine {
  const stretches: Stretch[] = [];
  let x = 0;
  for (const { text, face, command, width } of pieces) {
    const last = stretches.at(-1);
    if (last && last.face === face && last.command === command) {
      stretches[stretches.length - 1] = { ...last, text: last.text + text, width: last.width + width * size };
    } else stretches.push({ text, face, command, x, width: width * size });
    x += width * size;
  }
  const last = stretches.at(-1);
  if (isSpaced && last) stretches[stretches.length - 1] = { ...last, text: `${last.text} ` };
  return { stretches, width: x };
}
