// Keeps gists for the next run: whole, or not at all.
import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { writeBlock } from './block-file.ts';
import type { FileLayout } from './file-layout.ts';
import { blocksOfGroup } from './gist-entries.ts';
import { openGists } from './gist-groups.ts';
import type { GistEntry } from './gist-layout.ts';
import { idsIn, type NewEntries } from './kept-gists.ts';
import { withLock } from './lock.ts';
import { tempName } from './temp-name.ts';

/** Writes new ones in the place of old ones. Best effort: without it the next run takes longer, and is as right. */
export async function keepGists(layout: FileLayout, made: NewEntries, stamp: string): Promise<void> {
  try {
    // Under the lock nobody is erased meanwhile; who was erased before it is no longer listed.
    await withLock(layout.lock, () => write(layout.gists, stamp, entriesOf(layout, made, stamp)), 0);
  } catch {
    // A full or read-only disk, or somebody who is saving.
  }
}

function* entriesOf(layout: FileLayout, made: NewEntries, stamp: string): Generator<GistEntry> {
  const known = openGists(layout.gists, () => stamp);
  for (const id of idsIn(layout)) {
    const kept = known?.of(id);
    const entry = made.has(id) ? made.get(id) : kept?.group.entry(kept.at);
    if (entry) yield entry;
  }
  known?.close();
}

/** So many journeys are read at once, part by part. */
const GROUP = 512;

function write(path: string, stamp: string, entries: Iterable<GistEntry>): void {
  const temp = tempName(path);
  const file = openSync(temp, 'wx', 0o600);
  try {
    try {
      writeBlock(file, Buffer.from(stamp, 'latin1'));
      let group: GistEntry[] = [];
      const flush = () => {
        if (group.length > 0) for (const block of blocksOfGroup(group)) writeBlock(file, block);
        group = [];
      };
      for (const entry of entries) {
        group.push(entry);
        if (group.length === GROUP) flush();
      }
      flush();
    } finally {
      closeSync(file);
    }
    renameSync(temp, path);
  } catch (error) {
    rmSync(temp, { force: true });
    throw error;
  }
}
