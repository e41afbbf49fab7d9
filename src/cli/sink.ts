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
      else writeAll(descriptor, typeof text === 'string' ? Buffer.from(text) : text);
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
