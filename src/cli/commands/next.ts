// `ascpi next`: the next action in one line.
import { nextView } from '../../views/next.ts';
import type { Command } from '../command.ts';
import { statusInput } from './status-input.ts';

export const next: Command = {
  name: 'next',
  group: 'Your journey',
  summary: 'the next action in one line, with the command that records it',
  examples: ['ascpi next'],
  json: 'candidate {id, name}, attempt, current, next {action, by, command} or null',
  ofOneJourney: true,
  ofMany: true,
  async decide(run) {
    const { journey, position, timeline } = statusInput(await run.journey(), run);
    return { view: nextView(journey, position, timeline) };
  },
};
