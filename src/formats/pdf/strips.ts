// What a page is piled up from: strips that are never cut, in stacks that stay together where they can.
import type { Text } from '../../views/view.ts';
import type { Ink, Pen, Tag } from './pen.ts';
import { type Lettering, linesOf, type TextLine } from './text-lines.ts';
import type { Typeface } from './typeface.ts';

export interface Strip {
  readonly height: number;
  readonly draw: (pen: Pen, x: number, y: number) => void;
}

export interface Stack {
  readonly strips: readonly Strip[];
  /** air over it, left out at the top of a column */
  readonly above: number;
  /** not left behind at the foot of a column by what follows */
  readonly withNext?: boolean;
  /** drawn again at the top of each column that it, or the stacks after it with the same, goes on in */
  readonly again?: Strip;
  /** its name in the outline of the document */
  readonly bookmark?: string;
  /** as wide as the page, where the rest is in columns */
  readonly wide?: boolean;
  readonly pageBefore?: boolean;
}

/** How large, how wide and in which fonts blocks are set. */
export interface Setting {
  readonly typeface: Typeface;
  /** of letters and all distances; 1 is the size for reading */
  readonly scale: number;
  readonly room: number;
}

/** Points at the scale of 1. */
export const sizes = { title: 17, heading: 13, body: 10.5, detail: 9, small: 7.5 } as const;

const LINE = 1.28;
const BASELINE = 0.97;

export const lineHeight = (size: number): number => size * LINE;
/** From the top of a line to where its letters stand. */
export const baseline = (size: number): number => size * BASELINE;

export interface TextShape extends Lettering {
  readonly room: number;
  readonly ink?: Ink;
  readonly align?: 'left' | 'right';
}

/** One strip a line. */
export const textStrips = (text: Text, tag: Tag, shape: TextShape): Strip[] =>
  linesOf(text, shape.room, shape).map((line) => lineStrip(line, tag, shape));

function lineStrip(line: TextLine, tag: Tag, { size, room, ink = 'black', align = 'left' }: TextShape): Strip {
  const inset = align === 'right' ? room - line.width : 0;
  const draw = (pen: Pen, left: number, top: number) => {
    const x = left + inset;
    const commands = line.stretches.filter(({ command }) => command);
    if (commands.length > 0) {
      pen.unread(() => {
        for (const { x: at, width } of commands) {
          pen.rect(x + at - 1.5, top + size * 0.08, width + 3, size * 1.16, { fill: 'pale' });
        }
      });
    }
    pen.tagged(tag, () => {
      for (const { text, face, x: at } of line.stretches)
        pen.text(text, x + at, top + baseline(size), { face, size, ink });
    });
  };
  return { height: lineHeight(size), draw };
}

export const shifted = (strips: readonly Strip[], by: number): Strip[] =>
  strips.map(({ height, draw }) => ({ height, draw: (pen, x, y) => draw(pen, x + by, y) }));

/** Columns side by side, line by line. */
export function beside(...columns: readonly (readonly Strip[])[]): Strip[] {
  const count = Math.max(0, ...columns.map(({ length }) => length));
  return Array.from({ length: count }, (_, index) => {
    const row = columns.flatMap((column) => column[index] ?? []);
    return {
      height: Math.max(...row.map(({ height }) => height)),
      draw: (pen: Pen, x: number, y: number) => {
        for (const strip of row) strip.draw(pen, x, y);
      },
    };
  });
}

/** Several strips as one. */
export const piled = (strips: readonly Strip[]): Strip => ({
  height: heightOf(strips),
  draw: (pen, x, y) => {
    let top = y;
    for (const strip of strips) {
      strip.draw(pen, x, top);
      top += strip.height;
    }
  },
});

export const heightOf = (strips: readonly Strip[]): number => strips.reduce((sum, { height }) => sum + height, 0);

export const air = (height: number): Strip => ({ height, draw: () => {} });

/** A line over the whole width, in the middle of its height. */
export const ruled = (height: number, room: number, width: number, ink: Ink = 'black'): Strip => ({
  height,
  draw: (pen, x, y) => pen.unread(() => pen.line([x, y + height / 2], [x + room, y + height / 2], { width, ink })),
});
