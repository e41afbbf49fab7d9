// `ascpi visa`: where one stands in the visa queue, how the cut-off moved, and how long it may take.
import { type Chart, type Entry, standingEntries } from '../../domain/bulletin.ts';
import { seriesOf } from '../../domain/bulletin-series.ts';
import type { Journey } from '../../domain/journey.ts';
import { type VisaCase, visaCaseOf } from '../../domain/visa-case.ts';
import { estimateOf, habitsOn } from '../../domain/visa-estimate.ts';
import { movementOf } from '../../domain/visa-movement.ts';
import { comingPosition, type Position, visaPosition } from '../../domain/visa-position.ts';
import { noCaseView, type VisaView, visaView } from '../../views/visa.ts';
import type { Options, Outcome } from '../command.ts';
import { EXIT_NO } from '../exit-codes.ts';
import type { Run } from '../run.ts';
import { readBulletins } from './bulletin-document.ts';
import { caseAnswers, chargeabilityTitle, chartAnswer, isWhole, wholeCase } from './visa-answers.ts';

const MONTHS = 12;
const EXAMPLE = 'ascpi visa --priority 2018-03-15 --category EB-3 --chargeability Philippines';

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  const chart = chartAnswer(options);
  const no = options['check'] === true ? { exit: EXIT_NO } : {};
  const alone = caseAnswers(options);
  // Whoever gives everything need not have a journey.
  const journey = isWhole(alone) && run.globals.candidate === undefined ? undefined : await run.journey();
  const recorded = journey && visaCaseOf(journey, run.today);
  const isGiven = Object.keys(alone).length > 0;
  if (!recorded && !isGiven) return { view: noCaseView(chart, run.today, journey), ...no };
  const visa = wholeCase(caseAnswers(options, recorded), EXAMPLE);
  const known = standingEntries((await readBulletins(run)).entries);
  const view = viewOf(run, visa, chart, known, journey);
  const isTry = recorded !== undefined && isGiven;
  return { view: visaView({ ...view, isTry }), ...(isCurrentNow(view.position) ? {} : no) };
}

/** By an old bulletin nobody can say: the case may have gone back since. */
const isCurrentNow = ({ current, behind }: Position): boolean => current === true && behind === 0;

type Answer = Omit<VisaView, 'isTry'>;

function viewOf(run: Run, visa: VisaCase, chart: Chart, known: readonly Entry[], journey: Journey | undefined): Answer {
  const { today } = run;
  const other: Chart = chart === 'final' ? 'filing' : 'final';
  const series = seriesOf(visa, chart, known);
  const position = visaPosition(visa, chart, series, today);
  const { bulletin, current } = position;
  const moves = bulletin === null ? [] : movementOf(series, bulletin, MONTHS + 1);
  return {
    visa,
    place: chargeabilityTitle(visa.chargeability),
    position,
    coming: comingPosition(visa, chart, series, today),
    other: visaPosition(visa, other, seriesOf(visa, other, known), today),
    movement: moves.slice(1),
    start: moves[0],
    estimate: current === false ? estimateOf(position, series, habitsOn(today, run.rulebook())) : undefined,
    journey,
    today,
  };
}
