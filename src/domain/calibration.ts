// Calibration: what waits took beside what was expected of them, and how often what was expected held.
import { type CivilDate, daysBetween } from './civil-date.ts';
import type { Journey } from './journey.ts';
import { inLaterAttempt, spanFrom } from './plan.ts';
import type { Rulebook } from './rulebook.ts';
import { type Stage, stages } from './stages.ts';
import { type Survival, survivalOf } from './survival.ts';
import { type Wait, type WaitId, waitKinds, waitsOf } from './waits.ts';

export interface Calibration {
  readonly id: WaitId;
  readonly title: string;
  /** completed waits */
  readonly n: number;
  /** waits not over when last seen */
  readonly open: number;
  /** days; undefined while there are too few completed waits to say */
  readonly observed: Pick<Survival, 'median' | 'low' | 'high'> | undefined;
  /** days that the rules and assumptions give for one that begins today; undefined where none is known */
  readonly expected: { readonly shortest: number; readonly longest: number } | undefined;
  /** completed waits that ended within, before and after what was expected, of all for which something was */
  readonly held: number;
  readonly early: number;
  readonly late: number;
  readonly of: number;
  /** waits not over that have lasted longer than expected already */
  readonly overdue: number;
}

/** How many waits of a kind have to be over; without a value in force none are enough. */
export function observedLeast(rulebook: Rulebook, today: CivilDate): number {
  const value = rulebook.inForce('observed-least', today)?.value;
  return value && 'count' in value ? value.count : Number.POSITIVE_INFINITY;
}

/** One row for each kind of wait, over all journeys as of a day. The rulebook is one with assumptions. */
export const calibrate = (journeys: readonly Journey[], today: CivilDate, rulebook: Rulebook): Calibration[] =>
  calibrateWaits(
    journeys.flatMap((journey) => waitsOf(journey, today, rulebook)),
    today,
    rulebook,
  );

/** The same of waits that are known already. */
export function calibrateWaits(all: readonly Wait[], today: CivilDate, rulebook: Rulebook): Calibration[] {
  const waits = new Map<WaitId, Wait[]>(waitKinds.map(({ id }) => [id, []]));
  for (const wait of all) waits.get(wait.kind)?.push(wait);
  const least = observedLeast(rulebook, today);
  return waitKinds.map(({ id, title }) => {
    const ofKind = waits.get(id) ?? [];
    const expect = estimator(stages.find((stage) => stage.id === id) as Stage, rulebook);
    const { n, open, median, low, high } = survivalOf(ofKind);
    const observed = n >= least ? { median, low, high } : undefined;
    return { id, title, n, open, observed, expected: expect(today, 1), ...score(ofKind, expect) };
  });
}

/** What was expected, in days, of a wait that began on a day; the rules are those in force on that day. */
type Estimator = (start: CivilDate, attempt: number) => Calibration['expected'];

/** Remembers: of many journeys, many waits begin on the same day. */
function estimator(stage: Stage, rulebook: Rulebook): Estimator {
  const known = new Map<string, Calibration['expected']>();
  const again = inLaterAttempt(stage);
  return (start, attempt) => {
    const key = `${start} ${attempt > 1}`;
    if (!known.has(key)) known.set(key, estimate(attempt > 1 ? again : stage, start, rulebook));
    return known.get(key);
  };
}

function estimate(stage: Stage, start: CivilDate, rulebook: Rulebook): Calibration['expected'] {
  const { earliest, latest, chain } = spanFrom(stage, start, rulebook);
  if (chain.length === 0) return undefined;
  // "Within" a period promises its end alone, as in the dates table.
  const shortest = earliest === latest ? 0 : daysBetween(start, earliest);
  return { shortest, longest: daysBetween(start, latest) };
}

type Score = Pick<Calibration, 'held' | 'early' | 'late' | 'of' | 'overdue'>;

function score(waits: readonly Wait[], expect: Estimator): Score {
  const counts = { held: 0, early: 0, late: 0, overdue: 0 };
  for (const { start, attempt, days, over } of waits) {
    const expected = expect(start, attempt);
    if (!expected) continue;
    const isLate = days > expected.longest;
    if (over) counts[days < expected.shortest ? 'early' : isLate ? 'late' : 'held'] += 1;
    else if (isLate) counts.overdue += 1;
  }
  return { ...counts, of: counts.held + counts.early + counts.late };
}
