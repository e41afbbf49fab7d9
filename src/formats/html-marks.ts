// The marks of items as small drawings that look the same with every font, in colour and without.
import type { Mark } from '../views/view.ts';

const CIRCLE = '<circle cx="8" cy="8" r="6.5"/>';
const BOX = '<rect x="1.5" y="1.5" width="13" height="13" rx="2"/>';
const TICK = '<path d="M4.5 8.5l2.5 2.5 4.5-6"/>';

const drawings = {
  done: `<g class="full">${CIRCLE}${TICK}</g>`,
  current: `${CIRCLE}<path class="solid" d="M6.5 4.8l4.6 3.2-4.6 3.2z"/>`,
  waiting: CIRCLE,
  missed: `${CIRCLE}<path d="M5.5 5.5l5 5m0-5l-5 5"/>`,
  ticked: `<g class="full">${BOX}${TICK}</g>`,
  unticked: BOX,
  bullet: '<circle class="solid" cx="8" cy="8" r="2"/>',
} as const satisfies Record<Mark, string>;

export const markSvg = (mark: Mark): string =>
  `<svg class="mark" viewBox="0 0 16 16" aria-hidden="true">${drawings[mark]}</svg>`;
