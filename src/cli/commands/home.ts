// `ascpi` alone: the status; a labelled sample where there is no journey yet.
import { Failure } from '../../domain/failure.ts';
import type { Command } from '../command.ts';
import { demo } from './demo.ts';
import { status } from './status.ts';

export const home: Command = {
  ...status,
  name: 'home',
  ofMany: false,
  summary: 'what ascpi shows without a command',
  examples: ['ascpi'],
  async decide(run, args, options) {
    try {
      return await status.decide(run, args, options);
    } catch (error) {
      const isNew = error instanceof Failure && error.kind === 'missing' && run.globals.candidate === undefined;
      if (!isNew || (await run.store().list()).length > 0) throw error;
      return demo.decide(run, args, options);
    }
  },
};
