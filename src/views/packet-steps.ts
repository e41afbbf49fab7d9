// The steps of one candidate on paper, each with its day and what that rests on, and their picture.
import { type CivilDate, shortDate } from '../domain/civil-date.ts';
import { type Basis, endOf } from '../domain/derivation.ts';
import type { Position, StepState } from '../domain/position.ts';
import type { Timeline, TimelineDate } from '../domain/timeline.ts';
import { whenText } from './dates.ts';
import { tellingDate } from './status.ts';
import type { Bar, Block, Cell, Column, Data } from './view.ts';

interface Input {
  readonly position: Position;
  readonly timeline: Timeline;
}

export const basisWords: Readonly<Record<Basis, string>> = {
  fact: 'recorded',
  notice: 'printed on the notice',
  rule: 'computed from a rule',
  assumption: 'computed from an assumption',
};

interface StepRow {
  readonly step: StepState;
  readonly on: {
    readonly on?: CivilDate;
    readonly earliest?: CivilDate;
    readonly latest?: CivilDate;
    readonly start?: CivilDate;
  };
  readonly text: string;
  readonly basis: Basis | undefined;
}

function stepRows({ position, timeline }: Input): StepRow[] {
  return position.steps.map((step): StepRow => {
    if (step.state === 'done') {
      if (!step.on) return { step, on: {}, text: 'not recorded, a later step implies it', basis: undefined };
      return { step, on: { on: step.on }, text: shortDate(step.on), basis: 'fact' };
    }
    const date = tellingDate(step, timeline);
    return date
      ? { step, on: spanOf(date), text: whenText(date), basis: date.basis }
      : { step, on: {}, text: '', basis: undefined };
  });
}

const spanOf = ({ date, earliest, latest, start }: TimelineDate) =>
  date
    ? { on: date, ...(start ? { start } : {}) }
    : { ...(earliest ? { earliest } : {}), ...(latest ? { latest } : {}) };

const stateNames: Readonly<Record<StepState['state'], string>> = {
  done: 'done',
  current: 'now',
  waiting: 'to come',
  missed: 'missed',
};

const stepColumns: readonly Column[] = [
  { key: 'step', title: 'Step' },
  { key: 'state', title: 'State' },
  { key: 'on', title: 'Day' },
  { key: 'basis', title: 'Basis' },
];

function stepCells({ step, on, text, basis }: StepRow): Cell[] {
  return [
    { value: step.id, text: `${step.number} ${step.title}` },
    { value: step.state, text: stateNames[step.state] },
    { value: on.on ?? on.latest ?? null, text },
    { value: basis ?? null, text: basis === undefined ? '' : basisWords[basis] },
  ];
}

export const stepsBlock = (input: Input): Block => ({
  type: 'table',
  columns: stepColumns,
  rows: stepRows(input).map(stepCells),
});

export const stepsData = (input: Input): Data[] =>
  stepRows(input).map(({ step: { id, title, state }, on, basis }) => ({
    id,
    title,
    state,
    ...on,
    basis: basis ?? null,
  }));

/** What has happened and what is known to come; nothing that rests on an assumption. */
export function timelineBlocks({ position, timeline }: Input): Block[] {
  const { today, dates, running } = timeline;
  const bars: Bar[] = [
    ...position.steps.flatMap(({ title, state, on }): Bar[] =>
      state === 'done' && on ? [{ label: title, kind: 'fact', from: on, to: on }] : [],
    ),
    ...dates
      .filter((date) => shown[date.id] !== undefined && date.state !== 'met' && date.attempt === running.number)
      .map((date): Bar => {
        const from = date.start ?? date.earliest ?? endOf(date);
        return { label: date.title, kind: shown[date.id] ?? 'fact', from, to: endOf(date) };
      }),
  ];
  const days = [today, ...bars.flatMap(({ from, to }) => [from, to])].sort();
  const [from, to] = [days[0], days.at(-1)] as [CivilDate, CivilDate];
  if (from === to) return [];
  return [
    { type: 'heading', text: 'Timeline' },
    { type: 'bars', from, to, today, bars },
  ];
}

const shown: Readonly<Record<string, Bar['kind']>> = {
  'application-update': 'range',
  'exam-window': 'window',
  exam: 'fact',
  'final-scores': 'range',
  certificate: 'range',
};
