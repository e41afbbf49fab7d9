// Items on paper: mark, label, text, and the aside at the right edge; under them details, and lines to write on.
import type { Item, Text } from '../../views/view.ts';
import { markWords, unicodeGlyphs } from '../marks.ts';
import { isBlank } from '../text-parts.ts';
import { blanksBeside, blanksUnder } from './blanks.ts';
import type { Tag } from './pen.ts';
import { beside, lineHeight, type Setting, type Stack, type Strip, shifted, sizes, textStrips } from './strips.ts';
import { extentOf } from './text-lines.ts';

/** The least width that sentences can be read in, in letters. */
const LEAST = 13;
/** Between columns, in letters. */
const GAP = 0.9;
/** A label wider than this share of the page stands over its text. */
const WIDEST = 0.34;
/** How much larger a box to tick is than the letters beside it. */
const BOX = 1.35;
/** A text longer than this share of the page has the lines to write on under it. */
const HALF = 0.56;

interface Grid {
  /** where labels start */
  readonly start: number;
  /** where text starts beside labels */
  readonly body: number;
  /** of the column of asides, 0 without */
  readonly asides: number;
  readonly columned: boolean;
  /** where lines to write on start beside short texts */
  readonly blanks: number;
}

/** A dot that is clear enough on a screen is lost on paper. */
const signs = { ...unicodeGlyphs.marks, waiting: '○' };

/** Done and waiting steps recede behind what counts now. */
const isBold = ({ mark }: Item): boolean => mark !== 'done' && mark !== 'waiting';

function gridOf(items: readonly Item[], { typeface, room, scale }: Setting): Grid {
  const size = sizes.body * scale;
  const widest = (texts: readonly Text[], bold: boolean): number => {
    const widths = texts.map((text) => extentOf(text, { typeface, size, bold }).whole);
    return Math.max(0, ...widths.filter((width) => width <= room * WIDEST));
  };
  const labels = items.map(({ label = '' }) => label);
  const label = widest(labels, items.some(isBold));
  const aside = widest(
    items.map(({ aside = '' }) => aside),
    false,
  );
  const start = size * 1.75;
  const body = label === 0 ? start : start + label + size * GAP;
  const asides = aside === 0 ? 0 : aside + size * GAP;
  const columned = room - body - asides >= size * LEAST;
  const at = columned ? body : start;
  const toWrite = items.filter(({ blanks = [] }) => blanks.length > 0);
  const ends = toWrite.map(({ text }) => at + extentOf(text, { typeface, size }).whole + size);
  const blanks = Math.max(at, ...ends.filter((end) => end <= room * HALF));
  return { start, body, asides, columned, blanks };
}

export function itemStacks(items: readonly Item[], setting: Setting): Stack[] {
  const grid = gridOf(items, setting);
  const list: Tag = { type: 'L' };
  const isRoomy = items.some(({ details = [], blanks = [] }) => details.length + blanks.length > 0);
  return items.map((item, index) => ({
    strips: itemStrips(item, grid, list, setting),
    above: setting.scale * (isRoomy || index === 0 ? 6 : 3),
  }));
}

function itemStrips(item: Item, grid: Grid, list: Tag, setting: Setting): Strip[] {
  const { typeface, room, scale } = setting;
  const { label = '', aside = '', blanks = [], details = [], text } = item;
  const size = sizes.body * scale;
  const entry: Tag = { type: 'LI', parent: list };
  const body: Tag = { type: 'LBody', parent: entry };
  const part = (): Tag => ({ type: 'P', parent: body });

  const named = { typeface, size, bold: isBold(item) };
  const isNamed = !isBlank(label);
  const isBeside = isNamed && grid.columned && grid.start + extentOf(label, named).whole <= grid.body + 0.1;
  const at = isBeside ? grid.body : grid.start;
  const shape = { typeface, size, room: room - at };
  // An aside too wide for its column stands under the text.
  const isAsideBeside = extentOf(aside, shape).whole <= grid.asides;
  const isStacked = isNamed && !isBeside;
  const kept = isAsideBeside && !isBlank(aside) ? grid.asides : 0;

  const mark = markStrips(item, entry, setting);
  const name = shifted(textStrips(label, part(), { ...named, room: room - grid.start - kept }), grid.start);
  const said = shifted(textStrips(text, part(), { ...shape, room: shape.room - (isStacked ? 0 : kept) }), at);
  const day = textStrips(aside, part(), { ...shape, align: isAsideBeside ? 'right' : 'left' });
  const [right, below] = isAsideBeside ? [shifted(day, at), []] : [[], day];

  const isShort = at + extentOf(text, shape).whole + size <= grid.blanks + 0.1 && isBlank(aside);
  const line = isShort ? blanksBeside(blanks, body, { ...setting, room: room - grid.blanks }) : [];
  const top = isStacked
    ? [...beside(mark, name, right), ...said]
    : beside(mark, name, said, right, shifted(line, grid.blanks));
  const small = details
    .filter((detail) => !isBlank(detail))
    .flatMap((detail) => textStrips(detail, part(), { ...shape, size: sizes.detail * scale, ink: 'grey' }));
  const under = line.length > 0 ? [] : blanksUnder(blanks, body, { ...setting, room: shape.room });
  return [...top, ...shifted([...below, ...small, ...under], at)];
}

/** A box is larger than the letters beside it, and its line no higher. */
function markStrips({ mark, label, text }: Item, entry: Tag, { typeface, room, scale }: Setting): Strip[] {
  if (mark === 'bullet' && isBlank(label) && isBlank(text)) return [];
  const size = sizes.body * scale;
  const word = markWords[mark];
  const tag: Tag = { type: 'Lbl', parent: entry, ...(word === '' ? {} : { alt: word }) };
  const large = size * (mark === 'ticked' || mark === 'unticked' ? BOX : 1);
  const up = (lineHeight(large) - lineHeight(size)) * 0.6;
  return textStrips(signs[mark], tag, { typeface, room, size: large }).map(({ draw }) => ({
    height: lineHeight(size),
    draw: (pen, x, y) => draw(pen, x, y - up),
  }));
}
