// The roster: all journeys of a store; those that can't be read are named, and cost nobody the answer about the others.
import { Failure } from '../../domain/failure.ts';
import type { Journey } from '../../domain/journey.ts';
import type { Store } from '../../stores/store.ts';
import { loadEach } from './load-each.ts';

export interface Roster {
  readonly journeys: readonly Journey[];
  /** ids of those that are damaged or that the machine would not hand out */
  readonly unread: readonly string[];
}

export async function readRoster(store: Store, ids: readonly string[]): Promise<Roster> {
  const journeys: Journey[] = [];
  const unread = await visitRoster(store, ids, (journey) => void journeys.push(journey));
  return { journeys, unread };
}

/** Shows one journey after the other, so that not all need be kept; gives the ids of those that can't be read. */
export async function visitRoster(
  store: Store,
  ids: readonly string[],
  visit: (journey: Journey) => void,
): Promise<string[]> {
  const unread: string[] = [];
  for await (const { id, found } of loadEach(store, ids)) {
    if (found instanceof Failure) unread.push(id);
    else visit(found);
  }
  return unread;
}
