// Writes a file whole or not at all: a temporary file beside it, synced, then renamed over it; the old version is kept.
import {
  closeSync,
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

/** Fails with `machine`; the old file and its previous version are then as they were, and no temporary file is left. */
export function writeDurably(path: string, content: string | Uint8Array, options: WriteOptions = {}): void {
  const target = followed(path);
  const temp = tempName(target);
  try {
    writeNew(temp, content, options.mode);
    // The previous version first: after a crash between the two renames it is a copy of the current one, never older.
    if (options.keepPrevious !== undefined && existsSync(target)) keep(target, options.keepPrevious);
    renameSync(temp, target);
    syncFolder(dirname(target));
  } catch (error) {
    discard(temp);
    throw ioFailure('write', path, error);
  }
}

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
    syncFolder(dirname(previous));
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
