// The text of a note as given, or all of stdin for a hyphen.
import { NOTE_LIMIT } from '../../domain/fact.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { noteFault } from '../../domain/text.ts';
import type { Run } from '../run.ts';

/** Fails with `usage` on what can't be kept as it is. */
export async function noteIn(given: string, run: Run): Promise<string> {
  const text = (given === '-' ? decoded(await run.context.readInput()) : given).replaceAll('\r\n', '\n').trimEnd();
  const fault = noteFault(text, NOTE_LIMIT);
  if (fault === undefined) return text;
  throw new Failure('usage', `the note ${quote(text)} ${fault}`, `Give at most ${NOTE_LIMIT} characters of plain text`);
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new Failure('usage', 'what stdin gives is not text in UTF-8', 'Save it as UTF-8, then run it again', error);
  }
}
