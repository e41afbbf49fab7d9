// The members of a cohort: everybody a filter chooses, from what the store knows of them, else from their journeys.
import { type Member, memberOf } from '../../domain/cohort.ts';
import { type Filter, matches } from '../../domain/filter.ts';
import type { Who } from '../../domain/journey.ts';
import { type Situation, situationOf } from '../../domain/situation.ts';
import type { KnownSituation, Store } from '../../stores/store.ts';
import type { Run } from '../run.ts';
import { candidateIds } from './candidate-ids.ts';
import { visitRoster } from './read-roster.ts';
import { type Selection, select, untilOf } from './selection.ts';

export interface Members extends Omit<Selection, 'journeys' | 'rows'> {
  /** in the order of their ids */
  readonly members: readonly Member[];
}

export async function selectMembers(filter: Filter, run: Run): Promise<Members> {
  const { today } = run;
  const store = run.store();
  if (!store.situations) {
    const { journeys, rows: _rows, ...counted } = await select(filter, run);
    const members = journeys.map((journey) => memberOf(journey, situationOf(journey, today, run.rulebook())));
    return { members, ...counted };
  }
  const until = untilOf(filter, run);
  const members: Member[] = [];
  const show = (who: Who, situation: Situation): void => {
    const member = memberOf(who, situation);
    if (matches(filter, member.row, who, until)) members.push(member);
  };
  const ids = await candidateIds(run, filter, until);
  const unknown: string[] = [];
  for await (const { id, known } of situationsOf(store, ids, run)) {
    if (known) show({ id, profile: known.profile }, known.situation);
    else unknown.push(id);
  }
  // Of these nothing is kept but what is asked for.
  const faults = await visitRoster(store, unknown, (journey) =>
    show(journey, situationOf(journey, today, run.rulebook())),
  );
  return {
    members: members.sort((one, other) => (one.row.id < other.row.id ? -1 : 1)),
    total: (await store.count?.()) ?? ids.length,
    ...faults,
  };
}

/** So many are asked for at once. */
const TOGETHER = 1000;

async function* situationsOf(store: Store, ids: readonly string[], { today }: Run) {
  for (let at = 0; at < ids.length; at += TOGETHER) {
    const some = ids.slice(at, at + TOGETHER);
    const found: ReadonlyMap<string, KnownSituation> = (await store.situations?.(some, today)) ?? new Map();
    for (const id of some) yield { id, known: found.get(id) };
  }
}
