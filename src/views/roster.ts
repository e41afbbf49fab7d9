// The roster as a table: who, where, what is next and by when.
import { type CivilDate, dayDate, shortDate } from '../domain/civil-date.ts';
import { type Filter, filterText } from '../domain/filter.ts';
import type { RosterRow, Standing } from '../domain/roster-row.ts';
import { steps } from '../domain/steps.ts';
import type { DateState } from '../domain/timeline.ts';
import type { Block, Cell, Column, Tone, View } from './view.ts';

export interface RosterInput {
  readonly rows: readonly RosterRow[];
  /** how many there are, chosen or not */
  readonly total: number;
  /** what chose the rows */
  readonly filter: Filter;
  /** ids of those that can't be read */
  readonly unread: readonly string[];
  /** with how many there are above the table; a pipe is given records alone */
  readonly titled: boolean;
}

const columns: readonly Column[] = [
  { key: 'id', title: 'Id' },
  { key: 'name', title: 'Name', least: 12, spare: 2 },
  { key: 'credential', title: 'Credential', spare: 5 },
  { key: 'country', title: 'Country', spare: 4 },
  { key: 'current', title: 'Step', spare: 1 },
  { key: 'next', title: 'Next', least: 16, spare: 3 },
  { key: 'by', title: 'By' },
  { key: 'worst', title: 'State', least: 7 },
];

/** As one speaks of the worst date of a candidate. */
export const stateWords: Readonly<Record<DateState, string>> = {
  missed: 'missed',
  due: 'today',
  past: 'late',
  soon: 'soon',
  ahead: 'ahead',
  met: '',
};

/** What each format asks for is made when it asks: of a large roster one of them is enough. */
export function rosterView({ rows, total, filter, unread, titled }: RosterInput, today: CivilDate): View {
  return {
    name: 'candidates',
    today,
    data: { total, filter, candidates: rows, unread },
    get blocks() {
      return [
        ...(titled && total > 0 ? titleBlocks(rows, total, filter, today) : []),
        ...(rows.length === 0
          ? nobody(total, unread)
          : [{ type: 'table', columns, rows: rows.map(rowCells()) } as const]),
        ...unreadBlock(unread),
      ];
    },
    get sheet() {
      const cellsOf = rowCells();
      return { columns: [...columns, ...more], rows: rows.map((row) => [...cellsOf(row), ...moreOf(row)]) };
    },
  };
}

/** What a spreadsheet has room for beside the rest. */
const more: readonly Column[] = [
  { key: 'date', title: 'State of' },
  { key: 'tags', title: 'Tags' },
  { key: 'owner', title: 'Looked after by' },
];
const moreOf = ({ worstDate, tags, owner }: RosterRow): Cell[] => [
  { value: worstDate?.title ?? null },
  { value: tags.join(', ') },
  { value: owner },
];

function titleBlocks(rows: readonly RosterRow[], total: number, filter: Filter, today: CivilDate): Block[] {
  const all = `${total} candidate${total === 1 ? '' : 's'}`;
  const chosen = filterText(filter);
  const counts = (['missed', 'due', 'past', 'soon'] as const).flatMap((state) => {
    const count = rows.filter(({ worst }) => worst === state).length;
    return count > 0 ? [`${count} ${stateWords[state]}`] : [];
  });
  const parts = [chosen && [`chosen by `, { user: chosen }], counts.join(', ')].filter(Boolean);
  const said = parts.flatMap((part, index) => [...(index > 0 ? ['; '] : []), ...[part].flat()]);
  return [
    {
      type: 'title',
      text: chosen === '' ? all : `${rows.length} of ${all}`,
      aside: `as of ${dayDate(today)}`,
    },
    ...(said.length > 0 ? [{ type: 'paragraph', text: said } as const] : []),
  ];
}

function nobody(total: number, unread: readonly string[]): Block[] {
  if (total > 0) return [{ type: 'paragraph', text: 'No candidate is meant by this.' }];
  // Somebody is there: the block that names them follows.
  if (unread.length > 0) return [];
  return [
    {
      type: 'paragraph',
      text: ['There are no candidates yet. Add one: ', { command: 'ascpi candidates add --name "<name>"' }],
    },
  ];
}

/** Cells that say the same are one: a long roster says few things. */
function rowCells(): (row: RosterRow) => Cell[] {
  const plain = new Map<string | null, Cell>();
  const plainCell = (value: string | null): Cell => {
    const cell = plain.get(value) ?? { value };
    plain.set(value, cell);
    return cell;
  };
  const standing = new Map<unknown, readonly Cell[]>();
  return (row) => {
    // One object belongs to one standing, however many are in it.
    const { worstDate } = row;
    const cells = standing.get(worstDate) ?? standingCells(row);
    if (worstDate) standing.set(worstDate, cells);
    return [
      { value: row.id },
      { value: row.name, text: { user: row.name } },
      plainCell(row.credential),
      plainCell(row.country),
      ...cells,
    ];
  };
}

function standingCells({ current, worst, next, worstDate }: Standing): Cell[] {
  const tone: Tone =
    worst === 'missed' || worst === 'past' ? 'bad' : worst === 'due' || worst === 'soon' ? 'soon' : 'plain';
  const by = worstDate?.date ?? null;
  return [
    { value: current, text: current === null ? 'all done' : steps[current].title },
    { value: next?.action ?? null, text: next?.action.replace(/[.:;].*$/, '') ?? '' },
    { value: by, text: by === null ? '' : shortDate(by), tone },
    { value: worst, text: stateOf({ worst, worstDate, next }), tone },
  ];
}

/** Of the date in the column before it, which is named where the next action has another one. */
function stateOf({ worst, worstDate, next }: Pick<Standing, 'worst' | 'worstDate' | 'next'>): string {
  if (worst === null) return '';
  const isOfNext = (next?.by ?? worstDate?.date) === worstDate?.date;
  return isOfNext ? stateWords[worst] : `${stateWords[worst]}: ${worstDate?.title}`;
}

export const unreadBlock = (unread: readonly string[]): Block[] =>
  unread.length === 0
    ? []
    : [
        {
          type: 'callout',
          label: 'Warning',
          text: `${unread.length} candidate${unread.length === 1 ? '' : 's'} can't be read and ${unread.length === 1 ? 'is' : 'are'} left out: ${unread.slice(0, 8).join(', ')}${unread.length > 8 ? ', …' : ''}.`,
          command: 'ascpi doctor',
          tone: 'bad',
        },
      ];
