// `ascpi agency interview` where nobody can be asked: it says how to answer by flags. On a terminal it is a conversation.
import { Failure } from '../../domain/failure.ts';
import type { Outcome } from '../command.ts';
import type { Run } from '../run.ts';

export async function decide(run: Run): Promise<Outcome> {
  if (run.globals.dryRun) {
    const example = 'ascpi agency answer "<name>" <criterion> yes --dry-run';
    throw new Failure('usage', '--dry-run makes no sense with an interview', `Try one answer: ${example}`);
  }
  throw new Failure(
    'usage',
    'agency interview asks its questions on a terminal, and here nobody can be asked',
    'Answer one by one: ascpi agency answer "<name>" <criterion> yes|no|unknown --evidence "<text>". The questions: ascpi agency sheet',
  );
}
