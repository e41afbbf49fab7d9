// What is compiled into the quick bundle: put here by scripts/build.mjs, which checks the data first.
import type { Line } from '../line-of-one.ts';

export interface Compiled {
  /** the text of a file of data/ by name, `rules/exam-window`, and what its shape made of it, as JSON, where that differs */
  readonly texts: Readonly<Record<string, readonly [text: string, meaning?: string]>>;
  /** which lines to type are about one candidate */
  readonly lines: readonly Line[];
}

export const compiled: Compiled = { texts: {}, lines: [] };
