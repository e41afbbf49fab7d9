// `ascpi agency`: every agency with its red flags, its verdict, and what to ask next.
import { assess } from '../../domain/agency-verdict.ts';
import { agenciesView } from '../../views/agencies.ts';
import type { Outcome } from '../command.ts';
import type { Run } from '../run.ts';
import { readAgencies } from './agencies.ts';

export async function decide(run: Run): Promise<Outcome> {
  const criteria = run.criteria();
  const { all } = await readAgencies(run);
  const assessments = all.map((agency) => assess(agency, criteria));
  return { view: agenciesView({ assessments, criteria, today: run.today }) };
}
