// What came of a sending: each message with its fate; and messages in full, to be printed.
import { type CivilDate, dayDate } from '../domain/civil-date.ts';
import { rungText } from './history.ts';
import { letterSheet, type ReminderRow, reminderData } from './reminder-rows.ts';
import { unreadBlock } from './roster.ts';
import type { Block, Inline, Item, Mark, View } from './view.ts';

/**
 * refused: can't go out this way; waiting: failed before and is not yet tried again; optedOut: does not want to be
 * written to; overtaken: settled, snoozed or sent meanwhile; left: for the next run.
 */
export type Fate = 'sent' | 'failed' | 'refused' | 'waiting' | 'optedOut' | 'overtaken' | 'left';

export interface SentRow extends ReminderRow {
  readonly fate: Fate;
  readonly to?: string;
  readonly reason?: string;
  readonly notBefore?: string;
}

export interface SentInput {
  readonly rows: readonly SentRow[];
  readonly today: CivilDate;
  readonly channel: string;
  /** nothing was sent; `sent` then means would be */
  readonly dryRun: boolean;
  /** how the sending was cut short */
  readonly interrupted: string | null;
  readonly unread: readonly string[];
  /** whether messages are shown whole */
  readonly whole: boolean;
}

export function sentView(input: SentInput): View {
  const { rows, today, channel, dryRun, interrupted, unread, whole } = input;
  const counts = countsOf(rows);
  const sent = rows.filter(({ fate }) => fate === 'sent');
  return {
    name: 'remind',
    today,
    get data() {
      const reminders = rows.map((row) => sentData(row, today, dryRun, whole));
      return { channel, dryRun, interrupted, counts, reminders, unread };
    },
    get blocks() {
      const list = rows.filter(({ fate }) => fate !== 'left' && fate !== 'overtaken');
      const verb = dryRun ? 'Would be sent' : 'Sent';
      return whole
        ? [...(dryRun ? [dry] : []), ...lettersOr(sent, counts, dryRun)]
        : [
            { type: 'title', text: `${verb} by ${channel}`, aside: `as of ${dayDate(today)}` } as const,
            ...(list.length > 0 ? [{ type: 'items', items: list.map((row) => itemOf(row, dryRun)) } as const] : []),
            summary(counts, dryRun, interrupted),
            ...unreadBlock(unread),
          ];
    },
    get sheet() {
      return letterSheet(sent);
    },
  };
}

type Counts = Record<Fate, number>;

function countsOf(rows: readonly SentRow[]): Counts {
  const counts = { sent: 0, failed: 0, refused: 0, waiting: 0, optedOut: 0, overtaken: 0, left: 0 };
  for (const { fate } of rows) counts[fate] += 1;
  return counts;
}

function sentData(row: SentRow, today: CivilDate, dryRun: boolean, whole: boolean) {
  const { fate, reason, notBefore } = row;
  const said = whole ? row.say()?.filled : undefined;
  return {
    ...reminderData(row, today),
    ...(fate === 'sent' && !dryRun ? { state: 'sent' } : {}),
    result: fate,
    ...(reason === undefined ? {} : { reason }),
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(said ? { subject: said.subject, text: said.text } : {}),
  };
}

const words: Readonly<Record<Exclude<Fate, 'sent'>, string>> = {
  failed: 'could not be delivered',
  refused: 'can not be sent this way',
  waiting: 'failed before, and waits',
  optedOut: 'does not want to be written to',
  overtaken: 'settled or sent meanwhile',
  left: 'left for the next run',
};

const fateMarks: Readonly<Record<Fate, Mark>> = {
  sent: 'done',
  failed: 'missed',
  refused: 'missed',
  waiting: 'waiting',
  optedOut: 'waiting',
  overtaken: 'waiting',
  left: 'waiting',
};

function itemOf({ reminder, profile, fate, to, reason, notBefore }: SentRow, dryRun: boolean): Item {
  const address = to ?? profile.email;
  const said = fate === 'sent' ? [dryRun ? 'would be sent' : 'sent'] : [words[fate]];
  const where: Inline[] = fate === 'sent' && address ? [' to ', { user: address }] : [];
  return {
    mark: dryRun && fate === 'sent' ? 'bullet' : fateMarks[fate],
    label: [{ user: profile.name }, ` (${reminder.candidate})`],
    text: [`${reminder.title} of ${dayDate(reminder.due)}, ${rungText(reminder.rung)}: `, ...said, ...where],
    tone: fate === 'failed' || fate === 'refused' ? 'bad' : fate === 'sent' ? 'good' : 'faint',
    details: [
      ...(reason ? [[{ user: reason }]] : []),
      ...(notBefore ? [`not before ${notBefore.slice(0, 16).replace('T', ' ')} UTC`] : []),
    ],
  };
}

/** `3 sent, 1 could not be delivered, 12 left for the next run.` */
function summary(counts: Counts, dryRun: boolean, interrupted: string | null): Block {
  const { sent, ...others } = counts;
  const parts = (Object.keys(others) as (keyof typeof others)[]).filter((fate) => counts[fate] > 0);
  const all = [
    `${sent} ${dryRun ? 'would be sent' : 'sent'}`,
    ...parts.map((fate) => `${counts[fate]} ${words[fate]}`),
  ];
  const cut = interrupted ? ` Cut short by ${interrupted}: run it again for the rest.` : '';
  return {
    type: 'paragraph',
    text: `${all.join('; ')}.${cut}`,
    tone: counts.failed + counts.refused > 0 ? 'bad' : 'plain',
  };
}

const dry: Block = {
  type: 'callout',
  label: 'Only a try',
  text: 'Nothing is recorded: these messages count as not sent.',
  tone: 'soon',
};

function lettersOr(sent: readonly SentRow[], counts: Counts, dryRun: boolean): Block[] {
  if (sent.length > 0) return sent.flatMap(letterBlocks);
  const isHeld = Object.values(counts).some((count) => count > 0);
  return [isHeld ? summary(counts, dryRun, null) : { type: 'paragraph', text: 'No message is due.' }];
}

/** A message as it is to be read: who it is for, its subject, its text. */
function letterBlocks({ reminder, profile, say }: SentRow): Block[] {
  const said = say();
  if (!said) return [];
  const { subject, text } = said.filled;
  const paragraphs = text.trim().split(/\n\s*\n/);
  return [
    { type: 'heading', text: [{ user: profile.name }, ` (${reminder.candidate}): `, { user: subject }] },
    ...paragraphs.map(
      (lines) => ({ type: 'paragraph', text: [{ user: lines.replace(/\s*\n\s*/g, ' ').trim() }] }) as const,
    ),
  ];
}
