// Hands out journeys one after the other, from stores that give many at once and from those that give one.
import { Failure } from '../../domain/failure.ts';
import type { Journey } from '../../domain/journey.ts';
import type { Store } from '../../stores/store.ts';

/** So many are held at once. */
const TOGETHER = 200;

export interface Loaded {
  readonly id: string;
  /** the journey, or why it can't be read */
  readonly found: Journey | Failure;
}

/** One that was removed since the list was made belongs to the roster no more, and is left out. */
export async function* loadEach(store: Store, ids: readonly string[]): AsyncGenerator<Loaded> {
  if (!store.loadMany) {
    for (const id of ids) {
      const found = await one(store, id);
      if (found) yield { id, found };
    }
    return;
  }
  for (let at = 0; at < ids.length; at += TOGETHER) {
    const some = ids.slice(at, at + TOGETHER);
    const journeys = await store.loadMany(some);
    for (const id of some) {
      const found = journeys.get(id);
      if (found) yield { id, found };
    }
  }
}

async function one(store: Store, id: string): Promise<Journey | Failure | undefined> {
  try {
    return await store.load(id);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return error.kind === 'missing' ? undefined : error;
  }
}
