// The scale of final scores: what a score of a board can be, and which of them pass.
import type { CivilDate } from './civil-date.ts';
import type { RuleValue } from './rule.ts';
import type { Rulebook } from './rulebook.ts';

export type Scale = Extract<RuleValue, { passing: number }>;

/** More than any board gives. */
export const MOST_SCORE = 999_999;

/** By the rules of a board. Undefined where its scale is not known. */
export function scaleOn(rulebook: Rulebook, day: CivilDate): Scale | undefined {
  const value = rulebook.inForce('passing-score', day)?.value;
  return value && 'passing' in value ? value : undefined;
}
