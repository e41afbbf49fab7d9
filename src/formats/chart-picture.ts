// The picture of a chart as shapes with coordinates, for whichever format can draw: it knows neither SVG nor PDF.
import type { ChartRow } from '../views/view.ts';
import { amountSentence, type Chart } from './chart-words.ts';
import { amountScale } from './day-scale.ts';
import { visible } from './safe-text.ts';
import { hatched, type Label, type Picture, type Rect, type Shape, sizes, widthOf } from './timeline-shapes.ts';

/** From this width on names stand beside their bars, below it above them. */
const BESIDE = 380;
/** The share of the picture that names beside bars may take. */
const WIDEST = 0.45;
const BAR = 14;
const GAP = 6;
/** What is there can be seen. */
const THINNEST = 2;

/** A picture as wide as asked, in points, and as high as it needs; y runs down. */
export function chartPicture({ rows }: Chart, width: number): Picture {
  const names = rows.map(({ label }) => visible(label));
  const widest = Math.max(0, ...names.map((name) => widthOf(name))) + GAP;
  const beside = width >= BESIDE && widest <= width * WIDEST;
  const left = beside ? widest : 0;
  const pitch = beside ? 24 : 38;
  const amounts = Math.max(0, ...rows.map((row) => widthOf(amountText(row), sizes.small)));
  const length = amountScale(Math.max(0, ...rows.map(({ value }) => value)), width - left - GAP - amounts - 1);
  const bottom = rows.length * pitch + 2;
  const shapes = rows.flatMap((row, index): Shape[] => {
    const top = index * pitch + (beside ? 5 : 18);
    const name: Label = {
      shape: 'label',
      ink: 'name',
      x: 0,
      y: beside ? top + BAR - 3 : top - 5,
      text: names[index] ?? '',
      anchor: 'start',
      size: sizes.name,
    };
    const long = row.value > 0 ? Math.max(THINNEST, length(row.value)) : 0;
    const amount: Label = {
      shape: 'label',
      ink: 'days',
      x: left + long + GAP,
      y: top + BAR - 3,
      text: amountText(row),
      anchor: 'start',
      size: sizes.small,
    };
    return [name, ...(long > 0 ? barShapes(row, left, top, long) : []), amount];
  });
  const axis: Shape = { shape: 'line', ink: 'axis', x1: left, y1: 0, x2: left, y2: bottom };
  return { width, height: bottom, shapes: beside ? [...shapes, axis] : shapes };
}

function barShapes({ tone = 'plain' }: ChartRow, x: number, y: number, width: number): Shape[] {
  const rect: Rect = { shape: 'rect', ink: tone === 'plain' ? 'fact' : 'range', x, y, width, height: BAR };
  return tone === 'plain' ? [rect] : [rect, ...hatched(rect)];
}

const amountText = ({ value, note }: ChartRow): string => (note === undefined ? String(value) : `${value}, ${note}`);

/** All that the picture shows, in words. */
export const chartSentences = (chart: Chart): string[] =>
  chart.rows.map((row) => visible(`${row.label}: ${amountSentence(row, chart)}`));
