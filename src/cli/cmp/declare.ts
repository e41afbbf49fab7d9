// `ascpi cmp declare`: the points of a cycle were declared in the account.
import { dayDate } from '../../domain/civil-date.ts';
import { standingIn } from '../../domain/cmp-standing.ts';
import { missingText, pointsText } from '../../views/cmp-words.ts';
import type { Options, Outcome } from '../command.ts';
import { dateAnswer } from '../commands/answers.ts';
import { recordFact } from '../commands/change.ts';
import type { Run } from '../run.ts';
import { maintained, maintainedAfter, oneHeld } from './maintained.ts';
import { withCycle } from './receipt.ts';

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  const { journey, held } = await maintained(run);
  const meant = oneHeld(options, held, run);
  const on = dateAnswer(options, 'on') ?? run.today;
  const whose = meant.own ? {} : { credential: meant.credential };
  const outcome = recordFact(
    run,
    journey,
    { kind: 'declared', on, ...whose },
    {
      name: 'cmp-declare',
      verb: ['Recorded', 'Would record'],
      what: `declaration for ${meant.credential}, ${dayDate(on)}`,
    },
  );
  return withCycle(outcome, shortage(meant.credential, outcome, run));
}

/** The board judges what was declared; the tool only says what it has no record of. */
function shortage(credential: string, outcome: Outcome, run: Run): string[] {
  const after = maintainedAfter(outcome, run);
  const held = after?.held.find((each) => each.credential === credential);
  const cycle = held?.cycles.findLast(({ declared }) => declared);
  if (!after || !held || !cycle) return [];
  const { tally } = standingIn(cycle, held, after.own, after.facts, run.rulebook(), run.today);
  if (tally.missing === null || tally.missing === 0) return [];
  return [
    `By what is recorded here, ${pointsText(tally.missing)} were missing in cycle ${cycle.number}: ${missingText(tally)}.`,
  ];
}
