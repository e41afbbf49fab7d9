// `ascpi calendar`: the dates with their reminders, for the calendar of a phone or an office; of one candidate or of many.
import type { Command } from '../command.ts';
import { filterOptions } from '../filter-options.ts';

export const calendar: Command = {
  name: 'calendar',
  group: 'Your journey',
  summary: 'the dates as iCalendar, with reminders; of one candidate or of many',
  description:
    'Lists the dates, and writes them for a calendar. Each event stays the same event when its date moves, and a date that is withdrawn is cancelled: write the file again after a change, and open it again in your calendar. Reminders come at the lead times of ascpi remind. With --roster it is one calendar of many candidates; it names them by initials.',
  options: [
    { flags: '--roster', description: 'one calendar for all candidates, or for those that these options choose' },
    ...filterOptions,
    { flags: '--names', description: 'with --roster: names in place of initials' },
    { flags: '--ids', description: 'with --roster: ids in place of initials' },
  ],
  examples: [
    'ascpi calendar',
    'ascpi calendar -o ascpi.ics',
    'ascpi calendar --format ics',
    'ascpi calendar --roster --country PH -o roster.ics',
    'ascpi calendar --roster --ids --json',
  ],
  json: 'candidate, events[] {uid, sequence, state: confirmed|tentative|cancelled, id, kind, title, description, from, to, time, zone, minutes, alarms[], changed}; with --roster total, unread[], and events[] have candidate',
  ofOneJourney: true,
  decide: async (run, _args, options) => (await import('../calendar.ts')).decide(run, options),
};
