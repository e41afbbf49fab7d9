// Starts programs of this system, never through a shell: what is handed to them is never read as a command.
import { execFile, spawn } from 'node:child_process';
import type { Context } from './context.ts';

type World = Pick<Context, 'env'>;

/** How a program ended; `absent` where there is none of that name. */
export type Ended = 'absent' | { readonly code: number; readonly complaint: string };

const isAbsent = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOENT';

/** Runs it to its end. */
export function runProgram(name: string, args: readonly string[], { env }: World): Promise<Ended> {
  return new Promise((resolve) => {
    execFile(name, [...args], { env, encoding: 'utf8', windowsHide: true }, (error, _out, complaint) => {
      if (error && isAbsent(error)) resolve('absent');
      else resolve({ code: typeof error?.code === 'number' ? error.code : error ? 1 : 0, complaint });
    });
  });
}

/** Starts it and leaves it alone if it goes on for longer than `patience`, in milliseconds: then it works. */
export function startProgram(
  name: string,
  args: readonly string[],
  { env }: World,
  patience: number,
): Promise<Ended | 'running'> {
  return new Promise((resolve) => {
    const child = spawn(name, [...args], { env, stdio: 'ignore', detached: true, windowsHide: true });
    const waiting = setTimeout(() => {
      child.unref();
      resolve('running');
    }, patience);
    const end = (ended: Ended) => {
      clearTimeout(waiting);
      resolve(ended);
    };
    child.on('error', (error) => end(isAbsent(error) ? 'absent' : { code: 1, complaint: error.message }));
    child.on('exit', (code) => end({ code: code ?? 1, complaint: '' }));
  });
}
