// `ascpi agency show`: one agency whole.
import { assess } from '../../domain/agency-verdict.ts';
import { agencyView } from '../../views/agency-show.ts';
import type { Outcome } from '../command.ts';
import type { Run } from '../run.ts';
import { agencyFor, readAgencies } from './agencies.ts';

export async function decide(run: Run, [name = '']: readonly string[]): Promise<Outcome> {
  const agency = agencyFor(await readAgencies(run), name);
  return { view: agencyView(assess(agency, run.criteria()), run.today) };
}
