// What to do in a cycle, by its state: collect, declare, wait for the account, or find out what a lapse means.
import { type CivilDate, dayDate, daysBetween } from '../domain/civil-date.ts';
import type { Cycle, CycleState, DerivedWindow } from '../domain/cmp-cycles.ts';
import { recordEnd, typedName } from '../domain/cmp-held.ts';
import type { CycleStanding } from '../domain/cmp-standing.ts';
import { isUnknown } from '../domain/derivation.ts';
import { missingText, pointsText } from './cmp-words.ts';
import { daysText } from './dates.ts';
import type { Block } from './view.ts';

export interface StateInput {
  readonly standing: CycleStanding;
  readonly next: Cycle | undefined;
  /** the credential's official page */
  readonly page: string;
  /** whether commands must name the credential */
  readonly several: boolean;
  readonly today: CivilDate;
}

export const stateBlocks = (input: StateInput): Block[] => byState[input.standing.state](input);

const byState = {
  running: (input) => {
    const { declaration } = input.standing.cycle;
    if (isUnknown(declaration))
      return [collect(input, `The window to declare is not known, because ${declaration.unknown}.`)];
    if (input.today < declaration.start) return [collect(input, beforeWindow(declaration, input))];
    return input.today <= declaration.date ? declare(input, declaration) : [tooLate(input, declaration)];
  },
  declared: ({ standing, several, next }) => [
    {
      type: 'callout',
      label: 'Declared',
      text: `on ${dayDate(standing.cycle.declared?.on as CivilDate)}.${nextText(next)} When your account shows the new end, record it:`,
      command: command('renew --expires <date>', standing, several),
      tone: 'good',
    },
  ],
  renewed: ({ standing, next }) => [
    {
      type: 'callout',
      label: 'Renewed',
      text: `recorded for ${dayDate(standing.cycle.renewal?.on as CivilDate)}.${nextText(next)}`,
      tone: 'good',
    },
  ],
  lapsed: (input) => (input.standing.cycle.renewal ? [reinstated(input)] : lapsed(input)),
} as const satisfies Record<CycleState, (input: StateInput) => Block[]>;

/** `ascpi cmp declare --credential MLT` */
const command = (words: string, { held }: CycleStanding, several: boolean): string =>
  `ascpi cmp ${words}${several ? ` --credential ${typedName(held.credential)}` : ''}`;

const nextText = (next: Cycle | undefined): string =>
  next ? ` The next cycle is ${dayDate(next.start)} to ${dayDate(next.end.date)}.` : '';

const beforeWindow = ({ start, date }: DerivedWindow, { today }: StateInput): string =>
  `Declare from ${dayDate(start)} to ${dayDate(date)}, ${daysText(daysBetween(today, date))}.`;

/** What is missing, in words; '' where nobody knows. */
function shortage({ tally }: CycleStanding): string {
  if (tally.missing === null) return '';
  return tally.missing === 0
    ? 'All points are there. '
    : `${pointsText(tally.missing)} ${tally.missing === 1 ? 'is' : 'are'} missing: ${missingText(tally)}. `;
}

const isShort = ({ tally }: CycleStanding): boolean => tally.missing !== 0;

const ADD = 'ascpi cmp add <points> <area> --on <date> --title <text>';

const collect = ({ standing }: StateInput, until: string): Block => ({
  type: 'callout',
  label: 'Next',
  text: `${shortage(standing)}${until}`,
  ...(isShort(standing) ? { command: ADD } : {}),
  tone: isShort(standing) ? 'plain' : 'good',
});

function declare({ standing, several, today }: StateInput, { date }: DerivedWindow): Block[] {
  const left = `by ${dayDate(date)}, ${daysText(daysBetween(today, date))}`;
  const missing = shortage(standing).trim();
  return [
    ...(missing
      ? [{ type: 'callout', label: 'Points', text: missing, ...(isShort(standing) ? { command: ADD } : {}) } as const]
      : []),
    {
      type: 'callout',
      label: 'Next',
      text: `declare in your account ${left}. The fee is not known here. Then record it:`,
      command: command('declare', standing, several),
      tone: 'soon',
    },
  ];
}

function tooLate({ standing, several, page }: StateInput, { date }: DerivedWindow): Block {
  const { end } = standing.cycle;
  return {
    type: 'callout',
    label: 'Warning',
    text: `${shortage(standing)}The last day to declare was ${dayDate(date)}. What is possible after it is not known here: ask the board before ${dayDate(end.date)}, the last day of the credential (${page}). If you had declared in time:`,
    command: command('declare --on <date>', standing, several),
    tone: 'bad',
  };
}

function lapsed({ standing, several, page }: StateInput): Block[] {
  const { end } = standing.cycle;
  return [
    {
      type: 'callout',
      label: 'Lapsed',
      text: `the credential expired on ${dayDate(end.date)}, and no declaration is recorded for its cycle. What the board asks for to reinstate it is not known here; look at ${page}. Once your account shows it valid again, record that:`,
      command: command('reinstate --expires <date>', standing, several),
      tone: 'bad',
    },
    {
      type: 'callout',
      label: 'Not so',
      text: 'If you had declared in time, record the day:',
      command: command('declare --on <date>', standing, several),
    },
    ...(end.provisional
      ? [
          {
            type: 'callout',
            label: 'Check',
            text: 'the end of this cycle is computed. If your account shows another, record it:',
            command: recordEnd(standing.held, standing.cycle.number),
          } as const,
        ]
      : []),
  ];
}

const reinstated = ({ standing, next }: StateInput): Block => ({
  type: 'callout',
  label: 'Lapsed',
  text: `on ${dayDate(standing.cycle.end.date)}, and reinstated on ${dayDate(standing.cycle.renewal?.on as CivilDate)}.${nextText(next)}`,
  tone: 'plain',
});
