// Shows a path, or words found in a file, in a message: whole lines, nothing that harms a terminal, backslashes as typed.
import { quote } from '../domain/failure.ts';

const LONGEST = 500;

/** Escapes, character by character, what `quote` would; cut at 500 characters. */
export function printable(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  return [...cut].map((char) => (char === '\\' || char === '"' ? char : quote(char).slice(1, -1))).join('');
}

/** A path in double quotes. Unlike a value it is not cut at 60 characters: the reader has to find the file. */
export const shownPath = (path: string): string => `"${printable(path)}"`;
