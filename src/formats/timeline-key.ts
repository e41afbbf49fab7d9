// The key under a timeline: what filled, hatched and outlined bars mean, for the kinds that are shown.
import type { Bar } from '../views/view.ts';
import { hatched, type Rect, type Shape, sizes, widthOf } from './timeline-shapes.ts';

const meanings = [
  ['fact', 'a day that is known'],
  ['range', 'expected between'],
  ['window', 'a window, its last day marked'],
] as const satisfies readonly (readonly [Bar['kind'], string])[];

const SWATCH = 18;
const HEIGHT = 10;
const GAP = 6;
const LINE = 18;

/** Laid out from `top` on in as many lines as the width asks for. */
export function keyOf(bars: readonly Bar[], width: number, top: number): { shapes: Shape[]; bottom: number } {
  const shapes: Shape[] = [];
  let [x, y] = [1, top];
  for (const [ink, text] of meanings.filter(([kind]) => bars.some((bar) => bar.kind === kind))) {
    const room = SWATCH + GAP + widthOf(text, sizes.small);
    if (x > 1 && x + room > width) [x, y] = [1, y + LINE];
    shapes.push(...swatch(ink, x, y));
    shapes.push({
      shape: 'label',
      ink: 'key',
      x: x + SWATCH + GAP,
      y: y + HEIGHT - 1,
      text,
      anchor: 'start',
      size: sizes.small,
    });
    x += room + 2 * GAP;
  }
  return { shapes, bottom: y + LINE - 2 };
}

function swatch(ink: Bar['kind'], x: number, y: number): Shape[] {
  const rect: Rect = { shape: 'rect', ink, x, y, width: SWATCH, height: HEIGHT };
  if (ink === 'range') return [rect, ...hatched(rect)];
  if (ink === 'fact') return [rect];
  const edge = x + SWATCH;
  return [rect, { shape: 'line', ink: 'deadline', x1: edge, y1: y - 2, x2: edge, y2: y + HEIGHT + 2 }];
}
