// Some notes in one cell of a table: joined by a line of three hyphens, and taken apart again.
import { NOTE_LIMIT } from './fact.ts';
import { noteFault } from './text.ts';

const BETWEEN = '\n---\n';

export const joinNotes = (notes: readonly string[]): string => notes.join(BETWEEN);

/** What can't be taken apart into notes is one note. */
export function splitNotes(text: string): string[] {
  const notes = text.split(BETWEEN);
  return notes.every((note) => noteFault(note, NOTE_LIMIT) === undefined) ? notes : [text];
}
