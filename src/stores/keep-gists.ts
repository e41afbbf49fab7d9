// Keeps gists for the next run: whole, or not at all.
import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { blocksOf, writeBlock } from './block-file.ts';
import type { FileLayout } from './file-layout.ts';
import { isSettled } from './file-mark.ts';
import { idsIn, type Lines, linesOf, type NewLines } from './kept-gists.ts';
import { withLock } from './lock.ts';
import { tempName } from './temp-name.ts';

/** Writes new lines in the place of old ones. Best effort: without it the next run takes longer, and is as right. */
export async function keepGists(layout: FileLayout, lines: NewLines, stamp: string): Promise<void> {
  try {
    const work = () => {
      const known = linesOf(blocksOf(layout.gists), () => stamp);
      write(layout.gists, stamp, merged(idsIn(layout), known, lines));
    };
    // Under the lock nobody is erased meanwhile; who was erased before it is no longer listed.
    await withLock(layout.lock, work, 0);
  } catch {
    // A full or read-only disk, or somebody who is saving.
  }
}

function* merged(ids: readonly string[], known: Lines, lines: NewLines): Generator<string> {
  for (const id of ids) {
    const old = known.of(id);
    const made = lines.get(id);
    const line = made === undefined ? old : isSettled(made.changed) ? made.line : undefined;
    if (line !== undefined) yield line;
  }
  known.close();
}

const BLOCK = 256 * 1024;

function write(path: string, stamp: string, lines: Iterable<string>): void {
  const temp = tempName(path);
  const file = openSync(temp, 'wx', 0o600);
  try {
    try {
      writeBlock(file, stamp);
      let block: string[] = [];
      let length = 0;
      for (const line of lines) {
        block.push(line);
        length += line.length;
        if (length < BLOCK) continue;
        writeBlock(file, block.join(''));
        block = [];
        length = 0;
      }
      writeBlock(file, block.join(''));
    } finally {
      closeSync(file);
    }
    renameSync(temp, path);
  } catch (error) {
    rmSync(temp, { force: true });
    throw error;
  }
}
