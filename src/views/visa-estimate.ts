// The months to go in the visa queue, said as a range from what was observed, with its limits.
import { type Month, monthTitle } from '../domain/bulletin-month.ts';
import type { Estimate } from '../domain/visa-estimate.ts';
import type { Block, Data } from './view.ts';

type Told = Estimate | { readonly untold: string };

const months = (count: number): string => `${count} month${count === 1 ? '' : 's'}`;

/** `3 to 22 months after the bulletin of August 2019: November 2019 to June 2021` */
function rangeText({ earliest, latest }: Estimate, bulletin: Month): string {
  const after = `after the bulletin of ${monthTitle(bulletin)}`;
  const from = monthTitle(earliest.bulletin);
  if (latest === null)
    return `${months(earliest.months)} or more ${after}: ${from}, or later with no end that can be told`;
  if (latest.months === earliest.months) return `About ${months(earliest.months)} ${after}: ${from}`;
  return `${earliest.months} to ${months(latest.months)} ${after}: ${from} to ${monthTitle(latest.bulletin)}`;
}

export function estimateBlocks(estimate: Told, bulletin: Month): Block[] {
  const heading: Block = { type: 'heading', text: 'How long it may take' };
  if ('untold' in estimate) {
    return [heading, { type: 'paragraph', text: `This cannot be told from what is known: ${estimate.untold}.` }];
  }
  const { moves, from, atMost } = estimate;
  const fewer = moves < atMost ? ` With the bulletins of ${atMost} months it would be surer.` : '';
  return [
    heading,
    { type: 'paragraph', text: `${rangeText(estimate, bulletin)}.` },
    {
      type: 'paragraph',
      text: `This supposes that months like those since ${monthTitle(from)} come again, and leaves out the quickest and the slowest tenth. It rests on ${moves} moves.${fewer} It is no promise: cut-offs stop, jump and go back without notice.`,
    },
  ];
}

export const estimateData = (estimate: Told): Data =>
  'untold' in estimate
    ? { earliest: null, latest: null, moves: null, from: null, atMost: null, untold: estimate.untold }
    : { ...estimate, untold: null };
