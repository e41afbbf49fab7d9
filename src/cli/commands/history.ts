// `ascpi history`: what was recorded, when and by whom.
import { historyView } from '../../views/history.ts';
import type { Command } from '../command.ts';

export const history: Command = {
  name: 'history',
  group: 'Your journey',
  summary: 'what was recorded, when, and by whom',
  examples: ['ascpi history', 'ascpi history --json'],
  json: 'candidate, entries[] {id, at, on, fact, by, undone, forced, details} in the order recorded',
  ofOneJourney: true,
  ofMany: true,
  async decide(run) {
    return { view: historyView(await run.journey(), run.today) };
  },
};
