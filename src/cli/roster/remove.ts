// `ascpi candidates remove`: erases a candidate with everything recorded, once that was agreed to.
import { Failure, quote } from '../../domain/failure.ts';
import type { Journey } from '../../domain/journey.ts';
import { lossText, removalView } from '../../views/removal.ts';
import type { Options, Outcome } from '../command.ts';
import { given } from '../commands/answers.ts';
import type { Run } from '../run.ts';

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  const id = given(options, 'candidate')?.toLowerCase();
  // Neither a setting nor being the only one is reason enough to be erased.
  if (id === undefined) {
    throw new Failure('usage', 'the candidate to remove is not named', 'For example: ascpi candidates remove <id>');
  }
  const journey = await unlessDamaged(run);
  // Read before anything is erased: what names the candidate goes too.
  run.settings();
  const view = (dryRun: boolean) => removalView(id, journey, run.today, dryRun);
  const name = journey ? ` of ${quote(journey.profile.name)}` : '';
  return {
    view: view(run.globals.dryRun),
    brief: lossText(journey),
    save: [{ remove: id, ...(journey ? { revision: journey.revision } : {}) }],
    confirm: {
      preview: async () => view(true),
      question: `To remove everything for good, type the id, ${id}. Which id?`,
      why: 'Everything recorded of this candidate is erased, and nothing can bring it back. Anything but the id changes nothing.',
      typed: id,
      refusal: `removing ${id} erases the journey${name} for good: ${lossText(journey)}`,
    },
  };
}

/** A file that can't be read can still be removed. */
async function unlessDamaged(run: Run): Promise<Journey | undefined> {
  try {
    return await run.journey();
  } catch (error) {
    if (error instanceof Failure && error.kind === 'damaged') return undefined;
    throw error;
  }
}
