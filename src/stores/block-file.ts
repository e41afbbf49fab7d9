// A file in blocks, each with its length and checksum, that are read when they are asked for. A damaged one says nothing.
import { closeSync, openSync, readSync, statSync, writeSync } from 'node:fs';

/** `0a1b2c3d 00001000` and a line feed, in front of each block: checksum and length, hexadecimal. */
const HEADER = /^([0-9a-f]{8}) ([0-9a-f]{8})\n$/;
const HEADER_LENGTH = 18;
const LIMIT = 16 * 1024 * 1024;

/** What it holds, until another is read; undefined where it is damaged, or no longer open. */
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
  // One room for all, so that a long file is not held in memory piece by piece. In whole words: see `checksumOf`.
  let room = Buffer.alloc(0);
  const read = (from: number, length: number): Buffer | undefined => {
    if (!isOpen) return undefined;
    if (room.length < length + WORD) room = Buffer.allocUnsafeSlow((Math.ceil(length / WORD) + 1) * WORD);
    const bytes = room.subarray(0, length);
    return isRead(file, bytes, from) ? bytes : undefined;
  };
  return {
    next: () => {
      const header = read(at, HEADER_LENGTH);
      const [, checksum, digits = ''] = HEADER.exec(header?.toString('latin1') ?? '') ?? [];
      const length = Number.parseInt(digits, 16);
      // Not a number, too.
      if (!(length <= LIMIT)) return undefined;
      const from = at + HEADER_LENGTH;
      at = from + length;
      return () => {
        const block = read(from, length);
        return block !== undefined && checksumOf(block) === checksum ? block : undefined;
      };
    },
    close: () => {
      if (isOpen) closeSync(file);
      isOpen = false;
    },
  };
}

const WORD = 4;

/**
 * Word by word, each step reversible: one changed word always gives another sum. Node's own sums take longer to load than this
 * takes for a thousand journeys. The last word is made whole with zeros, behind the bytes; the length stands beside the sum.
 */
function checksumOf({ buffer, byteOffset, length }: Buffer): string {
  const count = Math.ceil(length / WORD);
  new Uint8Array(buffer, byteOffset).fill(0, length, count * WORD);
  const words = new Int32Array(buffer, byteOffset, count);
  let sum = length;
  for (let index = 0; index < count; index += 1) {
    sum = Math.imul(sum ^ (words[index] as number), 0x5bd1e995);
    sum ^= sum >>> 15;
  }
  return (sum >>> 0).toString(16).padStart(8, '0');
}

function isRead(file: number, bytes: Buffer, from: number): boolean {
  try {
    let done = 0;
    for (let more = -1; done < bytes.length && more !== 0; done += more)
      more = readSync(file, bytes, done, bytes.length - done, from + done);
    return done === bytes.length;
  } catch {
    return false;
  }
}

/** Appends a block to an open file. Throws the error of the system. */
export function writeBlock(file: number, block: Uint8Array): void {
  const words = Buffer.alloc((Math.ceil(block.length / WORD) + 1) * WORD);
  words.set(block);
  const sum = checksumOf(words.subarray(0, block.length));
  const bytes = Buffer.concat([Buffer.from(`${sum} ${block.length.toString(16).padStart(8, '0')}\n`), block]);
  for (let done = 0; done < bytes.length; ) done += writeSync(file, bytes, done);
}
