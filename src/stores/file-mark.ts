// The mark of a file: what the file system says of it without its being read, and what differs once it is another.
import { statSync } from 'node:fs';

export interface FileMark {
  readonly mark: string;
  /** the instant of its last change, in milliseconds, by the clock of the file system */
  readonly changed: number;
}

/** Undefined where there is none, or where it can't be asked. */
export function markOf(path: string): FileMark | undefined {
  try {
    const stats = statSync(path, { throwIfNoEntry: false });
    if (!stats) return undefined;
    const { ino, size, mtimeMs, ctimeMs } = stats;
    return { mark: `${ino}.${size}.${mtimeMs}.${ctimeMs}`, changed: ctimeMs };
  } catch {
    return undefined;
  }
}

/** Some file systems count in steps of two seconds. */
const STEP = 2000;

/** Whether a file that was read in this process would have got another mark, had it been changed again before. */
export const isSettled = (changed: number): boolean => changed < performance.timeOrigin - STEP;
