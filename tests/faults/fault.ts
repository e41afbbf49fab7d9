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
  for (const [name, position] of Object.entries(byPath)) {
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
  // Under way at the same time as others; it fails as they do.
  const { fsync } = fs;
  fs.fsync = ((file: number, told: (error: Error | null) => void) => {
    try {
      pass('fsyncSync', opened.get(file), () => fsync(file, told));
    } catch (error) {
      process.nextTick(told, error as Error);
    }
  }) as typeof fs.fsync;
  syncBuiltinESMExports();
}

watch();

/** Runs the work with one fault in it. `fired` names the call that failed; undefined when there were fewer calls. */
export async function withFault<T>(
  folder: string,
  error: ErrorName,
  at: number,
  work: () => Promise<T>,
): Promise<{ result: T | 'killed'; fired: string | undefined }> {
  const now: Armed = { folder: resolve(folder), error, at, calls: 0, fired: undefined };
  armed = now;
  try {
    const result = await work();
    // Dying is told as any other error by whoever catches it; a dead process tells nothing.
    return { result: error === 'kill' && now.fired ? 'killed' : result, fired: now.fired };
  } finally {
    armed = undefined;
  }
}
