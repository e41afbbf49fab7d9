// Writes meters as HTML: a bar drawn for the eye, and the numbers beside it as text for everybody.
import type { Block, Meter } from '../views/view.ts';
import { escaped } from './html-text.ts';
import { visible } from './safe-text.ts';
import { meterText } from './text-meters.ts';

type Meters = Extract<Block, { readonly type: 'meters' }>;

/** The drawing is as many units wide. */
const WIDTH = 100;
const HEIGHT = 6;

export function metersHtml({ meters, unit }: Meters): string[] {
  if (meters.length === 0) return [];
  const rows = meters.map(
    (meter) =>
      `<div><dt>${escaped(visible(meter.label))}</dt><dd>${drawing(meter)} ${escaped(meterText(meter, unit))}</dd></div>`,
  );
  return ['<dl class="fields meters">', ...rows, '</dl>'];
}

function drawing({ value, of }: Meter): string {
  const share = of > 0 ? Math.min(1, value / of) : 1;
  const filled = Math.round(share * WIDTH * 100) / 100;
  const rect = (kind: string, width: number) =>
    `<rect class="${kind}" width="${width}" height="${HEIGHT}" vector-effect="non-scaling-stroke"/>`;
  return `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true">${rect('range', WIDTH)}${rect('fact', filled)}</svg>`;
}
