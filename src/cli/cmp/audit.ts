// `ascpi cmp audit`: the folder for an audit: which certificates to keep, and where they are.
import { activitiesIn, countsFor } from '../../domain/cmp-activities.ts';
import { cycleBegun, cycleOn } from '../../domain/cmp-cycles.ts';
import { Failure } from '../../domain/failure.ts';
import { auditView } from '../../views/cmp-audit.ts';
import type { Options, Outcome } from '../command.ts';
import { integerAnswer } from '../commands/answers.ts';
import type { Run } from '../run.ts';
import { heldNamed, maintained } from './maintained.ts';

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  const { journey, facts, held } = await maintained(run);
  const chosen = heldNamed(options, held, run);
  const number = integerAnswer(options, 'cycle', 1, 99);
  const looked = chosen.flatMap((each) => {
    const cycle = number === undefined ? cycleBegun(each.cycles, run.today) : each.cycles[number - 1];
    return cycle ? [{ held: each, cycle }] : [];
  });
  if (looked.length === 0 && number !== undefined) {
    throw new Failure('usage', `there is no cycle ${number}`, 'See the cycles there are: ascpi cmp');
  }
  const without = chosen.filter((each) => !looked.some(({ held: { credential } }) => credential === each.credential));
  const entries = activitiesIn(facts).map((activity) => ({
    activity,
    credentials: looked
      .filter((each) => countsFor(activity, each.held.credential))
      .filter(({ held: { cycles }, cycle }) => cycleOn(cycles, activity.on) === cycle)
      .map((each) => each.held.credential),
  }));
  const folders = looked.map((each) => ({ credential: each.held.credential, cycle: each.cycle }));
  const missing = without.map(({ credential, unknown = `there is no cycle ${number ?? 1}` }) => ({
    credential,
    unknown,
  }));
  const inFolder = entries.filter(({ credentials }) => credentials.length > 0);
  const several = held.length > 1;
  return { view: auditView({ journey, today: run.today, folders, missing, entries: inFolder, several }) };
}
