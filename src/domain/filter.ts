// Filters: which candidates of a roster are meant. All conditions of one filter must hold.
import * as v from 'valibot';
import type { CivilDate } from './civil-date.ts';
import type { Who } from './journey.ts';
import type { RosterRow } from './roster-row.ts';
import { stepIds } from './steps.ts';
import { lineShape, searchable } from './text.ts';

/** Of an owner and a search. */
export const FILTER_LIMIT = 200;
const line = v.optional(lineShape(FILTER_LIMIT));

/** As it is kept in the settings under a name. */
export const filterShape = v.strictObject({
  step: v.optional(v.picklist([...stepIds, 'all-done'])),
  /** a length of time, `14d`: something is due on one of the days until then */
  due: line,
  /** a right is lost or something expected is late */
  overdue: v.optional(v.literal(true)),
  country: v.optional(v.pipe(v.string(), v.regex(/^[A-Z]{2}$/))),
  credential: line,
  /** all of them */
  tag: v.optional(v.array(v.string())),
  owner: line,
  search: line,
});
export type Filter = v.InferOutput<typeof filterShape>;

/** The conditions of both. What can hold only once is taken from the second. */
export function both(first: Filter, second: Filter): Filter {
  const tag = [...new Set([...(first.tag ?? []), ...(second.tag ?? [])])];
  const search = [first.search, second.search].filter((text) => text !== undefined).join(' ');
  return { ...first, ...second, ...(tag.length > 0 ? { tag } : {}), ...(search === '' ? {} : { search }) };
}

/** As its options are typed: `--due 14d --tag cebu,urgent`. Empty for a filter that means everybody. */
export function filterText(filter: Filter): string {
  const parts = (Object.keys(filterShape.entries) as (keyof Filter)[]).map((key) => {
    const value = filter[key];
    if (value === undefined) return '';
    return value === true ? `--${key}` : `--${key} ${typed(Array.isArray(value) ? value.join(',') : value)}`;
  });
  return parts.filter(Boolean).join(' ');
}

/** As it stands in a command line. */
const typed = (value: string): string =>
  /^[\p{L}\p{M}\p{N}@.,:+_-]+$/u.test(value) ? value : `"${value.replace(/["\\$`]/g, '\\$&')}"`;

/** `until`: the last day of `due`. */
export function matches(filter: Filter, row: RosterRow, who: Who, until: CivilDate | undefined): boolean {
  const { step, overdue, country, credential, tag, owner, search } = filter;
  const checks: readonly boolean[] = [
    step === undefined || (row.current ?? 'all-done') === step,
    until === undefined || (row.due !== null && row.due <= until),
    overdue === undefined || row.overdue,
    country === undefined || row.country === country,
    credential === undefined || row.credential === credential,
    (tag ?? []).every((each) => row.tags.some((own) => searchable(own) === searchable(each))),
    owner === undefined || searchable(row.owner ?? '') === searchable(owner),
    search === undefined || found(search, who),
  ];
  return checks.every(Boolean);
}

/** Every word of the search is somewhere in what is known of the candidate. */
function found(search: string, who: Who): boolean {
  const text = searchText(who);
  return wordsOf(search).every((word) => text.includes(word));
}

/** What a search looks through, as it is compared. */
export function searchText({ id, profile: { name, email, owner, tags } }: Who): string {
  return searchable([id, name, email, owner, ...(tags ?? [])].filter(Boolean).join('\n'));
}

/** The words of a search, as they are compared. */
export const wordsOf = (search: string): string[] => searchable(search).split(/\s+/);
