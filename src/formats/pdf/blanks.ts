// Lines to write on: a word each, small, and a ruled line after it; the last one of a row has all the room that is left.
import type { Pen, Tag } from './pen.ts';
import { baseline, type Setting, type Strip, sizes, textStrips } from './strips.ts';
import { extentOf } from './text-lines.ts';

/** What a date in large handwriting takes, with its word. */
const SHORT = 92;
/** The least that a note can be written on. */
const NOTE = 125;
const HEIGHT = 19;
const GAP = 8;

/** What each of some lines needs; the last of them is for a note, unless it is the only one. */
const needed = (blanks: readonly string[], index: number): number =>
  index > 0 && index === blanks.length - 1 ? NOTE : SHORT;

/** As many beside each other as there is room for. */
function rowsOf(blanks: readonly string[], room: number): string[][] {
  const rows: string[][] = [];
  let used = 0;
  for (const [index, blank] of blanks.entries()) {
    const width = needed(blanks, index);
    const row = rows.at(-1);
    if (row && used + GAP + width <= room) {
      row.push(blank);
      used += GAP + width;
    } else {
      rows.push([blank]);
      used = width;
    }
  }
  return rows;
}

function strip(blanks: readonly string[], parent: Tag, { typeface, room, scale }: Setting, height: number): Strip {
  const size = sizes.small * scale;
  const tags = blanks.map((): Tag => ({ type: 'P', parent }));
  const foot = height - 3 * scale;
  const draw = (pen: Pen, x: number, y: number) => {
    let left = x;
    for (const [index, blank] of blanks.entries()) {
      const right = index === blanks.length - 1 ? x + room : left + SHORT * scale;
      for (const word of textStrips(blank, tags[index] ?? parent, { typeface, size, room, ink: 'grey' })) {
        word.draw(pen, left, y + foot - baseline(size));
      }
      const from = left + extentOf(blank, { typeface, size }).whole + 4 * scale;
      pen.unread(() => pen.line([from, y + foot], [right, y + foot], { width: 0.6 }));
      left = right + GAP * scale;
    }
  };
  return { height, draw };
}

/** On lines of their own. */
export const blanksUnder = (blanks: readonly string[], parent: Tag, setting: Setting): Strip[] =>
  rowsOf(blanks, setting.room / setting.scale).map((row) => strip(row, parent, setting, HEIGHT * setting.scale));

/** On the line of a text, none where that leaves too little room to write. */
export function blanksBeside(blanks: readonly string[], parent: Tag, setting: Setting): Strip[] {
  const [row, ...more] = rowsOf(blanks, setting.room / setting.scale);
  if (!row || more.length > 0 || setting.room < needed(blanks, blanks.length - 1) * setting.scale) return [];
  return [strip(row, parent, setting, HEIGHT * 0.8 * setting.scale)];
}
