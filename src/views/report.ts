// The cohort report: how many are where, whose windows end when, who needs somebody first, what could be lost, what changed.
import type { Calibration } from '../domain/calibration.ts';
import { type CivilDate, dayDate, shortDate } from '../domain/civil-date.ts';
import type { Cohort } from '../domain/cohort.ts';
import type { Changes } from '../domain/cohort-changes.ts';
import { type Filter, filterText } from '../domain/filter.ts';
import { moneyText } from '../domain/money.ts';
import type { RosterRow } from '../domain/roster-row.ts';
import { steps } from '../domain/steps.ts';
import { waitsTable } from './calibration.ts';
import { changeBlocks } from './report-changes.ts';
import { stepsChart, waitsChart, windowsChart } from './report-charts.ts';
import { reportData } from './report-data.ts';
import { stateWords, unreadBlock } from './roster.ts';
import type { Block, Cell, Column, Sheet, Tone, View } from './view.ts';

export interface ReportInput {
  readonly cohort: Cohort;
  /** so many of the worklist as are shown, as they are to be named */
  readonly worklist: readonly RosterRow[];
  /** how many there are, chosen or not */
  readonly total: number;
  readonly filter: Filter;
  readonly waits: { readonly rows: readonly Calibration[]; readonly least: number };
  /** undefined where no earlier report is remembered */
  readonly changes: Changes | undefined;
  /** by id, of those who are still there */
  readonly names: ReadonlyMap<string, string>;
  /** ids of those that can't be read */
  readonly unread: readonly string[];
}

export function reportView(input: ReportInput, today: CivilDate): View {
  const { cohort, total, unread, waits } = input;
  const blocks: Block[] = [
    { type: 'title', text: `Report on ${counted(cohort.candidates, 'candidate')}`, aside: `as of ${dayDate(today)}` },
    ...chosenBlock(input),
    ...unreadBlock(unread),
    ...(cohort.candidates === 0
      ? [nobody(total)]
      : [
          summaryBlock(cohort),
          { type: 'heading', text: 'Where they are' } as const,
          stepsChart(cohort),
          { type: 'heading', text: 'Exam windows' } as const,
          ...windowsChart(cohort),
          { type: 'heading', text: 'Who needs you first' } as const,
          ...worklistBlocks(input),
          { type: 'heading', text: 'Fees at risk' } as const,
          ...feeBlocks(cohort),
          { type: 'heading', text: 'How long waits took' } as const,
          ...waitsChart(waits.rows),
          waitsTable(waits.rows, waits.least),
        ]),
    { type: 'heading', text: 'What changed' },
    ...changeBlocks(input),
  ];
  return { name: 'report', today, data: reportData(input), blocks, sheet: sheetOf(input) };
}

const counted = (count: number, one: string): string => `${count} ${one}${count === 1 ? '' : 's'}`;

function chosenBlock({ filter, cohort, total }: ReportInput): Block[] {
  const chosen = filterText(filter);
  if (chosen === '') return [];
  return [
    {
      type: 'paragraph',
      text: [`${cohort.candidates} of ${counted(total, 'candidate')}, chosen by `, { user: chosen }],
    },
  ];
}

const nobody = (total: number): Block => ({
  type: 'paragraph',
  text:
    total > 0
      ? 'No candidate is meant by this.'
      : ['There are no candidates yet. Add one: ', { command: 'ascpi candidates add --name "<name>"' }],
});

/** What to know before anything is read in full. */
function summaryBlock({ candidates, worklist, windows, fees }: Cohort): Block {
  const [now, next] = windows.weeks;
  const soon = (now?.count ?? 0) + (next?.count ?? 0);
  const unbooked = (now?.unbooked ?? 0) + (next?.unbooked ?? 0);
  return {
    type: 'fields',
    fields: [
      { label: 'Need somebody now', text: `${worklist.length} of ${counted(candidates, 'candidate')}` },
      {
        label: 'Windows ending soon',
        text: soon === 0 ? 'none this week or next' : `${soon} this week or next, ${unbooked} not booked`,
      },
      { label: 'Windows missed', text: windows.missed === 0 ? 'none' : String(windows.missed) },
      { label: 'Fees at risk', text: feeText(fees) },
    ],
  };
}

