// The charts of the cohort report.
import type { Calibration } from '../domain/calibration.ts';
import { shortDate } from '../domain/civil-date.ts';
import type { Cohort, StepCount } from '../domain/cohort.ts';
import { type BoardId, stepsTables } from '../domain/steps-tables.ts';
import type { Block, ChartRow } from './view.ts';

const people = ['candidate', 'candidates'] as const;

const boardIds = Object.keys(stepsTables) as BoardId[];

/** Boards are told apart only where there are several. */
export function stepsChart({ steps }: Cohort): Block {
  const boards = new Set(steps.flatMap((step) => Object.keys(step.boards)));
  const several = boards.size > 1;
  return {
    type: 'chart',
    title: 'Candidates by current step',
    of: 'Step',
    unit: people,
    ...(several ? { noted: 'By board' } : {}),
    rows: steps.map((step): ChartRow => {
      const note = several && step.count > 0 ? { note: boardsText(step) } : {};
      return { label: step.title, value: step.count, ...note };
    }),
  };
}

const boardsText = ({ boards }: StepCount): string =>
  boardIds.flatMap((board) => (boards[board] === undefined ? [] : [`${board} ${boards[board]}`])).join(', ');

export function windowsChart({ windows }: Cohort): Block[] {
  const { weeks, later, missed } = windows;
  const none = missed + later.count + weeks.reduce((sum, { count }) => sum + count, 0) === 0;
  if (none) return [{ type: 'paragraph', text: 'No exam window is open, and none was missed.' }];
  return [
    {
      type: 'chart',
      title: 'Exam windows by the week they end in',
      of: 'Week from Monday',
      unit: people,
      noted: 'Of them',
      rows: weeks.map(({ week, ...each }): ChartRow => {
        const note = each.unbooked > 0 ? { note: unbookedText(each) } : {};
        return { label: shortDate(week), value: each.count, ...note };
      }),
    },
    {
      type: 'fields',
      fields: [
        { label: 'Later', text: later.count === 0 ? 'none' : `${later.count}, ${unbookedText(later)}` },
        { label: 'Missed', text: missed === 0 ? 'none' : `${missed}, ended without an exam` },
      ],
    },
  ];
}

const unbookedText = ({ unbooked }: { readonly unbooked: number }): string => `${unbooked} not booked`;

/** What waits took beside the longest that rules and assumptions expect; nothing where too few are over to say. */
export function waitsChart(rows: readonly Calibration[]): Block[] {
  const bars = rows.flatMap(({ title, observed, expected, n }): ChartRow[] => {
    if (observed?.median === undefined) return [];
    return [
      { label: `${title}, median`, value: observed.median, note: `of ${n} waits` },
      ...(expected ? [{ label: `${title}, expected at most`, value: expected.longest, tone: 'soon' } as const] : []),
    ];
  });
  if (bars.length === 0) return [];
  return [
    {
      type: 'chart',
      title: 'Days that waits took, beside what is expected',
      of: 'Wait',
      unit: ['day', 'days'],
      noted: 'Observed in',
      rows: bars,
    },
  ];
}
