// The mark of a file: what the file system says of it without its being read, and what differs once it is another.
import { type Stats, statSync } from 'node:fs';

export type FileMark = Pick<Stats, (typeof told)[number]>;

/** The last is the instant of its last change, in milliseconds, by the clock of the file system. */
const told = ['ino', 'size', 'mtimeMs', 'ctimeMs'] as const;

/** Undefined where there is none, or where it can't be asked. */
export function markOf(path: string): FileMark | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}

/** To be kept: so many numbers for each file. */
export const numbersOf = (mark: FileMark): number[] => told.map((key) => mark[key]);
export const NUMBERS = told.length;

/** Whether these numbers, from that place on, are those of a mark. */
export const isMarkAt = ({ ino, size, mtimeMs, ctimeMs }: FileMark, numbers: Float64Array, at: number): boolean =>
  numbers[at] === ino && numbers[at + 1] === size && numbers[at + 2] === mtimeMs && numbers[at + 3] === ctimeMs;

/** Some file systems count in steps of two seconds. */
const STEP = 2000;

/** Whether a file that was read in this process would have got another mark, had it been changed again before. */
export const isSettled = ({ ctimeMs }: FileMark): boolean => ctimeMs < performance.timeOrigin - STEP;
