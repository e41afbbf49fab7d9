// What becomes of one candidate of a file: how its copy stands to what is kept, and what takes its place.
import { type Standing, standingOf } from '../../domain/backup.ts';
import type { Fact } from '../../domain/fact.ts';
import { NOTE_LIMIT } from '../../domain/fact.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { type Journey, record } from '../../domain/journey.ts';
import { type Clash, unite } from '../../domain/journey-union.ts';
import type { Replacement } from '../../stores/store.ts';
import type { RestoredCandidate } from '../../views/restore.ts';
import { newContradictions } from '../commands/change.ts';
import type { Run } from '../run.ts';

export interface Copy {
  readonly journey: Journey;
  readonly previous?: Journey | undefined;
}

export interface Way {
  readonly merge: boolean;
  readonly keepNewer: boolean;
  readonly force: boolean;
}

export interface Restoring {
  readonly said: RestoredCandidate;
  readonly replacement?: Replacement;
}

export async function restoringOf({ journey, previous }: Copy, way: Way, run: Run): Promise<Restoring> {
  const kept = await keptOf(journey.id, run);
  const state: Standing = typeof kept === 'object' ? standingOf(journey, kept) : kept;
  const facts = { kept: typeof kept === 'object' ? kept.facts.length : 0, copy: journey.facts.length };
  const said = { id: journey.id, name: journey.profile.name, state, facts, clashes: [], warnings: [] };
  if (typeof kept !== 'object') {
    const over = kept === 'new' ? 0 : 'damaged';
    const revised = over === 0 ? journey : { ...journey, revision: journey.revision + 1 };
    return { said: { ...said, deed: 'restored' }, replacement: { journey: revised, previous, over } };
  }
  if (state === 'same') return { said: { ...said, deed: 'none' } };
  if (way.merge) return merged(said, kept, journey, run);
  if (state !== 'newer' && !way.force) return { said: { ...said, deed: way.keepNewer ? 'kept' : 'refused' } };
  return { said: { ...said, deed: 'restored' }, replacement: over(kept, journey) };
}

const over = ({ revision }: Journey, journey: Journey): Replacement => ({
  journey: { ...journey, revision: revision + 1 },
  over: revision,
});

async function keptOf(id: string, run: Run): Promise<Journey | 'new' | 'damaged'> {
  try {
    return await run.store().load(id);
  } catch (error) {
    if (error instanceof Failure && error.kind === 'missing') return 'new';
    if (error instanceof Failure && error.kind === 'damaged') return 'damaged';
    throw error;
  }
}

/** What only the copy has is added; where the two differ, what is kept wins, and a note says what the copy had. */
function merged(said: Omit<RestoredCandidate, 'deed'>, kept: Journey, copy: Journey, run: Run): Restoring {
  const { journey, clashes } = unite(kept, copy);
  const added = journey.facts.length - kept.facts.length;
  const fresh = clashes.filter((clash) => !isNoted(kept, clash));
  if (added === 0 && fresh.length === 0) return { said: { ...said, clashes, deed: 'none' } };
  const text = `Merged with a copy. ${fresh.map(clashText).join('; ')}`.slice(0, NOTE_LIMIT);
  const after = fresh.length > 0 ? record(journey, { kind: 'note', on: run.today, text }, run.recorder()) : journey;
  const warnings = newContradictions(kept, after, run.rulebook());
  return { said: { ...said, clashes, warnings, deed: 'merged' }, replacement: over(kept, after) };
}

const clashText = ({ path, mine, theirs }: Clash): string =>
  `${path}: kept ${shown(mine)}, the copy had ${shown(theirs)}`;

const shown = (value: unknown): string => (value === null ? 'nothing' : quote(JSON.stringify(value)));

/** The same copy again says nothing new. */
const isNoted = ({ facts }: Journey, clash: Clash): boolean =>
  facts.some((fact: Fact) => fact.kind === 'note' && fact.text.includes(clashText(clash)));
