// What the fields of a template hold for one reminder of one candidate.
import { type CivilDate, dayDate, daysBetween } from '../domain/civil-date.ts';
import { endOf, OWN_VALUE } from '../domain/derivation.ts';
import type { Profile } from '../domain/profile.ts';
import type { FieldValues } from '../domain/reminder-template.ts';
import type { TimelineDate } from '../domain/timeline.ts';
import { daysText } from './dates.ts';
import { wordsFor } from './reminder-words.ts';

/** `sender` stands in where nobody looks after the candidate. */
export function fieldsOf(
  source: TimelineDate,
  { name, credential: wanted, owner }: Profile,
  today: CivilDate,
  sender: string,
): FieldValues {
  const credential = source.credential ?? wanted;
  const left = daysBetween(today, endOf(source));
  const { what, action } = wordsFor(source.id, source.title, left < 0, credential);
  return {
    name,
    what,
    day: `${dayDate(endOf(source))}${source.provisional ? ' (computed)' : ''}`,
    days: String(Math.abs(left)),
    when: daysText(left),
    action,
    basis: basisOf(source),
    credential,
    owner: owner ?? sender,
  };
}

function basisOf({ kind, basis, provisional, source }: TimelineDate): string {
  const advice = kind === 'advice' ? 'This day is advice, not a limit of the board. ' : '';
  if (basis === 'notice') return `${advice}This day is printed on your own notice.`;
  if (basis === 'fact') return `${advice}This is the day that was recorded.`;
  const from = source === OWN_VALUE ? 'a value that we set ourselves' : 'a published rule';
  const counts = provisional ? ' If your own notice or account shows another day, that one counts.' : '';
  return `${advice}${advice ? 'It' : 'This day'} is computed from ${from}.${counts}`;
}
