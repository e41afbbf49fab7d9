// Changes the settings. The library that writes them reports success on a full disk, so what it wrote is read back.
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { writeDurably } from './durable-write.ts';
import { type FileLayout, layoutOf } from './file-layout.ts';
import { makePrivateFolder } from './folder.ts';
import { codeOf, ioFailure } from './io-failure.ts';
import { tempsIn } from './leftovers.ts';
import { withLock } from './lock.ts';
import { syncFolder } from './new-file.ts';
import { shownPath } from './printable.ts';
import { checkSettings, readSettings, type Settings } from './settings.ts';

/**
 * Changes what is stored at that moment, whoever wrote it, and returns what is now kept.
 * Fails with `usage` (a value that can't be kept), `damaged` (never overwritten), `conflict` or `machine`.
 */
export async function writeSettings(home: string, change: (settings: Settings) => Settings): Promise<Settings> {
  // Loaded before the lock, which is to be held for milliseconds.
  const { writeWithConf } = await import('./conf-file.ts');
  const layout = layoutOf(home);
  makePrivateFolder(home);
  return withLock(layout.lock, () => {
    const before = readSettings(home);
    const after = checkSettings(change(before));
    if ('fault' in after) throw new Failure('usage', `these settings can't be kept: ${after.fault}`);
    // The same again would push what was there before out of the previous file.
    if (JSON.stringify(after.value) === JSON.stringify(before)) return before;
    keepPrevious(layout);
    verified(layout, () => writeWithConf(layout.settings, after.value));
    return after.value;
  });
}

/** A copy, not a link: in some places the library writes into the file that is there. */
function keepPrevious({ settings, previousSettings }: FileLayout): void {
  if (existsSync(settings)) writeDurably(previousSettings, read(settings));
}

function read(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw ioFailure('read', path, error);
  }
}

/** Runs the write, which returns the text it meant to write, and puts the old file back unless that is what is there. */
function verified({ home, settings, previousSettings }: FileLayout, write: () => string): void {
  const existed = existsSync(settings);
  try {
    const meant = write();
    if (readFileSync(settings, 'utf8') !== meant) throw new Error('the file was cut short');
    syncFolder(home);
  } catch (error) {
    // The library leaves its own behind.
    for (const temp of tempsIn(home, basename(settings))) rmSync(temp, { force: true });
    if (existed) renameSync(previousSettings, settings);
    else rmSync(settings, { force: true });
    throw codeOf(error) === undefined ? cutShort(settings, error) : ioFailure('write', settings, error);
  }
}

const cutShort = (path: string, cause: unknown): Failure =>
  new Failure(
    'machine',
    `can't write ${shownPath(path)}: not all of it reached the disk, which may be full`,
    'Nothing was changed. Free some space, then run it again',
    cause,
  );
