// Lets stacks flow into the columns of pages: what belongs together stays together, and nothing is cut.
import { heightOf, type Stack, type Strip } from './strips.ts';

export interface Area {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly columns: number;
  /** between columns */
  readonly gutter: number;
}

interface Placed {
  readonly page: number;
  readonly x: number;
  readonly y: number;
  readonly strip: Strip;
  /** where an entry of the outline leads */
  readonly bookmark?: string | undefined;
  /** said before, as on the page before */
  readonly again?: boolean;
}

export interface Flow {
  readonly pages: number;
  readonly placed: readonly Placed[];
}

export const columnWidth = ({ width, columns, gutter }: Area): number => (width - gutter * (columns - 1)) / columns;

export function flow(stacks: readonly Stack[], area: Area): Flow {
  const placed: Placed[] = [];
  const pitch = columnWidth(area) + area.gutter;
  const bottom = area.top + area.height;
  let columns = 1;
  let page = 0;
  let column = 0;
  /** Where the columns of this page begin, and where the next strip goes. */
  let [start, y] = [area.top, area.top];

  const nextPage = () => {
    page += 1;
    column = 0;
    [start, y] = [area.top, area.top];
  };
  const nextColumn = () => {
    if (column + 1 >= columns) return nextPage();
    column += 1;
    y = start;
  };
  const put = (strip: Strip, more: Partial<Placed> = {}) => {
    placed.push({ page, x: area.left + column * pitch, y, strip, ...more });
    y += strip.height;
  };
  const fits = (height: number) => y + height <= bottom + 0.01;

  let above: Stack | undefined;
  for (const [index, stack] of stacks.entries()) {
    if (stack.pageBefore && placed.length > 0) nextPage();
    if (!stack.wide && columns < area.columns) [columns, start] = [area.columns, y + (y > area.top ? stack.above : 0)];
    const needed = neededFor(stacks, index, area.height);
    let gap = y === start ? 0 : stack.above;
    // Headings at the foot of a column, and stacks cut in two, go on in the next one instead.
    if (y > start && !fits(gap + needed)) {
      nextColumn();
      gap = 0;
      if (stack.again && above?.again === stack.again) put(stack.again, { again: true });
    }
    y += gap;
    for (const [at, strip] of stack.strips.entries()) {
      const rest = stack.strips.slice(at);
      const leavesOne = rest.length === 2 && at > 0 && !fits(heightOf(rest));
      if (y > start && (!fits(strip.height) || leavesOne)) {
        nextColumn();
        if (stack.again) put(stack.again, { again: true });
      }
      put(strip, { bookmark: at === 0 ? stack.bookmark : undefined });
    }
    above = stack;
  }
  return { pages: page + 1, placed };
}

/** A stack taller than this share of a page may be cut. */
const TALL = 0.6;

/** The height that has to be free for a stack to begin here, with what must follow it. */
function neededFor(stacks: readonly Stack[], index: number, pageHeight: number): number {
  const stack = stacks[index];
  if (!stack) return 0;
  const whole = heightOf(stack.strips);
  if (stack.withNext) {
    const next = stacks[index + 1];
    return whole + (next && !next.pageBefore ? next.above + neededFor(stacks, index + 1, pageHeight) : 0);
  }
  return whole <= pageHeight * TALL ? whole : heightOf(stack.strips.slice(0, 2));
}
