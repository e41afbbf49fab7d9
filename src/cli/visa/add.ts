// `ascpi visa bulletin add`: one cut-off by hand. A hyphen in place of the date takes it out again.
import type { Cutoff } from '../../domain/bulletin.ts';
import { cutoffFault, parseCutoff } from '../../domain/bulletin-cutoff.ts';
import { addToMonth, type Month, monthOf, monthTitle, parseMonth } from '../../domain/bulletin-month.ts';
import { type AreaId, ownArea } from '../../domain/chargeability.ts';
import { Failure } from '../../domain/failure.ts';
import { parseCategory } from '../../domain/visa-category.ts';
import { bulletinChangeView } from '../../views/bulletin-change.ts';
import type { Options, Outcome } from '../command.ts';
import { given, needed } from '../commands/answers.ts';
import type { Run } from '../run.ts';
import { addBatches, readBulletins } from './bulletin-document.ts';
import { chartAnswer, parseChargeability } from './visa-answers.ts';

const EXAMPLE = 'ascpi visa bulletin add 2019-03 --category EB-3 --chargeability Philippines --date 2017-12-01';

export async function decide(run: Run, [typed = '']: readonly string[], options: Options): Promise<Outcome> {
  const month = parseMonth(typed);
  const category = parseCategory(needed(given(options, 'category'), '--category', EXAMPLE));
  const country = parseChargeability(needed(given(options, 'chargeability'), '--chargeability', EXAMPLE));
  const area: AreaId = ownArea(country) ?? 'all';
  const cutoff = cutoffAnswer(needed(given(options, 'date'), '--date', EXAMPLE));
  const fault = cutoff === null ? undefined : (cutoffFault(cutoff, month) ?? monthFault(month, run));
  if (fault && !run.globals.force) {
    throw new Failure('usage', fault, 'Check it on the official page, or record it anyway with --force');
  }
  const kept = await readBulletins(run);
  const cells = [{ month, chart: chartAnswer(options), category, area, cutoff }];
  const { save, ...added } = addBatches(run, kept, [{ cells, from: 'hand' }]);
  if (cutoff === null && added.same.length > 0) {
    throw new Failure(
      'missing',
      'there is no such cut-off to take out',
      `See what is known: ascpi visa bulletin --month ${month}`,
    );
  }
  const view = bulletinChangeView({
    name: 'visa-bulletin-add',
    added,
    dryRun: run.globals.dryRun,
    today: run.today,
  });
  return { view, save, hints: ['See where you stand: ascpi visa'] };
}

const cutoffAnswer = (text: string): Cutoff | null => (text === '-' ? null : parseCutoff(text));

/** A bulletin comes out in the month before its own. */
function monthFault(month: Month, { today }: Run): string | undefined {
  const last = addToMonth(monthOf(today), 1);
  return month > last ? `there can't be a bulletin of ${monthTitle(month)} yet: today is ${today}` : undefined;
}
