// Labels on paper and what they stand for, in two columns.
import type { Text } from '../../views/view.ts';
import { isBlank } from '../text-parts.ts';
import type { Tag } from './pen.ts';
import { beside, type Setting, type Stack, shifted, sizes, textStrips } from './strips.ts';
import { extentOf } from './text-lines.ts';

const GAP = 10;
const WIDEST = 0.36;

export interface Field {
  readonly label: string;
  readonly text: Text;
}

export function fieldStacks(fields: readonly Field[], { typeface, room, scale }: Setting): Stack[] {
  const size = sizes.body * scale;
  const lettering = { typeface, size, bold: true };
  const widest = Math.max(0, ...fields.map(({ label }) => extentOf(label, lettering).whole));
  const column = Math.min(widest + 0.1, room * WIDEST);
  const list: Tag = { type: 'L' };
  const at = column + GAP * scale;
  return fields.map(({ label, text }, index) => {
    const entry: Tag = { type: 'LI', parent: list };
    const said = isBlank(text) ? '-' : text;
    return {
      strips: beside(
        textStrips(label, { type: 'Lbl', parent: entry }, { ...lettering, room: column }),
        shifted(textStrips(said, { type: 'LBody', parent: entry }, { typeface, size, room: room - at }), at),
      ),
      above: (index === 0 ? 6 : 2) * scale,
    };
  });
}
