// The format port: one way to write any view.
import type { View } from '../views/view.ts';

/** How text is to look; the other formats ignore it, so that their bytes never depend on a terminal. */
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
}

export interface Format {
  /** as in `--format <name>` */
  readonly name: string;
  /** file extensions that choose it for `-o` */
  readonly extensions: readonly string[];
  /** bytes, which never go to a terminal */
  readonly binary?: true;
  /** What it needs and this view has not, as in `this answer has no table`; formats without it write any view. */
  readonly lacks?: (view: View) => string | undefined;
  /** Text that ends with a line feed, or bytes. Async because rare libraries are loaded only when a view needs them. */
  readonly render: (view: View, style: Style) => Promise<string | Uint8Array>;
}
