// Gathers what is due: the reminders of the chosen candidates, the worst first, those of one candidate together.
import { endOf } from '../../domain/derivation.ts';
import { countsOf, type Gist, isNone, type ReminderCounts, remindersOn } from '../../domain/gist.ts';
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
  /** of all, also of those that were left out */
  readonly counts: ReminderCounts;
}

type Unread = Pick<Roster, 'unread' | 'failure'>;

/** Of all that has come due by today, with as little of each journey as a list needs; `whole` is also what was said already. */
export async function gatherGists(run: Run, options: Options, whole: boolean): Promise<Gathered<Who>> {
  const { add, gathered } = grouping<Who>();
  const one = run.globals.candidate === undefined ? undefined : await run.journey();
  const wanted = isFiltered(options) ? await wantedBy(options, run) : undefined;
  const visit = (id: string, gist: Gist) => {
    const { counts } = gist;
    if (isNone(counts) || (wanted && !chosenRow(id, gist, wanted))) return;
    const due = [...(counts.new > 0 ? gist.fresh : []), ...(whole ? gist.others : [])];
    add(due.length > 0 ? { id, profile: gist.profile } : undefined, remindersOn(id, due, run.today), counts);
  };
  if (one) visit(one.id, gistingOf(run).of(one));
  const unread = one ? NOTHING : await visitGists(run, { ...wanted, remind: { until: run.today } }, visit);
  return { ...gathered(), ...unread };
}

const wantedBy = async (options: Options, run: Run) =>
  (await import('../roster/selection.ts')).readWanted(options, run);

/** Of journeys as a whole, by a channel or looking ahead. */
export async function gather(run: Run, options: Options, asked: Asked): Promise<Gathered> {
  const { add, gathered } = grouping<Journey>();
  const unread = await visitChosen(run, options, asked, (journey) => {
    const reminders = remindersIn(journey, run, asked);
    add(journey, reminders, countsOf(reminders));
  });
  return { ...gathered(), ...unread };
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
  const counts = { ...countsOf([]) };
  /** Nobody is shown where nothing is. */
  const add = (journey: Whose | undefined, reminders: readonly Reminder[], counted: ReminderCounts): void => {
    counts.new += counted.new;
    counts.sent += counted.sent;
    counts.superseded += counted.superseded;
    counts.snoozed += counted.snoozed;
    if (!journey || reminders.length === 0) return;
    const worstFirst = byRank(reminders.map((reminder) => ({ rank: rankOf(reminder), due: { reminder, journey } })));
    groups.push({ rank: (worstFirst[0] as { rank: Rank }).rank, due: worstFirst.map(({ due }) => due) });
  };
  const gathered = () => ({
    due: byRank(groups).flatMap(({ due }) => due),
    counts,
  });
  return { add, gathered };
}

/** What is to be sent before all else, then by severity, then by day, then by id. */
type Rank = readonly [done: number, severity: number, due: string, on: string, candidate: string];

const rankOf = ({ state, source, due, on, candidate }: Reminder): Rank => [
  state === 'new' ? 0 : 1,
  source ? severityOf(source.state) : severityOf(null),
  source ? endOf(source) : due,
  on,
  candidate,
];

const byRank = <Ranked extends { readonly rank: Rank }>(all: Ranked[]): Ranked[] =>
  all.length > 1 ? all.sort((one, other) => compare(one.rank, other.rank)) : all;

function compare(one: Rank, other: Rank): number {
  const at = one.findIndex((value, index) => value !== other[index]);
  return at === -1 ? 0 : (one[at] as string | number) < (other[at] as string | number) ? -1 : 1;
}
