// Lines that know how many columns they take, and ways to put them beside each other.

/** A line ready to print. Its text may hold colours, its width does not count them. */
export interface Line {
  readonly text: string;
  readonly width: number;
}

export const emptyLine: Line = { text: '', width: 0 };

export const shifted = (lines: readonly Line[], indent: number): Line[] =>
  lines.map(({ text, width }) => ({ text: ' '.repeat(indent) + text, width: indent + width }));

/** Two lines in one, the right one starting at a column that is free. */
export const joined = (left: Line, right: Line, at: number): Line => ({
  text: left.text + ' '.repeat(at - left.width) + right.text,
  width: at + right.width,
});

/** Lines in a column that starts at `at`, with `head` before the first. */
export function led(head: Line, lines: readonly Line[], at: number): Line[] {
  const [first = emptyLine, ...rest] = lines;
  return [first.width === 0 ? head : joined(head, first, at), ...shifted(rest, at)];
}

/** The widest of the lines that are not wider than a limit, which keeps one endless name from spoiling a column. */
export const widest = (lines: readonly Line[], limit: number): number =>
  Math.max(0, ...lines.map((line) => line.width).filter((width) => width <= limit));

/** `right` at the right edge of the first line, or undefined where that line has no room for it. */
export function flushRight(lines: readonly Line[], right: Line, width: number): Line[] | undefined {
  const [first, ...rest] = lines;
  const at = width - right.width;
  if (first === undefined || first.width + 2 > at) return undefined;
  return [joined(first, right, at), ...rest];
}
