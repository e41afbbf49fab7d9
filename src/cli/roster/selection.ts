// Reads the options that choose candidates of a roster, and tells who they choose.
import { type CivilDate, isCivilDate, LAST_DAY } from '../../domain/civil-date.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { both, FILTER_LIMIT, type Filter, filterText, matches } from '../../domain/filter.ts';
import { isNone } from '../../domain/gist.ts';
import type { Journey } from '../../domain/journey.ts';
import { addPeriod, parsePeriod } from '../../domain/period.ts';
import { type RosterRow, rosterRow } from '../../domain/roster-row.ts';
import { stepIds } from '../../domain/steps.ts';
import { closest } from '../../domain/suggest.ts';
import type { Options } from '../command.ts';
import { given, lineAnswer } from '../commands/answers.ts';
import { countryCode } from '../countries.ts';
import { credentialNamed, type Run } from '../run.ts';
import { parseStep } from '../step-named.ts';
import { candidateIds, type More } from './candidate-ids.ts';
import { chosenRow, visitGists } from './gists.ts';
import { tagsIn } from './profile-answers.ts';
import { readRoster } from './read-roster.ts';

/** What was asked for, and what was kept under a name. Fails with `usage`. */
export function readFilter(options: Options, run: Run): Filter {
  const name = given(options, 'filter');
  const step = given(options, 'step');
  const due = given(options, 'due');
  const country = given(options, 'country');
  const credential = given(options, 'credential');
  const owner = lineAnswer(options, 'owner', FILTER_LIMIT);
  const search = lineAnswer(options, 'search', FILTER_LIMIT);
  const tag = given(options, 'tag');
  if (due !== undefined) lastDayOf(due, run);
  const asked = {
    ...(step === undefined ? {} : { step: stepOrEnd(step) }),
    ...(due === undefined ? {} : { due }),
    ...(options['overdue'] === true ? { overdue: true as const } : {}),
    ...(country === undefined ? {} : { country: countryCode(country) }),
    ...(credential === undefined ? {} : { credential: credentialNamed(run, credential).id }),
    ...(tag === undefined ? {} : { tag: tagsIn(tag) }),
    ...(owner === undefined ? {} : { owner }),
    ...(search === undefined ? {} : { search }),
  };
  return name === undefined ? asked : both(filterNamed(name, run), asked);
}

/** The same with the last of the days that it means. */
export function readWanted(options: Options, run: Run) {
  const filter = readFilter(options, run);
  return { filter, until: untilOf(filter, run) };
}

/** The last day of what a filter says is due. */
export const untilOf = ({ due }: Filter, run: Run): CivilDate | undefined =>
  due === undefined ? undefined : lastDayOf(due, run);

function stepOrEnd(typed: string): NonNullable<Filter['step']> {
  const end = 'all-done';
  if (typed.toLowerCase() === end) return end;
  try {
    return parseStep(typed);
  } catch (error) {
    const near = closest(typed, [...stepIds, end]);
    if (near !== end) throw error;
    throw new Failure('usage', `there is no step ${quote(typed)}`, `Did you mean ${end}?`, error);
  }
}

function filterNamed(name: string, run: Run): Filter {
  const kept = run.settings().filters ?? {};
  if (Object.hasOwn(kept, name)) return kept[name] as Filter;
  const names = Object.keys(kept);
  const near = closest(name, names);
  const known =
    names.length === 0 ? 'Keep one: ascpi candidates --due 14d --save-filter urgent' : `There is ${names.join(', ')}`;
  throw new Failure('usage', `there is no filter ${quote(name)}`, near ? `Did you mean ${near}?` : known);
}

/** The last of the days that a length of time, from today on, takes in. Fails with `usage`. */
export function lastDayOf(text: string, run: Run): CivilDate {
  if (text === '0d') return run.today;
  const period = parsePeriod(text, 'us-federal');
  if (!period) throw new Failure('usage', `${quote(text)} is not a length of time`, 'Write it like 14d, 2w or 1mo');
  const { date } = addPeriod(run.today, period, run.rulebook().calendars);
  return isCivilDate(date) ? date : LAST_DAY;
}

export interface Selection {
  readonly journeys: readonly Journey[];
  readonly rows: readonly RosterRow[];
  /** how many there are, chosen or not, without those that can't be read */
  readonly total: number;
  /** ids of those that can't be read */
  readonly unread: readonly string[];
  /** the same as one failure, with the remedy; undefined where all can be read */
  readonly failure: Failure | undefined;
}

/** The rows of the candidates that a filter chooses, in the order of their ids. */
export async function selectRows(filter: Filter, run: Run): Promise<Omit<Selection, 'journeys'>> {
  const wanted = { filter, until: untilOf(filter, run) };
  const store = run.store();
  const rows: RosterRow[] = [];
  let total = 0;
  const faults = await visitGists(run, wanted, (id, gist) => {
    total += 1;
    const row = chosenRow(id, gist, wanted);
    if (row) rows.push(row);
  });
  return { rows, total: store.count ? await store.count() : total, ...faults };
}

/** The candidates that a filter chooses, among those of whom more is known, in the order of their ids. */
export async function select(filter: Filter, run: Run, more: More = {}): Promise<Selection> {
  const until = untilOf(filter, run);
  const { ids, total } = await idsToRead(filter, until, run, more);
  const { journeys, ...faults } = await readRoster(run.store(), ids);
  const all = journeys.map((journey) => ({ journey, row: rosterRow(journey, run.today, run.rulebook()) }));
  const chosen = all.filter(({ journey, row }) => matches(filter, row, journey, until));
  return {
    journeys: chosen.map(({ journey }) => journey),
    rows: chosen.map(({ row }) => row),
    total: total ?? journeys.length,
    ...faults,
  };
}

/** Those that are worth a look, and how many there are, which is known where not all are. */
async function idsToRead(filter: Filter, until: CivilDate | undefined, run: Run, more: More) {
  const store = run.store();
  if (store.count) return { ids: await candidateIds(run, filter, until, more), total: await store.count() };
  const { remind } = more;
  const isDue = remind !== undefined && remind.until <= run.today;
  if (!store.visitGists || (filterText(filter) === '' && !isDue)) return { ids: await store.list() };
  const ids: string[] = [];
  let total = 0;
  const { unread } = await visitGists(run, {}, (id, gist) => {
    total += 1;
    if (isDue && isNone(gist.counts)) return;
    if (chosenRow(id, gist, { filter, until })) ids.push(id);
  });
  return { ids: [...ids, ...unread].sort(), total };
}
