// Sets each kind of block for paper.
import type { Block, Text } from '../../views/view.ts';
import { meterLine } from '../text-meters.ts';
import { isBlank, partsOf } from '../text-parts.ts';
import { calloutStack } from './callout.ts';
import { fieldStacks } from './fields.ts';
import { itemStacks } from './items.ts';
import { chartStacks, pictureStacks } from './picture.ts';
import { beside, type Setting, type Stack, sizes, textStrips } from './strips.ts';
import { tableStacks } from './table.ts';
import { extentOf } from './text-lines.ts';

export const plainOf = (text: Text): string =>
  partsOf(text)
    .map((part) => part.text)
    .join('')
    .replace(/\s+/g, ' ')
    .trim();

function titleStacks({ text, aside }: Extract<Block, { readonly type: 'title' }>, setting: Setting): Stack[] {
  const { typeface, room, scale } = setting;
  const small = { typeface, size: sizes.body * scale };
  const beyond = isBlank(aside) ? 0 : extentOf(aside ?? '', small).whole + 12 * scale;
  const large = { typeface, size: sizes.title * scale, bold: true };
  // An aside stands at the right of a title that leaves it room, else under it.
  const isBeside = extentOf(text, large).whole + beyond <= room;
  const title = textStrips(text, { type: 'H1' }, { ...large, room });
  const day = textStrips(aside ?? '', { type: 'P' }, { ...small, room, align: isBeside ? 'right' : 'left' });
  const down = (large.size - small.size) * 0.97;
  const lowered = day.map(({ height, draw }) => ({
    height,
    draw: (...[pen, x, y]: Parameters<typeof draw>) => draw(pen, x, y + down),
  }));
  return [{ strips: isBeside ? beside(title, lowered) : [...title, ...day], above: 14 * scale, withNext: true }];
}

export function stacksOf(block: Block, setting: Setting): Stack[] {
  const { typeface, room, scale } = setting;
  switch (block.type) {
    case 'title':
      return titleStacks(block, setting);
    case 'heading': {
      const shape = { typeface, size: sizes.heading * scale, bold: true, room };
      const strips = textStrips(block.text, { type: 'H2' }, shape);
      return [{ strips, above: 13 * scale, withNext: true, bookmark: plainOf(block.text) }];
    }
    case 'paragraph': {
      const isSmall = block.tone === 'faint';
      const size = (isSmall ? sizes.small : sizes.body) * scale;
      const strips = textStrips(block.text, { type: 'P' }, { typeface, size, room, ink: isSmall ? 'grey' : 'black' });
      return [{ strips, above: 7 * scale }];
    }
    case 'items':
      return itemStacks(block.items, setting);
    case 'callout':
      return [calloutStack(block, setting)];
    case 'fields':
      return fieldStacks(block.fields, setting);
    case 'bars':
      return pictureStacks(block, setting);
    case 'meters':
      return fieldStacks(
        block.meters.map((meter) => ({ label: meter.label, text: meterLine(meter, block.unit) })),
        setting,
      );
    case 'chart':
      return chartStacks(block, setting);
    case 'table':
      return tableStacks(block, setting);
    case 'page-break':
      return [];
  }
}
