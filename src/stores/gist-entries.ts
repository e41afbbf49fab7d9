// What is kept of a journey, as the file of gists holds it.
import type { MadeGist } from '../domain/gist.ts';
import { type FileMark, numbersOf } from './file-mark.ts';
import { dayNumber, type GistEntry, gistParts, states } from './gist-layout.ts';

export function gistEntry(id: string, mark: FileMark, gist: MadeGist): GistEntry {
  const { from, until, counts } = gist;
  const numbers = [...numbersOf(mark), dayNumber(from), dayNumber(until), ...states.map((state) => counts[state])];
  return { id, numbers, lines: gistParts.map((part) => asciiOf(gist[part])) };
}

const asciiOf = (value: unknown): string =>
  JSON.stringify(value).replace(/[\x7f-\uffff]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`);

/** The blocks of a group, as `writeBlock` takes them. */
export const blocksOfGroup = (entries: readonly GistEntry[]): Buffer[] => [
  Buffer.from(entries.map(({ id }) => id).join('\n')),
  Buffer.from(Float64Array.from(entries.flatMap(({ numbers }) => numbers)).buffer),
  ...gistParts.map((_, part) => Buffer.from(entries.map(({ lines }) => lines[part]).join('\n'), 'latin1')),
];
