// The stages of a plan: what each waits for and how long it takes. One table for planning forwards and backwards.
import { type StepId, stepIds, steps } from './steps.ts';
import { type StepsTable, stepsTables } from './steps-tables.ts';

export const stageIds = [...stepIds, 'visascreen', 'licence', 'visa', 'work'] as const;
export type StageId = (typeof stageIds)[number];

export interface Stage {
  readonly id: StageId;
  readonly title: string;
  /** it begins when all of these are over */
  readonly after: readonly StageId[];
  /** ids of rules and assumptions; they run side by side, and the longest decides */
  readonly takes: readonly string[];
  /** done by the candidate: its time counts from today, not from the day the stage before ended */
  readonly own?: true;
  /** needs a day on which a test centre is open, inside the exam window */
  readonly sitting?: true;
}

const step = (id: StepId, after: readonly StageId[], takes: readonly string[]): Stage => ({
  id,
  title: steps[id].title,
  after,
  takes,
});

/** In an order in which each comes after those it waits for. */
export const stages: readonly Stage[] = [
  { ...step('eligibility', [], []), own: true },
  { ...step('application', ['eligibility'], ['preparation']), own: true },
  step('admission', ['application'], ['application-review', 'transcript', 'evaluation']),
  { ...step('schedule', ['admission'], []), own: true },
  { ...step('exam', ['schedule'], ['appointment']), own: true, sitting: true },
  step('scores', ['exam'], ['final-scores']),
  step('certificate', ['exam'], ['certificate-eta']),
  { id: 'visascreen', title: 'VisaScreen', after: ['certificate'], takes: ['visascreen'] },
  { id: 'licence', title: 'State licence', after: ['certificate'], takes: ['licence'] },
  { id: 'visa', title: 'Visa', after: ['visascreen', 'licence'], takes: ['visa'] },
  { id: 'work', title: 'First day of work', after: ['visa'], takes: ['relocation'] },
];

/** The stages that lead to one on the way to a board, itself last. */
export function stagesTo(target: StageId, { ids }: StepsTable = stepsTables.ASCPi): readonly Stage[] {
  const needed = new Set<StageId>([target]);
  for (const stage of stages.toReversed()) {
    if (needed.has(stage.id)) for (const before of stage.after) needed.add(before);
  }
  const missing = stages.filter(({ id }) => stepIds.includes(id as StepId) && !ids.includes(id as StepId));
  return missing.reduce(
    without,
    stages.filter(({ id }) => needed.has(id)),
  );
}

/** What waits for a step that a board does not have waits for what that step would wait for, and as long. */
const without = (all: readonly Stage[], gone: Stage): readonly Stage[] =>
  all.flatMap((stage): Stage[] => {
    if (stage.id === gone.id) return [];
    if (!stage.after.includes(gone.id)) return [stage];
    // The wait is for others, so it counts from the day the stage before was over.
    const { own: _, ...waiting } = stage;
    const after = [...stage.after.filter((id) => id !== gone.id), ...gone.after];
    return [{ ...waiting, after, takes: [...gone.takes, ...stage.takes] }];
  });