function feeText({ sums, unrecorded }: Cohort['fees']): string {
  const known = sums.map(moneyText).join(' and ');
  const others = unrecorded === 0 ? '' : `${known === '' ? '' : ', and '}${counted(unrecorded, 'fee')} not recorded`;
  return `${known}${others}` || 'none';
}

const columns: readonly Column[] = [
  { key: 'name', title: 'Candidate', least: 12 },
  { key: 'id', title: 'Id' },
  { key: 'step', title: 'Step', spare: 1 },
  { key: 'state', title: 'State' },
  { key: 'date', title: 'What', least: 12, spare: 2 },
  { key: 'day', title: 'Day' },
  { key: 'next', title: 'Next', least: 16, spare: 3 },
];
/** On pages and terminals; a spreadsheet is given the rest too. */
const SHOWN = 6;

/** What a spreadsheet has room for beside the rest. */
const more: readonly Column[] = [
  { key: 'by', title: 'By' },
  { key: 'credential', title: 'Credential' },
  { key: 'owner', title: 'Looked after by' },
  { key: 'command', title: 'Command' },
];

function worklistBlocks({ cohort, worklist }: ReportInput): Block[] {
  const all = cohort.worklist.length;
  if (all === 0) return [{ type: 'paragraph', text: 'Nothing is missed, due, late or soon.' }];
  const shown = columns.filter(({ key }) => key !== 'id');
  return [
    ...(worklist.length < all
      ? [{ type: 'paragraph', text: `The ${worklist.length} at most risk of ${all}.` } as const]
      : []),
    { type: 'table', columns: shown, rows: worklist.map((row) => shownCells(row)) },
  ];
}

/** The id goes under the name, so that a page need not lie on its side. */
function shownCells(row: RosterRow): Cell[] {
  const [name, , ...others] = cellsOf(row);
  const { id } = row;
  return [{ ...(name as Cell), text: [{ user: row.name }, ` (${id})`] }, ...others].slice(0, SHOWN);
}

function cellsOf({ id, name, current, worst, worstDate, next }: RosterRow): Cell[] {
  const tone: Tone = worst === 'missed' || worst === 'past' ? 'bad' : 'soon';
  const day = worstDate?.date ?? null;
  return [
    { value: name, text: { user: name } },
    { value: id, text: id },
    { value: current, text: current === null ? 'all done' : steps[current].title },
    { value: worst, text: worst === null ? '' : stateWords[worst], tone },
    { value: worstDate?.title ?? null, text: worstDate?.title ?? '' },
    { value: day, text: day === null ? '' : shortDate(day), tone },
    { value: next?.action ?? null, text: next?.action.replace(/[.:;].*$/, '') ?? '' },
  ];
}

const sheetOf = ({ worklist }: ReportInput): Sheet => ({
  columns: [...columns, ...more],
  rows: worklist.map((row) => [
    ...cellsOf(row),
    { value: row.next?.by ?? null },
    { value: row.credential },
    { value: row.owner },
    { value: row.next?.command ?? null },
  ]),
});

function feeBlocks({ steps: counts, fees: { sums, unrecorded } }: Cohort): Block[] {
  const rows = sums.map(({ currency, amount, count }): Cell[] => [
    { value: currency, text: currency },
    { value: amount, text: moneyText({ amount, currency }) },
    { value: count, text: String(count) },
  ]);
  const lost = counts.some(({ boards }) => boards.AMT) ? '; with AMT it is not known what it costs' : '';
  const open = `Fees paid for open exam windows whose exam is not taken. A window that ends without an exam costs the whole fee${lost}.`;
  if (rows.length === 0 && unrecorded === 0) return [{ type: 'paragraph', text: 'No exam window is open.' }];
  return [
    { type: 'paragraph', text: open },
    ...(rows.length > 0 ? [{ type: 'table', columns: feeColumns, rows } as const] : []),
    ...(unrecorded > 0
      ? [
          {
            type: 'paragraph',
            text: `Not counted: ${counted(unrecorded, 'open window')} without a recorded fee.`,
          } as const,
        ]
      : []),
  ];
}

const feeColumns: readonly Column[] = [
  { key: 'currency', title: 'Currency' },
  { key: 'amount', title: 'Amount', align: 'right' },
  { key: 'count', title: 'Candidates', align: 'right' },
];
