// How things are with candidates on a day, from the columns that say so: of each the one phase that the day falls in.
import type { CivilDate } from '../../domain/civil-date.ts';
import type { Profile } from '../../domain/profile.ts';
import type { Situation } from '../../domain/situation.ts';
import type { KnownSituation } from '../store.ts';
import type { Query } from './session.ts';
import { SITUATIONS } from './statements.ts';

/** `stamp` is the number of the rules at hand. */
export async function knownSituations(
  query: Query,
  ids: readonly string[],
  today: CivilDate,
  stamp: number,
): Promise<ReadonlyMap<string, KnownSituation>> {
  const known = new Map<string, KnownSituation>();
  for (const { id, profile, phase } of await query(SITUATIONS, [[...ids], today, stamp])) {
    if (typeof profile !== 'string' || typeof phase !== 'string') continue;
    // Written by ourselves, with the same version of the rules and the program.
    const situation = JSON.parse(phase) as Situation | null;
    if (situation) known.set(String(id), { profile: JSON.parse(profile) as Profile, situation });
  }
  return known;
}
