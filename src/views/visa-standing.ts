// Where one stands in the visa queue, in one sentence and in a few words.
import { type Month, monthTitle } from '../domain/bulletin-month.ts';
import { areas } from '../domain/chargeability.ts';
import { shortDate } from '../domain/civil-date.ts';
import type { VisaCase } from '../domain/visa-case.ts';
import type { Position } from '../domain/visa-position.ts';
import type { Tone } from './view.ts';
import { cutoffText } from './visa-movement.ts';

export const bulletinText = (month: Month): string => `the bulletin of ${monthTitle(month)}`;

const days = (count: number): string => `${count} day${count === 1 ? '' : 's'}`;

/** The answer in one sentence. */
export function standingText({ current, reason, bulletin, cutoff, gap }: Position, { priority }: VisaCase): string {
  if (current === null || bulletin === null || cutoff === null) return `Not known: ${reason ?? 'nothing says it'}.`;
  if (cutoff === 'C') return `Current: ${bulletinText(bulletin)} has no cut-off for you (C).`;
  if (cutoff === 'U') return `Not current: ${bulletinText(bulletin)} has no visas for you at all (U).`;
  const mine = `your priority date, ${shortDate(priority)}, is`;
  const theirs = `the cut-off of ${bulletinText(bulletin)}, ${shortDate(cutoff)}`;
  if (gap === 0) return `Not current: ${mine} ${theirs}, and it has to be earlier than that.`;
  const count = days(Math.abs(gap ?? 0));
  return current
    ? `Current: ${mine} ${count} earlier than ${theirs}.`
    : `Not current: ${mine} ${count} later than ${theirs}.`;
}

export const toneOf = ({ current }: Position): Tone => (current === null ? 'soon' : current ? 'good' : 'plain');

export const columnText = ({ entry }: Position): string => (entry ? ` (column: ${areas[entry.area].title})` : '');

/** `cut-off 1 Dec 2017 in March 2019, not current` */
export function whereText({ current, bulletin, cutoff, entry }: Position): string {
  if (bulletin === null || cutoff === null) return 'not known';
  const source = entry?.from === 'hand' ? ', recorded by hand' : '';
  return `${cutoffText(cutoff)} in ${monthTitle(bulletin)}, ${current ? 'current' : 'not current'}${source}`;
}
