// Paints the pictures of timelines and charts; under a timeline it says in words what it shows.
import type { Block } from '../../views/view.ts';
import { barSentence } from '../bar-words.ts';
import { chartPicture, chartSentences } from '../chart-picture.ts';
import type { Chart } from '../chart-words.ts';
import { pictureTitle, timelinePicture } from '../timeline-picture.ts';
import { type Label, type Picture, type Rect, type Line as ShapeLine, strokes, widthOf } from '../timeline-shapes.ts';
import type { Ink, Paint, Pen, Stroke, Tag } from './pen.ts';
import { type Setting, type Stack, sizes, textStrips } from './strips.ts';
import { extentOf, linesOf } from './text-lines.ts';

type Bars = Extract<Block, { readonly type: 'bars' }>;

const fills: Partial<Record<Rect['ink'], Ink>> = { fact: 'black', range: 'pale' };

export function pictureStacks(block: Bars, { typeface, room, scale }: Setting): Stack[] {
  // The picture has sizes of its own, so it is drawn for more room and made smaller with all the rest.
  const picture = timelinePicture(block, room / scale);
  const sentences = block.bars.map((bar) => `${bar.label}: ${barSentence(bar)}`);
  const figure: Tag = { type: 'Figure', alt: [pictureTitle(block), ...sentences].join('. ') };
  const words: Tag = { type: 'P' };
  return [
    {
      strips: [
        {
          height: picture.height * scale,
          draw: (pen, x, y) => pen.tagged(figure, () => paint(picture, pen, x, y, { typeface, room, scale })),
        },
      ],
      above: 8 * scale,
      withNext: sentences.length > 0,
    },
    {
      strips: textStrips(`${sentences.join('. ')}.`, words, {
        typeface,
        size: sizes.small * scale,
        room,
        ink: 'grey',
      }),
      above: 4 * scale,
    },
  ];
}

/** Its amounts and notes are in the picture, so that nothing has to be said again. */
export function chartStacks(block: Chart, { typeface, room, scale }: Setting): Stack[] {
  if (block.rows.length === 0) return [];
  const size = sizes.body * scale;
  const picture = chartPicture(block, room / scale);
  const figure: Tag = { type: 'Figure', alt: [block.title, ...chartSentences(block)].join('. ') };
  const drawn = {
    height: picture.height * scale,
    draw: (pen: Pen, x: number, y: number) =>
      pen.tagged(figure, () => paint(picture, pen, x, y, { typeface, room, scale })),
  };
  return [
    { strips: textStrips(block.title, { type: 'P' }, { typeface, size, room }), above: 8 * scale, withNext: true },
    { strips: [drawn], above: 3 * scale },
  ];
}

function paint({ shapes }: Picture, pen: Pen, left: number, top: number, setting: Setting): void {
  const { scale } = setting;
  const at = (x: number, y: number) => [left + x * scale, top + y * scale] as const;
  for (const shape of shapes) {
    if (shape.shape === 'label') write(shape, pen, ...at(shape.x, shape.y), setting);
    else if (shape.shape === 'line') pen.line(at(shape.x1, shape.y1), at(shape.x2, shape.y2), strokeOf(shape, scale));
    else pen.rect(...at(shape.x, shape.y), shape.width * scale, shape.height * scale, paintOf(shape, scale));
  }
}

function strokeOf({ ink }: ShapeLine | Rect, scale: number): Stroke {
  const { width, dash }: { width: number; dash?: readonly [number, number] } = strokes[ink];
  const light = ink === 'grid' ? { ink: 'silver' as const } : {};
  return { width: width * scale, ...light, ...(dash ? { dash: [dash[0] * scale, dash[1] * scale] as const } : {}) };
}

function paintOf(rect: Rect, scale: number): Paint {
  const fill = fills[rect.ink];
  return { ...(fill ? { fill } : {}), ...(strokes[rect.ink].width > 0 ? { stroke: strokeOf(rect, scale) } : {}) };
}

/** Most words of DejaVu fit at this share of their size, so that they look alike. */
const USUAL = 0.86;

/** The picture reserves room for letters without knowing the font, so that wide ones are made smaller. */
function write({ text, anchor, size: points }: Label, pen: Pen, x: number, y: number, setting: Setting): void {
  const { typeface, scale } = setting;
  const { whole } = extentOf(text, { typeface, size: points });
  const size = points * scale * Math.min(USUAL, widthOf(text, points) / Math.max(1, whole));
  const [line] = linesOf(text, Number.POSITIVE_INFINITY, { typeface, size });
  if (!line) return;
  const left = x - { start: 0, middle: line.width / 2, end: line.width }[anchor];
  // No line of the grid runs through letters.
  pen.rect(left - 1, y - size * 0.8, line.width + 2, size, { fill: 'white' });
  for (const { text: stretch, face, x: at } of line.stretches) pen.text(stretch, left + at, y, { face, size });
}
