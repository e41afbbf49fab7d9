// `ascpi profile`: shows a profile, or changes it as `candidates edit` does.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure } from '../../domain/failure.ts';
import { type KnownInstruments, knownInstrumentsShape } from '../../domain/known-instruments.ts';
import { readShape } from '../../domain/shape.ts';
import { profileView } from '../../views/profile.ts';
import type { Options, Outcome } from '../command.ts';
import { editOptions } from '../commands/profile-options.ts';
import { nameOf } from '../filter-options.ts';
import type { Run } from '../run.ts';
import * as edit from './edit.ts';

export async function decide(run: Run, args: readonly string[], options: Options): Promise<Outcome> {
  const keys = editOptions.map((option) => nameOf(option).replace(/-([a-z])/g, (_, letter) => letter.toUpperCase()));
  if (keys.some((key) => options[key] !== undefined)) return edit.decide(run, args, options, 'profile');
  if (run.globals.dryRun) {
    throw new Failure('usage', '--dry-run makes no sense here: nothing is to be changed', 'See: ascpi help profile');
  }
  const journey = await run.journey();
  const isTold = (journey.profile.instruments?.length ?? 0) > 0;
  return {
    view: profileView(journey, knownInstruments(run.context.dataFolder), run.today),
    ...(isTold ? {} : { hints: ['Tell what you have worked with: ascpi profile --instruments "<name>; <name>"'] }),
  };
}

function knownInstruments(dataFolder: string): KnownInstruments {
  const read = readShape(knownInstrumentsShape, JSON.parse(readFileSync(join(dataFolder, 'instruments.json'), 'utf8')));
  if (read.ok) return read.value;
  throw new Failure('machine', `data/instruments.json: ${read.faults.join('; ')}`, 'Install ascpi again');
}
