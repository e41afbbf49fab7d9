// `ascpi status`: where am I.
import { statusView } from '../../views/status.ts';
import type { Command } from '../command.ts';
import { statusInput } from './status-input.ts';

export const status: Command = {
  name: 'status',
  group: 'Your journey',
  summary: 'where am I: the seven steps, the dates, the next action',
  examples: ['ascpi status', 'ascpi status --today 2026-12-15', 'ascpi status --json'],
  json: 'candidate {id, name, credential, country}, attempt, current, steps[] {number, id, title, state, on}, next {action, by, command}, dates[], warnings[] {id, message, hint}. For dates see: ascpi help json',
  ofOneJourney: true,
  ofMany: true,
  async decide(run) {
    return { view: statusView(statusInput(await run.journey(), run)) };
  },
};
