// Bars of time against months, drawn in as many columns as there are.
import { type CivilDate, daysBetween, monthName, partsOf } from '../domain/civil-date.ts';
import type { Block } from '../views/view.ts';
import { barText } from './bar-words.ts';
import type { Line } from './lines.ts';
import type { Page } from './page.ts';

type Bars = Extract<Block, { readonly type: 'bars' }>;

const INK = {
  unicode: { fact: '█', range: '▒', window: '─', today: '│' },
  ascii: { fact: '#', range: '=', window: '-', today: '|' },
} as const;

export function barLines({ from, to, today, bars }: Bars, page: Page): Line[] {
  const labels = Math.max(...bars.map(({ label }) => label.length)) + 2;
  const columns = page.width - labels;
  if (columns < LEAST) return bars.map((bar) => line(`${bar.label}: ${barText(bar)}`));
  const days = Math.max(1, daysBetween(from, to));
  const at = (day: CivilDate) =>
    Math.max(0, Math.min(columns - 1, Math.round((daysBetween(from, day) / days) * (columns - 1))));
  const ink = page.unicode ? INK.unicode : INK.ascii;
  const rows = bars.map(({ label, kind, from: start, to: end }) => {
    const cells = Array.from({ length: columns }, () => ' ');
    cells[at(today)] = ink.today;
    for (let column = at(start); column <= at(end); column += 1) cells[column] = ink[kind];
    return line(`${label.padEnd(labels)}${cells.join('').trimEnd()}`);
  });
  return [line(`${' '.repeat(labels)}${months(from, to, at, columns)}`), ...rows];
}

const LEAST = 24;

const line = (text: string): Line => ({ text, width: text.length });

/** Short names of months at their first days, where there is room for them; the first of each year tells the year. */
function months(from: CivilDate, to: CivilDate, at: (day: CivilDate) => number, columns: number): string {
  let text = '';
  let told: number | undefined;
  const { year, month } = partsOf(from);
  for (let index = 0; ; index += 1) {
    const [y, m] = [year + Math.floor((month - 1 + index) / 12), ((month - 1 + index) % 12) + 1];
    const first = `${y}-${String(m).padStart(2, '0')}-01` as CivilDate;
    if (first > to) return text;
    const name = y === told ? monthName(m).slice(0, 3) : `${monthName(m).slice(0, 3)} ${y}`;
    const column = first < from ? 0 : at(first);
    const isRoomy = (text === '' || column > text.length) && column + name.length <= columns;
    if (!isRoomy) continue;
    text = `${text.padEnd(column)}${name}`;
    told = y;
  }
}
