// A reminder as a row: the same fields in JSON, in a sheet for letters, and behind the lines of text.

import { retryAt } from '../domain/back-off.ts';
import { type CivilDate, daysBetween } from '../domain/civil-date.ts';
import type { Profile } from '../domain/profile.ts';
import type { Reminder } from '../domain/reminder.ts';
import type { FieldValues, Filled } from '../domain/reminder-template.ts';
import type { Cell, Data, Sheet } from './view.ts';

/** What a message says, and the values that its template was filled with. */
export interface Said {
  readonly filled: Filled;
  readonly fields: FieldValues;
}

export interface ReminderRow {
  readonly reminder: Reminder;
  readonly profile: Profile;
  /** of the message where it is known how it goes out, else of the reminder */
  readonly key: string;
  /** Undefined for a reminder whose date is no more. Fails with `usage` where a template has a fault. */
  readonly say: () => Said | undefined;
}

/** The contract's shape of a reminder. */
export function reminderData({ reminder, profile, key, say }: ReminderRow, today: CivilDate): Data {
  const { candidate, date, title, rung, due, on, state, source, entry, quiet, because } = reminder;
  return {
    key,
    candidate,
    name: profile.name,
    date,
    title,
    kind: source?.kind ?? null,
    rung,
    due,
    on,
    daysLeft: daysBetween(today, due),
    provisional: source?.provisional ?? null,
    message: say()?.filled.short ?? null,
    state,
    to: profile.email ?? null,
    optOut: profile.optOut ?? false,
    owner: profile.owner ?? null,
    ...(state === 'sent' && entry ? { sent: { on: entry.on, channel: entry.channel } } : {}),
    ...(state === 'snoozed' ? { until: quiet?.until ?? null } : {}),
    ...(because ? { because } : {}),
    ...(state === 'new' && entry && entry.failures > 0
      ? {
          failed: { times: entry.failures, reason: entry.reason ?? null, notBefore: retryAt(entry.at, entry.failures) },
        }
      : {}),
  };
}

const columns = [
  ['key', 'Key'],
  ['candidate', 'Candidate'],
  ['email', 'Email'],
  ['optOut', 'Opted out'],
  ['date', 'Date id'],
  ['due', 'Due'],
  ['rung', 'Rung'],
  ['on', 'Reminder on'],
  ['state', 'State'],
  ['name', 'Name'],
  ['what', 'What'],
  ['day', 'Day'],
  ['days', 'Days'],
  ['when', 'When'],
  ['action', 'Action'],
  ['basis', 'Basis'],
  ['credential', 'Credential'],
  ['owner', 'Owner'],
  ['subject', 'Subject'],
  ['short', 'Short'],
  ['text', 'Text'],
] as const;

/** For mail merge: one row a message, every field of the templates in a column of its name. */
export function letterSheet(rows: readonly ReminderRow[]): Sheet {
  const cells = rows.flatMap((row): Cell[][] => {
    const said = row.say();
    if (!said) return [];
    const { candidate, date, due, rung, on, state } = row.reminder;
    const { email, optOut } = row.profile;
    const values = {
      ...{ key: row.key, candidate, email: email ?? null, optOut: optOut ?? false, date, due, rung, on, state },
      ...said.fields,
      ...said.filled,
    };
    return [columns.map(([key]) => ({ value: values[key] }))];
  });
  return { columns: columns.map(([key, title]) => ({ key, title })), rows: cells, for: 'merge' };
}
