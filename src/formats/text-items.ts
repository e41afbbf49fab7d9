// Lays out items as text: in columns with the aside at the right edge, or stacked where those would be too narrow.
import type { Item } from '../views/view.ts';
import { emptyLine, flushRight, joined, type Line, led, shifted, widest } from './lines.ts';
import { LEAST_COLUMN, type Page } from './page.ts';
import { oneLine, wrap } from './wrap.ts';

const LABEL_GAP = 3;
const ASIDE_GAP = 2;

/** Where things stand on the lines of one block of items. */
interface Grid {
  readonly margin: number;
  /** where labels start */
  readonly start: number;
  /** where text starts when it stands beside the labels */
  readonly body: number;
  /** the width of the column of asides and its gap, 0 without asides */
  readonly asides: number;
  readonly columned: boolean;
}

function gridOf(items: readonly Item[], page: Page): Grid {
  const limit = page.width / 3;
  const labels = items.map((item) => oneLine(item.label ?? '', page));
  const label = widest(labels, limit);
  const aside = widest(
    items.map((item) => oneLine(item.aside ?? '', page)),
    limit,
  );
  const margin = page.narrow ? 0 : 2;
  const start = margin + page.glyphs.markWidth + 1;
  const body = label === 0 ? start : start + label + LABEL_GAP;
  const asides = aside === 0 ? 0 : aside + ASIDE_GAP;
  // An endless label may stand out; where many are long, all look the same.
  const endless = labels.filter(({ width }) => width > limit).length;
  const columned = page.width - body - asides >= LEAST_COLUMN && endless <= labels.length / 4;
  return { margin, start, body, asides, columned };
}

function itemLines(item: Item, grid: Grid, page: Page): Line[] {
  const { glyphs, palette, width } = page;
  const mark = { text: palette.marks[item.mark](glyphs.marks[item.mark]), width: glyphs.markWidth };
  const lead = joined(emptyLine, mark, grid.margin);
  const paint = palette.tones[item.tone ?? 'plain'];
  const labelPaint = item.mark === 'current' ? palette.strong : undefined;
  const label = oneLine(item.label ?? '', page, labelPaint);
  const aside = oneLine(item.aside ?? '', page);
  const beside = grid.columned && (label.width === 0 || grid.start + label.width + LABEL_GAP <= grid.body);

  const at = beside ? grid.body : grid.start;
  const kept = beside && aside.width > 0 ? grid.asides : 0;
  const text = wrap(item.text, width - at - kept, page, { paint });
  const details = (item.details ?? []).flatMap((detail) => wrap(detail, width - at, page));

  // Where the text can't stand beside the label it goes under it, and the aside stays with the label.
  const stacked = !beside && label.width > 0;
  const named = wrap(item.label ?? '', width - grid.start, page, { paint: labelPaint });
  const top = stacked ? led(lead, named, grid.start) : led(led(lead, [label], grid.start)[0] ?? lead, text, at);
  const under = shifted(stacked ? [...text, ...details] : details, at);
  if (aside.width === 0) return [...top, ...under];
  const right = flushRight(top, aside, width);
  return right ? [...right, ...under] : [...top, ...shifted(wrap(item.aside ?? '', width - at, page), at), ...under];
}

export function itemsLines(items: readonly Item[], page: Page): Line[] {
  const grid = gridOf(items, page);
  return items.flatMap((item) => itemLines(item, grid, page));
}
