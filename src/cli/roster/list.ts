// `ascpi candidates`: the roster as a list, filtered and sorted.

import type { RosterRow } from '../../domain/roster-row.ts';
import { severityOf } from '../../domain/roster-row.ts';
import { rosterView } from '../../views/roster.ts';
import type { Options, Outcome } from '../command.ts';
import { choiceAnswer } from '../commands/answers.ts';
import type { Run } from '../run.ts';
import { readFilter, select } from './selection.ts';

const orders = {
  worst: (one, other) => severityOf(one.worst) - severityOf(other.worst) || byText(one.due ?? '~', other.due ?? '~'),
  due: (one, other) => byText(one.due ?? '~', other.due ?? '~'),
  name: (one, other) => byText(one.name, other.name),
  id: () => 0,
} as const satisfies Record<string, (one: RosterRow, other: RosterRow) => number>;

// By code units: the same order in every locale.
const byText = (one: string, other: string): number => (one === other ? 0 : one < other ? -1 : 1);

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  const order = choiceAnswer(options, 'sort', Object.keys(orders) as (keyof typeof orders)[]) ?? 'worst';
  const { rows, unread } = await select(readFilter(options, run), run);
  return { view: rosterView({ rows: [...rows].sort(orders[order]), unread }, run.today) };
}
