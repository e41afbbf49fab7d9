// Fits the columns of a table into a terminal: what can be spared goes first, then what can be cut shares the room.
import type { Column } from '../views/view.ts';

interface Fit {
  readonly column: Column;
  /** its place in each row */
  readonly index: number;
  readonly width: number;
}

/** The columns there is room for, each with what it takes, or undefined where a table can't be had. `gap` stands between two. */
export function fitted(
  columns: readonly Column[],
  widths: readonly number[],
  room: number,
  gap: number,
): Fit[] | undefined {
  const all = columns.map((column, index) => ({ column, index, width: widths[index] ?? 0 }));
  const ranks = [...new Set(columns.flatMap(({ spare }) => spare ?? []))].sort((one, other) => other - one);
  for (const rank of [Number.POSITIVE_INFINITY, ...ranks]) {
    const kept = all.filter(({ column }) => (column.spare ?? Number.NEGATIVE_INFINITY) < rank);
    const least = kept.map(({ column, width }) => Math.min(width, column.least ?? width));
    const left = room - sum(least) - (kept.length - 1) * gap;
    if (left < 0) continue;
    const given = shared(
      least,
      kept.map(({ width }) => width),
      left,
    );
    return kept.map((each, index) => ({ ...each, width: given[index] ?? each.width }));
  }
  return undefined;
}

/** What is left goes in equal parts to those that want more. */
function shared(least: readonly number[], wanted: readonly number[], room: number): number[] {
  const given = [...least];
  const lacking = () => given.flatMap((width, index) => (width < (wanted[index] ?? 0) ? [index] : []));
  let left = room;
  for (let open = lacking(); left > 0 && open.length > 0; open = lacking()) {
    for (const index of open) {
      const part = Math.min(Math.ceil(left / open.length), (wanted[index] ?? 0) - (given[index] ?? 0), left);
      given[index] = (given[index] ?? 0) + part;
      left -= part;
    }
  }
  return given;
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
