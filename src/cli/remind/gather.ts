// Gathers what is due: the reminders of the chosen candidates, the worst first, those of one candidate together.
import { endOf } from '../../domain/derivation.ts';
import type { Journey } from '../../domain/journey.ts';
import { type Asked, type Reminder, remindersOf } from '../../domain/reminder.ts';
import { severityOf } from '../../domain/roster-row.ts';
import type { Options } from '../command.ts';
import { isFiltered } from '../filter-options.ts';
import { type Roster, visitRoster } from '../roster/read-roster.ts';
import type { Run } from '../run.ts';
import type { Due } from './letter-words.ts';

export interface Gathered extends Unread {
  readonly due: readonly Due[];
}

type Unread = Pick<Roster, 'unread' | 'failure'>;

export async function gather(run: Run, options: Options, asked: Asked): Promise<Gathered> {
  const groups: Group[] = [];
  const unread = await visitChosen(run, options, (journey) => {
    const reminders = remindersIn(journey, run, asked).sort((one, other) => compare(rankOf(one), rankOf(other)));
    const [worst] = reminders;
    if (worst) groups.push({ rank: rankOf(worst), due: reminders.map((reminder) => ({ reminder, journey })) });
  });
  groups.sort((one, other) => compare(one.rank, other.rank));
  return { due: groups.flatMap(({ due }) => due), ...unread };
}

export const remindersIn = (journey: Journey, run: Run, asked: Asked): Reminder[] =>
  remindersOf(journey, run.today, run.rulebook(), asked);

interface Group {
  readonly rank: Rank;
  readonly due: readonly Due[];
}

/** Shows the journeys that the options choose, and tells what can't be read. */
async function visitChosen(run: Run, options: Options, visit: (journey: Journey) => void): Promise<Unread> {
  const one = run.globals.candidate === undefined ? undefined : await run.journey();
  // Choosing by what is due and where each stands takes as long as the reminders themselves.
  if (!isFiltered(options)) {
    if (!one) return visitRoster(run.store(), await run.store().list(), visit);
    visit(one);
    return NOTHING;
  }
  const { readFilter, select } = await import('../roster/selection.ts');
  const { journeys, unread, failure } = await select(readFilter(options, run), run);
  journeys.filter(({ id }) => one === undefined || id === one.id).forEach(visit);
  return one ? NOTHING : { unread, failure };
}

const NOTHING: Unread = { unread: [], failure: undefined };

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
