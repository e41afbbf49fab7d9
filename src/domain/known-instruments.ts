// Instruments that employers are known to ask about: suggestions, never a limit.
import * as v from 'valibot';
import { civilDateShape } from './civil-date.ts';
import { SKILL_LIMIT } from './profile.ts';
import { confidenceShape } from './rule.ts';
import { lineShape, searchable } from './text.ts';

/** The file data/instruments.json. */
export const knownInstrumentsShape = v.strictObject({
  instruments: v.pipe(v.array(lineShape(SKILL_LIMIT)), v.minLength(1)),
  source: v.string(),
  checked: civilDateShape,
  confidence: confidenceShape,
  note: v.optional(v.string()),
});
export type KnownInstruments = v.InferOutput<typeof knownInstrumentsShape>;

/** Those that a profile does not name yet. */
export function notNamedYet({ instruments }: KnownInstruments, named: readonly string[] = []): string[] {
  const told = named.map(searchable);
  return instruments.filter((instrument) => !told.some((line) => line.includes(searchable(instrument))));
}
