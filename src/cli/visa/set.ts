// `ascpi visa set`: records the place in the visa queue. What is not given stays as it was.
import { Failure } from '../../domain/failure.ts';
import { visaCaseOf } from '../../domain/visa-case.ts';
import type { Options, Outcome } from '../command.ts';
import { recordFact } from '../commands/change.ts';
import type { Run } from '../run.ts';
import { caseAnswers, chargeabilityTitle, wholeCase } from './visa-answers.ts';

const EXAMPLE = 'ascpi visa set --priority 2018-03-15 --category EB-3 --chargeability Philippines';

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  const journey = await run.journey();
  const before = visaCaseOf(journey, run.today);
  if (before && Object.keys(caseAnswers(options)).length === 0) {
    throw new Failure('usage', 'nothing is given that would change what is recorded', `For example: ${EXAMPLE}`);
  }
  const { priority, category, chargeability } = wholeCase(caseAnswers(options, before), EXAMPLE);
  const outcome = recordFact(
    run,
    journey,
    { kind: 'visa', on: priority, priority, category, chargeability },
    {
      name: 'visa-set',
      verb: ['Recorded', 'Would record'],
      what: `priority date ${priority}, ${category}, ${chargeabilityTitle(chargeability)}`,
    },
  );
  return { ...outcome, hints: ['See where you stand: ascpi visa', 'Take it back: ascpi undo'] };
}
