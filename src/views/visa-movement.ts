// How the moves of a cut-off are said, in a table and in sentences.
import { type Cutoff, isDay } from '../domain/bulletin.ts';
import { monthsBetween, monthTitle } from '../domain/bulletin-month.ts';
import { daysBetween, shortDate } from '../domain/civil-date.ts';
import type { Move } from '../domain/visa-movement.ts';
import type { Position } from '../domain/visa-position.ts';
import type { Cell, Column, Sheet, Tone } from './view.ts';

/** `1 Dec 2017`, `C (current)`, `U (unavailable)` */
export function cutoffText(cutoff: Cutoff): string {
  if (cutoff === 'C') return 'C (current)';
  return cutoff === 'U' ? 'U (unavailable)' : shortDate(cutoff);
}

export const moveColumns: readonly Column[] = [
  { key: 'bulletin', title: 'Bulletin' },
  { key: 'cutoff', title: 'Cut-off' },
  { key: 'moved', title: 'Moved' },
];

/** For a spreadsheet, however little is known. */
export const moveSheet = (movement: readonly Move[]): Sheet => ({
  columns: ['month', 'cutoff', 'days', 'since', 'kind'].map((key) => ({ key, title: key })),
  rows: movement.map(({ month, cutoff, days, since, kind }) =>
    [month, cutoff, days, since, kind].map((value) => ({ value })),
  ),
  for: 'merge',
});

export function moveCells(move: Move): Cell[] {
  const tone: Tone = move.kind === 'back' ? 'bad' : move.kind === 'unknown' ? 'faint' : 'plain';
  return [
    { value: move.month, text: monthTitle(move.month) },
    { value: move.cutoff, text: move.cutoff === null ? 'not known' : cutoffText(move.cutoff) },
    { value: move.days, text: movedText(move), tone },
  ];
}

const days = (count: number): string => `${Math.abs(count)} day${Math.abs(count) === 1 ? '' : 's'}`;

/** Every kind of move in words: none by a sign or a colour alone. */
function movedText(move: Move): string {
  const { days: count, cutoff } = move;
  switch (move.kind) {
    case 'ahead':
      return `${count === null ? 'ahead to current' : `${days(count)} ahead`}${overText(move)}`;
    case 'back':
      if (count !== null) return `${days(count)} back${overText(move)}`;
      return cutoff === 'U' ? 'back to unavailable' : 'back: not current any more';
    case 'reopened':
      return count === null
        ? 'open again'
        : count === 0
          ? 'open again where it was'
          : `open again, ${days(count)} ahead`;
    case 'same':
      return 'no move';
    default:
      return '';
  }
}

/** Where bulletins between are missing, the move took more than a month. */
function overText({ month, since }: Move): string {
  return since === null || monthsBetween(since, month) === 1 ? '' : ` since ${monthTitle(since)}`;
}

/** From the month before the table to its last, where both have a day. */
export function sumText(start: Move | undefined, { bulletin, cutoff }: Position): string {
  const from = start?.cutoff;
  if (!start || !bulletin || !isDay(from) || !isDay(cutoff)) return '';
  const count = daysBetween(from, cutoff);
  const how = count === 0 ? 'came to the same day again' : `moved ${days(count)} ${count > 0 ? 'ahead' : 'back'}`;
  return `From ${monthTitle(start.month)} to ${monthTitle(bulletin)} it ${how}.`;
}

/** Each month in which it went back, by name. */
export function retrogressionText(movement: readonly Move[]): string {
  const back = movement.filter(({ kind }) => kind === 'back');
  if (back.length === 0) {
    const isWhole = movement.every(({ kind }) => kind !== 'unknown' && kind !== 'first');
    return isWhole ? 'It never went back in these months.' : 'It never went back in the months known.';
  }
  const named = back.map((move) => `${monthTitle(move.month)} (${movedText(move)})`);
  return `It went back ${back.length === 1 ? 'once' : `${back.length} times`}: ${named.join(', ')}.`;
}
