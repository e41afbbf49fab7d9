// The receipt of what is recorded for credential maintenance: what it comes to, in place of the next step.
import type { Block, Data, Text } from '../../views/view.ts';
import type { Outcome } from '../command.ts';

/** The answer to a change with what follows for the cycle. */
export function withCycle(outcome: Outcome, said: readonly Text[], data: Data = {}): Outcome {
  const { view } = outcome;
  const isNext = (block: Block) => block.type === 'callout' && block.label === 'Next';
  const [first, ...others] = view.blocks.filter((block) => !isNext(block));
  const paragraphs = said.map((text): Block => ({ type: 'paragraph', text }));
  return {
    ...outcome,
    view: { ...view, data: { ...view.data, ...data }, blocks: [...(first ? [first] : []), ...paragraphs, ...others] },
  };
}
