// Planning backwards: by when each stage must be over for a target, whether that works, and what decides.
import { addDays, type CivilDate, daysBetween } from './civil-date.ts';
import { type Expected, type Forward, inLaterAttempt, type PlanInput, planForward, spanFrom } from './plan.ts';
import type { Rulebook } from './rulebook.ts';
import { centreCalendar, openDay } from './sittings.ts';
import type { Stage, StageId } from './stages.ts';

export interface Backward {
  readonly target: StageId;
  readonly day: CivilDate;
  readonly steps: readonly {
    readonly id: StageId;
    readonly title: string;
    readonly by: CivilDate;
    readonly slack: number;
  }[];
  readonly verdict: 'feasible' | 'tight' | 'infeasible';
  /** the stage that decides, or the exam window */
  readonly binding: StageId | 'exam-window' | null;
  /** days that the binding one would have to be shorter, or the target later, for a feasible plan; 0 when it is */
  readonly shortage: number;
}

/** The latest day for each open stage so that the target is over by a day, were every estimate to end on its latest day. */
export function planBackward(input: PlanInput, target: StageId, day: CivilDate): Backward {
  const timed = stepsBy(input, target, day);
  return { target, day, steps: timed.steps, ...judge(input, timed, target, day) };
}

interface Timed {
  readonly forward: Forward;
  readonly steps: Backward['steps'];
  /** the window leaves less time for the exam than the target does */
  readonly isWindowTighter: boolean;
}

function stepsBy(input: PlanInput, target: StageId, day: CivilDate): Timed {
  const { timeline, rulebook, country, relaxed = {} } = input;
  const forward = planForward(input, target);
  const calendar = centreCalendar(rulebook, country);
  const open = forward.expected.filter(({ done }) => !done);
  const by = new Map<StageId, CivilDate>([[target, day]]);
  let isWindowTighter = false;
  for (const { stage } of open.toReversed()) {
    const own = by.get(stage.id) ?? day;
    const sitting = stage.sitting ? lastOpenDay(own, forward.lastSitting, rulebook, calendar) : own;
    isWindowTighter ||= stage.sitting === true && forward.lastSitting === sitting && sitting < own;
    by.set(stage.id, sitting);
    const again = timeline.running.number > 1 ? inLaterAttempt(stage) : stage;
    const start = latestStart(again, addDays(sitting, relaxed[stage.id] ?? 0), rulebook);
    for (const before of stage.after) by.set(before, latestFirst(by.get(before), start));
  }
  const steps = open.map(({ stage, latest }) => {
    const last = by.get(stage.id) as CivilDate;
    return { id: stage.id, title: stage.title, by: last, slack: daysBetween(latest, last) };
  });
  return { forward, steps, isWindowTighter };
}

const latestFirst = (a: CivilDate | undefined, b: CivilDate): CivilDate => (a === undefined || b < a ? b : a);

const lastOpenDay = (day: CivilDate, limit: CivilDate | undefined, rulebook: Rulebook, calendar: string): CivilDate =>
  openDay(rulebook, calendar, limit !== undefined && limit < day ? limit : day, -1);

/** The last day on which a stage may begin so that it is over by a day. */
function latestStart(stage: Stage, end: CivilDate, rulebook: Rulebook): CivilDate {
  let start = addDays(end, -daysBetween(end, spanFrom(stage, end, rulebook).latest));
  // Periods in months or business days are not the same length everywhere: search the few days around.
  while (spanFrom(stage, start, rulebook).latest > end) start = addDays(start, -1);
  while (spanFrom(stage, addDays(start, 1), rulebook).latest <= end) start = addDays(start, 1);
  return start;
}

type Judged = Pick<Backward, 'verdict' | 'binding' | 'shortage'>;

function judge(input: PlanInput, timed: Timed, target: StageId, day: CivilDate): Judged {
  const { from, rulebook } = input;
  const { steps, isWindowTighter } = timed;
  const { expected, windowFails } = timed.forward;
  const end = expected.find(({ stage }) => stage.id === target) as Expected;
  if (steps.length === 0) return { verdict: end.latest <= day ? 'feasible' : 'infeasible', binding: null, shortage: 0 };
  const needed = slackNeeded(rulebook, from);
  const least = leastSlack(steps);
  const shortage = Math.max(0, needed - least);
  const length = (id: StageId) => {
    const { stage } = expected.find((each) => each.stage.id === id) as Expected;
    return daysBetween(from, spanFrom(stage, from, rulebook).latest);
  };
  const deciding = steps.filter(({ slack }) => slack === least).sort((a, b) => length(b.id) - length(a.id));
  const limited = windowFails || (isWindowTighter && deciding.some(({ id }) => id === 'exam'));
  // What takes a time that nobody knows can't be promised.
  const isCounted = expected.every(({ done, unknown }) => done || unknown.length === 0);
  const verdict = windowFails || end.earliest > day ? 'infeasible' : shortage === 0 && isCounted ? 'feasible' : 'tight';
  if (limited) return { verdict, binding: 'exam-window', shortage };
  const ids = deciding.map(({ id }) => id);
  const enough = shortage === 0 ? undefined : whatHelps(input, ids, shortage, needed, target, day);
  return { verdict, binding: ids[0] ?? null, shortage, ...enough };
}

const leastSlack = (steps: Backward['steps']): number => Math.min(...steps.map(({ slack }) => slack));

/** Closed days of the centre before a sitting may eat some of what is gained; more in a row there are not. */
const CLOSED_IN_A_ROW = 7;

/** The longest stage that, made shorter alone, makes the plan feasible, and by how much; stages beside it may be as late. */
function whatHelps(
  input: PlanInput,
  ids: readonly StageId[],
  shortage: number,
  needed: number,
  target: StageId,
  day: CivilDate,
): Pick<Judged, 'binding' | 'shortage'> | undefined {
  for (const id of ids) {
    for (let days = shortage; days <= shortage + CLOSED_IN_A_ROW; days += 1) {
      const relaxed = { ...input.relaxed, [id]: (input.relaxed?.[id] ?? 0) + days };
      if (leastSlack(stepsBy({ ...input, relaxed }, target, day).steps) >= needed)
        return { binding: id, shortage: days };
    }
  }
  return undefined;
}

function slackNeeded(rulebook: Rulebook, today: CivilDate): number {
  const value = rulebook.inForce('plan-slack', today)?.value;
  return value && 'days' in value ? value.days : 0;
}
