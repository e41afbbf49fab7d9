// Where the answer goes: stdout, or a file that is written whole or not at all.
import { accessSync, constants, lstatSync, statSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { Failure, quote } from '../domain/failure.ts';
import { writeDurably } from '../stores/durable-write.ts';
import { ioFailure } from '../stores/io-failure.ts';
import type { Context } from './context.ts';
import type { Globals } from './global-options.ts';

/** Refuses what can't be written before anything is decided or saved. Fails with `usage`, and with `machine` for a folder that is closed. */
export function checkOutput({ output: answer, file, force }: Globals): void {
  const output = answer ?? file;
  if (output === undefined) return;
  const refuse = (why: string, remedy: string) => new Failure('usage', `${quote(output)} ${why}`, remedy);
  if (output === '' || output.includes('\0')) throw refuse('is not the name of a file', 'Name a file with -o');
  const folder = dirname(resolve(output));
  if (!statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    throw new Failure('usage', `the folder of ${quote(output)} is not there`, 'Create it first, or name another file');
  const there = lstatSync(output, { throwIfNoEntry: false });
  if (there?.isDirectory()) throw refuse('is a folder', 'Name a file in it');
  if (there?.isSymbolicLink()) throw refuse('is a link', 'Name the file itself');
  if (there && !there.isFile()) throw refuse('is not a file', 'Name a new file');
  if (there && !force) throw refuse('is there already', 'Overwrite it with --force, or name another');
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    throw elsewhere(ioFailure('write', resolve(output), error));
  }
}

const elsewhere = (failure: Failure): Failure =>
  new Failure(failure.kind, failure.message, 'Name another file with -o', failure);

export function writeOutput(text: string | Uint8Array, globals: Globals, context: Context): void {
  if (globals.output === undefined) {
    context.stdout.write(text);
    return;
  }
  try {
    writeDurably(resolve(globals.output), text);
  } catch (error) {
    throw error instanceof Failure ? elsewhere(error) : error;
  }
  if (!globals.quiet && globals.format !== 'json') context.stderr.write(`Written: ${globals.output}\n`);
}
