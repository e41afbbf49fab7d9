// Folders of a store: created for their owner alone, and listed whether they are there or not.
import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { codeOf, ioFailure } from './io-failure.ts';
import { syncFolder } from './new-file.ts';

/** Creates it with those above it. One that is there stays as it is: it may be open on purpose, and `doctor` tells. */
export function makePrivateFolder(path: string): void {
  try {
    const first = createMissing(path);
    if (first === undefined) return;
    // An unusual umask may have taken more than it should.
    chmodSync(path, 0o700);
    syncFolder(dirname(path));
    syncFolder(dirname(first));
  } catch (error) {
    throw ioFailure('create', path, error);
  }
}

/** Gives the first that was not there. One after the other: asked for all at once, Node tries for ever where one can't be made. */
function createMissing(path: string): string | undefined {
  if (isFolder(path)) return undefined;
  const above = dirname(path);
  const first = above === path ? undefined : createMissing(above);
  try {
    mkdirSync(path, { mode: 0o700 });
  } catch (error) {
    // Somebody else was quicker.
    if (codeOf(error) !== 'EEXIST' || !isFolder(path)) throw error;
    return first;
  }
  return first ?? path;
}

const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;

/** Names of what is in it; none where it is not there. Fails with `machine`. */
export function namesIn(path: string): string[] {
  try {
    return readdirSync(path);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw ioFailure('read', path, error);
  }
}
