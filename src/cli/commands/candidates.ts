// `ascpi candidates …`: the roster. What each command takes is here; how it decides is in cli/roster/, loaded when it runs.
import type { Command } from '../command.ts';
import { filterOptions } from '../filter-options.ts';

const filters = '--step, --due, --overdue, --country, --credential, --tag, --owner, --search';

const list: Command = {
  name: 'candidates',
  group: 'Many candidates',
  summary: 'who there is, where each stands, and who needs you first',
  description: `Lists candidates. ${filters} can be combined: all must hold.`,
  options: [
    ...filterOptions,
    { flags: '--sort <key>', description: 'worst, due, name or id; worst first unless given' },
  ],
  examples: ['ascpi candidates', 'ascpi candidates --due 30d --sort due', 'ascpi candidates --search santos --json'],
  json: 'candidates[] {id, name, credential, country, current, next {action, by, command}, worst, worstDate, tags, owner, due}, unread[]',
  decide: async (...given) => (await import('../roster/list.ts')).decide(...given),
};

export const candidates: readonly Command[] = [list];
