// A remark on paper: a thick line beside it, its label in bold, and what to type on a line of its own.
import type { Block } from '../../views/view.ts';
import type { Tag } from './pen.ts';
import { air, heightOf, type Setting, type Stack, type Strip, shifted, sizes, textStrips } from './strips.ts';

type Callout = Extract<Block, { readonly type: 'callout' }>;

const INSET = 10;
const BAR = 2.5;

export function calloutStack({ label, text, command }: Callout, { typeface, room, scale }: Setting): Stack {
  const size = sizes.body * scale;
  const inset = INSET * scale;
  const tag = (): Tag => ({ type: 'P' });
  const shape = { typeface, size, room: room - inset };
  const strips = [
    air(scale),
    ...shifted(textStrips([{ strong: `${label}:` }, ' ', text].flat(), tag(), shape), inset),
    ...(command === undefined ? [] : shifted(textStrips({ command }, tag(), shape), inset)),
    air(2 * scale),
  ];
  return { strips: strips.map((strip) => barred(strip, BAR * scale)), above: 9 * scale };
}

const barred = (strip: Strip, width: number): Strip => ({
  height: strip.height,
  draw: (pen, x, y) => {
    pen.unread(() => pen.rect(x, y, width, heightOf([strip]), { fill: 'black' }));
    strip.draw(pen, x, y);
  },
});
