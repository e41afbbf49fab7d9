// `ascpi candidates add`: begins a journey as `start` does, for somebody else. It never asks.
import type { NewFact } from '../../domain/fact.ts';
import { beginJourney, recordAll } from '../../domain/journey.ts';
import type { Options, Outcome } from '../command.ts';
import { given, needed } from '../commands/answers.ts';
import { begun, idFor, profileOf } from '../commands/start.ts';
import type { Run } from '../run.ts';
import { noteIn } from './note-text.ts';
import { toldOf } from './profile-answers.ts';

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  needed(given(options, 'name'), '--name', 'ascpi candidates add --name "Maria Santos"');
  const profile = { ...profileOf(run, options), ...toldOf(options) };
  const note = given(options, 'note');
  const facts: NewFact[] = note === undefined ? [] : [{ kind: 'note', on: run.today, text: await noteIn(note, run) }];
  const journey = beginJourney(await idFor(run, options, profile.name), profile);
  // All of it is the first revision.
  return begun(run, { ...recordAll(journey, facts, run.recorder()), revision: journey.revision }, 'candidates-add');
}
