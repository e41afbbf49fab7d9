// The gists of a roster: those that the store keeps, else made of its journeys.
import type { CivilDate } from '../../domain/civil-date.ts';
import { Failure } from '../../domain/failure.ts';
import { type Filter, matches } from '../../domain/filter.ts';
import type { Gist } from '../../domain/gist.ts';
import { type RosterRow, rowOf } from '../../domain/roster-row.ts';
import { gistingOf } from '../gisting.ts';
import type { Run } from '../run.ts';
import { candidateIds, type More } from './candidate-ids.ts';
import { failureOf, type Roster, visitRoster } from './read-roster.ts';

interface Wanted extends More {
  readonly filter?: Filter;
  /** the last day of what the filter says is due */
  readonly until?: CivilDate | undefined;
}

/** Shows the gist of everybody who may be wanted, in the order of ids, and tells who can't be read. */
export async function visitGists(
  run: Run,
  { filter = {}, until, ...more }: Wanted,
  visit: (id: string, gist: Gist) => void,
): Promise<Omit<Roster, 'journeys'>> {
  const store = run.store();
  const gisting = gistingOf(run);
  if (!store.visitGists) {
    const ids = await candidateIds(run, filter, until, more);
    return visitRoster(store, ids, (journey) => visit(journey.id, gisting.of(journey)));
  }
  const unread: string[] = [];
  const failures: Failure[] = [];
  await store.visitGists(gisting, (id, found) => {
    if (found instanceof Failure) {
      unread.push(id);
      failures.push(found);
    } else visit(id, found);
  });
  return { unread, failure: failureOf(unread, failures) };
}

/** The row of a candidate whom the filter chooses, else undefined. */
export function chosenRow(
  id: string,
  { profile, standing }: Gist,
  { filter = {}, until }: Wanted,
): RosterRow | undefined {
  const who = { id, profile };
  const row = rowOf(who, standing);
  return matches(filter, row, who, until) ? row : undefined;
}
