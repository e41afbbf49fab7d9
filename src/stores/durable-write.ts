// Writes a file whole or not at all: a temporary file beside it, synced, then renamed over it; the old version is kept.
import {
  closeSync,
  copyFileSync,
  existsSync,
  fchmodSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, ioFailure } from './io-failure.ts';
import { tempName } from './temp-name.ts';

interface WriteOptions {
  /** permissions of the file, whatever the umask says; 0600 when left out */
  readonly mode?: number;
  /** the path that keeps the version before this one; its folder is there */
  readonly keepPrevious?: string;
}

const PRIVATE = 0o600;

/** One file to be written. */
export interface Writing extends WriteOptions {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Fails with `machine`; the old file and its previous version are then as they were, and no temporary file is left. */
export function writeDurably(path: string, content: string | Uint8Array, options: WriteOptions = {}): void {
  writeAllDurably([{ path, content, ...options }]);
}

/**
 * Writes some files, all or none: every byte of all of them is on the disk before the first takes its place.
 * `tell` is called with the number of files that are on the disk. Fails with `machine`; all files are then as they were.
 */
export function writeAllDurably(writings: readonly Writing[], tell: (count: number) => void = () => {}): void {
  const placed: Placing[] = [];
  const temps: string[] = [];
  let path = writings[0]?.path ?? '';
  try {
    const placings = writings.map((writing, index): Placing => {
      path = writing.path;
      const target = followed(path);
      const temp = tempName(target);
      temps.push(temp);
      writeNew(temp, writing.content, writing.mode);
      tell(index + 1);
      return { target, temp, existed: existsSync(target), previous: writing.keepPrevious };
    });
    // The previous versions first: after a crash between the two renames they are copies of the current ones, never older.
    for (const { target, existed, previous } of placings) {
      path = target;
      if (previous !== undefined && existed) keep(target, previous);
    }
    syncFolders(placings.flatMap(({ existed, previous }) => (existed && previous !== undefined ? [previous] : [])));
    for (const placing of placings) {
      path = placing.target;
      renameSync(placing.temp, placing.target);
      placed.push(placing);
    }
    syncFolders(placings.map(({ target }) => target));
  } catch (error) {
    for (const temp of temps) discard(temp);
    if (placed.length < writings.length) placed.forEach(putBack);
    throw ioFailure('write', path, error);
  }
}

interface Placing {
  readonly target: string;
  readonly temp: string;
  readonly existed: boolean;
  readonly previous: string | undefined;
}

/** Where a later file could not take its place, those before it give theirs back to what was there. */
function putBack({ target, existed, previous }: Placing): void {
  try {
    if (!existed) rmSync(target, { force: true });
    else if (previous !== undefined) copyFileSync(previous, target);
  } catch {
    // What went wrong before is what has to be told; the previous version is still there.
  }
}

const syncFolders = (paths: readonly string[]): void => {
  for (const folder of new Set(paths.map((path) => dirname(path)))) syncFolder(folder);
};

/** Creates a file that is not there yet and brings it to the disk. Throws the error of the system; may leave a part. */
export function writeNew(path: string, content: string | Uint8Array, mode = PRIVATE): void {
  const bytes = Buffer.from(content);
  const file = openSync(path, 'wx', mode);
  try {
    bestEffort(() => fchmodSync(file, mode));
    // A write may take only a part, on a nearly full disk above all; the next one then says why.
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** Makes names that were just created, renamed or removed in a folder survive a power cut. */
export function syncFolder(path: string): void {
  bestEffort(() => {
    const folder = openSync(path, 'r');
    try {
      fsyncSync(folder);
    } finally {
      closeSync(folder);
    }
  });
}

function keep(current: string, previous: string): void {
  const temp = tempName(previous);
  try {
    try {
      linkSync(current, temp);
    } catch {
      writeNew(temp, readFileSync(current));
    }
    renameSync(temp, previous);
  } finally {
    // Still there also when all went well but both names already meant one file: rename then does nothing.
    discard(temp);
  }
}

function discard(temp: string): void {
  try {
    rmSync(temp, { force: true });
  } catch {
    // What went wrong before is what has to be told.
  }
}

/** A link stays a link: what it points to is written. */
function followed(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** What some systems can't do at all; only a disk that reports an error is worth failing for. */
function bestEffort(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (codeOf(error) === 'EIO') throw error;
  }
}
