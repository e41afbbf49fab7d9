// Scenarios side by side: what each would change in dates, attempts, fees and verdict.
import { type CivilDate, dayDate, shortDate } from '../domain/civil-date.ts';
import type { Journey } from '../domain/journey.ts';
import type { StageId } from '../domain/stages.ts';
import { dateNamed } from '../domain/timeline.ts';
import { moneyText, type PlanView } from './plan.ts';
import { planData } from './plan-data.ts';
import { candidateData } from './status.ts';
import type { Cell, Tone, View } from './view.ts';

export interface NamedPlan {
  readonly name: string;
  readonly plan: PlanView;
}

interface Row {
  readonly title: string;
  readonly of: (plan: PlanView) => Cell;
}

const NONE: Cell = { value: null, text: 'none' };
const PLAIN: Record<'feasible' | 'tight' | 'infeasible', Tone> = { feasible: 'good', tight: 'soon', infeasible: 'bad' };

/** The end of a stage: one day, or the first and the last. */
const stageRow = (title: string, id: StageId): Row => ({
  title,
  of: ({ forward, scores }) => {
    const found = [...forward.expected, scores].find((each) => each?.stage.id === id);
    if (!found) return NONE;
    const { earliest, latest } = found;
    return earliest === latest
      ? { value: latest, text: shortDate(latest) }
      : { value: `${earliest}/${latest}`, text: `${shortDate(earliest)} to ${shortDate(latest)}` };
  },
});

const rows: readonly Row[] = [
  { title: 'Attempt', of: ({ timeline }) => ({ value: timeline.running.number }) },
  stageRow('Exam', 'exam'),
  stageRow('Final scores', 'scores'),
  stageRow('Certificate', 'certificate'),
  stageRow('First day of work', 'work'),
  {
    title: 'Next attempt from',
    of: ({ timeline }) => {
      const day = dateNamed(timeline, 'next-attempt')?.date;
      return day ? { value: day, text: shortDate(day) } : NONE;
    },
  },
  {
    title: 'Attempts left',
    of: ({ attempts }) => ({ value: attempts.left ?? null, text: String(attempts.left ?? 'not known') }),
  },
  {
    title: 'Fee at risk',
    of: ({ fees }) => (fees.atRisk ? { value: moneyText(fees.atRisk) } : NONE),
  },
  {
    title: 'Target',
    of: ({ backward }) =>
      backward ? { value: backward.day, text: `${backward.target} by ${shortDate(backward.day)}` } : NONE,
  },
  {
    title: 'Verdict',
    of: ({ backward }) => (backward ? { value: backward.verdict, tone: PLAIN[backward.verdict] } : NONE),
  },
  {
    title: 'What decides',
    of: ({ backward }) => (backward?.binding ? { value: backward.binding } : NONE),
  },
  {
    title: 'One fail fits',
    of: ({ backward }) => {
      const fits = backward?.retake.fits ?? null;
      return fits === null ? NONE : { value: fits, text: fits ? 'yes' : 'no' };
    },
  },
  {
    title: 'Ends too early',
    of: ({ collisions }) =>
      collisions.length > 0 ? { value: collisions.map(({ name }) => name).join(', '), tone: 'bad' } : NONE,
  },
];

/** `A`, `B`, … head the columns; names may be long. */
const letterOf = (index: number): string => String.fromCharCode('A'.charCodeAt(0) + index);

export function compareView(journey: Journey, today: CivilDate, plans: readonly NamedPlan[]): View {
  const cells = rows.map(({ title, of }) => ({ title, cells: plans.map(({ plan }) => of(plan)) }));
  const told = cells.filter((row) => row.cells.some((cell) => cell !== NONE));
  return {
    name: 'plan',
    today,
    data: {
      candidate: candidateData(journey),
      scenarios: plans.map(({ name, plan }) => {
        const { candidate: _same, ...data } = planData(plan);
        return { name, ...data };
      }),
    },
    blocks: [
      {
        type: 'title',
        text: ['Scenarios for ', { user: journey.profile.name }],
        aside: `as of ${dayDate(today)}`,
      },
      {
        type: 'fields',
        fields: plans.map(({ name, plan }, index) => {
          const others = plan.tried.filter((text) => !name.includes(text)).join(', ');
          return {
            label: letterOf(index),
            text: others === '' ? { user: name } : [{ user: name }, ': ', { user: others }],
          };
        }),
      },
      {
        type: 'table',
        columns: [
          { key: 'what', title: 'What' },
          ...plans.map((_, index) => ({ key: letterOf(index).toLowerCase(), title: letterOf(index) })),
        ],
        rows: told.map((row) => [{ value: row.title }, ...row.cells]),
      },
      { type: 'paragraph', text: 'Only a try. Nothing is recorded.', tone: 'faint' },
    ],
  };
}
