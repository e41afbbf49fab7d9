// The answer to "where am I": the seven steps, the dates, the next action, what to watch out for.

import { dayDate, daysBetween, shortDate } from '../domain/civil-date.ts';
import type { Warning } from '../domain/contradictions.ts';
import type { Journey } from '../domain/journey.ts';
import type { Position, StepState } from '../domain/position.ts';
import type { StepId } from '../domain/steps.ts';
import { dateNamed, type Timeline, type TimelineDate } from '../domain/timeline.ts';
import { dateData, dateNote, daysText, toneOf } from './dates.ts';
import { nextBlock } from './next.ts';
import { stepNote } from './step-note.ts';
import type { Block, Data, Item, Text, View } from './view.ts';

export interface StatusInput {
  readonly journey: Journey;
  readonly timeline: Timeline;
  readonly position: Position;
  readonly warnings: readonly Warning[];
}

/** Dates that may say most about a step that is still open, the first that applies. */
const telling: Readonly<Record<StepId, readonly string[]>> = {
  eligibility: [],
  application: ['next-attempt'],
  admission: ['application-update'],
  schedule: ['book-by'],
  exam: ['exam', 'exam-window'],
  scores: ['final-scores'],
  certificate: ['certificate'],
};

export function statusView(input: StatusInput, name = 'status'): View {
  const { journey, timeline, position, warnings } = input;
  const shown = new Set<string>();
  const items = position.steps.map((step) => stepItem(step, timeline, shown));
  const others = timeline.dates.filter((date) => !shown.has(date.id) && isWorthSaying(date));
  const blocks: Block[] = [
    {
      type: 'title',
      text: [{ user: journey.profile.name }, `, ${journey.profile.credential}, attempt ${position.attempt}`],
      aside: `as of ${dayDate(timeline.today)}`,
    },
    { type: 'items', items },
    ...(others.length > 0 ? [{ type: 'items', items: others.map(dateItem) } as const] : []),
    ...targetBlock(input),
    ...nextBlock(position, timeline),
    ...warnings.map(warningBlock),
  ];
  return { name, today: timeline.today, data: statusData(input), blocks };
}

/** The day the certificate is wanted by, until it is there. */
function targetBlock({ journey, timeline, position }: StatusInput): Block[] {
  const { target } = journey.profile;
  if (!target || position.current === null) return [];
  const text = `${dayDate(target)}, ${daysText(daysBetween(timeline.today, target))}`;
  return [{ type: 'fields', fields: [{ label: 'Certificate wanted by', text }] }];
}

export function candidateData({ id, profile }: Journey): Data {
  const { name, credential, country, target } = profile;
  return { id, name, credential, country: country ?? null, ...(target ? { target } : {}) };
}

function statusData({ journey, timeline, position, warnings }: StatusInput): Data {
  return {
    candidate: candidateData(journey),
    attempt: position.attempt,
    current: position.current,
    steps: position.steps,
    next: position.next && { action: position.next.action, by: position.next.by, command: position.next.command },
    dates: timeline.dates.map(dateData),
    warnings,
  };
}

function stepItem(step: StepState, timeline: Timeline, shown: Set<string>): Item {
  const label = `${step.number} ${step.title}`;
  if (step.state === 'done') {
    const text = step.on ? stepNote(timeline, step.id) : 'not recorded, a later step implies it';
    return { mark: 'done', label, text, ...(step.on ? { aside: shortDate(step.on) } : {}), tone: 'good' };
  }
  const date = tellingDate(step, timeline);
  if (date) shown.add(date.id);
  const text: Text = date ? dateNote(date) : '';
  return { mark: step.state, label, text, tone: date ? toneOf(date) : 'faint' };
}

/** The date that says most about an open step as things stand. */
export const tellingDate = (step: StepState, timeline: Timeline): TimelineDate | undefined =>
  telling[step.id]
    .map((id) => dateNamed(timeline, id))
    .find((each) => each && each.state !== 'met' && isOfThisRow(each, step, timeline));

/** A row tells of the running attempt; of the one before it only what it missed, and when the next may begin. */
const isOfThisRow = ({ attempt, id }: TimelineDate, { state }: StepState, { running }: Timeline) =>
  attempt === running.number || id === 'next-attempt' || state === 'missed';

/** Days that only matter close by, or not beside the dates they go with; `plan` and `why` tell of them always. */
const saidWhen: Readonly<Record<string, readonly TimelineDate['state'][]>> = {
  'book-last': ['soon', 'due'],
  'last-sitting': [],
};

const isWorthSaying = ({ id, state, kind }: TimelineDate) =>
  (saidWhen[id]?.includes(state) ?? true) &&
  state !== 'met' &&
  !(state === 'past' && kind !== 'estimate') &&
  !(state === 'missed' && kind === 'advice');

function dateItem(date: TimelineDate): Item {
  return { mark: 'bullet', label: date.title, text: dateNote(date), tone: toneOf(date) };
}

export function warningBlock({ id, message, hint, source }: Warning): Block {
  const label = id.startsWith('computed-') ? 'Check' : 'Warning';
  const sentence = `${message.charAt(0).toUpperCase()}${message.slice(1)}.${source ? ` Source: ${source}.` : ''}`;
  const command = /^ascpi [^:]+$/.exec(hint)?.[0];
  if (command) return { type: 'callout', label, text: sentence, command, tone: label === 'Warning' ? 'bad' : 'plain' };
  const [before, after] = hint.split(': ascpi ');
  return {
    type: 'callout',
    label,
    text: after ? `${sentence} ${before}:` : `${sentence} ${hint}.`,
    ...(after ? { command: `ascpi ${after}` } : {}),
    tone: 'bad',
  };
}
