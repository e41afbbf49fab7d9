// Creates files and makes their names last: what every write to the disk is made of.
import { closeSync, fchmodSync, fsyncSync, openSync, writeSync } from 'node:fs';
import { codeOf } from './io-failure.ts';

const PRIVATE = 0o600;

/** Brings an open file to the disk, or leaves that to be done later. */
type Sync = (file: number) => void;
export const syncNow: Sync = (file) => fsyncSync(file);
export const syncLater: Sync = () => {};

/** Creates a file that is not there yet and brings it to the disk. Throws the error of the system; may leave a part. */
export function writeNew(path: string, content: string | Uint8Array, mode = PRIVATE, sync: Sync = syncNow): void {
  const bytes = Buffer.from(content);
  const file = openSync(path, 'wx', mode);
  try {
    bestEffort(() => fchmodSync(file, mode));
    // A write may take only a part, on a nearly full disk above all; the next one then says why.
    for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
    sync(file);
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

/** What some systems can't do at all; only a disk that reports an error is worth failing for. */
function bestEffort(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (codeOf(error) === 'EIO') throw error;
  }
}
