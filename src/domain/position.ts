// The position: which steps are done, which is current, and what to do next, by when.
import { endingOf } from './attempts.ts';
import { type CivilDate, dayDate } from './civil-date.ts';
import { maintenanceAction } from './cmp-next.ts';
import { endOf } from './derivation.ts';
import { type Rulebook, rulebookFor } from './rulebook.ts';
import { type StepId, stepNumber, steps } from './steps.ts';
import { stepOf } from './steps-tables.ts';
import { dateNamed, type Timeline, type TimelineDate } from './timeline.ts';
import { attemptsLeft } from './warnings.ts';

export interface StepState {
  readonly number: number;
  readonly id: StepId;
  readonly title: string;
  readonly state: 'done' | 'current' | 'waiting' | 'missed';
  /** the day it was closed; absent for a step that a later one implies */
  readonly on?: CivilDate;
}

export interface NextAction {
  readonly action: string;
  /** null where no date presses */
  readonly by: CivilDate | null;
  /** the date that presses */
  readonly dateId?: string;
  readonly command: string;
}

export interface Position {
  readonly attempt: number;
  readonly current: StepId | null;
  readonly steps: readonly StepState[];
  readonly next: NextAction | null;
}

/** Which dates press while a step is current, the first open one wins. */
const pressing: Readonly<Record<StepId, readonly string[]>> = {
  eligibility: [],
  application: [],
  admission: ['application-payment', 'application-documents', 'application-update'],
  schedule: ['book-by', 'exam-window'],
  exam: ['exam', 'exam-window'],
  scores: ['final-scores'],
  certificate: ['certificate'],
};

export function positionOf(timeline: Timeline, shared: Rulebook): Position {
  const { running } = timeline;
  const rulebook = rulebookFor(timeline.credential, shared);
  const { ids } = rulebook.steps;
  const current = currentStep(timeline, rulebook);
  const lapsed = running !== timeline.inSight && endingOf(timeline.inSight, rulebook)?.how === 'lapsed';
  const stepStates = ids.map((id): StepState => {
    const on = running.facts[id]?.on ?? (id === 'eligibility' ? eligibleSince(timeline) : undefined);
    const base = { number: ids.indexOf(id) + 1, id, title: stepOf(id, rulebook.steps).title };
    if (id === current) return { ...base, state: 'current' };
    if (current === null || stepNumber(id) < stepNumber(current) || on) {
      return { ...base, state: 'done', ...(on ? { on } : {}) };
    }
    return { ...base, state: lapsed && id === 'exam' ? 'missed' : 'waiting' };
  });
  const next = current === null ? maintenanceAction(timeline) : nextAction(current, timeline, rulebook);
  return { attempt: running.number, current, steps: stepStates, next };
}

/** The step after the last closed one: a later fact implies the steps before it. Null when the certificate is there. */
function currentStep({ running }: Timeline, { steps: { ids } }: Rulebook): StepId | null {
  const lastClosed = ids.findLastIndex((id) => running.facts[id] !== undefined);
  // An attempt without any fact is a new application, whichever the board.
  const first = running.number > 1 ? 'application' : 'eligibility';
  if (lastClosed === -1) return first;
  return ids[lastClosed + 1] ?? null;
}

/** Eligibility outlives the attempt it was recorded in. */
const eligibleSince = ({ attempts }: Timeline): CivilDate | undefined =>
  attempts.findLast(({ facts }) => facts.eligibility)?.facts.eligibility?.on;

function nextAction(current: StepId, timeline: Timeline, rulebook: Rulebook): NextAction {
  const { action, command } = stepOf(current, rulebook.steps);
  const ending = timeline.running === timeline.inSight ? undefined : endingOf(timeline.inSight, rulebook);
  if (ending) return { ...afterEnding(ending.how, timeline, rulebook), by: null };
  const date = pressing[current].map((id) => dateNamed(timeline, id)).find((each) => each && isOpen(each));
  const by = date ? { by: endOf(date), dateId: date.id } : { by: null };
  const again = current === 'schedule' && timeline.running.number > 1 ? rulebook.steps.testAgain : undefined;
  return {
    action: afterExamDay(current, timeline) ?? again ?? pressingActions[date?.id ?? ''] ?? action,
    command,
    ...by,
  };
}

/** While one waits for word, what presses is something else to do. */
const pressingActions: Readonly<Record<string, string>> = {
  'application-payment': 'Pay the application fee, if you have not; then wait for your notification.',
  'application-documents': 'See that all documents arrive; then wait for your notification.',
};

const isOpen = ({ state }: TimelineDate) => state === 'due' || state === 'soon' || state === 'ahead';

function afterExamDay(current: StepId, timeline: Timeline): string | undefined {
  const exam = dateNamed(timeline, 'exam');
  return current === 'exam' && exam?.state === 'past'
    ? 'Your exam day has passed: record the preliminary result shown on the screen, or the new day if you moved it.'
    : undefined;
}

function afterEnding(how: 'failed' | 'lapsed', timeline: Timeline, rulebook: Rulebook) {
  const { left } = attemptsLeft(timeline, rulebook);
  const { command } = steps.application;
  if (how === 'lapsed') return { action: rulebook.steps.lapsed, command };
  if (left === 0) {
    const action = 'All attempts of this route are used: find a different route before you apply again.';
    return { action, command: steps.eligibility.command };
  }
  const opening = dateNamed(timeline, 'next-attempt');
  const read = timeline.inSight.facts.scores
    ? 'Apply again with a new fee.'
    : 'Read your official score, then apply again with a new fee.';
  const from =
    opening?.date && opening.date > timeline.today
      ? ` Its window begins no earlier than ${dayDate(opening.date)}.`
      : '';
  const count = left === undefined ? '' : ` Attempts left on this route: ${left}.`;
  return { action: `${read}${from}${count}`, command };
}
