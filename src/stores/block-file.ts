// A file of text in blocks, each with its length and checksum: a part that is damaged ends it, and what stands before it is right.
import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';

/** `0a1b2c3d 00001000` and a line feed, in front of each block: checksum and length, hexadecimal. */
const HEADER = /^([0-9a-f]{8}) ([0-9a-f]{8})\n$/;
const HEADER_LENGTH = 18;
const LIMIT = 16 * 1024 * 1024;

/** Blocks one after the other; none where there is no file. The text is ASCII. */
export function* blocksOf(path: string): Generator<string, void> {
  let file: number;
  try {
    // Asked before it is opened: a pipe would keep us waiting for ever.
    if (!statSync(path).isFile()) return;
    file = openSync(path, 'r');
  } catch {
    return;
  }
  try {
    for (;;) {
      const [, checksum, length = ''] = HEADER.exec(read(file, HEADER_LENGTH)?.toString('latin1') ?? '') ?? [];
      const size = Number.parseInt(length, 16);
      const block = size <= LIMIT ? read(file, size) : undefined;
      if (block === undefined || checksumOf(block) !== checksum) return;
      yield block.toString('latin1');
    }
  } finally {
    closeSync(file);
  }
}

/**
 * Word by word, each step reversible: one changed word always gives another sum. Node's own sums take longer to load than this
 * takes for a thousand journeys. The rest of the last word is filled with zeros; the length stands beside the sum.
 */
function checksumOf(bytes: Buffer): string {
  const words = new Int32Array(Math.ceil(bytes.length / 4));
  Buffer.from(words.buffer).set(bytes);
  let sum = bytes.length;
  for (let index = 0; index < words.length; index += 1) {
    sum = Math.imul(sum ^ (words[index] as number), 0x5bd1e995);
    sum ^= sum >>> 15;
  }
  return (sum >>> 0).toString(16).padStart(8, '0');
}

function read(file: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length);
  try {
    let done = 0;
    for (let more = -1; done < length && more !== 0; done += more)
      more = readSync(file, bytes, done, length - done, null);
    return done === length ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Appends a block to an open file. Throws the error of the system. */
export function writeBlock(file: number, text: string): void {
  const block = Buffer.from(text, 'latin1');
  const bytes = Buffer.concat([
    Buffer.from(`${checksumOf(block)} ${block.length.toString(16).padStart(8, '0')}\n`),
    block,
  ]);
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}
