// `ascpi visa bulletin`: what is known of the Visa Bulletin.
import { standingEntries } from '../../domain/bulletin.ts';
import { parseMonth } from '../../domain/bulletin-month.ts';
import { bulletinMonthView, bulletinsView } from '../../views/bulletin.ts';
import type { Options, Outcome } from '../command.ts';
import { given } from '../commands/answers.ts';
import type { Run } from '../run.ts';
import { readBulletins } from './bulletin-document.ts';

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  const typed = given(options, 'month');
  const month = typed === undefined ? undefined : parseMonth(typed);
  const { entries } = await readBulletins(run);
  if (month === undefined) return { view: bulletinsView(standingEntries(entries), run.today) };
  const ofMonth = entries.filter((entry) => entry.month === month);
  return { view: bulletinMonthView(month, ofMonth, run.today) };
}
