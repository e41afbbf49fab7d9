// `ascpi candidates`: the roster as a list, filtered and sorted; the filter can be kept under a name.
import { Failure, quote } from '../../domain/failure.ts';
import { type Filter, filterText } from '../../domain/filter.ts';
import { type RosterRow, severityOf } from '../../domain/roster-row.ts';
import { searchable } from '../../domain/text.ts';
import type { Settings } from '../../stores/settings.ts';
import { rosterView } from '../../views/roster.ts';
import type { Options, Outcome } from '../command.ts';
import { choiceAnswer, given } from '../commands/answers.ts';
import type { Run } from '../run.ts';
import { readFilter, selectRows } from './selection.ts';

type Key = string | number;

/** What each order compares, the first that differs; the rows come in the order of their ids. */
const orders = {
  worst: ({ worst, worstDate }) => [severityOf(worst), worstDate?.date ?? NEVER],
  due: ({ due, worst }) => [due ?? NEVER, severityOf(worst)],
  name: ({ name }) => [searchable(name), name],
  id: () => [],
} as const satisfies Record<string, (row: RosterRow) => readonly Key[]>;

const NEVER = '~';

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  const order = choiceAnswer(options, 'sort', Object.keys(orders) as (keyof typeof orders)[]) ?? 'worst';
  const filter = readFilter(options, run);
  const name = given(options, 'saveFilter');
  const kept = name === undefined ? {} : keep(name, filter, run);
  const { rows, failure, ...counted } = await rowsOf(filter, run);
  const { globals, context } = run;
  const titled = globals.format !== 'text' || (context.stdout.isTTY && globals.output === undefined);
  const view = rosterView({ ...counted, rows: sorted(rows, orders[order]), filter, titled }, run.today);
  return { view, ...kept, ...(failure ? { failure } : {}) };
}

/** A server knows the situation of each, other stores the gist. */
async function rowsOf(filter: Filter, run: Run): ReturnType<typeof selectRows> {
  if (!run.store().situations) return selectRows(filter, run);
  const { selectMembers } = await import('./members.ts');
  const { members, ...counted } = await selectMembers(filter, run);
  return { rows: members.map(({ row }) => row), ...counted };
}

/** By code units: the same order in every locale. */
function sorted(rows: readonly RosterRow[], keysOf: (row: RosterRow) => readonly Key[]): RosterRow[] {
  const keyed = rows.map((row) => ({ row, keys: keysOf(row) }));
  return keyed.sort((one, other) => compare(one.keys, other.keys)).map(({ row }) => row);
}

function compare(one: readonly Key[], other: readonly Key[]): number {
  for (let at = 0; at < one.length; at += 1) {
    const left = one[at] as Key;
    const right = other[at] as Key;
    if (left !== right) return left < right ? -1 : 1;
  }
  return 0;
}

/** Words that mean something else to every object. */
const UNKEPT = ['constructor', 'prototype'];

function keep(name: string, filter: Filter, run: Run): Pick<Outcome, 'save' | 'hints'> {
  if (!/^[a-z0-9][a-z0-9-]{0,39}$/.test(name) || UNKEPT.includes(name)) {
    throw new Failure(
      'usage',
      `${quote(name)} can't be the name of a filter`,
      'Use up to 40 of the characters a-z, 0-9 and hyphen, like --save-filter urgent',
    );
  }
  if (filterText(filter) === '') {
    throw new Failure('usage', '--save-filter has nothing to keep', 'Give a filter with it, for example --due 14d');
  }
  const settings = (before: Settings): Settings => ({ ...before, filters: { ...before.filters, [name]: filter } });
  const before = run.settings().filters?.[name];
  const instead = before && filterText(before) !== filterText(filter) ? `, in place of ${filterText(before)}` : '';
  return { save: [{ settings }], hints: [`Kept ${filterText(filter)}${instead}. Use it: --filter ${name}`] };
}
