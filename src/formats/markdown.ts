// The Markdown format: for notes, issues and pages; a record of a table stays on one line.
import type { Block, Item, View } from '../views/view.ts';
import { barText } from './bar-words.ts';
import { chartTable } from './chart-words.ts';
import type { Format } from './format.ts';
import { bold, cellInline, inline } from './markdown-text.ts';
import { markWords } from './marks.ts';
import { meterText } from './text-meters.ts';
import { cellText, isBlank, listed } from './text-parts.ts';

/** Between spaces underscores are no markup. */
const BLANK = '_'.repeat(12);

const BOXES: Partial<Record<Item['mark'], string>> = { ticked: '[x] ', unticked: '[ ] ' };

function itemLines(item: Item, bullet: string): string[] {
  const { mark, label = '', text, aside = '', details = [], blanks = [] } = item;
  const box = BOXES[mark];
  const state = box === undefined ? markWords[mark] : '';
  const name = isBlank(label) ? state : bold(label) + (state === '' ? '' : ` (${state})`);
  const said = listed([inline(text), inline(aside)]);
  const line = `${bullet} ${box ?? ''}${[name, said].filter((part) => part !== '').join(': ')}`;
  const under = details.filter((detail) => !isBlank(detail)).map((detail) => inline(detail));
  const toWrite = blanks.length === 0 ? [] : [blanks.map((blank) => `${inline(blank)}: ${BLANK}`).join(' ')];
  return [line, ...[...under, ...toWrite].map((each) => `  ${bullet} ${each}`)];
}

function tableLines({ columns, rows }: Extract<Block, { readonly type: 'table' }>): string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [
    line(columns.map(({ title }) => cellInline(title))),
    line(columns.map(({ align }) => (align === 'right' ? '---:' : '---'))),
    ...rows.map((row) => line(columns.map((_, index) => (row[index] ? cellInline(cellText(row[index])) : '')))),
  ];
}

function blockLines(block: Block, bullet: string): string[] {
  switch (block.type) {
    case 'title':
      return [`# ${inline(block.text)}`, ...(isBlank(block.aside) ? [] : ['', inline(block.aside ?? '')])];
    case 'heading':
      return [`## ${inline(block.text)}`];
    case 'paragraph':
      return isBlank(block.text) ? [] : [inline(block.text)];
    case 'items':
      return block.items.flatMap((item) => itemLines(item, bullet));
    case 'callout': {
      const command = block.command === undefined ? [] : ['>', `> ${inline({ command: block.command })}`];
      return [`> ${bold(`${block.label}:`)} ${inline(block.text)}`, ...command];
    }
    case 'fields':
      return block.fields.map(({ label, text }) => `${bullet} ${bold(`${label}:`)} ${inline(text)}`.trimEnd());
    case 'bars':
      return block.bars.map((bar) => `${bullet} ${bold(`${bar.label}:`)} ${inline(barText(bar))}`);
    case 'meters':
      return block.meters.map(
        (meter) => `${bullet} ${bold(`${meter.label}:`)} ${inline(meterText(meter, block.unit))}`,
      );
    case 'chart':
      return [bold(block.title), '', ...tableLines(chartTable(block))];
    case 'table':
      return tableLines(block);
    case 'page-break':
      return [];
  }
}

const lists: readonly Block['type'][] = ['items', 'fields', 'bars', 'meters'];

function written(view: View): string {
  const blocks: string[] = [];
  let bullet = '-';
  let listAbove = false;
  for (const block of view.blocks) {
    // Two lists with the same bullet, one after the other, would be read as one.
    const list = lists.includes(block.type);
    bullet = list && listAbove && bullet === '-' ? '*' : '-';
    const lines = blockLines(block, bullet);
    if (lines.length === 0) continue;
    blocks.push(lines.map((line) => `${line}\n`).join(''));
    listAbove = list;
  }
  return blocks.length === 0 ? '\n' : blocks.join('\n');
}

export const markdown = {
  name: 'markdown',
  extensions: ['md', 'markdown'],
  printed: true,
  render: async (view: View) => written(view),
} as const satisfies Format;
