// `ascpi privacy report`: candidates whom nobody has touched for long, so that nothing is kept longer than it is needed.
import { addMonths, type CivilDate } from '../../domain/civil-date.ts';
import { untouchedView } from '../../views/privacy.ts';
import type { Options, Outcome } from '../command.ts';
import { integerAnswer } from '../commands/answers.ts';
import { EXIT_NO } from '../exit-codes.ts';
import { readRoster } from '../roster/read-roster.ts';
import type { Run } from '../run.ts';

const MONTHS = 24;

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  const months = integerAnswer(options, 'months', 1, 600) ?? MONTHS;
  const before = addMonths(run.today, -months);
  const { journeys, unread, failure } = await readRoster(run.store(), await run.store().list());
  const candidates = journeys
    .map(({ id, profile, facts }) => {
      const at = facts.map((fact) => fact.at.slice(0, 10) as CivilDate).sort();
      return { id, name: profile.name, touched: at.at(-1) ?? null };
    })
    .filter(({ touched }) => touched === null || touched < before)
    .sort((one, other) => ((one.touched ?? '') < (other.touched ?? '') ? -1 : 1));
  const isNo = options['check'] === true && candidates.length > 0;
  return {
    view: untouchedView({ months, before, candidates, total: journeys.length, unread, today: run.today }),
    ...(failure ? { failure } : {}),
    ...(isNo ? { exit: EXIT_NO } : {}),
    ...(candidates.length > 0 ? { hints: ['Erase one for good: ascpi privacy erase -c <id>'] } : {}),
  };
}
