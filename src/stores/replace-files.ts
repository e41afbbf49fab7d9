// Puts journeys in the place of files that were found older, missing or damaged: all or none, and the damaged ones kept aside.
import type { Journey } from '../domain/journey.ts';
import { sealed } from './checksum.ts';
import { type Writing, writeAllDurably } from './durable-write.ts';
import { isDamaged, readCurrent } from './journey-file.ts';
import type { JourneyFile } from './journey-file-names.ts';
import { journeyText } from './journey-text.ts';
import { replacing } from './set-aside.ts';
import type { Replacement } from './store.ts';
import { changedMeanwhile } from './store-failures.ts';

interface Placing {
  readonly file: JourneyFile;
  readonly over: Replacement['over'];
  readonly writings: readonly Writing[];
}

export function placingOf({ journey, previous, over }: Replacement, file: JourneyFile): Placing {
  const current = { path: file.current, content: textOf(journey) };
  // The previous version first: alone, after a crash, it is no candidate yet.
  const before = over === 0 && previous ? [{ path: file.previous, content: textOf(previous) }] : [];
  // What can't be read must not take the place of a previous version that can.
  const keep = typeof over === 'number' && over > 0 ? { keepPrevious: file.previous } : {};
  return { file, over, writings: [...before, { ...current, ...keep }] };
}

const textOf = (journey: Journey): string => sealed(journeyText(journey));

/** Called under the lock. Fails with `conflict`, `damaged` or `machine`. */
export async function replaceFiles(placings: readonly Placing[], stamp: string): Promise<void> {
  for (const { file, over } of placings) {
    const found = isDamaged(file) ? 'damaged' : (readCurrent(file)?.revision ?? 0);
    if (found !== over) throw changedMeanwhile(file.id);
  }
  const damaged = placings.filter(({ over }) => over === 'damaged').map(({ file }) => file.current);
  await replacing(damaged, stamp, () => writeAllDurably(placings.flatMap(({ writings }) => writings)));
}
