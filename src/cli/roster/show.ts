// `ascpi candidates show`: all that is known of one candidate.
import { candidateView } from '../../views/candidate.ts';
import type { Outcome } from '../command.ts';
import { statusInput } from '../commands/status-input.ts';
import type { Run } from '../run.ts';

export async function decide(run: Run): Promise<Outcome> {
  return { view: candidateView(statusInput(await run.journey(), run)) };
}
