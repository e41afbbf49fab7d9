// Writes a file whole or not at all: a temporary file beside it, synced, then renamed over it; the old version is kept.
import { closeSync, fsync, openSync, realpathSync } from 'node:fs';
import { syncLater, syncNow, writeNew } from './new-file.ts';
import { type Batch, clear, givenBack, newBatch, newTemp, type OnItsWay, place } from './placing.ts';

interface WriteOptions {
  /** permissions of the file, whatever the umask says; 0600 when left out */
  readonly mode?: number;
  /** the path that keeps the version before this one; its folder is there */
  readonly keepPrevious?: string;
}

/** One file to be written. */
export interface Writing extends WriteOptions {
  readonly path: string;
  readonly content: string | Uint8Array;
}

/** Fails with `machine`; the old file and its previous version are then as they were, and no temporary file is left. */
export function writeDurably(path: string, content: string | Uint8Array, options: WriteOptions = {}): void {
  const batch = newBatch(path);
  try {
    place([onItsWay({ path, content, ...options }, batch, syncNow)], batch);
  } catch (error) {
    throw givenBack(batch, error);
  } finally {
    clear(batch);
  }
}

/**
 * Writes some files, all or none: every byte of all of them is on the disk before the first takes its place.
 * `tell` is called with the number of files that are on the disk. Fails with `machine`; all files, their previous versions too,
 * are then as they were.
 */
export async function writeAllDurably(
  writings: readonly Writing[],
  tell: (count: number) => void = () => {},
): Promise<void> {
  const batch = newBatch(writings[0]?.path ?? '');
  try {
    const files = writings.map((writing) => onItsWay(writing, batch, syncLater));
    await syncTogether(files, batch, tell);
    place(files, batch);
  } catch (error) {
    throw givenBack(batch, error);
  } finally {
    clear(batch);
  }
}

function onItsWay({ path, content, mode, keepPrevious }: Writing, batch: Batch, sync: typeof syncNow): OnItsWay {
  batch.path = path;
  const target = followed(path);
  const temp = newTemp(target, batch.temps);
  writeNew(temp, content, mode, sync);
  return { target, temp, keepPrevious };
}

/** Disks take many at once in the time of a few; the system lets a process have so many files open. */
const AT_ONCE = 16;

/** One that fails does not keep the others from coming to an end, because what they write is removed after it. */
async function syncTogether(files: readonly OnItsWay[], batch: Batch, tell: (count: number) => void): Promise<void> {
  let next = 0;
  let done = 0;
  const work = async () => {
    for (let file = files[next]; file; file = files[next]) {
      next += 1;
      await synced(file.temp).catch((error: unknown) => {
        batch.path = file.target;
        next = files.length;
        throw error;
      });
      done += 1;
      tell(done);
    }
  };
  const ended = await Promise.allSettled(Array.from({ length: AT_ONCE }, work));
  for (const each of ended) if (each.status === 'rejected') throw each.reason;
}

async function synced(path: string): Promise<void> {
  // Windows brings only files to the disk that are open for writing.
  const file = openSync(path, 'r+');
  try {
    await new Promise<void>((resolve, reject) => fsync(file, (error) => (error ? reject(error) : resolve())));
  } finally {
    closeSync(file);
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
