// A cohort: how many candidates are at each step, whose windows end when, who needs somebody first, and what could be lost.
import { addDays, type CivilDate, weekdayIndex } from './civil-date.ts';
import type { Who } from './journey.ts';
import { type RosterRow, rowOf, severityOf } from './roster-row.ts';
import type { Situation, SituationWindow } from './situation.ts';
import { type StepId, stepIds, steps } from './steps.ts';
import { type BoardId, boardOf } from './steps-tables.ts';

export interface StepCount {
  readonly id: StepId | 'all-done';
  readonly title: string;
  readonly count: number;
  /** of each board that anybody is on the way to */
  readonly boards: Readonly<Partial<Record<BoardId, number>>>;
}

/** Windows that end in the seven days from a Monday on. */
export interface Week {
  readonly week: CivilDate;
  readonly count: number;
  /** of them those without a booked exam */
  readonly unbooked: number;
}

export interface Windows {
  /** this week and those after it, as many as are looked at */
  readonly weeks: readonly Week[];
  readonly later: { readonly count: number; readonly unbooked: number };
  /** ended without an exam, and not applied for again */
  readonly missed: number;
}

export interface FeesAtRisk {
  /** recorded for windows that are open, their exam not taken; by currency */
  readonly sums: readonly { readonly currency: string; readonly amount: number; readonly count: number }[];
  /** such windows without a recorded fee */
  readonly unrecorded: number;
}

export interface Cohort {
  readonly candidates: number;
  readonly steps: readonly StepCount[];
  readonly windows: Windows;
  /** worst first */
  readonly worklist: readonly RosterRow[];
  readonly fees: FeesAtRisk;
}

/** How many weeks are looked at, this one included. */
const WEEKS = 12;

/** One of a cohort, as of a day. */
export interface Member extends Omit<Situation, 'standing'> {
  readonly row: RosterRow;
}

export const memberOf = (who: Who, { standing, ...others }: Situation): Member => ({
  row: rowOf(who, standing),
  ...others,
});

export function cohortOf(members: readonly Member[], today: CivilDate): Cohort {
  const found = members.map(({ window }) => window);
  const open = found.flatMap((each) => (each?.state === 'open' ? [each] : []));
  const rows = members.map(({ row }) => row);
  return {
    candidates: members.length,
    steps: stepCounts(rows),
    windows: windowsOf(open, found.filter((each) => each?.state === 'missed').length, today),
    worklist: worklistOf(rows),
    fees: feesAtRisk(open),
  };
}

function stepCounts(rows: readonly RosterRow[]): StepCount[] {
  const at = new Map<StepCount['id'], BoardId[]>([...stepIds, 'all-done' as const].map((id) => [id, []]));
  for (const { current, credential } of rows) at.get(current ?? 'all-done')?.push(boardOf(credential));
  return [...at].map(([id, boards]) => ({
    id,
    title: id === 'all-done' ? 'All done' : steps[id].title,
    count: boards.length,
    boards: countsOf(boards),
  }));
}

function countsOf(boards: readonly BoardId[]): StepCount['boards'] {
  const counts: Partial<Record<BoardId, number>> = {};
  for (const board of boards) counts[board] = (counts[board] ?? 0) + 1;
  return counts;
}

/** The Monday of the week that a day is in. */
export const mondayOf = (day: CivilDate): CivilDate => addDays(day, -((weekdayIndex(day) + 6) % 7));

function windowsOf(open: readonly SituationWindow[], missed: number, today: CivilDate): Windows {
  const first = mondayOf(today);
  const counted = (windows: readonly SituationWindow[]) => ({
    count: windows.length,
    unbooked: windows.filter(({ booked }) => !booked).length,
  });
  const weeks = Array.from({ length: WEEKS }, (_, index) => addDays(first, 7 * index));
  const beyond = addDays(first, 7 * WEEKS);
  return {
    weeks: weeks.map((week) => ({ week, ...counted(open.filter(({ end }) => mondayOf(end) === week)) })),
    later: counted(open.filter(({ end }) => end >= beyond)),
    missed,
  };
}

/** Those with something missed, due, late or soon: worst first, then by its day, then by id. */
function worklistOf(rows: readonly RosterRow[]): RosterRow[] {
  const keyOf = ({ worst, worstDate, id }: RosterRow) => `${severityOf(worst)} ${worstDate?.date} ${id}`;
  return rows
    .filter(({ worst }) => worst !== null && severityOf(worst) < severityOf('ahead'))
    .map((row) => ({ row, key: keyOf(row) }))
    .sort((one, other) => (one.key < other.key ? -1 : 1))
    .map(({ row }) => row);
}

function feesAtRisk(open: readonly SituationWindow[]): FeesAtRisk {
  const fees = open.flatMap(({ fee }) => fee ?? []);
  const currencies = [...new Set(fees.map(({ currency }) => currency))].sort();
  const sums = currencies.map((currency) => {
    const own = fees.filter((fee) => fee.currency === currency);
    // Hundredths add up in binary, tenths don't.
    const amount = own.reduce((sum, fee) => sum + Math.round(fee.amount * 100), 0) / 100;
    return { currency, amount, count: own.length };
  });
  return { sums, unrecorded: open.length - fees.length };
}
