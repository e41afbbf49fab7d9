// Waits: how long candidates waited for others, from the facts of a journey; those not over yet have lasted so long so far.
import { type Attempt, attemptsOf, endingOf, resultOf, type StepFacts } from './attempts.ts';
import { type CivilDate, daysBetween } from './civil-date.ts';
import { factsOn, type Journey } from './journey.ts';
import { type Rulebook, rulebookFor } from './rulebook.ts';
import type { StepId } from './steps.ts';

export interface WaitKind {
  /** the stage of a plan that this is the length of; its fact ends the wait */
  readonly id: StepId;
  readonly title: string;
  /** the fact that begins it */
  readonly from: StepId;
  /** facts that show it is over, although nobody recorded when */
  readonly overBy: readonly StepId[];
  /** nothing is waited for without this result */
  readonly result?: 'pass';
}

export const waitKinds = [
  {
    id: 'admission',
    title: 'Application to admission',
    from: 'application',
    overBy: ['schedule', 'exam', 'scores', 'certificate'],
  },
  { id: 'exam', title: 'Booking to exam', from: 'schedule', overBy: ['scores', 'certificate'] },
  { id: 'scores', title: 'Exam to final scores', from: 'exam', overBy: ['certificate'] },
  { id: 'certificate', title: 'Exam to certificate', from: 'exam', overBy: [], result: 'pass' },
] as const satisfies readonly WaitKind[];

export type WaitId = (typeof waitKinds)[number]['id'];

export interface Wait {
  readonly kind: WaitId;
  /** number of the attempt it belongs to */
  readonly attempt: number;
  readonly start: CivilDate;
  /** what it took, or what it has taken so far */
  readonly days: number;
  /** false where it was last seen going on (censored) */
  readonly over: boolean;
}

/** A wait as it is known without knowing the day. */
export interface WaitSpan extends Pick<Wait, 'kind' | 'attempt' | 'start' | 'over'> {
  /** the day that ended it, or on which it was last seen going on; null: it goes on today */
  readonly end: CivilDate | null;
}

/** The waits of all attempts as of a day. One whose end nobody recorded, or that ends before it begins, tells nothing. */
export function waitsOf(journey: Journey, today: CivilDate, shared: Rulebook): Wait[] {
  const rulebook = rulebookFor(journey.profile.credential, shared);
  return waitSpansOf(attemptsOf(factsOn(journey, today), today, rulebook), rulebook).map((span) => waitOn(today, span));
}

/** `attempts` are those as of a day. */
export const waitSpansOf = (attempts: readonly Attempt[], rulebook: Rulebook): WaitSpan[] =>
  attempts.flatMap((attempt, index) => {
    const seenUntil = lastSeen(attempt, attempts[index + 1], rulebook);
    const kinds = waitKinds.filter(({ id }) => rulebook.steps.ids.includes(id));
    return kinds.flatMap((kind) => spanOf(kind, attempt, seenUntil) ?? []);
  });

/** How long a wait has lasted on a day. */
export const waitOn = (today: CivilDate, { kind, attempt, start, end, over }: WaitSpan): Wait => ({
  ...{ kind, attempt, start, over },
  days: daysBetween(start, end ?? today),
});

function spanOf(kind: WaitKind & { id: WaitId }, attempt: Attempt, seenUntil: CivilDate | null): WaitSpan | undefined {
  const { facts, number } = attempt;
  const start = facts[kind.from]?.on;
  if (start === undefined || (kind.result && resultOf(attempt) !== kind.result)) return undefined;
  const end = facts[kind.id]?.on;
  if (end === undefined && kind.overBy.some((id) => facts[id])) return undefined;
  const last = end ?? seenUntil;
  const isBackwards = last !== null && last < start;
  return isBackwards ? undefined : { kind: kind.id, attempt: number, start, end: last, over: end !== undefined };
}

/** Until when a wait without an end was seen going on: today (null), the lapse of its window, or the begin of the next attempt. */
function lastSeen(attempt: Attempt, next: Attempt | undefined, rulebook: Rulebook): CivilDate | null {
  if (!next) return null;
  const ending = endingOf(attempt, rulebook);
  const lapse = ending?.how === 'lapsed' ? [ending.on] : [];
  return [...lapse, ...daysOf(next.facts)].sort()[0] ?? null;
}

/** Eligibility is carried over and begins no attempt. */
const daysOf = ({ eligibility: _, ...facts }: StepFacts): CivilDate[] => Object.values(facts).map(({ on }) => on);
