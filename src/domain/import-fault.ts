// What is wrong in a file that is imported: where, what stands there, and why it can't be taken.

export interface ImportFault {
  /** line of the file, from 1; line breaks inside quotation marks count too */
  readonly line: number;
  /** header as it stands in the file, cut where it is long; null for what is wrong with a whole line */
  readonly column: string | null;
  /** of the column as spreadsheets name it; null where there is none */
  readonly letter: string | null;
  /** what stands there, cut where it is long; null for a whole line */
  readonly value: string | null;
  /** no full stop */
  readonly reason: string;
}

/** What stands in one cell of a file, and where. */
export interface Place {
  readonly line: number;
  readonly column: string;
  readonly letter: string | null;
  readonly text: string;
}

const LONGEST = 200;

export const faultAt = ({ line, column, letter, text }: Place, reason: string): ImportFault => ({
  line,
  column: cut(column),
  letter,
  value: cut(text),
  reason,
});

const cut = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

export const faultOfLine = (line: number, reason: string): ImportFault => ({
  line,
  column: null,
  letter: null,
  value: null,
  reason,
});
