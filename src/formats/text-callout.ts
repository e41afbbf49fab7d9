// Lays out a callout as text: a label, a remark that hangs under it, and on a line of its own what to type.
import type { Block } from '../views/view.ts';
import { type Line, shifted } from './lines.ts';
import type { Page } from './page.ts';
import { oneLine, wrap } from './wrap.ts';

type Callout = Extract<Block, { readonly type: 'callout' }>;

/** The label takes the colour of the tone; the remark stays in the colour that reads best. */
function tinted(page: Page, tone: Callout['tone'] = 'plain'): Page {
  const { strong, tones } = page.palette;
  return { ...page, palette: { ...page.palette, strong: (text) => tones[tone](strong(text)) } };
}

export function calloutLines({ label, text, command, tone }: Callout, page: Page): Line[] {
  const hang = page.narrow ? 2 : 6;
  const remark = wrap([{ strong: `${label}:` }, ' ', text].flat(), page.width, tinted(page, tone), { hang });
  if (command === undefined) return remark;
  // A long command moves left until it fits: in one piece it can be copied.
  const typed = oneLine({ command }, page);
  const indent = [hang, 2].find((indent) => indent + typed.width <= page.width) ?? 0;
  return [...remark, ...shifted([typed], indent)];
}
