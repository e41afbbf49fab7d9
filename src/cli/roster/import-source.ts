// The file of an import: its bytes from the disk or stdin, as text, and whether it is a table or JSON.
import { resolve } from 'node:path';
import { type Decoded, decodeText, type Encoding, encodings } from '../../domain/decode-text.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { limits, sizeText } from '../../domain/limits.ts';
import { closest } from '../../domain/suggest.ts';
import { ioFailure } from '../../stores/io-failure.ts';
import { type Found, readBytes } from '../../stores/read-json.ts';
import type { Options } from '../command.ts';
import { given } from '../commands/answers.ts';
import type { Context } from '../context.ts';

export interface Source extends Decoded {
  /** as it was named; `-` is stdin */
  readonly name: string;
  readonly isJson: boolean;
}

/** Fails with `usage` where it is no file, is too large, empty or no text, and with `machine` where it can't be read. */
export async function readSource(name: string, options: Options, context: Context): Promise<Source> {
  const declared = encodingOf(options);
  const bytes = name === '-' ? await context.readInput() : readFile(name);
  const decoded = decodeText(bytes, declared, calledIn(name));
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
  const refuse = (fault: string) =>
    new Failure(
      'usage',
      `the file ${quote(name)} ${fault}`,
      `Name a file of at most ${sizeText(limits.import)}, or - for stdin`,
    );
  if (name.trim() === '' || name.includes('\0')) throw refuse('has no name that can be read');
  const found = bytesIn(name);
  if (found === undefined) throw refuse('is not there');
  if ('fault' in found) throw refuse(found.fault.replace(/^it /, ''));
  return found.value;
}

function bytesIn(name: string): Found<Uint8Array> | undefined {
  try {
    // What a shell hands over by a pipe is a file too.
    return readBytes(resolve(name), limits.import, true);
  } catch (error) {
    const { kind, message } = ioFailure('read', name, error);
    throw new Failure(kind, message, 'Name another file, or - for stdin', error);
  }
}
