// How many months until a cut-off passes a priority date, if it moves on as it was seen to move: a range, never a promise.
import { addToMonth, type Month } from './bulletin-month.ts';
import type { Series } from './bulletin-series.ts';
import type { CivilDate } from './civil-date.ts';
import type { Rulebook } from './rulebook.ts';
import type { Position } from './visa-position.ts';
import { type Step, stretchesOf } from './visa-stretches.ts';

export interface Wait {
  /** from the bulletin that the position is of */
  readonly months: number;
  /** the bulletin in which the cut-off would have passed */
  readonly bulletin: Month;
}

export interface Estimate {
  readonly earliest: Wait;
  /** null where one run in ten or more never comes so far */
  readonly latest: Wait | null;
  /** moves from one month to the next that it rests on, and the first month of them */
  readonly moves: number;
  readonly from: Month;
  /** how many moves it could rest on */
  readonly atMost: number;
}

/** The 80 % band: one run in ten is quicker, one in ten slower. */
const [QUICK, SLOW] = [0.1, 0.9];
/** A century is as good as never. */
const LONGEST = 1200;

interface Habits {
  /** moves that must be known */
  readonly least: number;
  /** months in a row that are taken to repeat themselves */
  readonly run: number;
  /** months that are looked back */
  readonly lookBack: number;
}

/** Undefined where the rules hold no such values on that day. */
export function habitsOn(today: CivilDate, rulebook: Rulebook): Habits | undefined {
  const inForce = (id: string) => rulebook.inForce(id, today)?.value;
  const [least, run, lookBack] = [inForce('visa-moves-least'), inForce('visa-run'), inForce('visa-look-back')];
  if (!least || !run || !lookBack) return undefined;
  if (!('count' in least && 'months' in run && 'months' in lookBack)) return undefined;
  return { least: least.count, run: run.months, lookBack: lookBack.months };
}

/** The range, or why none can be told. Only for a position that is not current. */
export function estimateOf(
  { bulletin, cutoff, gap }: Position,
  series: Series,
  habits: Habits | undefined,
): Estimate | { readonly untold: string } {
  if (!habits) return { untold: 'the rules hold no value for it on that day' };
  if (bulletin === null) return { untold: 'no cut-off is known' };
  if (cutoff === 'U' || gap === null) return { untold: 'the category is unavailable, and nothing says when it opens' };
  const { least, run, lookBack } = habits;
  const stretches = stretchesOf(series, bulletin, lookBack);
  const moves = stretches.reduce((sum, { length }) => sum + length, 0);
  if (moves < least) return { untold: `${moves} of at least ${least} moves from one month to the next are known` };
  // The cut-off has to pass the priority date, not only to reach it.
  const waits = stretches.flatMap((steps) => runsOf(steps, run)).flatMap((each) => waitsIn(each, gap + 1));
  if (waits.length === 0) return { untold: `no ${run} months in a row are known` };
  const [earliest, latest] = [shareOf(waits, QUICK), shareOf(waits, SLOW)];
  if (earliest > LONGEST) return { untold: 'the cut-off did not move ahead enough in what is known' };
  const waitOf = (months: number): Wait => ({ months, bulletin: addToMonth(bulletin, months) });
  return {
    earliest: waitOf(earliest),
    latest: latest > LONGEST ? null : waitOf(latest),
    moves,
    from: firstKnown(series, bulletin, lookBack),
    atMost: lookBack,
  };
}

function firstKnown(series: Series, bulletin: Month, lookBack: number): Month {
  const earliest = addToMonth(bulletin, -lookBack);
  return [...series.keys()].find((month) => month >= earliest) ?? bulletin;
}

/** Each stretch of so many steps in a row. */
const runsOf = (steps: readonly Step[], length: number): Step[][] =>
  steps.flatMap((_, start) => (start + length <= steps.length ? [steps.slice(start, start + length)] : []));

/** The months it takes to move so many days when a run repeats itself, begun at each of its months in turn. */
const waitsIn = (run: readonly Step[], days: number): number[] =>
  run.map((_, start) => waitIn([...run.slice(start), ...run.slice(0, start)], days));

function waitIn(run: readonly Step[], days: number): number {
  const reached: number[] = [];
  let sum = 0;
  for (const [index, step] of run.entries()) {
    sum = step === 'C' ? days : sum + step;
    if (sum >= days) return index + 1;
    reached.push(sum);
  }
  if (sum <= 0) return Number.POSITIVE_INFINITY;
  // Whole rounds until one more is enough, then the month of that round.
  const rounds = Math.ceil((days - Math.max(...reached)) / sum);
  return rounds * run.length + reached.findIndex((each) => rounds * sum + each >= days) + 1;
}

/** The least number that at least this share does not exceed. */
function shareOf(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] as number;
}
