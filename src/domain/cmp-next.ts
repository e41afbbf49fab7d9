// What a credential asks for once it is earned: to be declared while that is possible, and a look when it is too late.
import { dayDate } from './civil-date.ts';
import { cycleDateId, type Held, typedName } from './cmp-held.ts';
import { cycleInSight } from './cmp-standing.ts';
import { isUnknown } from './derivation.ts';
import type { NextAction } from './position.ts';
import type { Timeline } from './timeline.ts';

/** Of several credentials the one that presses most; null where none does. */
export function maintenanceAction({ maintenance, today }: Timeline): NextAction | null {
  const actions = maintenance.held.flatMap((held) => actionFor(held, today, maintenance.held.length > 1));
  return actions.sort((a, b) => ((a.by ?? '') < (b.by ?? '') ? -1 : 1))[0] ?? null;
}

function actionFor(held: Held, today: Timeline['today'], several: boolean): NextAction[] {
  const { credential } = held;
  const cycle = cycleInSight(held, today);
  if (!cycle || cycle.declared || cycle.renewal) return [];
  const { end, declaration } = cycle;
  if (end.date < today) {
    const action = `${credential} expired on ${dayDate(end.date)}. Look at what can be done.`;
    return [{ action, by: null, command: 'ascpi cmp' }];
  }
  if (isUnknown(declaration) || today < declaration.start) return [];
  if (today <= declaration.date) {
    const action = `Declare the points of ${credential} in your account, then record it.`;
    const which = several ? ` --credential ${typedName(credential)}` : '';
    const dateId = cycleDateId(held, 'cmp-declare');
    return [{ action, by: declaration.date, dateId, command: `ascpi cmp declare${which}` }];
  }
  const action = `The last day to declare the points of ${credential} has passed. Ask the board before the credential expires.`;
  return [{ action, by: end.date, dateId: cycleDateId(held, 'credential-expires'), command: 'ascpi cmp' }];
}
