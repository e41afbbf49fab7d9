// Kaplan–Meier: what share still waits after so many days, counting waits that are not over for as long as they were seen.

export interface Duration {
  readonly days: number;
  /** false where it was still going on after these days (censored) */
  readonly over: boolean;
}

interface CurveStep {
  readonly days: number;
  /** the share that waits longer than these days */
  readonly waiting: number;
}

export interface Survival {
  /** completed */
  readonly n: number;
  /** not over when last seen */
  readonly open: number;
  /** a step at each number of days after which one was over */
  readonly curve: readonly CurveStep[];
  /** days; undefined where the curve does not come down so far */
  readonly median: number | undefined;
  /** the 80 % band: one in ten was over by the first, nine in ten by the second */
  readonly low: number | undefined;
  readonly high: number | undefined;
}

/** One that is last seen on the day on which others end was still among those who waited on that day. */
export function survivalOf(durations: readonly Duration[]): Survival {
  const sorted = [...durations].sort((a, b) => a.days - b.days);
  const curve: CurveStep[] = [];
  let waiting = 1;
  for (let at = 0; at < sorted.length; ) {
    const days = sorted[at]?.days as number;
    const atRisk = sorted.length - at;
    let ended = 0;
    for (; sorted[at]?.days === days; at += 1) ended += sorted[at]?.over ? 1 : 0;
    if (ended === 0) continue;
    waiting *= 1 - ended / atRisk;
    curve.push({ days, waiting });
  }
  const n = sorted.filter(({ over }) => over).length;
  const by = (share: number) => percentile(curve, share);
  return { n, open: sorted.length - n, curve, median: by(0.5), low: by(0.1), high: by(0.9) };
}

/** A product of fractions that comes to exactly one half may miss it by the last binary digits. */
const ROUNDING = 1e-9;

/** The first day by which at least this share was over. */
const percentile = (curve: readonly CurveStep[], share: number): number | undefined =>
  curve.find(({ waiting }) => waiting <= 1 - share + ROUNDING)?.days;
