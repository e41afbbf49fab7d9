// `ascpi candidates note`: a remark, recorded like any fact.
import { Failure } from '../../domain/failure.ts';
import type { Outcome } from '../command.ts';
import { recordFact, short } from '../commands/change.ts';
import type { Run } from '../run.ts';
import { noteIn } from './note-text.ts';

export async function decide(run: Run, [given]: readonly string[]): Promise<Outcome> {
  // A word alone could be the text or the id: nobody's journey is guessed at.
  if (given === undefined || run.globals.candidate === undefined) {
    throw new Failure(
      'usage',
      'a note needs the candidate and the text',
      'For example: ascpi candidates note maria-santos "Called, passport renewed"',
    );
  }
  const text = await noteIn(given, run);
  const journey = await run.journey();
  const what = ['a note about ', { user: journey.profile.name }] as const;
  const said = { name: 'candidates-note', verb: ['Recorded', 'Would record'], what } as const;
  return { ...short(recordFact(run, journey, { kind: 'note', on: run.today, text }, said)), brief: 'a note' };
}
