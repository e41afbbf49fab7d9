// Who holds a lock, written so that another process can tell whether the holder still lives.
import { lstatSync, readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';
import * as v from 'valibot';
import { limits } from '../domain/limits.ts';
import { readShape } from '../domain/shape.ts';
import { codeOf } from './io-failure.ts';
import { readBytes } from './read-json.ts';
import { randomWord } from './temp-name.ts';

const holderShape = v.object({
  pid: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(2 ** 31 - 1)),
  /** start of the process in ticks since boot, where the system tells: a later process may get the same pid */
  start: v.nullable(v.string()),
  host: v.string(),
  /** the space in which the pid counts (Linux): containers of one host do not see each other's processes */
  space: v.nullable(v.string()),
  /** tells this holding of the lock from every other */
  nonce: v.string(),
});
export type Holder = v.InferOutput<typeof holderShape>;

export interface Lock {
  /** undefined where the file can't be read as one */
  readonly holder: Holder | undefined;
  /** instant of the last change of the file, in UTC */
  readonly since: string;
}

export const newHolder = (): Holder => ({
  pid: process.pid,
  start: processOf('self')?.start ?? null,
  host: hostname(),
  space: pidSpace(),
  nonce: `${process.pid}-${randomWord()}`,
});

/** The lock at a path; undefined where there is none. */
export function readLock(path: string): Lock | undefined {
  try {
    // Not followed: a link that leads nowhere is in the way all the same.
    return { since: lstatSync(path).mtime.toISOString(), holder: readHolder(path) };
  } catch (error) {
    return codeOf(error) === 'ENOENT' ? undefined : { since: 'some time ago', holder: undefined };
  }
}

function readHolder(path: string): Holder | undefined {
  try {
    const found = readBytes(path, limits.lock);
    if (found === undefined || 'fault' in found) return undefined;
    const shaped = readShape(holderShape, JSON.parse(found.value.toString('utf8')));
    return shaped.ok ? shaped.value : undefined;
  } catch {
    return undefined;
  }
}

/** `unknown` for a holder on another machine. Never guesses by the clock. */
export function lifeOf(holder: Holder): 'alive' | 'dead' | 'unknown' {
  if (holder.host !== hostname() || holder.space !== pidSpace()) return 'unknown';
  try {
    process.kill(holder.pid, 0);
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return 'dead';
  }
  const found = processOf(holder.pid);
  if (found === undefined) return 'alive';
  return found.ended || (holder.start !== null && found.start !== holder.start) ? 'dead' : 'alive';
}

/** Whether a process of this machine that wrote something has ended for certain. */
export const hasEnded = (pid: number): boolean =>
  lifeOf({ pid, start: null, host: hostname(), space: pidSpace(), nonce: '' }) === 'dead';

/** Undefined where the system has no /proc, or hides the process. */
function processOf(pid: number | 'self'): { start: string; ended: boolean } | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field, the name in parentheses, may hold anything; the third is the state, the 22nd the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state = '', start = ''] = [fields[0], fields[19]];
    // A zombie has ended and only waits for its parent to ask how.
    return start === '' ? undefined : { start, ended: state === 'Z' || state === 'X' };
  } catch {
    return undefined;
  }
}

function pidSpace(): string | null {
  try {
    return readlinkSync('/proc/self/ns/pid');
  } catch {
    return null;
  }
}
