// A stream to write to. Pipes and files are written by the descriptor, which is quicker than Node's streams and never cut short.
import { fstatSync, statSync, writeSync } from 'node:fs';
import { Failure } from '../domain/failure.ts';
import type { Sink } from './context.ts';

/** `stream` is Node's own for the descriptor; it is built only for a terminal or another device. */
export function sinkOf(descriptor: 1 | 2, stream: () => NodeJS.WriteStream): Sink {
  const isDevice = isCharacterDevice(descriptor);
  return {
    write: (text) => {
      if (isDevice && stream().isTTY) stream().write(text);
      else for (const bytes of typeof text === 'string' ? bytesOf(text) : [text]) writeAll(descriptor, bytes);
    },
    get isTTY() {
      return isDevice && stream().isTTY === true;
    },
    get columns() {
      return isDevice ? stream().columns : undefined;
    },
  };
}

function isCharacterDevice(descriptor: number): boolean {
  try {
    const stats = fstatSync(descriptor);
    // Building a stream for the device that swallows all takes 3 ms, and it is no terminal. Windows has it elsewhere, without a number.
    return stats.isCharacterDevice() && stats.rdev !== statSync('/dev/null', { throwIfNoEntry: false })?.rdev;
  } catch {
    return false;
  }
}

/** UTF-16 units; each takes three bytes at most. */
const PIECE = 256 * 1024;

/** Piece by piece, each good until the next, so that a long answer is not held twice; no pair of surrogates is cut apart. */
export function* bytesOf(text: string): Generator<Uint8Array, void> {
  if (text.length <= PIECE) {
    yield Buffer.from(text);
    return;
  }
  const room = Buffer.allocUnsafe(3 * (PIECE + 1));
  for (let at = 0; at < text.length; ) {
    const end = /[\ud800-\udbff]/.test(text[at + PIECE - 1] ?? '') ? at + PIECE + 1 : at + PIECE;
    yield room.subarray(0, room.write(text.slice(at, end)));
    at = end;
  }
}

const PAUSE_MS = 2;

function writeAll(descriptor: 1 | 2, bytes: Uint8Array): void {
  for (let done = 0; done < bytes.length; ) {
    try {
      done += writeSync(descriptor, bytes, done);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      // A reader that is slow: the pipe is full for a moment.
      if (code === 'EAGAIN') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS);
      // A reader that stops reading, as `head` does, is no failure. Talk that nobody can hear is none either.
      else if (code === 'EPIPE' || descriptor === 2) return;
      else throw new Failure('machine', `can't write the answer to stdout: ${code}`, undefined, error);
    }
  }
}
