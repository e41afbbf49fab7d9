// Writes a file that must be right, because another may be thrown away for it: read back and compared before it counts.
import { readFileSync, rmSync } from 'node:fs';
import { Failure } from '../domain/failure.ts';
import { writeDurably } from './durable-write.ts';
import { ioFailure } from './io-failure.ts';
import { shownPath } from './printable.ts';

/** Fails with `machine`; a file that came out wrong is removed. */
export function writeVerified(path: string, content: Uint8Array): void {
  writeDurably(path, content);
  if (readBack(path).equals(content)) return;
  rmSync(path, { force: true });
  throw new Failure(
    'machine',
    `what was written to ${shownPath(path)} is not what is there now, so it was removed`,
    'Name a file on another disk',
  );
}

function readBack(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw ioFailure('read', path, error);
  }
}
