// The receipt of a change: what was recorded (or would be), and what follows from it.
import { dayDate } from '../domain/civil-date.ts';
import type { FactKind } from '../domain/fact.ts';
import { type StepId, steps } from '../domain/steps.ts';
import { dateData, whenText } from './dates.ts';
import { nextBlock } from './next.ts';
import { candidateData, type StatusInput, warningBlock } from './status.ts';
import type { Block, Data, Text, View } from './view.ts';

export interface ReceiptInput extends StatusInput {
  /** name of the command */
  readonly name: string;
  readonly dryRun: boolean;
  /** `Recorded`, `Took back`, … and in a dry run `Would record` */
  readonly verb: readonly [done: string, would: string];
  readonly what: Text;
  readonly data?: Data;
  /** ids of dates that were there before with the same day */
  readonly before: readonly string[];
}

/** Identity of a date for telling what a change brought. */
export const dateMark = (date: { id: string; date?: string; latest?: string; attempt: number }): string =>
  [date.id, date.date ?? date.latest, date.attempt].join(' ');

export function receiptView(input: ReceiptInput): View {
  const { journey, timeline, position, warnings, name, dryRun, verb, what, data, before } = input;
  const fresh = timeline.dates.filter((date) => !before.includes(dateMark(date)) && date.state !== 'met');
  const said = dryRun ? verb[1] : verb[0];
  const blocks: Block[] = [
    { type: 'paragraph', text: [`${said}: `, ...(Array.isArray(what) ? what : [what as never]), '.'], tone: 'good' },
    ...(fresh.length > 0
      ? [
          {
            type: 'fields',
            fields: fresh.map((date) => ({
              label: date.title,
              text: `${whenText(date)}${date.basis === 'rule' && date.provisional ? ' (computed)' : ''}`,
            })),
          } as const,
        ]
      : []),
    ...warnings.filter(({ id }) => !id.startsWith('computed-')).map(warningBlock),
    ...nextBlock(position, timeline),
  ];
  return {
    name,
    today: timeline.today,
    data: {
      candidate: candidateData(journey),
      dryRun,
      ...data,
      attempt: position.attempt,
      current: position.current,
      next: position.next && { action: position.next.action, by: position.next.by, command: position.next.command },
      dates: timeline.dates.map(dateData),
      warnings,
    },
    blocks,
  };
}

export const stepText = (kind: FactKind, on: Parameters<typeof dayDate>[0]): string =>
  `${kind in steps ? steps[kind as StepId].title : kind}, ${dayDate(on)}`;
