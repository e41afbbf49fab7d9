// How the credentials of one candidate are kept alive, in a line each.
import { shortDate } from '../domain/civil-date.ts';
import { cycleInSight, standingIn } from '../domain/cmp-standing.ts';
import { isUnknown } from '../domain/derivation.ts';
import { factsOn, type Journey } from '../domain/journey.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { Timeline } from '../domain/timeline.ts';
import { pointsText } from './cmp-words.ts';
import type { Data } from './view.ts';

interface Input {
  readonly journey: Journey;
  readonly timeline: Timeline;
  readonly rulebook: Rulebook;
}

interface Maintained {
  readonly label: string;
  readonly text: string;
  readonly data: Data;
}

export function maintenanceRows({ journey, timeline, rulebook }: Input): Maintained[] {
  const { today, maintenance } = timeline;
  const own = journey.profile.credential;
  const facts = factsOn(journey, today);
  return maintenance.held.map((held): Maintained => {
    const { credential } = held;
    const cycle = cycleInSight(held, today);
    if (!cycle)
      return { label: credential, text: 'the end of its cycle is not known', data: { credential, end: null } };
    const { state, tally } = standingIn(cycle, held, own, facts, rulebook, today);
    const { start, end, declaration } = cycle;
    const points =
      tally.required === null ? pointsText(tally.earned) : `${tally.earned} of ${pointsText(tally.required)}`;
    const declare = isUnknown(declaration)
      ? ''
      : `; to declare ${shortDate(declaration.start)} to ${shortDate(declaration.date)}`;
    const computed = end.provisional ? ' (computed)' : '';
    return {
      label: credential,
      text: `cycle ${shortDate(start)} to ${shortDate(end.date)}${computed}, ${state}; ${points}${declare}`,
      data: {
        credential,
        start,
        end: end.date,
        basis: end.basis,
        state,
        earned: tally.earned,
        required: tally.required,
      },
    };
  });
}
