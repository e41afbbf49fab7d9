// Meters: how much there is of what is needed, drawn as a bar beside the numbers.
import type { Block, Meter } from '../views/view.ts';
import type { Line } from './lines.ts';
import type { Page } from './page.ts';
import { wrap } from './wrap.ts';

type Meters = Extract<Block, { readonly type: 'meters' }>;

const INK = { unicode: ['█', '░'], ascii: ['#', '.'] } as const;
const GAP = 2;
const LEAST = 6;
const MOST = 30;

const amountText = ({ value, of }: Meter): string => `${value} of ${of}`;

/** `9 of 26 points` */
export const meterText = (meter: Meter, unit: string): string => `${amountText(meter)} ${unit}`;

const ON_PAPER = 20;

/** `███████░░░ 9 of 26 points` */
export function meterLine(meter: Meter, unit: string): string {
  const [full, empty] = INK.unicode;
  const cells = filled(meter, ON_PAPER);
  return `${full.repeat(cells)}${empty.repeat(ON_PAPER - cells)} ${meterText(meter, unit)}`;
}

export function meterLines({ meters, unit }: Meters, page: Page): Line[] {
  const labels = Math.max(...meters.map(({ label }) => page.measure(label))) + GAP;
  const amounts = Math.max(...meters.map((meter) => amountText(meter).length));
  const columns = Math.min(MOST, page.width - labels - GAP - amounts);
  if (columns < LEAST) {
    return meters.flatMap((meter) =>
      wrap(`${meter.label}: ${meterText(meter, unit)}`, page.width, page, { hang: GAP }),
    );
  }
  const [full, empty] = page.unicode ? INK.unicode : INK.ascii;
  return meters.map((meter) => {
    const cells = filled(meter, columns);
    const paint = page.palette.tones[meter.value >= meter.of ? 'good' : 'plain'];
    const label = meter.label + ' '.repeat(labels - page.measure(meter.label));
    const amount = amountText(meter).padStart(amounts + GAP);
    const bar = full.repeat(cells) + empty.repeat(columns - cells);
    return { text: `${label}${paint(bar)}${amount}`, width: labels + columns + GAP + amounts };
  });
}

/** Only what is complete looks complete, and what has begun looks begun. */
function filled({ value, of }: Meter, columns: number): number {
  if (value >= of) return columns;
  return Math.max(value > 0 ? 1 : 0, Math.min(columns - 1, Math.floor((value / of) * columns)));
}
