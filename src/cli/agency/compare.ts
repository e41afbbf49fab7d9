// `ascpi agency compare`: two agencies side by side, their offers with the totals of a year.
import { assess } from '../../domain/agency-verdict.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { comparisonView } from '../../views/agency-compare.ts';
import type { Outcome } from '../command.ts';
import type { Run } from '../run.ts';
import { agencyFor, readAgencies } from './agencies.ts';

export async function decide(run: Run, [first = '', second = '']: readonly string[]): Promise<Outcome> {
  const agencies = await readAgencies(run);
  const [one, other] = [agencyFor(agencies, first), agencyFor(agencies, second)];
  if (one === other) {
    throw new Failure('usage', `${quote(one.name)} is compared with itself`, 'Name two agencies: ascpi agency');
  }
  const criteria = run.criteria();
  return { view: comparisonView([assess(one, criteria), assess(other, criteria)], run.today) };
}
