// How a credential stands in one of its cycles: what is asked for, what was earned, what is missing.
import type { Attempt } from './attempts.ts';
import type { CivilDate } from './civil-date.ts';
import { type Activity, activitiesIn, countsFor } from './cmp-activities.ts';
import { type Cycle, type CycleState, cycleBegun, cycleOn, stateOf } from './cmp-cycles.ts';
import { maintenanceDoubts, maintenanceFaults } from './cmp-faults.ts';
import { type Held, heldCredentials } from './cmp-held.ts';
import { type Tally, tally } from './cmp-points.ts';
import { type PointsTable, tableFor } from './cmp-table.ts';
import type { Warning } from './contradictions.ts';
import type { Fact } from './fact.ts';
import type { Rulebook } from './rulebook.ts';

export interface Maintenance {
  readonly held: readonly Held[];
  /** what contradicts what */
  readonly faults: readonly Warning[];
  /** what is only unlikely */
  readonly doubts: readonly Warning[];
}

const NONE: Maintenance = { held: [], faults: [], doubts: [] };

const kinds: readonly Fact['kind'][] = ['held', 'activity', 'declared', 'renewed', 'reinstated'];

/** The credentials that facts (in the order recorded) make, and what contradicts what. `own` is the one of the journey. */
export function maintenanceOf(
  facts: readonly Fact[],
  attempts: readonly Attempt[],
  own: string,
  shared: Rulebook,
): Maintenance {
  const certified = attempts.findLast(({ facts: steps }) => steps.certificate)?.facts;
  if (!certified && !facts.some(({ kind }) => kinds.includes(kind))) return NONE;
  const held = heldCredentials(certified, own, facts, shared);
  let faults: readonly Warning[] | undefined;
  return {
    held,
    // Reminders of a whole roster never ask.
    get faults() {
      faults ??= maintenanceFaults(held, own, facts, shared);
      return faults;
    },
    get doubts() {
      return maintenanceDoubts(held, shared);
    },
  };
}

/** The cycle whose dates are ahead: the one that has begun, or the next once the account has shown it. */
export function cycleInSight({ cycles }: Held, today: CivilDate): Cycle | undefined {
  const begun = cycleBegun(cycles, today);
  return begun?.renewal ? (cycles[begun.number] ?? begun) : begun;
}

export interface CycleStanding {
  readonly held: Held;
  readonly cycle: Cycle;
  readonly state: CycleState;
  /** undefined where nobody has published it and none was entered */
  readonly table: PointsTable | undefined;
  readonly activities: readonly Activity[];
  readonly tally: Tally;
}

/** `own` is the credential of the journey. */
export function standingIn(
  cycle: Cycle,
  held: Held,
  own: string,
  facts: readonly Fact[],
  shared: Rulebook,
  today: CivilDate,
): CycleStanding {
  const table = tableFor(held.credential, own, cycle, facts, shared);
  const activities = activitiesIn(facts).filter(
    (activity) => countsFor(activity, held.credential) && cycleOn(held.cycles, activity.on) === cycle,
  );
  return { held, cycle, state: stateOf(cycle, today), table, activities, tally: tally(table?.areas, activities) };
}
