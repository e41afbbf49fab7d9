// The page that text is laid out on: its width, its glyphs, its colours and how it measures.
import type { Block } from '../views/view.ts';
import type { Style } from './format.ts';
import { asciiGlyphs, type Glyphs, unicodeGlyphs } from './marks.ts';
import { type Palette, palette } from './paint.ts';
import { type Measure, measureFor } from './width.ts';

/** Longer lines are hard to follow with the eye; only tables may use more. */
const READABLE = 100;
/** Below this nothing can be laid out: such a terminal wraps by itself. */
const SMALLEST = 20;
/** Narrower pages do without margins. */
const ROOMY = 60;

/** The least columns that sentences can be read in; a narrower column goes under its label instead. */
export const LEAST_COLUMN = 24;

export interface Page {
  /** columns for everything but tables */
  readonly width: number;
  readonly tableWidth: number;
  readonly narrow: boolean;
  readonly unicode: boolean;
  readonly terminal: boolean;
  readonly glyphs: Glyphs;
  readonly palette: Palette;
  readonly measure: Measure;
}

export async function pageFor(blocks: readonly Block[], style: Style): Promise<Page> {
  const tableWidth = Math.max(SMALLEST, style.width);
  return {
    width: Math.min(tableWidth, READABLE),
    tableWidth,
    narrow: tableWidth < ROOMY,
    unicode: style.unicode,
    terminal: style.terminal,
    glyphs: style.unicode ? unicodeGlyphs : asciiGlyphs,
    palette: await palette(style.color),
    measure: await measureFor(blocks),
  };
}
