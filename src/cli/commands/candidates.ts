// `ascpi candidates …`: the roster. What each command takes is here; how it decides is in cli/roster/, loaded when it runs.
import type { Command } from '../command.ts';
import { filterOptions } from '../filter-options.ts';

import { exchange } from './candidates-exchange.ts';
import { editOptions, personOptions, skillOptions } from './profile-options.ts';

const group = 'Many candidates';
const filters = '--step, --due, --overdue, --country, --credential, --tag, --owner, --search';

const list: Command = {
  name: 'candidates',
  group,
  summary: 'who there is, where each stands, and who needs you first',
  description: `Lists candidates. ${filters} can be combined: all must hold.`,
  options: [
    ...filterOptions,
    { flags: '--save-filter <name>', description: 'keep these conditions in the settings, for --filter <name>' },
    { flags: '--sort <key>', description: 'worst, due, name or id; worst first unless given' },
  ],
  examples: [
    'ascpi candidates',
    'ascpi candidates --due 30d --sort due',
    'ascpi candidates --search santos --json',
    'ascpi candidates --step exam --due 60d --save-filter urgent',
  ],
  json: 'total, filter, candidates[] {id, name, credential, country, current, next {action, by, command}, worst, worstDate, tags, owner, due, overdue}, unread[]',
  writes: true,
  decide: async (...given) => (await import('../roster/list.ts')).decide(...given),
};

/** Ids are the arguments from this one on. */
const idsFrom = (at: number) => (args: readonly string[]) => ({ ids: args.slice(at), rest: args.slice(0, at) });

const add: Command = {
  name: 'candidates add',
  group,
  summary: 'begin the journey of a candidate; never asks',
  options: [
    { flags: '--name <name>', description: 'as on the passport, because the test centre compares them' },
    { flags: '--credential <code>', description: 'what is to be earned; MLS unless given' },
    { flags: '--board <board>', description: 'who certifies: ASCPi unless given, or AMT' },
    { flags: '--country <country>', description: 'country of education: PH or Philippines' },
    { flags: '--target <date>', description: 'the day by which the certificate is needed' },
    { flags: '--zone <zone>', description: 'time zone of the candidate, for example Asia/Manila' },
    { flags: '--id <id>', description: 'handle of the journey; made from the name unless given' },
    ...personOptions,
    ...skillOptions,
    { flags: '--note <text>', description: 'a remark; - reads it from stdin' },
  ],
  examples: ['ascpi candidates add --name "Ana Cruz" --country PH --email ana@example.org --tag cebu,2027'],
  json: 'candidate, dryRun, attempt, current, next, dates[], warnings[]',
  writes: true,
  decide: async (...given) => (await import('../roster/add.ts')).decide(...given),
};

const show: Command = {
  name: 'candidates show',
  group,
  summary: 'all that is known of a candidate, and who recorded it when',
  args: [{ name: '[id]', description: 'the candidate, instead of -c' }],
  examples: ['ascpi candidates show maria-santos'],
  json: 'candidate {id, name, credential, country, target, zone, email, owner, tags, optOut, rungs, instruments, systems, disciplines, languages, references}, attempt, current, steps[], next, dates[], warnings[], notes[] {on, at, by, text}, entries[] as of history, reminders too',
  ofOneJourney: true,
  ofMany: true,
  idsIn: idsFrom(0),
  decide: async (run) => (await import('../roster/show.ts')).decide(run),
};

const edit: Command = {
  name: 'candidates edit',
  group,
  summary: 'change what is known of a person; - leaves a field out',
  description: 'Changes a profile. The change is recorded as a fact, so that history shows it and undo takes it back.',
  args: [{ name: '[id]', description: 'the candidate, instead of -c' }],
  options: editOptions,
  examples: [
    'ascpi candidates edit maria-santos --email maria@example.org --owner Ana',
    'ascpi candidates edit --search santos --rungs 30,7,1,0,after',
  ],
  json: 'candidate, dryRun, recorded {set, was} or null, attempt, current, next, dates[], warnings[]',
  writes: true,
  ofOneJourney: true,
  ofMany: true,
  idsIn: idsFrom(0),
  decide: async (...given) => (await import('../roster/edit.ts')).decide(...given),
};

const several = { name: '[id...]', description: 'the candidates; or -c, or a filter' };

const tag: Command = {
  name: 'candidates tag',
  group,
  summary: 'put a tag on candidates',
  args: [{ name: '<tag>', description: 'one word, or several joined by commas' }, several],
  examples: ['ascpi candidates tag cebu maria-santos', 'ascpi candidates tag urgent --due 60d'],
  json: 'candidate, dryRun, recorded {set, was} or null, attempt, current, next, dates[], warnings[]',
  writes: true,
  ofOneJourney: true,
  ofMany: true,
  idsIn: idsFrom(1),
  decide: async (run, args) => (await import('../roster/tags.ts')).tag(run, args),
};

const untag: Command = {
  ...tag,
  name: 'candidates untag',
  summary: 'take a tag off candidates',
  examples: ['ascpi candidates untag cebu maria-santos'],
  decide: async (run, args) => (await import('../roster/tags.ts')).untag(run, args),
};

const note: Command = {
  name: 'candidates note',
  group,
  summary: 'record a remark about a candidate',
  args: [
    { name: '[id]', description: 'the candidate; left out with -c or a filter' },
    { name: '[text]', description: 'the remark; - reads it from stdin' },
  ],
  examples: ['ascpi candidates note maria-santos "Called, passport renewed"'],
  json: 'candidate, dryRun, recorded {text}, attempt, current, next, dates[], warnings[]',
  writes: true,
  ofOneJourney: true,
  ofMany: true,
  idsIn: (args) => (args.length > 1 ? { ids: args.slice(0, 1), rest: args.slice(1) } : { ids: [], rest: args }),
  decide: async (run, args) => (await import('../roster/note.ts')).decide(run, args),
};

const remove: Command = {
  name: 'candidates remove',
  group,
  summary: 'erase candidates with everything recorded, for good',
  description:
    'Erases candidates. On a terminal it asks for the id to be typed; elsewhere it does nothing without --yes. With --dry-run it says what would be lost.',
  args: [several],
  deed: ['Removed', 'Would remove'],
  examples: ['ascpi candidates remove maria-santos --dry-run', 'ascpi candidates remove maria-santos --yes'],
  json: 'dryRun, candidate {id, name}, facts',
  writes: true,
  ofOneJourney: true,
  ofMany: true,
  idsIn: idsFrom(0),
  decide: async (...given) => (await import('../roster/remove.ts')).decide(...given),
};

const merge: Command = {
  name: 'candidates merge',
  group,
  summary: 'make one candidate of two that are the same person',
  description:
    'Moves everything recorded of the second to the first, then removes the second. Where both have a field the first wins; what differed is kept as a note. Asks first, as remove does.',
  args: [
    { name: '<id>', description: 'the candidate that stays' },
    { name: '<other>', description: 'the candidate that goes' },
  ],
  options: [{ flags: '--take <fields>', description: 'fields to take from the second, such as email,owner' }],
  examples: [
    'ascpi candidates merge maria-santos ana-cruz --dry-run',
    'ascpi candidates merge maria-santos ana-cruz --yes',
  ],
  json: 'candidate, dryRun, removed {id, name, facts}, added, differences[] {field, first, second, kept}, attempt, current, next, dates[], warnings[]',
  writes: true,
  decide: async (...given) => (await import('../roster/merge.ts')).decide(...given),
};

export const candidates: readonly Command[] = [list, show, add, edit, tag, untag, note, merge, remove, ...exchange];
