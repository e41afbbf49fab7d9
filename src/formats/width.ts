// How many columns a text takes on a terminal, counted by grapheme.
import type { Block, CellValue, Text } from '../views/view.ts';

export type Measure = (text: string) => number;

/** Characters that take one column each, never join and hide nothing: ASCII, Latin, our punctuation, currencies, arrows, box lines. */
const SIMPLE =
  /^[\x20-\x7e\xa0-\xac\xae-\u02ff\u1e00-\u1eff\u2010-\u2027\u2030-\u205e\u20a0-\u20c0\u2190-\u21ff\u2264\u2265\u2500-\u257f]*$/;

export const isSimple = (text: string): boolean => SIMPLE.test(text);

/**
 * A measure for everything these blocks say. string-width and the tables behind it cost 25 ms, as much as the rest of
 * the program: they are loaded only for characters beyond the simple ones.
 */
export async function measureFor(blocks: readonly Block[]): Promise<Measure> {
  if (blocks.every(isSimpleBlock)) return (text) => text.length;
  const { default: stringWidth } = await import('string-width');
  return (text) => {
    if (isSimple(text)) return text.length;
    let width = 0;
    for (const piece of pieces(text)) width += stringWidth(piece);
    return width;
  };
}

/** Tables may be long: of a cell only what people read counts. */
const isSimpleBlock = (block: Block): boolean =>
  block.type === 'table'
    ? isSimple(JSON.stringify(block.columns)) &&
      block.rows.every((row) => row.every(({ text, value }) => isSimpleText(text ?? value)))
    : isSimple(JSON.stringify(block));

const isSimpleText = (text: Text | CellValue): boolean =>
  isSimple(typeof text === 'string' ? text : text === null ? '' : JSON.stringify(text));

/** The smallest pieces that a text may be cut into without breaking a letter or an emoji. */
export function graphemesOf(text: string): string[] {
  if (isSimple(text)) return [...text];
  return Array.from(pieces(text)).flatMap(segmentsOf);
}

const segmentsOf = (text: string): string[] =>
  Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment);

const PIECE = 1000;

/** Pieces that break no letter: the time that segmenting takes grows with the square of the length. */
function* pieces(text: string): Generator<string, void> {
  for (let at = 0; at < text.length; ) {
    const piece = pieceFrom(text, at, PIECE);
    yield piece;
    at += piece.length;
  }
}

/** Without its last letter, which may go on behind it. */
function pieceFrom(text: string, at: number, size: number): string {
  // Half a pair would end the letter before it.
  const end = /[\ud800-\udbff]/.test(text[at + size - 1] ?? '') ? at + size + 1 : at + size;
  if (end >= text.length) return text.slice(at);
  const piece = text.slice(at, end);
  const whole = piece.length - (segmentsOf(piece).at(-1)?.length ?? 0);
  return whole > 0 ? piece.slice(0, whole) : pieceFrom(text, at, 2 * size);
}
