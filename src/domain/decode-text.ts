// Turns the bytes of a text file into text: by its byte order mark, as declared, or else strictly as UTF-8.
import { Failure } from './failure.ts';

export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
export type Encoding = (typeof encodings)[number];

export interface Decoded {
  readonly text: string;
  readonly encoding: Encoding;
  /** lines, from 1, with bytes that are no text in this encoding */
  readonly badLines: ReadonlySet<number>;
}

const MARKS: readonly (readonly [Encoding, readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
];

/** `called` is what the file is called in a message. Fails with `usage` where it contradicts what was declared, or is no text. */
export function decodeText(bytes: Uint8Array, declared?: Encoding, called = 'the file'): Decoded {
  const marked = MARKS.find(([, mark]) => mark.every((byte, index) => bytes[index] === byte))?.[0];
  if (marked && declared && marked !== declared) {
    throw new Failure('usage', `${called} says by its first bytes that it is ${marked}`, `Leave out --encoding`);
  }
  const encoding = marked ?? declared ?? 'utf-8';
  if (encoding === 'windows-1252') return { text: westernText(bytes), encoding, badLines: new Set() };
  if (encoding === 'utf-8') refuseBinary(bytes, called);
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding, badLines: new Set() };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    return { text, encoding, badLines: encoding === 'utf-8' ? badLinesOf(bytes) : linesWithout(text) };
  }
}

/** Latin letters in UTF-16 have a NUL each. */
function refuseBinary(bytes: Uint8Array, called: string): void {
  if (!bytes.subarray(0, 4096).includes(0)) return;
  const [first, second] = bytes;
  const wide = first === 0 ? 'utf-16be' : second === 0 ? 'utf-16le' : undefined;
  throw wide
    ? new Failure(
        'usage',
        `${called} looks like UTF-16, but does not say so in its first bytes`,
        `Add --encoding ${wide}`,
      )
    : new Failure('usage', `${called} is no text: it has NUL bytes`, 'Save the table as CSV UTF-8');
}

/** What Windows has where Latin 1 has control characters; not left to the machine, because Node 20 gets it wrong. */
const WESTERN = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function westernText(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += byte >= 0x80 && byte <= 0x9f ? WESTERN[byte - 0x80] : String.fromCharCode(byte);
  return text;
}

const [LF, CR] = [10, 13];

function badLinesOf(bytes: Uint8Array): Set<number> {
  const bad = new Set<number>();
  const strict = new TextDecoder('utf-8', { fatal: true });
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    let end = start;
    while (end < bytes.length && bytes[end] !== LF && bytes[end] !== CR) end += 1;
    try {
      strict.decode(bytes.subarray(start, end));
    } catch {
      bad.add(line);
    }
    start = end + (bytes[end] === CR && bytes[end + 1] === LF ? 2 : 1);
  }
  return bad;
}

/** In place of what is no text stands the replacement character. */
const linesWithout = (text: string): Set<number> =>
  new Set(text.split(/\r\n|\r|\n/).flatMap((line, index) => (line.includes('\ufffd') ? [index + 1] : [])));
