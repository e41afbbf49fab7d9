// Shows a written file in the program that the system has for its kind.
import { resolve } from 'node:path';
import { Failure, quote } from '../domain/failure.ts';
import type { Context } from './context.ts';
import { startProgram } from './programs.ts';

/** The program that finds the right one, with what it wants before the path. */
const openers: Partial<Record<NodeJS.Platform, readonly [name: string, ...before: string[]]>> = {
  darwin: ['open'],
  // What `start` does, which is no program but a word of the shell.
  win32: ['rundll32', 'url.dll,FileProtocolHandler'],
};
const OTHERS = ['xdg-open'] as const;

const PATIENCE_MS = 2000;

/** Fails with `machine` where nothing can show it; the file stays. */
export async function showFile(path: string, context: Context): Promise<void> {
  const [name, ...before] = openers[context.platform] ?? OTHERS;
  const ended = await startProgram(name, [...before, resolve(path)], context, PATIENCE_MS);
  if (ended === 'running' || (ended !== 'absent' && ended.code === 0)) return;
  const why = ended === 'absent' ? `there is no ${name} here` : `${name} could not do it (exit ${ended.code})`;
  throw new Failure('machine', `${quote(path)} is written, but can't be shown: ${why}`, 'Open the file yourself');
}
