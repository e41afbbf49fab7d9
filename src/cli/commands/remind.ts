// `ascpi remind …`: what is due, for whom. What each command takes is here; how it decides is in cli/remind/, loaded when it runs.
import type { Command } from '../command.ts';
import { filterOptions } from '../filter-options.ts';

const recorded = 'candidate, dryRun, recorded, attempt, current, next, dates[], warnings[]';
const candidate = { name: '<candidate>', description: 'id of the candidate' };
const dateId = { name: '[date-id]', description: 'for example exam-window; every date unless given' };

const list: Command = {
  name: 'remind',
  group: 'Many candidates',
  summary: 'what is due, for whom; send it, once and only once',
  description:
    'Lists the reminders that have come due, worst first. Of each date only the latest counts. With --send they go out: print shows them, eml writes a file each into the folder of -o, smtp and webhook deliver them and are dry without --yes. What was sent is never sent again the same way; what failed is tried again later. Exits 1 where a message could not be delivered.',
  options: [
    ...filterOptions,
    { flags: '--within <period>', description: 'look ahead: what comes due within 14d, 2w or 1mo too' },
    { flags: '--all', description: 'list what was sent, snoozed or superseded too; JSON always does' },
    { flags: '--check', description: 'exit 4 when something is due' },
    { flags: '--send <way>', description: 'send what is due by print, eml, smtp or webhook' },
    { flags: '--limit <number>', description: 'send at most so many messages' },
  ],
  examples: [
    'ascpi remind',
    'ascpi remind --within 14d --json',
    'ascpi remind --send print',
    'ascpi remind --send eml -o letters --dry-run',
  ],
  json: 'reminders[] {key, candidate, name, date, title, kind, rung, due, on, daysLeft, provisional, message, state: new|sent|superseded|snoozed, to, optOut, owner, sent {on, channel}, failed {times, reason, notBefore}, until, because}, counts, unread[]; with --send also result, reason, subject, text, channel, dryRun, interrupted',
  writes: true,
  ofOneJourney: true,
  fillsFolder: (options) => options['send'] === 'eml',
  decide: async (...given) => (await import('../remind/remind.ts')).decide(...given),
};

const snooze: Command = {
  name: 'remind snooze',
  group: 'Many candidates',
  summary: 'no reminders of one date before a day',
  args: [candidate, { name: '<date-id>', description: 'for example exam-window' }],
  options: [{ flags: '--until <date>', description: 'the first day on which it may remind again' }],
  examples: ['ascpi remind snooze maria-santos exam --until 2027-02-01'],
  json: recorded,
  writes: true,
  decide: async (...given) => (await import('../remind/quiet.ts')).snooze(...given),
};

const mute: Command = {
  name: 'remind mute',
  group: 'Many candidates',
  summary: 'no more reminders of one date, or of any',
  args: [candidate, dateId],
  examples: ['ascpi remind mute maria-santos exam-window', 'ascpi remind mute maria-santos'],
  json: recorded,
  writes: true,
  decide: async (run, words) => (await import('../remind/quiet.ts')).mute(run, words),
};

const unmute: Command = {
  name: 'remind unmute',
  group: 'Many candidates',
  summary: 'reminders again of one date, or of all',
  args: [candidate, dateId],
  examples: ['ascpi remind unmute maria-santos exam-window'],
  json: recorded,
  writes: true,
  decide: async (run, words) => (await import('../remind/quiet.ts')).unmute(run, words),
};

const templates: Command = {
  name: 'remind templates',
  group: 'Many candidates',
  summary: 'the texts of messages: check them, or write copies to edit',
  description:
    'Lists the texts of messages and checks them. A copy of yours stands in the place of the shipped one; one named for a date, such as exam-window.txt, stands before that of its kind. Exits 4 where one has a fault; nothing is sent then.',
  options: [
    { flags: '--write', description: 'write copies to edit into the home folder; yours are kept unless --force' },
  ],
  examples: ['ascpi remind templates', 'ascpi remind templates --write'],
  json: 'folder, templates[] {name, path, own, faults[] {line, message}}, fields {name: meaning}, written[]',
  writes: true,
  decide: async (...given) => (await import('../remind/template-list.ts')).decide(...given),
};

export const remind: readonly Command[] = [list, snooze, mute, unmute, templates];
