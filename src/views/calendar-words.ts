// What an event of a calendar says: one line for its title, and in the description the basis, the source and where to learn more.
import type { CalendarDate } from '../domain/calendar-dates.ts';
import { dayDate } from '../domain/civil-date.ts';
import { OWN_VALUE } from '../domain/derivation.ts';
import type { TimelineDate } from '../domain/timeline.ts';
import { lastingNote, whenText } from './dates.ts';

/** `Exam window: window ends Sun 28 Feb 2027 (computed)`; the words are the same on every day. */
export function eventTitle({ date, appointment }: CalendarDate): string {
  if (date.kind === 'event') {
    const centre = appointment?.booking.centre;
    return `${date.title}${centre === undefined ? '' : ` at ${centre}`}${date.state === 'met' ? ' (taken)' : ''}`;
  }
  if (date.state === 'met') return `${date.title} (settled)`;
  return `${date.title}: ${lastingNote({ ...date, state: 'ahead', daysLeft: 0 })}`;
}

/** `id` is the one to type; a calendar that names nobody leaves it to the reader. */
export function eventDescription({ date, appointment }: CalendarDate, id: string): string {
  const settled = date.kind === 'event' ? 'Taken.' : 'Settled: nothing is left to do.';
  const said = [
    date.state === 'met' ? settled : meanings[date.kind],
    ...(date.start && date.start !== date.date ? [`It is open from ${whenText(date)}.`] : []),
    ...appointmentText(appointment),
    basisText(date),
    ...(date.provisional && date.state !== 'met' ? [NOTICE_WINS] : []),
    `See why: ascpi why ${date.id} -c ${id}`,
  ];
  return said.join(' ');
}

/** Of a date that was there once. */
export const withdrawnDescription = (id: string): string =>
  `Withdrawn: what has been recorded since gives no such date any more. See what was recorded: ascpi history -c ${id}`;

const meanings = {
  deadline: 'The last day of a right.',
  estimate: 'Expected within these days.',
  advice: 'Advice: missing it costs nothing by itself.',
  opening: 'Possible from this day on.',
  event: 'An appointment.',
} as const satisfies Record<TimelineDate['kind'], string>;

const NOTICE_WINS = 'What is printed on your own notice wins.';

function basisText({ basis, provisional, rule, source, chain }: TimelineDate): string {
  const named = rule === undefined ? '' : ` by the rule ${rule}`;
  const from = source === undefined ? '' : ` (${source === OWN_VALUE ? OWN_VALUE : `source: ${source}`})`;
  if (basis === 'notice') return 'Printed on your own notice; it wins over every rule.';
  if (basis === 'fact' && rule === undefined) return `Recorded: ${chain[0]?.value ?? 'by you'}.`;
  return `Computed${provisional ? ' and provisional' : ''}${named}${from}.`;
}

function appointmentText(appointment: CalendarDate['appointment']): string[] {
  if (!appointment) return [];
  const { booking, minutes } = appointment;
  const { time, zone, centre, exam } = booking;
  const begins = `${dayDate(exam)}${time === undefined ? '' : ` at ${time}`}`;
  return [
    `It begins on ${begins}${zone === undefined ? '' : `, clocks of ${zone}`}.`,
    ...(centre === undefined ? [] : [`Test centre: ${centre}.`]),
    ...(time === undefined ? ['The time is not recorded.'] : []),
    ...(minutes === undefined ? ['How long it lasts is not known.'] : []),
  ];
}
