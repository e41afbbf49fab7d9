// A file in blocks, each with its length and checksum, that are read when they are asked for. A damaged one says nothing.
import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';

/** `0a1b2c3d 00001000` and a line feed, in front of each block: checksum and length, hexadecimal. */
const HEADER = /^([0-9a-f]{8}) ([0-9a-f]{8})\n$/;
const HEADER_LENGTH = 18;
const LIMIT = 16 * 1024 * 1024;

/** What it holds; undefined where it is damaged, or no longer open. */
export type Block = () => Buffer | undefined;

export interface BlockFile {
  /** The next block; undefined at the end, and where no block begins. */
  readonly next: () => Block | undefined;
  readonly close: () => void;
}

/** Undefined where there is no file. */
export function openBlocks(path: string): BlockFile | undefined {
  let file: number;
  try {
    // Asked before it is opened: a pipe would keep us waiting for ever.
    if (!statSync(path).isFile()) return undefined;
    file = openSync(path, 'r');
  } catch {
    return undefined;
  }
  let isOpen = true;
  let at = 0;
  return {
    next: () => {
      const header = isOpen ? read(file, at, HEADER_LENGTH) : undefined;
      const [, checksum, digits = ''] = HEADER.exec(header?.toString('latin1') ?? '') ?? [];
      const length = Number.parseInt(digits, 16);
      // Not a number, too.
      if (!(length <= LIMIT)) return undefined;
      const from = at + HEADER_LENGTH;
      at = from + length;
      return () => {
        const block = isOpen ? read(file, from, length) : undefined;
        return block !== undefined && checksumOf(block) === checksum ? block : undefined;
      };
    },
    close: () => {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
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

function read(file: number, from: number, length: number): Buffer | undefined {
  const bytes = Buffer.allocUnsafe(length);
  try {
    let done = 0;
    for (let more = -1; done < length && more !== 0; done += more)
      more = readSync(file, bytes, done, length - done, from + done);
    return done === length ? bytes : undefined;
  } catch {
    return undefined;
  }
}

/** Appends a block to an open file. Throws the error of the system. */
export function writeBlock(file: number, block: Buffer): void {
  const header = `${checksumOf(block)} ${block.length.toString(16).padStart(8, '0')}\n`;
  const bytes = Buffer.concat([Buffer.from(header), block]);
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}
