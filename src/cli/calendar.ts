// Decides `ascpi calendar`: whose dates are meant, and what they are called in it.
import { Failure } from '../domain/failure.ts';
import type { Journey } from '../domain/journey.ts';
import { calendarView, type RosterEvent, rosterCalendarView } from '../views/calendar.ts';
import { eventsOf } from '../views/calendar-events.ts';
import { initialsOf } from '../views/initials.ts';
import type { Options, Outcome } from './command.ts';
import { flagOf } from './commands/answers.ts';
import { filterKeys } from './filter-options.ts';
import { readFilter, select } from './roster/selection.ts';
import type { Run } from './run.ts';

export async function decide(run: Run, options: Options): Promise<Outcome> {
  return options['roster'] === true ? ofRoster(run, options) : ofOne(run, options);
}

async function ofOne(run: Run, options: Options): Promise<Outcome> {
  const stray = ['names', 'ids', ...filterKeys].find((key) => options[key] !== undefined);
  if (stray !== undefined) {
    throw new Failure('usage', `${flagOf(stray)} makes no sense without --roster`, 'See: ascpi help calendar');
  }
  const journey = await run.journey();
  const events = eventsOf(journey, run.today, run.rulebook(), { id: ({ id }) => id });
  const hints = ['Write it for your calendar: ascpi calendar -o ascpi.ics'];
  return { view: calendarView(journey, events, run.today), hints };
}

/** By what a roster calls its candidates. */
const labels = {
  initials: ({ profile }: Journey) => initialsOf(profile.name),
  names: ({ profile }: Journey) => profile.name,
  ids: ({ id }: Journey) => id,
} as const;

async function ofRoster(run: Run, options: Options): Promise<Outcome> {
  if (options['candidate'] !== undefined) {
    throw new Failure('usage', '-c and --roster contradict each other', 'Give one of them');
  }
  if (options['names'] === true && options['ids'] === true) {
    throw new Failure('usage', '--names and --ids contradict each other', 'Give one of them');
  }
  const named = options['names'] === true ? 'names' : options['ids'] === true ? 'ids' : 'initials';
  const label = labels[named];
  // An id is often made from a name: where names are not to be seen, neither are ids.
  const id = named === 'initials' ? () => '<id>' : ({ id }: Journey) => id;
  const { journeys, unread, failure } = await select(readFilter(options, run), run);
  const tell = run.progress('Gathered', journeys.length);
  const events = journeys.flatMap((journey, index): RosterEvent[] => {
    const found = eventsOf(journey, run.today, run.rulebook(), { label, id });
    tell(index + 1);
    const called = label(journey);
    return found.map((each) => ({ ...each, label: called }));
  });
  events.sort((one, other) => (one.event.to < other.event.to ? -1 : one.event.to > other.event.to ? 1 : 0));
  const hints = ['Write it for a calendar: ascpi calendar --roster -o roster.ics'];
  return {
    view: rosterCalendarView(events, journeys.length, unread, run.today),
    hints,
    ...(failure ? { failure } : {}),
  };
}
