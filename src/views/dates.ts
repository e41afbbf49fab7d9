// How dates are said, in sentences and in JSON: the same everywhere.
import { type CivilDate, dayDate } from '../domain/civil-date.ts';
import { OWN_VALUE, spanText } from '../domain/derivation.ts';
import type { TimelineDate } from '../domain/timeline.ts';
import type { Data, Tone } from './view.ts';

/** The contract's shape of a date. */
export function dateData(each: TimelineDate): Data {
  const { id, title, kind, date, earliest, latest, start, basis, provisional, rule, source, daysLeft, state, moment } =
    each;
  return {
    id,
    title,
    kind,
    ...(date ? { date } : { earliest, latest }),
    ...(start ? { start } : {}),
    basis,
    provisional,
    ...(rule ? { rule } : {}),
    ...(source ? { source } : {}),
    ...(moment ? { moment } : {}),
    daysLeft,
    state,
  };
}

/** `in 54 days`, `today`, `3 days ago` */
export function daysText(daysLeft: number): string {
  if (daysLeft === 0) return 'today';
  const count = Math.abs(daysLeft);
  const days = `${count} day${count === 1 ? '' : 's'}`;
  return daysLeft > 0 ? `in ${days}` : `${days} ago`;
}

/** Without the day a window starts on. */
const untilText = ({ start: _start, ...each }: TimelineDate): string => whenText(each);

/** `Sun 28 Feb 2027`, `Fri 26 Feb 2027 to Fri 12 Mar 2027` */
export function whenText({ date, earliest, latest, start }: TimelineDate): string {
  if (date) return start && start !== date ? `${dayDate(start)} to ${dayDate(date)}` : dayDate(date);
  return earliest && latest ? `${dayDate(earliest)} to ${dayDate(latest)}` : '';
}

/** `book by Sun 7 Feb 2027, in 54 days`; a computed day that a notice may overrule says so. */
export function dateNote(each: TimelineDate): string {
  const missed = each.state === 'missed' ? ', missed' : '';
  return `${dayNote(each)}, ${daysText(each.daysLeft)}${missed}${reservation(each)}`;
}

/** `book by Sun 7 Feb 2027`: for paper, where days are not counted down. */
export const lastingNote = (each: TimelineDate): string =>
  `${dayNote(each)}${each.state === 'missed' ? ', missed' : ''}${reservation(each)}`;

function dayNote(each: TimelineDate): string {
  const { phrase, latest, kind, daysLeft } = each;
  const when = kind === 'estimate' && phrase.endsWith(' by') && latest ? dayDate(latest) : untilText(each);
  const verb =
    daysLeft < 0
      ? phrase
          .replace(/ends$/, 'ended')
          .replace(/expires$/, 'expired')
          .replace(/^window not before$/, 'open since')
      : phrase;
  return `${verb} ${when}${momentText(each)}`;
}

function reservation({ source, provisional, id }: TimelineDate): string {
  if (source === OWN_VALUE) return ' (your own value)';
  const isPrinted = id === 'exam-window' || id.startsWith('credential-expires');
  return provisional && isPrinted ? ' (computed)' : '';
}

/** ` at 08:30 in Asia/Manila (Wed 13 Jan 2027 at 16:30 in America/Los_Angeles)` */
function momentText({ moment, date }: TimelineDate): string {
  if (!moment) return '';
  const clock = ({ at, zone }: { readonly at: string; readonly zone: string }) => {
    const day = at.slice(0, 10) as CivilDate;
    return `${day === date ? '' : `${dayDate(day)} `}at ${at.slice(11)} in ${zone}`;
  };
  return ` ${clock(moment)}${moment.inYourZone ? ` (${clock(moment.inYourZone)})` : ''}`;
}

export function toneOf({ state }: TimelineDate): Tone {
  if (state === 'missed') return 'bad';
  return state === 'soon' || state === 'due' ? 'soon' : 'plain';
}

export const longWhen = (each: TimelineDate): string => spanText(each);
