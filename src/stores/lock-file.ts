// The file of a lock: made in one step, removed only by who made it, or under a guard when its maker has died.
import { constants, copyFileSync, existsSync, linkSync, renameSync, rmSync } from 'node:fs';
import { codeOf } from './io-failure.ts';
import { type Holder, lifeOf, newHolder, readLock } from './lock-holder.ts';
import { writeNew } from './new-file.ts';
import { tempName } from './temp-name.ts';

// What systems say that have no second names for files.
const LINKLESS = ['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EMLINK'];

/** Held for the moment in which a dead lock is removed, so that two processes do not remove each other's new one. */
export const guardOf = (path: string): string => `${path}.break`;

/** True when the lock is now ours. Throws the error of the system where no file can be written. */
export function take(path: string, mine: Holder): boolean {
  if (existsSync(path)) return false;
  const temp = tempName(path);
  try {
    writeNew(temp, JSON.stringify(mine));
    // A network disk may link and yet report that it did not.
    return place(temp, path) || isHeldBy(path, mine);
  } finally {
    rmSync(temp, { force: true });
  }
}

export function release(path: string, mine: Holder): void {
  // Once more where the disk stumbles: this process may go on to save something else.
  for (let tries = 0; tries < 2; tries += 1) {
    try {
      const lock = readLock(path);
      // Where it does not say whose it is, it is ours all the same: we took it, and only dead holders are robbed.
      if (lock !== undefined && (lock.holder === undefined || lock.holder.nonce === mine.nonce)) {
        rmSync(path, { force: true });
      }
      return;
    } catch {
      // The work is done and must not be reported as failed; the lock is a dead one as soon as this process ends.
    }
  }
}

/** Removes the lock of a holder found dead, unless another process is at it or already did. */
export function breakDead(path: string, dead: Holder): void {
  const guard = guardOf(path);
  const mine = newHolder();
  if (!take(guard, mine)) {
    clearDead(guard);
    return;
  }
  try {
    if (isHeldBy(path, dead)) setAside(path, dead);
  } finally {
    release(guard, mine);
  }
}

/** Removes a guard whose holder has died. */
export function clearDead(guard: string): void {
  const holder = readLock(guard)?.holder;
  if (holder !== undefined && lifeOf(holder) === 'dead') setAside(guard, holder);
}

const isHeldBy = (path: string, { nonce }: Holder): boolean => readLock(path)?.holder?.nonce === nonce;

/** Takes the file away before it looks again: if it was replaced since it was read, it is put back. */
function setAside(path: string, dead: Holder): void {
  const aside = tempName(path);
  try {
    renameSync(path, aside);
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return;
    throw error;
  }
  if (!isHeldBy(aside, dead)) place(aside, path);
  rmSync(aside, { force: true });
}

/**
 * Gives a file a second name that nothing had; false when something has it, or the file was swept up meanwhile.
 * A link appears with all that the file says; a copy, for systems without links, is empty for a moment.
 */
function place(file: string, name: string): boolean {
  try {
    linkSync(file, name);
    return true;
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (code === 'EEXIST' || code === 'ENOENT') return false;
    if (LINKLESS.includes(code)) return placeCopy(file, name);
    throw error;
  }
}

function placeCopy(file: string, name: string): boolean {
  try {
    copyFileSync(file, name, constants.COPYFILE_EXCL);
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  }
}
