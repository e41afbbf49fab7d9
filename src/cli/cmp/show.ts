// `ascpi cmp`: points earned and missing, the cycle, the window in which they are declared.
import { cycleBegun } from '../../domain/cmp-cycles.ts';
import { cycleDateId, type Held } from '../../domain/cmp-held.ts';
import { standingIn } from '../../domain/cmp-standing.ts';
import { Failure } from '../../domain/failure.ts';
import { type CredentialReport, cmpView } from '../../views/cmp.ts';
import type { Options, Outcome } from '../command.ts';
import { integerAnswer } from '../commands/answers.ts';
import { credentialNamed, type Run } from '../run.ts';
import { heldNamed, type Maintained, maintained } from './maintained.ts';

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  const input = await maintained(run);
  const chosen = heldNamed(options, input.held, run);
  const number = integerAnswer(options, 'cycle', 1, 99);
  const reports = chosen.map((held) => reportOn(held, number, input, run));
  const ids = chosen.flatMap((held) => ['cmp-declare', 'credential-expires'].map((id) => cycleDateId(held, id)));
  const { timeline, journey } = input;
  const view = cmpView({
    journey,
    today: run.today,
    reports,
    several: input.held.length > 1,
    warnings: input.warnings.filter(({ id }) => isAbout(id, input)),
    dates: timeline.dates.filter(({ id }) => ids.includes(id)),
  });
  return { view };
}

/** Of the two dates of a cycle that is not known one warning is enough. */
const isAbout = (id: string, { timeline }: Maintained): boolean =>
  id === 'unknown-dates' ||
  /^(computed|unknown)-credential-expires/.test(id) ||
  timeline.maintenance.faults.some((fault) => fault.id === id);

function reportOn(held: Held, number: number | undefined, { facts, own }: Maintained, run: Run): CredentialReport {
  const { cycles } = held;
  const cycle = number === undefined ? cycleBegun(cycles, run.today) : cycles[number - 1];
  if (!cycle && number !== undefined) {
    throw new Failure('usage', `there is no cycle ${number} of ${held.credential}`, cyclesText(cycles.length));
  }
  const standing = (each: typeof cycle) => each && standingIn(each, held, own, facts, run.rulebook(), run.today);
  const { page } = credentialNamed(run, held.credential);
  const earlier = cycles.slice(0, (cycle?.number ?? 1) - 1).flatMap((each) => standing(each) ?? []);
  return { held, page, standing: standing(cycle), next: cycle && cycles[cycle.number], earlier };
}

const cyclesText = (count: number): string =>
  count === 0 ? 'No cycle of it is known' : count === 1 ? 'It has one cycle' : `It has the cycles 1 to ${count}`;
