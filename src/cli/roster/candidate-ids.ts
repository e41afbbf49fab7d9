// Ids of the candidates that a filter may choose: few where the store can look for them, else all.
import type { CivilDate } from '../../domain/civil-date.ts';
import { type Filter, wordsOf } from '../../domain/filter.ts';
import { searchable } from '../../domain/text.ts';
import type { Hint } from '../../stores/store.ts';
import type { Run } from '../run.ts';

/** What is known of them beyond the filter. */
export type More = Pick<Hint, 'remind'>;

/** `until`: the last day of `due`. */
export function candidateIds(
  run: Run,
  filter: Filter,
  until: CivilDate | undefined,
  more: More = {},
): Promise<readonly string[]> {
  const store = run.store();
  return store.find ? store.find({ ...hintOf(filter, run.today, until), ...more }) : store.list();
}

function hintOf(filter: Filter, today: CivilDate, until: CivilDate | undefined): Hint {
  const { step, overdue, country, credential, tag, owner, search } = filter;
  return {
    today,
    ...(step === undefined ? {} : { step }),
    ...(until === undefined ? {} : { dueUntil: until }),
    ...(overdue ? { overdue } : {}),
    ...(country === undefined ? {} : { country }),
    ...(credential === undefined ? {} : { credential }),
    ...(tag === undefined ? {} : { tags: tag.map(searchable) }),
    ...(owner === undefined ? {} : { owner: searchable(owner) }),
    ...(search === undefined ? {} : { words: wordsOf(search) }),
  };
}
