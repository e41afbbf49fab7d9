// Where days stand on a line, and how long amounts are: the one file that touches d3-scale.
import { scaleLinear } from 'd3-scale';
import { addDays, type CivilDate, daysBetween } from '../domain/civil-date.ts';

export interface DayScale {
  /** where a day begins */
  readonly start: (day: CivilDate) => number;
  /** where it ends, which is where the next one begins */
  readonly end: (day: CivilDate) => number;
}

/** Days from the first to the last, both whole, between two places; days outside stand at the nearer place. */
export function dayScale(first: CivilDate, last: CivilDate, from: number, to: number): DayScale {
  const days = Math.max(1, daysBetween(first, last) + 1);
  const scale = scaleLinear([0, days], [from, to]).clamp(true);
  const start = (day: CivilDate) => Math.round(scale(daysBetween(first, day)) * 100) / 100;
  return { start, end: (day) => start(addDays(day, 1)) };
}

/** The length of an amount, where the largest takes all the room; none is shorter than nothing. */
export function amountScale(largest: number, room: number): (amount: number) => number {
  const scale = scaleLinear([0, Math.max(largest, Number.MIN_VALUE)], [0, room]).clamp(true);
  return (amount) => Math.round(scale(amount) * 100) / 100;
}
