// Whether one failed attempt would still leave time for another before a target.
import { addDays, type CivilDate, daysBetween } from './civil-date.ts';
import { isUnknown } from './derivation.ts';
import { type PlanInput, planForward } from './plan.ts';
import { nextSitting } from './retake-room.ts';
import { centreCalendar } from './sittings.ts';
import type { StageId } from './stages.ts';
import { attemptsLeft } from './warnings.ts';

export interface Retake {
  /** null where the exam is behind, or a rule it needs is not known */
  readonly fits: boolean | null;
  /** the day the target would be reached after one fail, were all to take its longest */
  readonly reached: CivilDate | null;
}

/** After a fail at the latest expected sitting: the wait, a new application, a new sitting, and all that follows. */
export function retakeBefore(input: PlanInput, target: StageId, day: CivilDate): Retake {
  const { timeline, rulebook, country } = input;
  const { expected } = planForward(input, target);
  const exam = expected.find(({ stage }) => stage.id === 'exam');
  if (!exam || exam.done) return { fits: null, reached: null };
  const { left } = attemptsLeft(timeline, rulebook);
  const again = nextSitting(exam.latest, rulebook, centreCalendar(rulebook, country));
  if (isUnknown(again)) return { fits: null, reached: null };
  const end = expected.find(({ stage }) => stage.id === target);
  // What follows the exam takes as long as in the first attempt.
  const rest = end ? daysBetween(exam.latest, end.latest) : 0;
  const reached = addDays(again.date, rest);
  return { fits: (left === undefined || left > 1) && reached <= day, reached };
}
