// Charts on a terminal: a bar for each amount, with the numbers under one another.
import type { ChartRow } from '../views/view.ts';
import { amountSentence, type Chart } from './chart-words.ts';
import type { Line } from './lines.ts';
import type { Page } from './page.ts';
import { wrap } from './wrap.ts';

const INK = { unicode: { plain: '█', soon: '▒', bad: '▓' }, ascii: { plain: '#', soon: '=', bad: '%' } } as const;
const GAP = 2;
const LEAST = 8;
const MOST = 40;

export function chartLines(chart: Chart, page: Page): Line[] {
  const { title, rows } = chart;
  const caption = wrap(`${title}:`, page.width, page);
  const labels = Math.max(0, ...rows.map(({ label }) => page.measure(label))) + GAP;
  const amounts = Math.max(0, ...rows.map(({ value }) => String(value).length));
  const notes = Math.max(0, ...rows.map((row) => page.measure(noteText(row))));
  const columns = Math.min(MOST, page.width - labels - GAP - amounts - notes);
  if (columns < LEAST) {
    const said = rows.flatMap((row) =>
      wrap(`${row.label}: ${amountSentence(row, chart)}`, page.width, page, { hang: GAP }),
    );
    return [...caption, ...said];
  }
  const largest = Math.max(...rows.map(({ value }) => value));
  const ink = page.unicode ? INK.unicode : INK.ascii;
  const drawn = rows.map((row): Line => {
    const { label, value, tone = 'plain' } = row;
    // What is there can be seen, however little it is.
    const cells = Math.max(value > 0 ? 1 : 0, Math.round((value / Math.max(1, largest)) * columns));
    const name = label + ' '.repeat(labels - page.measure(label));
    const amount = String(value).padStart(amounts);
    const bar = page.palette.tones[tone](ink[tone].repeat(cells));
    const rest = `${' '.repeat(columns - cells + GAP)}${amount}${noteText(row)}`;
    return { text: `${name}${bar}${rest}`, width: labels + columns + GAP + amounts + page.measure(noteText(row)) };
  });
  return [...caption, ...drawn];
}

const noteText = ({ note }: ChartRow): string => (note === undefined ? '' : `, ${note}`);
