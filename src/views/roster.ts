// The roster as a table: who, where, what is next and by when.
import { type CivilDate, shortDate } from '../domain/civil-date.ts';
import type { RosterRow } from '../domain/roster-row.ts';
import { steps } from '../domain/steps.ts';
import type { Block, Cell, Tone, View } from './view.ts';

export interface RosterInput {
  readonly rows: readonly RosterRow[];
  /** ids of those that can't be read */
  readonly unread: readonly string[];
}

const columns = [
  { key: 'id', title: 'Id' },
  { key: 'name', title: 'Name' },
  { key: 'credential', title: 'Credential' },
  { key: 'country', title: 'Country' },
  { key: 'current', title: 'Step' },
  { key: 'worst', title: 'State' },
  { key: 'by', title: 'By' },
  { key: 'next', title: 'Next' },
];

export function rosterView({ rows, unread }: RosterInput, today: CivilDate): View {
  const blocks: Block[] =
    rows.length === 0
      ? [{ type: 'paragraph', text: 'No candidate is meant by this.' }]
      : [{ type: 'table', columns, rows: rows.map(cellsOf) }];
  return {
    name: 'candidates',
    today,
    data: { candidates: rows, unread },
    blocks: [...blocks, ...unreadBlock(unread)],
  };
}

function cellsOf({ id, name, credential, country, current, worst, next, worstDate }: RosterRow): Cell[] {
  const tone: Tone = worst === 'missed' ? 'bad' : worst === 'due' || worst === 'soon' ? 'soon' : 'plain';
  const by = next?.by ?? worstDate?.date ?? null;
  return [
    { value: id },
    { value: name, text: { user: name } },
    { value: credential },
    { value: country },
    { value: current, text: current === null ? 'all done' : steps[current].title },
    { value: worst, tone },
    { value: by, text: by === null ? '' : shortDate(by), tone },
    { value: next?.action ?? null, text: next?.action.replace(/[.:;].*$/, '') ?? '' },
  ];
}

export const unreadBlock = (unread: readonly string[]): Block[] =>
  unread.length === 0
    ? []
    : [
        {
          type: 'callout',
          label: 'Warning',
          text: `${unread.length} can't be read and are left out: ${unread.slice(0, 8).join(', ')}${unread.length > 8 ? ', …' : ''}.`,
          command: 'ascpi doctor',
          tone: 'bad',
        },
      ];
