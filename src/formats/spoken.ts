// The text format for screen readers: every line is one sentence `key: value` in words, nothing is aligned or wrapped.
import type { Block, Item, Text, View } from '../views/view.ts';
import { barSentence } from './bar-words.ts';
import { amountSentence } from './chart-words.ts';
import { markWords } from './marks.ts';
import { isolated } from './safe-text.ts';
import { meterText } from './text-meters.ts';
import { cellText, isBlank, listed, partsOf } from './text-parts.ts';

/** The words of a text on one line. */
function plain(text: Text = ''): string {
  const words = partsOf(text).map((part) => (part.kind === 'user' ? isolated(part.text) : part.text));
  return words.join('').replace(/ +/g, ' ').trim();
}

const sentence = (key: string, value: string): string => `${key}: ${value || 'none'}`;

/** A label that starts with a number is that of a step: `Step 3 Admission`. */
function itemKey({ label }: Item): string {
  if (label === undefined || isBlank(label)) return 'Item';
  const name = plain(label);
  return /^\d/.test(name) ? `Step ${name}` : name;
}

function itemLines(item: Item): string[] {
  const key = itemKey(item);
  const details = (item.details ?? []).filter((detail) => !isBlank(detail));
  return [
    sentence(key, listed([markWords[item.mark], plain(item.text), plain(item.aside)])),
    ...details.map((detail) => sentence(`${key}, detail`, plain(detail))),
  ];
}

function tableLines({ columns, rows }: Extract<Block, { readonly type: 'table' }>): string[] {
  if (rows.length === 0) return [sentence('Rows', '')];
  return rows.map((row, index) => {
    const cells = columns.map(({ title }, column) => {
      const cell = row[column];
      return sentence(plain(title), cell === undefined ? '' : plain(cellText(cell)));
    });
    return sentence(`Row ${index + 1} of ${rows.length}`, cells.join('; '));
  });
}

function blockLines(block: Block): string[] {
  switch (block.type) {
    case 'title':
      return [sentence('Title', listed([plain(block.text), plain(block.aside)]))];
    case 'heading':
      return [sentence('Section', plain(block.text))];
    case 'paragraph':
      return isBlank(block.text) ? [] : [sentence('Note', plain(block.text))];
    case 'items':
      return block.items.flatMap(itemLines);
    case 'callout': {
      const label = plain(block.label);
      const command =
        block.command === undefined ? [] : [sentence(`${label}, type`, plain({ command: block.command }))];
      return [sentence(label, plain(block.text)), ...command];
    }
    case 'bars':
      return block.bars.map((bar) => sentence(bar.label, barSentence(bar)));
    case 'meters':
      return block.meters.map((meter) => sentence(meter.label, meterText(meter, block.unit)));
    case 'chart':
      return block.rows.map((row) => sentence(`${block.title}, ${row.label}`, amountSentence(row, block)));
    case 'fields':
      return block.fields.map(({ label, text }) => sentence(plain(label), plain(text)));
    case 'table':
      return tableLines(block);
    case 'page-break':
      return [];
  }
}

export function spoken(view: View): string {
  const lines = view.blocks.flatMap(blockLines);
  return lines.length === 0 ? '\n' : lines.map((line) => `${line}\n`).join('');
}
