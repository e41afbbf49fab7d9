// Where journeys stand on a day, from the columns that say so: of each the one phase that the day falls in.
import type { CivilDate } from '../../domain/civil-date.ts';
import type { Standing } from '../../domain/standing.ts';
import { type StandingPhases, withLasting } from '../../domain/standing-phases.ts';
import type { KnownStanding } from '../store.ts';
import type { Query } from './session.ts';
import { STANDINGS } from './statements.ts';

/** `stamp` is the number of the rules at hand. */
export async function knownStandings(
  query: Query,
  ids: readonly string[],
  today: CivilDate,
  stamp: number,
): Promise<ReadonlyMap<string, KnownStanding>> {
  const known = new Map<string, KnownStanding>();
  for (const { id, search, lasting, phase } of await query(STANDINGS, [[...ids], today, stamp])) {
    if (typeof lasting !== 'string' || typeof phase !== 'string') continue;
    // Written by ourselves, with the same version of the rules and the program.
    const found = JSON.parse(phase) as Standing | null;
    if (found === null) continue;
    const standing = withLasting(JSON.parse(lasting) as StandingPhases['lasting'], found);
    known.set(String(id), { standing, search: String(search) });
  }
  return known;
}
