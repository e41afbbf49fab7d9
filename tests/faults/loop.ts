// The fault loop: one command, one state of the store, one error; the N-th call fails, for N = 1, 2, … until none is left to fail.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Said } from '../cli/terminal.ts';
import { type ErrorName, withFault } from './fault.ts';
import { judge } from './judge.ts';
import { isLock, isSame, stateOf } from './state.ts';
import { memoryFolder, startedIn, type World } from './world.ts';

export interface Case {
  readonly name: string;
  /** {out} stands for a folder beside the home that is broken too */
  readonly argv: readonly string[];
  /** deeds of several kinds at once: each file of its own is old or new, and the exit code says that something failed */
  readonly several?: boolean;
  /** several journeys: killed between two renames, some are new and the others old, and run again the rest follows */
  readonly together?: boolean;
  /** goes on step by step, each recorded: between old and new there are steps, and nothing of any is lost */
  readonly steps?: boolean;
  /** goes on without what can't be read, which the answer and the exit code tell */
  readonly partial?: boolean;
  /** killed between two renames it can't be run again: the version before is then a copy of the current one */
  readonly once?: boolean;
  /** takes long, so that no more points than these are tried for an error, wherever it runs */
  readonly most?: number;
  /** what doctor finds before it */
  readonly damaged?: readonly string[];
}

/** Points at which a fault fired, and things that were lost at them. */
export interface Count {
  readonly points: number;
  readonly lost: number;
}

export interface Tally {
  readonly command: string;
  readonly state: string;
  readonly error: ErrorName;
  /** by call */
  readonly counts: Readonly<Record<string, Count>>;
  readonly faults: readonly string[];
}

/** All N of one command, state and error, or so many by a seed. A store that the command refuses stays as it is. */
export async function loop(
  each: Case,
  state: string,
  error: ErrorName,
  template: World,
  most = Number.POSITIVE_INFINITY,
  seed = 0,
): Promise<Tally> {
  const { name, argv: words } = each;
  const counts: Record<string, Count> = {};
  const faults: string[] = [];
  const root = mkdtempSync(join(memoryFolder, 'ascpi-fault-'));
  const argvIn = (world: World) => words.map((word) => word.replace('{out}', world.out));
  try {
    const before = stateOf(template.folder);
    const reference = startedIn(template, join(root, 'reference'));
    const argv = argvIn(reference);
    const unbroken = await withFault(reference.folder, error, 0, () => reference.run(...argv));
    const { code, err } = unbroken.result as Said;
    const after = stateOf(reference.folder);
    const isRefused = state === 'fresh' && [2, 3].includes(code) && isSame(before, after);
    if (code !== 0 && !isRefused) throw new Error(`${name}: exit ${code}: ${err}`);
    for (const at of chosen(unbroken.calls, Math.min(most, each.most ?? most), seed)) {
      const world = startedIn(template, join(root, String(at)));
      const argv = argvIn(world);
      const { result, fired } = await withFault(world.folder, error, at, () => world.run(...argv));
      if (fired === undefined) continue;
      const fault = (what: string) => faults.push(`${name} on ${state}, ${error} at ${at} (${fired}): ${what}`);
      bury(world.folder);
      const gone = await judge({ each, template, world, argv, before, after, usual: code, fired, result }, fault);
      const { points, lost } = counts[fired] ?? { points: 0, lost: 0 };
      counts[fired] = { points: points + 1, lost: lost + gone.length };
      if (gone.length > 0) fault(`lost ${gone.join('; ')}`);
      rmSync(world.folder, { recursive: true, force: true });
    }
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
  return { command: name, state, error, counts, faults };
}

/** From 1 to the count; not more than the most, spread over all of it, others with another seed. */
function chosen(count: number, most: number, seed: number): number[] {
  const stride = Math.max(1, count / most);
  const tries = Math.ceil(count / stride);
  const first = stride === 1 ? 0 : ((seed * 0.618) % 1) * stride;
  return Array.from({ length: tries }, (_, index) => 1 + Math.floor(first + index * stride));
}

/** Every run stands for a process that has ended by now. Ours still lives, so a lock that it could not remove would be honoured. */
function bury(folder: string): void {
  for (const name of existsSync(folder) ? readdirSync(folder, { recursive: true, encoding: 'utf8' }) : []) {
    if (!isLock(name)) continue;
    const path = join(folder, name);
    try {
      const holder = JSON.parse(readFileSync(path, 'utf8'));
      writeFileSync(path, JSON.stringify({ ...holder, pid: 2 ** 22 + 1, start: null }));
    } catch {
      // Cut off while it was written; then nobody waits for it.
    }
  }
}
