// Commands of an answer as they are typed for the candidate it is about, where there are others.
import { commandFor } from '../domain/roster-row.ts';
import type { Block, Data, Text, View } from './view.ts';

/** Whether a line to type is about one candidate. */
export type IsOfOne = (command: string) => boolean;

export function typedFor(view: View, id: string, isOfOne: IsOfOne): View {
  const typed = typing(id, isOfOne);
  return {
    ...view,
    data: dataFor(view.data, id, isOfOne),
    blocks: view.blocks.map((block) => withCommands(block, typed)),
  };
}

/** Programs are told the next command as people are. */
export function dataFor(data: Data, id: string, isOfOne: IsOfOne): Data {
  const next = data['next'] as { readonly command?: unknown } | null | undefined;
  return typeof next?.command === 'string'
    ? { ...data, next: { ...next, command: typing(id, isOfOne)(next.command) } }
    : data;
}

const typing = (id: string, isOfOne: IsOfOne) => (command: string) =>
  isOfOne(command) ? commandFor(command, id) : command;

function withCommands(block: Block, typed: (command: string) => string): Block {
  if (block.type === 'paragraph') return { ...block, text: retyped(block.text, typed) };
  if (block.type !== 'callout' || block.command === undefined) return block;
  return { ...block, command: typed(block.command) };
}

function retyped(text: Text, typed: (command: string) => string): Text {
  if (typeof text === 'string') return text;
  if (Array.isArray(text)) return text.flatMap((part) => retyped(part, typed));
  return 'command' in text ? { command: typed(text.command) } : (text as Text);
}
