// What killed processes left behind: temporary files and dead locks. They do no harm, but they may name a person.
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { layoutOf } from './file-layout.ts';
import { namesIn } from './folder.ts';
import { ioFailure } from './io-failure.ts';
import { withLock } from './lock.ts';
import { breakDead, clearDead, guardOf } from './lock-file.ts';
import { hasEnded, type Lock, lifeOf, readLock } from './lock-holder.ts';
import { tempOf, writerOf } from './temp-name.ts';

/** Paths of dead locks and stray temporary files. While a living process holds the lock its files are no leftovers. */
export function leftovers(home: string): string[] {
  return heldLock(home) === undefined ? [...deadLocks(home), ...temps(home)] : deadLocks(home);
}

/** Removes them under the lock, so that no process is writing one, and tells which. Fails like `withLock`. */
export async function sweepLeftovers(home: string, patience?: number): Promise<string[]> {
  const dead = deadLocks(home);
  if (dead.length + temps(home).length === 0) return [];
  const { lock } = layoutOf(home);
  return withLock(
    lock,
    () => {
      clearDead(guardOf(lock));
      clearSender(home);
      const strays = temps(home);
      strays.forEach(erase);
      return [...dead, ...strays];
    },
    patience,
  );
}

/** The lock, if a process holds it that lives or that can't be asked because it is on another machine. */
export function heldLock(home: string): Lock | undefined {
  const lock = readLock(layoutOf(home).lock);
  return lock === undefined || isDead(lock) ? undefined : lock;
}

/** Temporary files in a folder: all, or those that were to become one file. */
export function tempsIn(folder: string, name?: string): string[] {
  return namesIn(folder)
    .filter((each) => (name === undefined ? tempOf(each) !== undefined : tempOf(each) === name))
    .map((each) => join(folder, each));
}

/** Removes from a folder of the user's what killed processes were writing there. Fails with `machine`. */
export function sweepWritten(folder: string, extension: string): void {
  for (const name of namesIn(folder).filter((each) => tempOf(each)?.endsWith(extension))) {
    const writer = writerOf(name);
    if (writer !== undefined && hasEnded(writer)) erase(join(folder, name));
  }
}

function temps(home: string): string[] {
  const { journeys, previous, shared, templates } = layoutOf(home);
  return [home, journeys, previous, shared, templates].flatMap((folder) => tempsIn(folder));
}

function deadLocks(home: string): string[] {
  const { lock, sending } = layoutOf(home);
  return [lock, guardOf(lock), sending, guardOf(sending)].filter((path) => isDead(readLock(path)));
}

function clearSender(home: string): void {
  const { sending } = layoutOf(home);
  clearDead(guardOf(sending));
  const holder = readLock(sending)?.holder;
  if (holder !== undefined && lifeOf(holder) === 'dead') breakDead(sending, holder);
}

const isDead = (lock: Lock | undefined): boolean => lock?.holder !== undefined && lifeOf(lock.holder) === 'dead';

function erase(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw ioFailure('remove', path, error);
  }
}
