// The roster: all journeys of a store; those that can't be read are named, and cost nobody the answer about the others.
import { Failure } from '../../domain/failure.ts';
import type { Journey } from '../../domain/journey.ts';
import type { Store } from '../../stores/store.ts';
import { loadEach } from './load-each.ts';

export interface Roster {
  readonly journeys: readonly Journey[];
  /** ids of those that are damaged or that the machine would not hand out */
  readonly unread: readonly string[];
  /** the same as one failure, with the remedy; undefined where all can be read */
  readonly failure: Failure | undefined;
}

export async function readRoster(store: Store, ids: readonly string[]): Promise<Roster> {
  const journeys: Journey[] = [];
  const { unread, failure } = await visitRoster(store, ids, (journey) => void journeys.push(journey));
  return { journeys, unread, failure };
}

/** Shows one journey after the other, so that not all need be kept, and tells what can't be read. */
export async function visitRoster(
  store: Store,
  ids: readonly string[],
  visit: (journey: Journey) => void,
): Promise<Omit<Roster, 'journeys'>> {
  const unread: string[] = [];
  const failures: Failure[] = [];
  for await (const { id, found } of loadEach(store, ids)) {
    if (found instanceof Failure) {
      unread.push(id);
      failures.push(found);
    } else visit(found);
  }
  return { unread, failure: failureOf(unread, failures) };
}

const NAMED_AT_MOST = 8;

/** Of all that can't be read, as one. */
export function failureOf(ids: readonly string[], failures: readonly Failure[]): Failure | undefined {
  const [first] = failures;
  if (!first || failures.length === 1) return first;
  const kind = failures.some((each) => each.kind === 'damaged') ? 'damaged' : first.kind;
  const more = ids.length - NAMED_AT_MOST;
  const named = `${ids.slice(0, NAMED_AT_MOST).join(', ')}${more > 0 ? `, and ${more} more` : ''}`;
  return new Failure(
    kind,
    `${ids.length} candidates can't be read (${named}); the first: ${first.message}`,
    `${first.hint ?? ''}. All of them, with their remedies: ascpi doctor`.replace(/^\. /, ''),
    first,
  );
}
