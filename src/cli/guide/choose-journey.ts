// Asks whose journey is meant, where there are several and none is chosen.
import { Failure, quote } from '../../domain/failure.ts';
import { closest } from '../../domain/suggest.ts';
import { visible } from '../../formats/safe-text.ts';
import type { Store } from '../../stores/store.ts';
import type { Ask } from './ask.ts';
import { choose, chooseById, left } from './sentences.ts';

/** More than these are not listed: their id is typed. */
const LISTED = 20;

/** The id of the journey. Fails with `cancelled` when the person leaves: nothing was saved yet. */
export async function chooseJourney(ask: Ask, store: Store, ids: readonly string[]): Promise<string> {
  try {
    return await askWhich(ask, store, ids);
  } catch (error) {
    const isLeft = error instanceof Failure && error.kind === 'cancelled';
    throw isLeft ? new Failure('cancelled', error.message, left.nothing, error) : error;
  }
}

async function askWhich(ask: Ask, store: Store, ids: readonly string[]): Promise<string> {
  if (ids.length <= LISTED) {
    const journeys = await Promise.all(ids.map((id) => store.load(id)));
    const choices = journeys.map(({ id, profile: { name, credential } }) => ({
      title: `${visible(name)}, ${credential} (${id})`,
      value: id,
    }));
    return ask.choose({ id: 'journey', ...choose, choices });
  }
  const read = (typed: string): string => {
    const id = typed.trim().toLowerCase();
    if (ids.includes(id)) return id;
    const near = closest(id, ids);
    throw new Failure('usage', `there is no journey ${quote(typed)}`, near ? `Did you mean ${near}?` : undefined);
  };
  return ask.text({ id: 'journey', ...chooseById(ids.length), read });
}
