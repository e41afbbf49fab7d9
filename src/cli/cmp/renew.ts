// `ascpi cmp renew` and `ascpi cmp reinstate`: the next cycle, as the account shows it.
import { dayDate } from '../../domain/civil-date.ts';
import type { Options, Outcome } from '../command.ts';
import { dateAnswer, needed } from '../commands/answers.ts';
import { recordFact } from '../commands/change.ts';
import type { Run } from '../run.ts';
import { maintained, oneHeld } from './maintained.ts';
import { withCycle } from './receipt.ts';

const kinds = {
  renew: { kind: 'renewed', what: 'renewal' },
  reinstate: { kind: 'reinstated', what: 'reinstatement' },
} as const;

export const decideFor =
  (how: keyof typeof kinds) =>
  async (run: Run, _args: readonly string[], options: Options): Promise<Outcome> => {
    const { journey, held } = await maintained(run);
    const meant = oneHeld(options, held, run);
    const on = dateAnswer(options, 'on') ?? run.today;
    const expires = needed(dateAnswer(options, 'expires'), '--expires', `ascpi cmp ${how} --expires 2033-01-31`);
    const start = dateAnswer(options, 'start');
    const { kind, what } = kinds[how];
    const details = { expires, ...(start ? { start } : {}), ...(meant.own ? {} : { credential: meant.credential }) };
    const outcome = recordFact(
      run,
      journey,
      { kind, on, ...details },
      {
        name: `cmp-${how}`,
        verb: ['Recorded', 'Would record'],
        what: `${what} of ${meant.credential}, valid until ${dayDate(expires)}`,
      },
    );
    return withCycle(outcome, []);
  };
