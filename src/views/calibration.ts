// What waits took, beside what was expected of them; a table of its own, and a line under each step of a plan.
import type { Calibration } from '../domain/calibration.ts';
import { type CivilDate, dayDate } from '../domain/civil-date.ts';
import type { Warning } from '../domain/contradictions.ts';
import { warningBlock } from './status.ts';
import type { Block, Cell, Data, Tone, View } from './view.ts';

export interface CalibrationView {
  readonly rows: readonly Calibration[];
  /** how many journeys were read */
  readonly journeys: number;
  /** ids of journeys that could not be */
  readonly unread: readonly string[];
  /** completed waits of a kind that are needed to say what was observed */
  readonly least: number;
}

const NAMED_AT_MOST = 8;

/** Journeys that are missing from the counts. */
export function unreadWarnings(unread: readonly string[]): Warning[] {
  const [first] = unread;
  if (first === undefined) return [];
  const more = unread.length > NAMED_AT_MOST ? `, and ${unread.length - NAMED_AT_MOST} more` : '';
  const named = unread.slice(0, NAMED_AT_MOST).join(', ');
  return [
    {
      id: 'unread-journeys',
      message: `what was observed leaves out ${unread.length === 1 ? 'a journey' : `${unread.length} journeys`} that can't be read: ${named}${more}`,
      hint: `ascpi status -c ${first}`,
    },
  ];
}

export const unreadBlocks = (unread: readonly string[]): Block[] => unreadWarnings(unread).map(warningBlock);

const count = (amount: number, one: string) => `${amount} ${one}${amount === 1 ? '' : 's'}`;

/** `21 to 48 days`; an end that the waits seen so far do not reach is open. */
function bandText({ low, high }: NonNullable<Calibration['observed']>): string {
  if (low === undefined) return 'not reached yet';
  return high === undefined ? `${low} days or more` : `${low} to ${count(high, 'day')}`;
}

const medianText = ({ median }: NonNullable<Calibration['observed']>): string =>
  median === undefined ? 'not reached yet' : count(median, 'day');

const sample = ({ n, open }: Calibration) => `n ${n}${open > 0 ? ` and ${open} not over` : ''}`;

/** `Observed: median 30 days, 80 % band 21 to 48 days (n 23 and 4 not over)`; undefined while there are too few. */
export const observedText = (row: Calibration): string | undefined =>
  row.observed && `Observed: median ${medianText(row.observed)}, 80 % band ${bandText(row.observed)} (${sample(row)})`;

function heldText({ held, early, late, of, overdue }: Calibration): string {
  const past = of === 0 ? '' : `${held} of ${of} (${Math.round((100 * held) / of)} %), ${early} early, ${late} late`;
  const going = overdue === 0 ? '' : `${overdue} not over and late`;
  return [past, going].filter((text) => text !== '').join('; ') || 'nothing to compare';
}

function rowCells(row: Calibration, least: number): Cell[] {
  const { title, n, observed, expected, held, of } = row;
  const needed = Number.isFinite(least) ? `not enough waits yet: ${n} of ${least}` : 'not enough waits yet';
  const tone: { tone?: Tone } = observed ? {} : { tone: 'faint' };
  return [
    { value: title },
    {
      value: expected ? `${expected.shortest}..${expected.longest}` : null,
      text: expected ? expectedText(expected) : 'not known',
    },
    { value: observed?.median ?? null, text: observed ? medianText(observed) : needed, ...tone },
    {
      value: observed ? `${observed.low ?? ''}..${observed.high ?? ''}` : null,
      text: observed ? bandText(observed) : '',
    },
    { value: n, text: sample(row) },
    { value: held, text: observed || of > 0 ? heldText(row) : '' },
  ];
}

const expectedText = ({ shortest, longest }: NonNullable<Calibration['expected']>): string =>
  shortest === 0 ? `up to ${count(longest, 'day')}` : `${shortest} to ${count(longest, 'day')}`;

/** Each kind of wait beside what was expected of it. */
export const waitsTable = (rows: readonly Calibration[], least: number): Block => ({
  type: 'table',
  columns,
  rows: rows.map((row) => rowCells(row, least)),
});

const columns = [
  { key: 'wait', title: 'Wait' },
  { key: 'expected', title: 'Expected' },
  { key: 'median', title: 'Observed median' },
  { key: 'band', title: '80 % band' },
  { key: 'n', title: 'Waits' },
  { key: 'held', title: 'Estimates that held' },
];

export function calibrationView({ rows, journeys, unread, least }: CalibrationView, today: CivilDate): View {
  return {
    name: 'plan',
    today,
    data: {
      calibration: rows.map(calibrationData),
      journeys,
      least: Number.isFinite(least) ? least : null,
      warnings: unreadWarnings(unread),
      unread,
    },
    blocks: [
      { type: 'title', text: 'What waits took', aside: `as of ${dayDate(today)}` },
      ...unreadBlocks(unread),
      waitsTable(rows, least),
      {
        type: 'paragraph',
        text: `From ${journeys === 1 ? 'one journey' : `${journeys} journeys`}. Waits that are not over count for as long as they have lasted. Estimates are judged by the rules in force when the wait began.`,
        tone: 'faint',
      },
    ],
  };
}

export function calibrationData({
  id,
  title,
  n,
  open,
  observed,
  expected,
  held,
  early,
  late,
  of,
  overdue,
}: Calibration): Data {
  return {
    id,
    title,
    n,
    open,
    enough: observed !== undefined,
    median: observed?.median ?? null,
    low: observed?.low ?? null,
    high: observed?.high ?? null,
    expected: expected ?? null,
    held,
    early,
    late,
    of,
    overdue,
  };
}
