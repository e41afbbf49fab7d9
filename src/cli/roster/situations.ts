// Where those stand whom a filter chooses: from what the store knows of them, else from their journeys, which are not kept.
import { type Filter, fits, searchText } from '../../domain/filter.ts';
import { type Situation, situationOf } from '../../domain/situation.ts';
import type { Run } from '../run.ts';
import { candidateIds } from './candidate-ids.ts';
import { visitRoster } from './read-roster.ts';
import { lastDayOf, type Selection } from './selection.ts';

export interface Situations extends Omit<Selection, 'journeys' | 'rows'> {
  /** in the order of their ids */
  readonly situations: readonly Situation[];
}

/** So many are asked for at once. */
const TOGETHER = 1000;

export async function selectSituations(filter: Filter, run: Run): Promise<Situations> {
  const { today } = run;
  const until = filter.due === undefined ? undefined : lastDayOf(filter.due, run);
  const store = run.store();
  const ids = await candidateIds(run, filter, until);
  const chosen: Situation[] = [];
  const show = (situation: Situation, text: () => string) => {
    if (fits(filter, situation.row, text, until)) chosen.push(situation);
  };
  let unknown = ids;
  if (store.situations) {
    unknown = [];
    for (let at = 0; at < ids.length; at += TOGETHER) {
      const some = ids.slice(at, at + TOGETHER);
      const known = await store.situations(some, today);
      for (const { situation, search } of known.values()) show(situation, () => search);
      unknown = unknown.concat(some.filter((id) => !known.has(id)));
    }
  }
  let read = 0;
  const faults = await visitRoster(store, unknown, (journey) => {
    read += 1;
    show(situationOf(journey, today, run.rulebook()), () => searchText(journey));
  });
  return {
    situations: chosen.sort((one, other) => (one.row.id < other.row.id ? -1 : 1)),
    // Where not all were read, those that can't be are counted with the others.
    total: store.count ? await store.count() : read,
    ...faults,
  };
}
