// What a reminder says, in the words of its template. Apart from the letter, because a list of reminders sends none.
import { Failure } from '../../domain/failure.ts';
import type { Journey, Who } from '../../domain/journey.ts';
import { parseSender } from '../../domain/mail-address.ts';
import type { Reminder } from '../../domain/reminder.ts';
import { fillTemplate, SHORT_LIMIT } from '../../domain/reminder-template.ts';
import { replaceHidden } from '../../formats/safe-text.ts';
import { fieldsOf } from '../../views/reminder-fields.ts';
import type { Run } from '../run.ts';
import type { Templates } from './templates.ts';

/** A reminder that has come due, and whose it is. */
export interface DueOf<Whose extends Who> {
  readonly reminder: Reminder;
  readonly journey: Whose;
}
/** To be sent it takes the whole journey, in which the sending is kept. */
export type Due = DueOf<Journey>;

/** Text of people with nothing in it that steers a screen or hides. */
export const plain = (text: string): string =>
  // Most names are made of nothing else, and the long way takes its time.
  (/^[ -~]*$/.test(text) ? text : replaceHidden(text, () => '')).trim();

/** Who signs where nobody looks after the candidate. */
export const senderName = (run: Run): string => plain(parseSender(run.settings()['mail.from'] ?? '')?.name || 'ascpi');

/** What a reminder says, in the words of its template. Fails with `usage` where the short form can't be made short. */
export function fieldsAndText({ reminder, journey }: DueOf<Who>, templates: Templates, run: Run) {
  const { source } = reminder;
  if (!source) throw new Failure('bug', 'a reminder without its date has no words');
  const { name, owner, ...profile } = journey.profile;
  const clean = { ...profile, name: plain(name) || journey.id, ...(owner ? { owner: plain(owner) } : {}) };
  const fields = fieldsOf(source, clean, run.today, senderName(run));
  const template = templates(reminder);
  const filled = fillTemplate(template, fields);
  if (filled) return { fields, filled };
  throw new Failure(
    'usage',
    `the short form for ${journey.id} has more than ${SHORT_LIMIT} characters, by the template ${template.file}`,
    'Shorten its line "Short: …". Nothing was sent',
  );
}
