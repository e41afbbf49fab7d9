// Makes the N-th call on a folder fail, or the process die there, without leaving the process: every call of node:fs is watched.
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { resolve } from 'node:path';

export const errors = ['ENOSPC', 'EIO', 'EACCES', 'EROFS', 'EMFILE', 'kill'] as const;
export type ErrorName = (typeof errors)[number];

/** What a process that was killed would never have gone on to. */
class Killed extends Error {}

interface Armed {
  readonly folder: string;
  readonly error: ErrorName;
  readonly at: number;
  calls: number;
  /** the name of the call that failed */
  fired: string | undefined;
}

let armed: Armed | undefined;
const opened = new Map<number, string>();

/** Calls that change something, or that make a file ready for it; the number of the argument that names the file. */
const byPath = {
  openSync: 0,
  renameSync: 0,
  linkSync: 0,
  rmSync: 0,
  unlinkSync: 0,
  mkdirSync: 0,
  chmodSync: 0,
  copyFileSync: 1,
  writeFileSync: 0,
  readFileSync: 0,
  readdirSync: 0,
  symlinkSync: 1,
  truncateSync: 0,
} as const;
const byDescriptor = ['writeSync', 'fsyncSync', 'fchmodSync', 'ftruncateSync', 'closeSync'] as const;

/** Calls that change nothing and never fail here; a dead process does not make them either. */
const looking = { existsSync: 0, lstatSync: 0 };

/** Errors that a call can give at all. */
const possible: Partial<Record<string, readonly ErrorName[]>> = {
  writeSync: ['ENOSPC', 'EIO', 'kill'],
  fsyncSync: ['ENOSPC', 'EIO', 'kill'],
  closeSync: ['EIO', 'kill'],
  rmSync: ['EIO', 'EACCES', 'EROFS', 'kill'],
  unlinkSync: ['EIO', 'EACCES', 'EROFS', 'kill'],
  chmodSync: ['EIO', 'EACCES', 'EROFS', 'kill'],
  fchmodSync: ['EIO', 'EACCES', 'EROFS', 'kill'],
  readFileSync: ['EIO', 'EACCES', 'EMFILE', 'kill'],
  readdirSync: ['EIO', 'EACCES', 'EMFILE', 'kill'],
};

const isInside = (path: unknown, folder: string): boolean =>
  typeof path === 'string' && `${resolve(path)}/`.startsWith(`${folder}/`);

/** Counts the call; throws where it is its turn. A dead process does nothing any more. */
function pass(name: string, path: unknown, real: () => unknown): unknown {
  const now = armed;
  if (!now || !isInside(path, now.folder)) return real();
  if (now.error === 'kill' && now.fired) {
    // The system closes what a dead process had open.
    if (name === 'closeSync') real();
    throw new Killed();
  }
  if (Object.hasOwn(looking, name)) return real();
  if (possible[name] && !possible[name].includes(now.error)) return real();
  now.calls += 1;
  if (now.calls !== now.at) return real();
  now.fired = name;
  if (now.error === 'kill') throw new Killed();
  // What was opened is closed all the same, as systems do.
  if (name === 'closeSync') real();
  throw Object.assign(new Error(`${now.error}: injected, ${name}`), { code: now.error, path, syscall: name });
}

type Loose = Record<string, (...args: unknown[]) => unknown>;

function watch(): void {
  const loose = fs as unknown as Loose;
  for (const [name, position] of Object.entries({ ...byPath, ...looking })) {
    const real = loose[name] as (...args: unknown[]) => unknown;
    loose[name] = (...args) => {
      const result = pass(name, typeof args[0] === 'number' ? opened.get(args[0]) : args[position], () =>
        real(...args),
      );
      if (name === 'openSync') opened.set(result as number, String(args[0]));
      return result;
    };
  }
  for (const name of byDescriptor) {
    const real = loose[name] as (...args: unknown[]) => unknown;
    loose[name] = (...args) => pass(name, opened.get(args[0] as number), () => real(...args));
  }
  // Under way at the same time as others; they fail as the calls above do.
  const { fsync, unlink } = fs;
  const later = (name: string, path: unknown, told: (error: Error | null) => void, real: () => void) => {
    try {
      pass(name, path, real);
    } catch (error) {
      process.nextTick(told, error as Error);
    }
  };
  fs.fsync = ((file, told) => later('fsyncSync', opened.get(file), told, () => fsync(file, told))) as typeof fs.fsync;
  fs.unlink = ((path, told) => later('unlinkSync', path, told, () => unlink(path, told))) as typeof fs.unlink;
  syncBuiltinESMExports();
}

watch();

/** Runs the work with one fault in it. `fired` names the call that failed; undefined when there were fewer `calls`. */
export async function withFault<T>(
  folder: string,
  error: ErrorName,
  at: number,
  work: () => Promise<T>,
): Promise<{ result: T | 'killed'; fired: string | undefined; calls: number }> {
  const now: Armed = { folder: resolve(folder), error, at, calls: 0, fired: undefined };
  armed = now;
  try {
    const result = await work();
    // Dying is told as any other error by whoever catches it; a dead process tells nothing.
    const { fired, calls } = now;
    return { result: error === 'kill' && fired ? 'killed' : result, fired, calls };
  } finally {
    armed = undefined;
  }
}
