// Journeys of another store, written as they are: with their revisions and their previous versions.
import { rmSync } from 'node:fs';
import { sealed } from './checksum.ts';
import { writeAllDurably } from './durable-write.ts';
import { ioFailure } from './io-failure.ts';
import type { JourneyFile } from './journey-file-names.ts';
import { journeyText } from './journey-text.ts';
import type { Copy } from './store.ts';

interface Placing extends Copy {
  readonly file: JourneyFile;
}

/** Called under the lock. All or none of the current versions; cut short, it can be run again. */
export async function placeFiles(placings: readonly Placing[]): Promise<void> {
  for (const { file, previous } of placings) if (!previous) erase(file.previous);
  // The previous versions first: after a crash they are never newer than the current ones.
  const before = placings.flatMap(({ file, previous }) =>
    previous ? [{ path: file.previous, content: sealed(journeyText(previous)) }] : [],
  );
  const current = placings.map(({ file, journey }) => ({ path: file.current, content: sealed(journeyText(journey)) }));
  await writeAllDurably([...before, ...current]);
}

function erase(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    throw ioFailure('remove', path, error);
  }
}
