// Where the answer goes: stdout, or a file that is written whole or not at all.
import { lstatSync } from 'node:fs';
import { resolve } from 'node:path';
import { Failure, quote } from '../domain/failure.ts';
import { writeDurably } from '../stores/durable-write.ts';
import type { Context } from './context.ts';
import type { Globals } from './global-options.ts';

/** Refuses a file that stands in the way before anything is decided or saved. */
export function checkOutput({ output: answer, file, force }: Globals): void {
  const output = answer ?? file;
  if (output === undefined) return;
  const there = lstatSync(output, { throwIfNoEntry: false });
  if (!there) return;
  if (there.isDirectory()) throw new Failure('usage', `${quote(output)} is a folder`, 'Name a file in it');
  if (there.isSymbolicLink()) throw new Failure('usage', `${quote(output)} is a link`, 'Name the file itself');
  if (!there.isFile()) throw new Failure('usage', `${quote(output)} is not a file`, 'Name a new file');
  if (!force)
    throw new Failure('usage', `${quote(output)} is there already`, 'Overwrite it with --force, or name another');
}

export function writeOutput(text: string | Uint8Array, globals: Globals, context: Context): void {
  if (globals.output === undefined) {
    context.stdout.write(text);
    return;
  }
  try {
    writeDurably(resolve(globals.output), text);
  } catch (error) {
    throw error instanceof Failure ? new Failure(error.kind, error.message, 'Name another file with -o', error) : error;
  }
  if (!globals.quiet && globals.format !== 'json') context.stderr.write(`Written: ${globals.output}\n`);
}
