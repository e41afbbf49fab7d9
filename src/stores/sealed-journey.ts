// Reads a journey without asking for its shape: its checksum says that this program wrote it, and what it writes it has checked.

import { isCivilDate } from '../domain/civil-date.ts';
import type { FactKind } from '../domain/fact.ts';
import type { Journey } from '../domain/journey.ts';
import { limits } from '../domain/limits.ts';
import { textOfSealed } from './checksum.ts';
import type { JourneyFile } from './journey-file-names.ts';
import { readBytes } from './read-json.ts';

/** All kinds there are. The list is complete, or it does not compile. */
const kinds: Readonly<Record<FactKind, true>> = {
  eligibility: true,
  application: true,
  admission: true,
  schedule: true,
  exam: true,
  scores: true,
  certificate: true,
  check: true,
  visa: true,
  document: true,
  held: true,
  activity: true,
  'points-table': true,
  declared: true,
  renewed: true,
  reinstated: true,
  note: true,
  profile: true,
  snooze: true,
  mute: true,
  reminder: true,
  undo: true,
  redo: true,
};

/**
 * `otherwise` is called for every file that is not sealed, or holds what this version does not know: whoever reads it with its
 * shape will say why. A journey is sealed only after its text passed the shape (see journey-text.ts).
 */
export function readSealed<T>(file: JourneyFile, otherwise: () => T): Journey | T {
  const bytes = readBytes(file.current, limits.journey);
  if (bytes === undefined || !('value' in bytes)) return otherwise();
  const journey = objectIn(textOfSealed(bytes.value) ?? 'null');
  const isKnown =
    journey?.version === 1 &&
    journey.id === file.id &&
    Array.isArray(journey.facts) &&
    journey.facts.every((fact) => Object.hasOwn(kinds, fact?.kind) && isCivilDate(fact.on));
  return isKnown ? journey : otherwise();
}

/** A checksum that fits may have been put there by hand. */
function objectIn(text: string): Journey | null {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
