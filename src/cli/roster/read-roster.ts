// The roster: all journeys of a store; those that can't be read are named, and cost nobody the answer about the others.
import { Failure } from '../../domain/failure.ts';
import type { Journey } from '../../domain/journey.ts';
import type { Store } from '../../stores/store.ts';

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
  for (const id of ids) {
    const journey = await readable(store, id, unread);
    if (journey) visit(journey);
  }
  return unread;
}

async function readable(store: Store, id: string, unread: string[]): Promise<Journey | undefined> {
  try {
    return await store.load(id);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    // One that was removed since the list was made belongs to the roster no more.
    if (error.kind !== 'missing') unread.push(id);
    return undefined;
  }
}
