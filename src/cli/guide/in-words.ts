// A view as the guide shows it: without commands, because here one chooses and does not type them.
import type { Block, Text, View } from '../../views/view.ts';

export const inWords = (view: View): View => ({ ...view, blocks: view.blocks.flatMap(blockInWords) });

function blockInWords(block: Block): Block[] {
  if (block.type === 'paragraph') return hasCommand(block.text) ? [] : [block];
  if (block.type !== 'callout') return [block];
  const { command, text, ...rest } = block;
  return [{ ...rest, text: command !== undefined && typeof text === 'string' ? text.replace(/:$/, '.') : text }];
}

const hasCommand = (text: Text): boolean =>
  typeof text === 'object' && ('command' in text || (Array.isArray(text) && text.some(hasCommand)));
