// The format port: one way to write any view.
import type { View } from '../views/view.ts';

export type PaperSize = 'a4' | 'letter';

/** The bytes of font files. */
export interface Fonts {
  readonly regular: Uint8Array;
  readonly bold: Uint8Array;
  /** a person's own, for letters that those two lack */
  readonly other?: Uint8Array;
}

/** How an answer is to look. All but paper and fonts are for text, so that no other bytes depend on a terminal. */
export interface Style {
  /** columns to fill */
  readonly width: number;
  readonly color: boolean;
  /** Unicode glyphs, or ASCII where the terminal may lack them */
  readonly unicode: boolean;
  /** words instead of glyphs and columns, one sentence a line */
  readonly accessible: boolean;
  /** a terminal reads it; in a pipe tables are plain: one record a line, nothing cut */
  readonly terminal: boolean;
  /** what a printed page is cut to */
  readonly paper: PaperSize;
  /** read only where a page is set in them */
  readonly fonts: () => Promise<Fonts>;
}

export interface Format {
  /** as in `--format <name>` */
  readonly name: string;
  /** file extensions that choose it for `-o` */
  readonly extensions: readonly string[];
  /** bytes, which never go to a terminal */
  readonly binary?: true;
  /** people read it on paper: answers leave room to write, and tell their sources */
  readonly printed?: true;
  /** options about pages that it heeds */
  readonly takes?: readonly ('pages' | 'paper' | 'font')[];
  /** What it needs and this view has not, as in `this answer has no table`; formats without it write any view. */
  readonly lacks?: (view: View) => string | undefined;
  /** Text that ends with a line feed, or bytes. Async because rare libraries are loaded only when a view needs them. */
  readonly render: (view: View, style: Style) => Promise<string | Uint8Array>;
}
