// How dates are said, in sentences and in JSON: the same everywhere.
import { dayDate } from '../domain/civil-date.ts';
import { OWN_VALUE, spanText } from '../domain/derivation.ts';
import type { TimelineDate } from '../domain/timeline.ts';
import type { Data, Tone } from './view.ts';

/** The contract's shape of a date. */
export function dateData(each: TimelineDate): Data {
  const { id, title, kind, date, earliest, latest, start, basis, provisional, rule, source, daysLeft, state } = each;
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
  const { phrase, latest, kind, daysLeft, state, provisional, id, source } = each;
  const when = kind === 'estimate' && phrase.endsWith(' by') && latest ? dayDate(latest) : untilText(each);
  const missed = state === 'missed' ? ', missed' : '';
  const verb =
    daysLeft < 0
      ? phrase
          .replace(/ends$/, 'ended')
          .replace(/expires$/, 'expired')
          .replace(/^window not before$/, 'open since')
      : phrase;
  const own = source === OWN_VALUE ? ' (your own value)' : '';
  const computed = provisional && (id === 'exam-window' || id === 'credential-expires') ? ' (computed)' : '';
  return `${verb} ${when}, ${daysText(daysLeft)}${missed}${own || computed}`;
}

export function toneOf({ state }: TimelineDate): Tone {
  if (state === 'missed') return 'bad';
  return state === 'soon' || state === 'due' ? 'soon' : 'plain';
}

export const longWhen = (each: TimelineDate): string => spanText(each);
