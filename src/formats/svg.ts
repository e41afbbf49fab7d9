// Writes a picture as SVG; its inks are classes, so that the page around it decides on colours for light, dark and print.
import { escaped } from './html-text.ts';
import { type Picture, type Shape, strokes } from './timeline-shapes.ts';

export interface SvgNames {
  /** unique on the page; also the beginning of the ids inside */
  readonly id: string;
  readonly className: string;
  readonly title: string;
  /** where the same is said in words */
  readonly description: string;
}

export function svg({ width, height, shapes }: Picture, { id, className, title, description }: SvgNames): string {
  return [
    `<svg class="${className}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="${id}-title" aria-describedby="${id}-desc">`,
    `<title id="${id}-title">${escaped(title)}</title>`,
    `<desc id="${id}-desc">${escaped(description)}</desc>`,
    ...shapes.map(element),
    '</svg>',
  ].join('\n');
}

function element(shape: Shape): string {
  switch (shape.shape) {
    case 'rect': {
      const { x, y, width, height, ink } = shape;
      return `<rect class="${ink}" x="${n(x)}" y="${n(y)}" width="${n(width)}" height="${n(height)}"${stroke(ink)}/>`;
    }
    case 'line': {
      const { x1, y1, x2, y2, ink } = shape;
      return `<line class="${ink}" x1="${n(x1)}" y1="${n(y1)}" x2="${n(x2)}" y2="${n(y2)}"${stroke(ink)}/>`;
    }
    case 'label': {
      const { x, y, anchor, size, ink, text } = shape;
      return `<text class="${ink}" x="${n(x)}" y="${n(y)}" font-size="${size}" text-anchor="${anchor}">${escaped(text)}</text>`;
    }
  }
}

function stroke(ink: keyof typeof strokes): string {
  const { width, dash }: { width: number; dash?: readonly number[] } = strokes[ink];
  return ` stroke-width="${width}"${dash ? ` stroke-dasharray="${dash.join(' ')}"` : ''}`;
}

/** Hundredths of a point are finer than any screen. */
const n = (value: number): string => String(Math.round(value * 100) / 100);
