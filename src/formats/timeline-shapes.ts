// What the picture of a timeline is made of: rectangles, lines and labels in points, told apart without colour.

/**
 * `fact` is filled, `range` light with a hatch over it, `window` an outline with its deadline marked; a `plate` has the
 * colour of the page and keeps lines out of the letters over it.
 */
export interface Rect {
  readonly shape: 'rect';
  readonly ink: 'fact' | 'range' | 'window' | 'plate';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface Line {
  readonly shape: 'line';
  readonly ink: 'grid' | 'axis' | 'hatch' | 'deadline' | 'today';
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface Label {
  readonly shape: 'label';
  readonly ink: 'year' | 'month' | 'name' | 'days' | 'today' | 'key';
  readonly x: number;
  /** the line that letters stand on */
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
  /** of the letters, in points */
  readonly size: number;
}

export type Shape = Rect | Line | Label;

/** Later shapes lie over earlier ones. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

export const sizes = { name: 12, small: 11 } as const;

/** How thick lines are, and how they are dashed: length of dash and gap. */
export const strokes = {
  grid: { width: 0.5 },
  axis: { width: 1 },
  hatch: { width: 0.75 },
  deadline: { width: 3 },
  today: { width: 1.5, dash: [4, 3] },
  plate: { width: 0 },
  fact: { width: 0 },
  range: { width: 1 },
  window: { width: 1.5 },
} as const satisfies Record<
  Rect['ink'] | Line['ink'],
  { readonly width: number; readonly dash?: readonly [number, number] }
>;

/** On average letters of most fonts are narrower than this share of their size, so that what is placed by it does not collide. */
const LETTER = 0.62;

export const widthOf = (text: string, size: number = sizes.name): number => [...text].length * size * LETTER;

/** A label on a plate. */
export function plated(label: Label): Shape[] {
  const width = widthOf(label.text, label.size);
  const x = label.anchor === 'start' ? label.x : label.anchor === 'end' ? label.x - width : label.x - width / 2;
  return [{ shape: 'rect', ink: 'plate', x, y: label.y - label.size, width, height: label.size + 2 }, label];
}

const HATCH = 5;

const rounded = (value: number): number => Math.round(value * 100) / 100;

/** Rising lines over a rectangle, cut at its edges. */
export function hatched({ x, y, width, height }: Rect): Line[] {
  const lines: Line[] = [];
  const [right, bottom] = [x + width, y + height];
  for (let foot = x + HATCH - height; foot < right; foot += HATCH) {
    const [x1, x2] = [Math.max(x, foot), Math.min(right, foot + height)];
    if (x2 - x1 < 1) continue;
    const [y1, y2] = [bottom - (x1 - foot), bottom - (x2 - foot)];
    lines.push({ shape: 'line', ink: 'hatch', x1: rounded(x1), y1: rounded(y1), x2: rounded(x2), y2: rounded(y2) });
  }
  return lines;
}
