// The months and years over a timeline: as many as there is room for, each at its first day.
import { type CivilDate, civilDate, monthName, partsOf } from '../domain/civil-date.ts';
import type { DayScale } from './day-scale.ts';
import { type Label, type Line, sizes, widthOf } from './timeline-shapes.ts';

/** Every how many months one is named; the first that leaves room is taken. */
const STEPS = [1, 2, 3, 6, 12, 24, 60, 120, 240] as const;
const YEARS = 12;
const MONTHS = 14;
const AIR = 4;

interface Tick {
  readonly x: number;
  readonly text: string;
}

export interface Axis {
  /** where the rows may begin */
  readonly bottom: number;
  readonly labels: readonly Label[];
  /** the line under the labels, and one down to `bottom` at each tick */
  readonly lines: (bottom: number) => Line[];
}

export function axisOf(from: CivilDate, to: CivilDate, scale: DayScale, right: number): Axis {
  const firsts = firstDays(from, to);
  const step = STEPS.find((step) => hasRoom(firsts, step, from, scale)) ?? 240;
  const named = firsts.filter((day) => isNamed(day, step));
  const left = scale.start(from);
  const begun = (day: CivilDate) => (day < from ? left : scale.start(day));
  const years = fitting(
    firsts
      .filter((day, index) => index === 0 || (partsOf(day).month === 1 && isNamed(day, Math.max(step, 12))))
      .map((day) => ({ x: begun(day), text: String(partsOf(day).year) })),
    right,
  );
  const months =
    step >= 12
      ? []
      : fitting(
          named.map((day) => ({ x: begun(day), text: monthName(partsOf(day).month).slice(0, 3) })),
          right,
        );
  const line = step >= 12 ? YEARS + AIR : YEARS + MONTHS + AIR;
  return {
    bottom: line,
    labels: [
      ...years.map((tick) => labelOf(tick, 'year', YEARS)),
      ...months.map((tick) => labelOf(tick, 'month', YEARS + MONTHS)),
    ],
    lines: (bottom) => [
      ...named
        .filter((day) => day >= from)
        .map(
          (day): Line => ({
            shape: 'line',
            ink: 'grid',
            x1: scale.start(day),
            y1: line,
            x2: scale.start(day),
            y2: bottom,
          }),
        ),
      { shape: 'line', ink: 'axis', x1: left, y1: line, x2: scale.end(to), y2: line },
    ],
  };
}

const labelOf = ({ x, text }: Tick, ink: 'year' | 'month', y: number): Label => ({
  shape: 'label',
  ink,
  x,
  y,
  text,
  anchor: 'start',
  size: sizes.small,
});

/** The first days of all months that have a day between, the first of them perhaps before `from`. */
function firstDays(from: CivilDate, to: CivilDate): CivilDate[] {
  const { year, month } = partsOf(from);
  const days: CivilDate[] = [];
  for (let index = month - 1; ; index += 1) {
    const day = civilDate(year + Math.floor(index / 12), (index % 12) + 1, 1);
    if (day === undefined || day > to) return days;
    days.push(day);
  }
}

function isNamed(day: CivilDate, step: number): boolean {
  const { year, month } = partsOf(day);
  return (year * 12 + month - 1) % step === 0;
}

/** Names at whole months never touch; at a month cut off by the edge they may, and give way there. */
function hasRoom(firsts: readonly CivilDate[], step: number, from: CivilDate, scale: DayScale): boolean {
  const places = firsts.filter((day) => day >= from && isNamed(day, step)).map((day) => scale.start(day));
  const least = widthOf(step >= 12 ? '2026' : 'Nov', sizes.small) + AIR;
  return places.every((place, index) => index === 0 || place - (places[index - 1] ?? 0) >= least);
}

/** Without a name that the next one or the edge would cut. */
const fitting = (ticks: readonly Tick[], right: number): Tick[] =>
  ticks.filter(({ x, text }, index) => x + widthOf(text, sizes.small) <= (ticks[index + 1]?.x ?? right));
