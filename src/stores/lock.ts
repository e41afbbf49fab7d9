// The lock around everything that is written: one process at a time, and a killed one never keeps the next waiting.
import { Failure } from '../domain/failure.ts';
import { ioFailure } from './io-failure.ts';
import { breakDead, guardOf, release, take } from './lock-file.ts';
import { type Holder, type Lock, lifeOf, newHolder, readLock } from './lock-holder.ts';
import { printable, shownPath } from './printable.ts';

/** How long a process waits for the one that holds the lock, in milliseconds. */
export const PATIENCE = 10_000;
const LONGEST_SLEEP = 40;

/**
 * Runs the work while no other process that uses this lock runs its own; the folder of the lock is there.
 * Fails with `conflict`, naming the holder, when it stays held longer than the patience, and with `machine`.
 */
export async function withLock<T>(path: string, work: () => T | Promise<T>, patience = PATIENCE): Promise<T> {
  const mine = newHolder();
  await acquire(path, mine, patience);
  try {
    return await work();
  } finally {
    release(path, mine);
  }
}

async function acquire(path: string, mine: Holder, patience: number): Promise<void> {
  const end = performance.now() + patience;
  for (let round = 0; !attempt(path, mine); round++) {
    const lock = readLock(path);
    if (lock !== undefined && performance.now() > end) throw heldFailure(path, lock);
    await sleep(Math.random() * Math.min(LONGEST_SLEEP, 2 ** round));
  }
}

function attempt(path: string, mine: Holder): boolean {
  try {
    const holder = readLock(path)?.holder;
    if (holder !== undefined && lifeOf(holder) === 'dead') breakDead(path, holder);
    return take(path, mine);
  } catch (error) {
    throw ioFailure('write', path, error);
  }
}

function heldFailure(path: string, { holder, since }: Lock): Failure {
  const removal = `remove it: rm -f ${shownPath(path)} ${shownPath(guardOf(path))}`;
  if (holder === undefined) {
    const message = `another process holds the lock ${shownPath(path)}, and the file does not say which`;
    return new Failure('conflict', message, `Nothing was saved. If no ascpi is running, ${removal}`);
  }
  const { pid, host } = holder;
  const message = `process ${pid} on ${printable(host)} has held the lock ${shownPath(path)} since ${since}`;
  const hint =
    lifeOf(holder) === 'alive'
      ? `Nothing was saved. Wait for process ${pid} to end, or end it, then run this again`
      : `Nothing was saved. If no ascpi is running there, ${removal}`;
  return new Failure('conflict', message, hint);
}

const sleep = (milliseconds: number) => new Promise<void>((wake) => setTimeout(wake, milliseconds));
