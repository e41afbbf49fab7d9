// The papers that one candidate has in hand, for whoever asks about them.
import { type CivilDate, shortDate } from '../domain/civil-date.ts';
import type { Block, Cell, Column } from './view.ts';

export interface PaperInHand {
  readonly item: string;
  readonly title: string;
  readonly on: CivilDate;
  readonly validUntil: CivilDate | undefined;
}

const paperColumns: readonly Column[] = [
  { key: 'paper', title: 'Paper' },
  { key: 'on', title: 'In hand since' },
  { key: 'valid-until', title: 'Valid until' },
];

export function paperBlocks(papers: readonly PaperInHand[], today: CivilDate): Block[] {
  if (papers.length === 0) return [];
  const rows = papers.map(({ title, on, validUntil }): Cell[] => {
    const isOver = validUntil !== undefined && validUntil < today;
    const text = validUntil === undefined ? '' : `${shortDate(validUntil)}${isOver ? ', expired' : ''}`;
    return [
      { value: title, text: title },
      { value: on, text: shortDate(on) },
      { value: validUntil ?? null, text, ...(isOver ? { tone: 'bad' } : {}) },
    ];
  });
  return [
    { type: 'heading', text: 'Papers in hand' },
    { type: 'table', columns: paperColumns, rows },
  ];
}
