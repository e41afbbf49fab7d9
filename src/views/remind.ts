// What is due, for whom, the worst first; and what was said already.
import { type CivilDate, dayDate } from '../domain/civil-date.ts';
import type { ReminderCounts } from '../domain/gist.ts';
import type { Reminder } from '../domain/reminder.ts';
import { dateNote, toneOf } from './dates.ts';
import { rungText } from './history.ts';
import { letterSheet, type ReminderRow, reminderData } from './reminder-rows.ts';
import { unreadBlock } from './roster.ts';
import type { Block, Inline, Item, Mark, Text, View } from './view.ts';

export interface RemindInput {
  /** those of one candidate together, the worst first; what is not listed may be left out */
  readonly rows: readonly ReminderRow[];
  /** of all of them */
  readonly counts: ReminderCounts;
  readonly today: CivilDate;
  /** the last day looked ahead to */
  readonly until: CivilDate;
  /** ids of candidates that can't be read */
  readonly unread: readonly string[];
  /** whether what was sent, snoozed or superseded is listed too */
  readonly all: boolean;
}

/** What each format asks for is made when it asks: a message in words takes longer than the line about it. */
export function remindView(input: RemindInput): View {
  const { rows, counts, today, until, unread, all } = input;
  const shown = all ? rows : rows.filter(({ reminder }) => reminder.state === 'new');
  return {
    name: 'remind',
    today,
    get data() {
      return { until, counts, reminders: rows.map((row) => reminderData(row, today)), unread };
    },
    get blocks() {
      return [
        { type: 'title', text: 'Reminders', aside: `as of ${dayDate(today)}` } as const,
        ...(shown.length === 0 ? [nothing(today, until)] : groupBlocks(shown, today)),
        ...countBlock(counts, all),
        ...unreadBlock(unread),
      ];
    },
    get sheet() {
      // Letters are made of it, and some do not want any.
      return letterSheet(all ? shown : shown.filter(({ profile }) => !profile.optOut));
    },
  };
}

const nothing = (today: CivilDate, until: CivilDate): Block => ({
  type: 'paragraph',
  text: until > today ? `No reminder is due up to ${dayDate(until)}.` : 'No reminder is due.',
  tone: 'good',
});

function countBlock({ new: due, sent, superseded, snoozed }: ReminderCounts, all: boolean): Block[] {
  const others = [
    ...(sent > 0 ? [`${sent} sent before`] : []),
    ...(snoozed > 0 ? [`${snoozed} snoozed or muted`] : []),
    ...(superseded > 0 ? [`${superseded} superseded`] : []),
  ].join(', ');
  const said = [due > 0 ? `${due} due` : '', others].filter(Boolean).join(', ');
  if (said === '') return [];
  const text: Text = [`${said}. `, ...(all || !others ? [] : ['See all: ', { command: 'ascpi remind --all' }])];
  return [{ type: 'paragraph', text, tone: 'faint' }];
}

function groupBlocks(rows: readonly ReminderRow[], today: CivilDate): Block[] {
  const groups = new Map<string, ReminderRow[]>();
  for (const row of rows) {
    const { candidate } = row.reminder;
    const group = groups.get(candidate) ?? [];
    group.push(row);
    groups.set(candidate, group);
  }
  return [...groups].flatMap(([id, group]): Block[] => [
    { type: 'heading', text: whoText(id, group[0]) },
    { type: 'items', items: group.map((row) => itemOf(row, today)) },
  ]);
}

function whoText(id: string, row: ReminderRow | undefined): Inline[] {
  const { name = '', owner, optOut } = row?.profile ?? {};
  return [
    { user: name },
    ` (${id})`,
    ...(owner ? [', looked after by ', { user: owner }] : []),
    ...(optOut ? [', does not want to be written to'] : []),
  ];
}

const marks: Readonly<Record<Reminder['state'], Mark>> = {
  new: 'bullet',
  sent: 'done',
  superseded: 'waiting',
  snoozed: 'waiting',
};

function itemOf({ reminder }: ReminderRow, today: CivilDate): Item {
  const { title, source, state, rung, on, due, entry } = reminder;
  const mark = state === 'new' && source?.state === 'missed' ? 'missed' : marks[state];
  const note = fateText(reminder);
  const failed =
    state === 'new' && entry?.state === 'failed'
      ? [`failed ${entry.failures === 1 ? 'once' : `${entry.failures} times`}: `]
      : [];
  return {
    mark,
    label: title,
    text: source ? dateNote(source) : dayDate(due),
    aside: on > today ? `on ${dayDate(on)}` : rungText(rung),
    tone: state === 'new' && source ? toneOf(source) : 'faint',
    details: [
      ...(note ? [note] : []),
      ...(failed.length > 0 ? [[...failed, { user: entry?.reason ?? '' }]] : []),
      ...(state === 'new' && entry?.state === 'intended'
        ? ['a sending was cut short; the next one goes on with it']
        : []),
    ],
  };
}

const reasons = {
  settled: 'superseded: it is settled',
  moved: 'superseded: its day has moved',
  gone: 'superseded: the date is no more',
  overtaken: 'superseded: a later reminder takes its place',
} as const;

/** What became of a reminder that is not new. */
function fateText({ state, entry, quiet, because }: Reminder): string | undefined {
  if (state === 'sent' && entry) return `sent on ${dayDate(entry.on)} by ${entry.channel}`;
  if (state === 'snoozed') return quiet?.until ? `snoozed until ${dayDate(quiet.until)}` : 'muted';
  return because && reasons[because];
}
