// The months to go in the visa queue, said as a range from what was observed, with its limits.
import { monthTitle } from '../domain/bulletin-month.ts';
import type { Estimate } from '../domain/visa-estimate.ts';
import type { Block, Data } from './view.ts';

type Told = Estimate | { readonly untold: string };

const months = (count: number): string => `${count} month${count === 1 ? '' : 's'}`;

function rangeText({ earliest, latest }: Estimate): string {
  const from = monthTitle(earliest.bulletin);
  if (latest === null) return `${months(earliest.months)} or more: ${from}, or later without an end that can be told`;
  if (latest.months === earliest.months) return `about ${months(earliest.months)}: ${from}`;
  return `${earliest.months} to ${months(latest.months)}: ${from} to ${monthTitle(latest.bulletin)}`;
}

export function estimateBlocks(estimate: Told): Block[] {
  const heading: Block = { type: 'heading', text: 'How long it may take' };
  if ('untold' in estimate) {
    return [heading, { type: 'paragraph', text: `This cannot be told from what is known: ${estimate.untold}.` }];
  }
  const { moves, from, atMost } = estimate;
  const fewer = moves < atMost ? ` With the bulletins of ${atMost} months it would be surer.` : '';
  return [
    heading,
    { type: 'paragraph', text: `From the bulletin you are measured by, ${rangeText(estimate)}.` },
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
