// Gathers what is due: the reminders of the chosen candidates, the worst first, those of one candidate together.
import { endOf } from '../../domain/derivation.ts';
import { type Gist, remindersOn } from '../../domain/gist.ts';
import type { Journey, Who } from '../../domain/journey.ts';
import { type Asked, type Reminder, remindersOf } from '../../domain/reminder.ts';
import { severityOf } from '../../domain/roster-row.ts';
import type { Options } from '../command.ts';
import { isFiltered } from '../filter-options.ts';
import { gistingOf } from '../gisting.ts';
import type { More } from '../roster/candidate-ids.ts';
import { chosenRow, visitGists } from '../roster/gists.ts';
import type { Roster } from '../roster/read-roster.ts';
import type { Run } from '../run.ts';
import type { DueOf } from './letter-words.ts';

export interface Gathered<Whose extends Who = Journey> extends Unread {
  readonly due: readonly DueOf<Whose>[];
}

type Unread = Pick<Roster, 'unread' | 'failure'>;

/** Of all that has come due by today, with as little of each journey as a list needs. */
export async function gatherGists(run: Run, options: Options): Promise<Gathered<Who>> {
  const { groups, add } = grouping<Who>();
  const one = run.globals.candidate === undefined ? undefined : await run.journey();
  const wanted = isFiltered(options) ? await wantedBy(options, run) : undefined;
  const visit = (id: string, gist: Gist) => {
    if (gist.reminders.length === 0 || (wanted && !chosenRow(id, gist, wanted))) return;
    add({ id, profile: gist.profile }, remindersOn(id, gist, run.today));
  };
  if (one) visit(one.id, gistingOf(run).of(one));
  const unread = one ? NOTHING : await visitGists(run, { ...wanted, remind: { until: run.today } }, visit);
  return { due: sorted(groups), ...unread };
}

const wantedBy = async (options: Options, run: Run) =>
  (await import('../roster/selection.ts')).readWanted(options, run);

/** Of journeys as a whole, by a channel or looking ahead. */
export async function gather(run: Run, options: Options, asked: Asked): Promise<Gathered> {
  const { groups, add } = grouping<Journey>();
  const unread = await visitChosen(run, options, asked, (journey) => add(journey, remindersIn(journey, run, asked)));
  return { due: sorted(groups), ...unread };
}

export const remindersIn = (journey: Journey, run: Run, asked: Asked): Reminder[] =>
  remindersOf(journey, run.today, run.rulebook(), asked);

/** Shows the journeys that the options choose; tells what can't be read. */
async function visitChosen(
  run: Run,
  options: Options,
  asked: Asked,
  visit: (journey: Journey) => void,
): Promise<Unread> {
  const { until = run.today, channel } = asked;
  const one = run.globals.candidate === undefined ? undefined : await run.journey();
  if (one && !isFiltered(options)) {
    visit(one);
    return NOTHING;
  }
  const { readFilter, select } = await import('../roster/selection.ts');
  const more: More = { remind: { until, ...(channel === undefined ? {} : { channel }) } };
  const { journeys, unread, failure } = await select(readFilter(options, run), run, more);
  journeys.filter(({ id }) => one === undefined || id === one.id).forEach(visit);
  return one ? NOTHING : { unread, failure };
}

const NOTHING: Unread = { unread: [], failure: undefined };

/** The reminders of one candidate. */
interface Group<Whose extends Who> {
  readonly rank: Rank;
  readonly due: readonly DueOf<Whose>[];
}

function grouping<Whose extends Who>() {
  const groups: Group<Whose>[] = [];
  const add = (journey: Whose, reminders: Reminder[]): void => {
    const worstFirst = reminders.sort((one, other) => compare(rankOf(one), rankOf(other)));
    const [worst] = worstFirst;
    if (worst) groups.push({ rank: rankOf(worst), due: worstFirst.map((reminder) => ({ reminder, journey })) });
  };
  return { groups, add };
}

const sorted = <Whose extends Who>(groups: Group<Whose>[]): DueOf<Whose>[] =>
  groups.sort((one, other) => compare(one.rank, other.rank)).flatMap(({ due }) => due);

/** What is to be sent before all else, then by severity, then by day, then by id. */
type Rank = readonly [done: number, severity: number, due: string, on: string, candidate: string];

const rankOf = ({ state, source, due, on, candidate }: Reminder): Rank => [
  state === 'new' ? 0 : 1,
  source ? severityOf(source.state) : severityOf(null),
  source ? endOf(source) : due,
  on,
  candidate,
];

function compare(one: Rank, other: Rank): number {
  for (const [index, value] of one.entries()) {
    const against = other[index] as typeof value;
    if (value !== against) return value < against ? -1 : 1;
  }
  return 0;
}
