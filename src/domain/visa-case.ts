// Who waits in the visa queue: since when, in which category, and for which country of birth.
import type { Chargeability } from './chargeability.ts';
import type { CivilDate } from './civil-date.ts';
import { type Journey, standing } from './journey.ts';
import type { CategoryId } from './visa-category.ts';

export interface VisaCase {
  readonly priority: CivilDate;
  readonly category: CategoryId;
  readonly chargeability: Chargeability;
}

/** As last recorded and not taken back; undefined before the priority date. */
export function visaCaseOf(journey: Journey, today: CivilDate): VisaCase | undefined {
  const { undone } = standing(journey);
  const last = journey.facts.findLast(({ kind, id }) => kind === 'visa' && !undone.has(id));
  if (last?.kind !== 'visa' || last.priority > today) return undefined;
  const { priority, category, chargeability } = last;
  return { priority, category, chargeability };
}
