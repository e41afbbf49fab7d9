// The file of an import: its bytes from the disk or stdin, as text, and whether it is a table or JSON.
import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { type Decoded, decodeText, type Encoding, encodings } from '../../domain/decode-text.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { closest } from '../../domain/suggest.ts';
import { codeOf, ioFailure } from '../../stores/io-failure.ts';
import type { Options } from '../command.ts';
import { given } from '../commands/answers.ts';
import type { Context } from '../context.ts';

export interface Source extends Decoded {
  /** as it was named; `-` is stdin */
  readonly name: string;
  readonly isJson: boolean;
}

const MOST_MB = 64;

/** Fails with `usage` where it is no file, is too large, empty or no text, and with `machine` where it can't be read. */
export async function readSource(name: string, options: Options, context: Context): Promise<Source> {
  const declared = encodingOf(options);
  const bytes = name === '-' ? await context.readInput() : readFile(name);
  if (bytes.length > MOST_MB * 2 ** 20) {
    throw new Failure(
      'usage',
      `${calledIn(name)} is larger than ${MOST_MB} MB`,
      'Split it, and import one part after the other',
    );
  }
  const decoded = decodeText(bytes, declared);
  if (decoded.text.trim() === '')
    throw new Failure('usage', `${calledIn(name)} is empty`, 'Name a file with a header and candidates');
  const isJson = /\.json$/i.test(name) || (!/\.[ct]sv$/i.test(name) && /^\s*[[{]/.test(decoded.text));
  return { ...decoded, name, isJson };
}

/** What a file is called inside a sentence. */
export const calledIn = (name: string): string => (name === '-' ? 'what comes in on stdin' : quote(name));

function encodingOf(options: Options): Encoding | undefined {
  const text = given(options, 'encoding');
  if (text === undefined) return undefined;
  const wanted = text.toLowerCase();
  const found = encodings.find((each) => each === wanted || each.replace('-', '') === wanted);
  if (found) return found;
  const near = closest(wanted, encodings);
  const hint = near ? `Did you mean ${near}?` : `Give ${encodings.join(', ')}`;
  throw new Failure('usage', `${quote(text)} is not an encoding that can be read`, hint);
}

function readFile(name: string): Uint8Array {
  const refuse = (fault: string, hint: string) => new Failure('usage', `the file ${quote(name)} ${fault}`, hint);
  if (name.trim() === '' || name.includes('\0'))
    throw refuse('has no name that can be read', 'Name a file, or - for stdin');
  try {
    const stats = statSync(resolve(name));
    if (stats.isDirectory()) throw refuse('is a folder', 'Name a file in it');
    // A pipe has no size, and what it brings is measured once it is here.
    if (stats.isFile() && stats.size > MOST_MB * 2 ** 20) {
      throw refuse(`is larger than ${MOST_MB} MB`, 'Split it, and import one part after the other');
    }
    return readFileSync(resolve(name));
  } catch (error) {
    if (error instanceof Failure) throw error;
    if (codeOf(error) === 'ENOENT') throw refuse('is not there', 'Name a file, or - for stdin');
    const { kind, message } = ioFailure('read', name, error);
    throw new Failure(kind, message, 'Name another file, or - for stdin', error);
  }
}
