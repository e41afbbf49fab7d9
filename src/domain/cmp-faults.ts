// What contradicts what in credential maintenance. Recording it needs --force, and it then stays a warning until corrected.
import { type CivilDate, dayDate, daysBetween } from './civil-date.ts';
import { type Activity, activitiesIn, countsFor } from './cmp-activities.ts';
import { type Cycle, type CycleAct, cycleBegun, cycleOn, opensOn } from './cmp-cycles.ts';
import { cycleDateId, type Held, recordEnd } from './cmp-held.ts';
import type { Warning } from './contradictions.ts';
import { applyRule, isUnknown } from './derivation.ts';
import type { Fact, FactOf } from './fact.ts';
import { type Rulebook, rulebookFor } from './rulebook.ts';

/** More than this beside the usual length of a cycle, and a new end is rather a slip of the pen. */
const ODD_DAYS = 366;

export function maintenanceFaults(
  held: readonly Held[],
  own: string,
  facts: readonly Fact[],
  shared: Rulebook,
): Warning[] {
  return [
    ...facts.flatMap((fact) => (fact.kind === 'held' ? reversed(fact) : [])),
    ...facts.flatMap((fact) => (isAct(fact) ? actFaults(fact, held, own) : [])),
    ...held.flatMap(({ credential, cycles }) =>
      cycles.flatMap((cycle, index) => cycleFaults(cycle, cycles[index + 1], rulebookFor(credential, shared))),
    ),
    ...activitiesIn(facts).flatMap((activity) => outside(activity, held)),
  ];
}

/** What may be true and rather is not: a first cycle, as the account shows its end, much longer than cycles are. */
export const maintenanceDoubts = (held: readonly Held[], shared: Rulebook): Warning[] =>
  held.flatMap(({ cycles: [first], ...owner }) => {
    if (first?.end.basis !== 'notice') return [];
    const usual = applyRule(rulebookFor(owner.credential, shared), 'cmp-cycle', first.start);
    if (isUnknown(usual) || daysBetween(usual.latest, first.end.date) <= ODD_DAYS) return [];
    return [
      {
        id: cycleDateId(owner, 'long-cycle'),
        message: `the cycle of ${owner.credential} would be from ${span(first.start, first.end.date)}; by the rule it ends on ${dayDate(usual.latest)}`,
        hint: `Look at the end in your account, and at what was renewed since. To correct the end: ${recordEnd(owner, 1)}`,
        source: usual.source,
      },
    ];
  });

const isAct = (fact: Fact): fact is CycleAct =>
  fact.kind === 'declared' || fact.kind === 'renewed' || fact.kind === 'reinstated';

const acts = { declared: 'declaration', renewed: 'renewal', reinstated: 'reinstatement' } as const;

const span = (start: CivilDate, end: CivilDate): string => `${dayDate(start)} to ${dayDate(end)}`;

function reversed({ credential, on, expires }: FactOf<'held'>): Warning[] {
  return expires === undefined || expires > on
    ? []
    : [
        {
          id: 'held-reversed',
          message: `${credential} expires on ${expires}, not after ${on}, the first day of its cycle`,
          hint: 'Both days are in your account: ascpi cmp hold <credential> --on <date> --expires <date>',
        },
      ];
}

function actFaults(act: CycleAct, held: readonly Held[], own: string): Warning[] {
  const credential = act.credential ?? own;
  const owner = held.find((each) => each.credential === credential);
  const [first] = owner?.cycles ?? [];
  if (owner && (!first || act.on >= opensOn(first))) return [];
  const hint =
    owner && act.kind !== 'declared' ? `If this cycle ends on another day: ${recordEnd(owner, 1)}` : undefined;
  const why =
    owner && first
      ? `before the points of its cycle can be declared, from ${dayDate(opensOn(first))} on`
      : 'of a credential that is not held';
  return [
    {
      id: 'cycle-not-open',
      message: `the ${acts[act.kind]} of ${act.on} for ${credential} is ${why}`,
      hint: hint ?? 'Look at the cycle: ascpi cmp',
    },
  ];
}

/** What is wrong with the end of a cycle and what opened the next. */
function cycleFaults(cycle: Cycle, next: Cycle | undefined, rulebook: Rulebook): Warning[] {
  const { end, declaration, declared, renewal } = cycle;
  const faults: Warning[] = [];
  if (declared && !isUnknown(declaration) && declared.on > declaration.date) {
    const later = next && !isUnknown(next.declaration) ? `. The next window is ${windowText(next.declaration)}` : '';
    faults.push({
      id: 'declared-late',
      message: `the declaration of ${declared.on} is after its window, ${windowText(declaration)}`,
      hint: `Look at the day in your account${later}`,
    });
  }
  if (renewal?.kind === 'reinstated' && renewal.on <= end.date) {
    faults.push({
      id: 'not-lapsed',
      message: `the reinstatement of ${renewal.on} is before the credential lapses: it is valid until ${dayDate(end.date)}`,
      hint: 'Record a renewal instead: ascpi cmp renew --expires <date>',
    });
  }
  if (renewal && next && isOddEnd(cycle, next, rulebook)) {
    faults.push({
      id: 'odd-end',
      message: `${renewal.expires} is not a likely end of the cycle that begins on ${dayDate(next.start)}`,
      hint: 'Take the day from your account',
    });
  }
  return faults;
}

const windowText = ({ start, date }: { readonly start: CivilDate; readonly date: CivilDate }) => span(start, date);

/** How long a cycle after a reinstatement is has not been published, but it does not end before it begins. */
function isOddEnd({ end, renewal }: Cycle, next: Cycle, rulebook: Rulebook): boolean {
  if (next.end.date <= next.start) return true;
  const usual = applyRule(rulebook, 'cmp-cycle', end.date, 1, next.start);
  if (renewal?.kind !== 'renewed' || isUnknown(usual)) return false;
  return Math.abs(daysBetween(usual.latest, next.end.date)) > ODD_DAYS;
}

/** An activity on a day of no cycle counts nowhere. */
function outside(activity: Activity, held: readonly Held[]): Warning[] {
  const meant = held.filter(({ credential }) => countsFor(activity, credential));
  // Where the end of a cycle is not known, nothing can be said to be outside.
  if (meant.some(({ cycles }) => cycles.length === 0 || cycleOn(cycles, activity.on))) return [];
  const known = meant.flatMap(({ credential, cycles }) => {
    const cycle = cycleBegun(cycles, activity.on);
    return cycle ? [`of ${credential}, ${span(cycle.start, cycle.end.date)}`] : [];
  });
  const why = known.length > 0 ? `outside the cycle ${known.join(', and ')}` : 'for a credential that is not held';
  return [
    {
      id: 'activity-outside-cycle',
      message: `the activity of ${activity.on} is ${why}`,
      hint: 'Its points count nowhere. Look at the day again',
    },
  ];
}
