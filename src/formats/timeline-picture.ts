// The picture of a timeline as shapes with coordinates, for whichever format can draw: it knows neither SVG nor PDF.
import type { CivilDate } from '../domain/civil-date.ts';
import type { Bar, Block } from '../views/view.ts';
import { barText } from './bar-words.ts';
import { type DayScale, dayScale } from './day-scale.ts';
import { visible } from './safe-text.ts';
import { axisOf } from './timeline-axis.ts';
import { keyOf } from './timeline-key.ts';
import { hatched, type Label, type Picture, plated, type Shape, sizes, widthOf } from './timeline-shapes.ts';

type Bars = Extract<Block, { readonly type: 'bars' }>;

/** From this width on names stand beside their bars, below it above them. */
const BESIDE = 480;
/** The share of the picture that names beside bars may take. */
const WIDEST = 0.4;
const BAR = 12;
/** A single day would be too thin to see. */
const LEAST = 5;
const GAP = 6;
const EDGE = 4;

interface Row {
  readonly bar: Bar;
  /** the top of the bar itself */
  readonly top: number;
}

/** A picture as wide as asked, in points, and as high as it needs; y runs down. */
export function timelinePicture(block: Bars, width: number): Picture {
  const { from, to, today, bars } = block;
  const widest = Math.max(0, ...bars.map(({ label }) => widthOf(visible(label)))) + 2 * GAP;
  const beside = width >= BESIDE && widest <= width * WIDEST;
  const names = bars.map(({ label }) => cut(visible(label), width - 2 * EDGE));
  const column = beside ? widest : 0;
  const [left, right] = [column + EDGE, width - EDGE];
  const scale = dayScale(from, to, left, right);

  const axis = axisOf(from, to, scale, right);
  const pitch = beside ? 26 : 38;
  const rows = bars.map((bar, index): Row => ({ bar, top: axis.bottom + index * pitch + (beside ? 8 : 20) }));
  const bottom = axis.bottom + bars.length * pitch + 4;
  const now = today < from || today > to ? [] : todayShapes(scale.start(today), axis.bottom, bottom, width);
  const key = keyOf(bars, width, bottom + (now.length > 0 ? sizes.small + 10 : 6));

  return {
    width,
    height: key.bottom,
    shapes: [
      ...axis.lines(bottom),
      ...axis.labels,
      ...rows.flatMap((row) => barShapes(row, scale, block)),
      ...now,
      ...rows.flatMap((row, index) => nameLabels(row, names[index] ?? '', scale, beside ? column : undefined, width)),
      ...key.shapes,
    ],
  };
}

/** A name that no picture has room for; the words beside the picture have it whole. */
function cut(name: string, room: number): string {
  if (widthOf(name) <= room) return name;
  return `${[...name].slice(0, Math.floor(room / widthOf('m')) - 1).join('')}…`;
}

function barShapes({ bar, top }: Row, scale: DayScale, { from, to }: Bars): Shape[] {
  if (bar.to < from || bar.from > to) return [];
  const [start, end] = [scale.start(bar.from), scale.end(bar.to)];
  const width = Math.max(LEAST, end - start);
  const x = Math.min(start, scale.end(to) - width);
  const rect = { shape: 'rect', ink: bar.kind, x, y: top, width, height: BAR } as const;
  if (bar.kind === 'range') return [rect, ...hatched(rect)];
  if (bar.kind === 'fact' || bar.to > to) return [rect];
  return [rect, { shape: 'line', ink: 'deadline', x1: x + width, y1: top - 4, x2: x + width, y2: top + BAR + 4 }];
}

/** The name of a bar, and its days where they fit beside it. */
function nameLabels(
  { bar, top }: Row,
  name: string,
  scale: DayScale,
  column: number | undefined,
  width: number,
): Shape[] {
  const right = width - EDGE;
  const y = column === undefined ? top - 6 : top + BAR - 2;
  const named: Label = { shape: 'label', ink: 'name', x: EDGE, y, text: name, anchor: 'start', size: sizes.name };
  const days = { shape: 'label', ink: 'days', y, text: barText(bar), size: sizes.small } as const;
  const room = widthOf(days.text, days.size);
  if (column === undefined) {
    const fits = EDGE + widthOf(name) + GAP + room <= right;
    return [...plated(named), ...(fits ? plated({ ...days, x: right, anchor: 'end' }) : [])];
  }
  const beside = { ...named, x: 0 };
  const [before, after] = [scale.start(bar.from) - GAP, scale.end(bar.to) + GAP];
  if (after + room <= right) return [beside, ...plated({ ...days, x: after, anchor: 'start' })];
  return before - room >= column ? [beside, ...plated({ ...days, x: before, anchor: 'end' })] : [beside];
}

/** A line through all rows; its word stands under it, inside the picture. */
function todayShapes(x: number, top: number, bottom: number, width: number): Shape[] {
  const half = widthOf('today', sizes.small) / 2;
  const at = Math.max(half, Math.min(width - half, x));
  const y = bottom + sizes.small;
  return [
    { shape: 'line', ink: 'today', x1: x, y1: top, x2: x, y2: bottom },
    { shape: 'label', ink: 'today', x: at, y, text: 'today', anchor: 'middle', size: sizes.small },
  ];
}

/** What the picture shows, in one sentence, for whoever does not see it. */
export const pictureTitle = ({ from, to }: { readonly from: CivilDate; readonly to: CivilDate }): string =>
  `Timeline, ${barText({ from, to })}`;
