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
  return (text) => (isSimple(text) ? text.length : stringWidth(text));
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
  return Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment);
}
