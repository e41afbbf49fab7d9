// Lays out labels and what they stand for as text: in two columns, or one after the other where that is too narrow.
import type { Text } from '../views/view.ts';
import { type Line, led, widest } from './lines.ts';
import { LEAST_COLUMN, type Page } from './page.ts';
import { isBlank } from './text-parts.ts';
import { oneLine, wrap } from './wrap.ts';

const GAP = 2;
const HANG = 2;

export interface Field {
  readonly label: string;
  readonly text: Text;
}

export function fieldLines(fields: readonly Field[], page: Page): Line[] {
  const labels = fields.map(({ label }) => oneLine(`${label}:`, page));
  const at = widest(labels, page.width / 3) + GAP;
  const columned = page.width - at >= LEAST_COLUMN && labels.every(({ width }) => width + GAP <= at);
  return fields.flatMap(({ label, text: given }, index) => {
    const text = isBlank(given) ? '-' : given;
    const head = labels[index];
    if (columned && head) return led(head, wrap(text, page.width - at, page), at);
    return wrap([`${label}: `, text].flat(), page.width, page, { hang: HANG });
  });
}
