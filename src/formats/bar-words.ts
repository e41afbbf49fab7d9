// Bars of time in words: what a timeline says to whoever does not see it.
import { shortDate } from '../domain/civil-date.ts';
import type { Bar } from '../views/view.ts';

/** `1 Jan 2027 to 2 Feb 2027`, or the day alone. */
export const barText = ({ from, to }: Pick<Bar, 'from' | 'to'>): string =>
  from === to ? shortDate(from) : `${shortDate(from)} to ${shortDate(to)}`;

const barWords = { fact: 'on', range: 'expected', window: 'from' } as const;

/** `expected 1 Jan 2027 to 2 Feb 2027`, to be said after its label. */
export const barSentence = (bar: Bar): string => `${barWords[bar.kind]} ${barText(bar)}`;
