// What is known of the Visa Bulletin: which months, and each cut-off of one.
import { chartTitles, type Entry } from '../domain/bulletin.ts';
import { addToMonth, type Month, monthTitle } from '../domain/bulletin-month.ts';
import { tableColumns } from '../domain/bulletin-table.ts';
import { areas } from '../domain/chargeability.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import { groupBy } from '../domain/group-by.ts';
import { cellData } from './bulletin-change.ts';
import { monthsText } from './months.ts';
import type { Block, Cell, Column, Sheet, View } from './view.ts';
import { cutoffText } from './visa-movement.ts';
import { IMPORT_BULLETIN } from './visa-warnings.ts';

const columnsOf = (...titles: readonly string[]): Column[] =>
  titles.map((title) => ({ key: title.toLowerCase().replaceAll(' ', '-'), title }));

const sourceText = ({ from, file }: Pick<Entry, 'from' | 'file'>): string =>
  from === 'hand' ? 'by hand' : (file ?? from);

/** For a spreadsheet: as `visa bulletin import` reads it. */
const sheetOf = (known: readonly Entry[]): Sheet => ({
  columns: tableColumns.map((key) => ({ key, title: key })),
  rows: known.map(({ month, chart, category, area, cutoff }) => [
    { value: month },
    { value: chart },
    { value: category },
    { value: area },
    { value: cutoff },
  ]),
  for: 'merge',
});

interface MonthRow {
  readonly month: Month;
  readonly chart: Entry['chart'];
  readonly cells: number;
  readonly sources: readonly string[];
}

function monthRows(known: readonly Entry[]): MonthRow[] {
  return groupBy(known, ({ month, chart }) => `${month} ${chart}`).map((entries) => {
    const [{ month, chart }] = entries;
    return { month, chart, cells: entries.length, sources: [...new Set(entries.map(sourceText))] };
  });
}

/** Months between the first and the last known of which nothing is known. */
function missingMonths(known: readonly Entry[]): Month[] {
  const months = new Set(known.map(({ month }) => month));
  const [first, last] = [known[0]?.month, known.at(-1)?.month];
  const missing: Month[] = [];
  for (let month = first; month && last && month < last; month = addToMonth(month, 1)) {
    if (!months.has(month)) missing.push(month);
  }
  return missing;
}

/** `known` are entries that stand, by month. */
export function bulletinsView(known: readonly Entry[], today: CivilDate): View {
  const rows = monthRows(known);
  const missing = missingMonths(known);
  const data = { bulletins: rows, missing };
  if (rows.length === 0) {
    return {
      name: 'visa-bulletin',
      today,
      data,
      blocks: [
        { type: 'paragraph', text: 'No bulletin is known yet.' },
        {
          type: 'callout',
          label: 'Next',
          text: 'Save the page of a Visa Bulletin from travel.state.gov as HTML, then import it.',
          command: IMPORT_BULLETIN,
        },
      ],
    };
  }
  const cells = rows.map(({ month, chart, cells: count, sources }): Cell[] => [
    { value: month, text: monthTitle(month) },
    { value: chart, text: chartTitles[chart] },
    { value: count },
    { value: sources.join(', '), text: { user: sources.join(', ') } },
  ]);
  const gaps: Block[] =
    missing.length === 0
      ? []
      : [{ type: 'paragraph', text: `Not known between them: ${monthsText(missing)}.`, tone: 'soon' }];
  return {
    name: 'visa-bulletin',
    today,
    data,
    blocks: [
      { type: 'title', text: 'Visa Bulletins known' },
      { type: 'table', columns: columnsOf('Bulletin', 'Chart', 'Cut-offs', 'From'), rows: cells },
      ...gaps,
    ],
    sheet: sheetOf(known),
  };
}

/** Every cut-off of one month, with what it took the place of. `all` are its entries in the order recorded. */
export function bulletinMonthView(month: Month, all: readonly Entry[], today: CivilDate): View {
  const groups = groupBy(all, ({ chart, category, area }) => `${chart} ${category} ${area}`);
  const held = groups.map((entries) => ({ last: entries.at(-1) ?? entries[0], before: entries.slice(0, -1) }));
  const rows = held.map(({ last, before }): Cell[] => [
    { value: last.chart, text: chartTitles[last.chart] },
    { value: last.category },
    { value: last.area, text: areas[last.area].title },
    { value: last.cutoff, text: last.cutoff === null ? 'taken out' : cutoffText(last.cutoff) },
    { value: sourceText(last), text: { user: `${sourceText(last)}${beforeText(before)}` } },
  ]);
  const cells = held.map(({ last, before }) => ({
    ...cellData(last),
    from: last.from,
    file: last.file ?? null,
    at: last.at,
    by: last.by,
    before: before.map(({ cutoff, from, file, at, by }) => ({ cutoff, from, file: file ?? null, at, by })),
  }));
  return {
    name: 'visa-bulletin',
    today,
    data: { month, cells },
    blocks: [
      { type: 'title', text: `Visa Bulletin of ${monthTitle(month)}` },
      rows.length > 0
        ? { type: 'table', columns: columnsOf('Chart', 'Category', 'Column', 'Cut-off', 'From'), rows }
        : { type: 'paragraph', text: ['Nothing of it is known. Import it: ', { command: IMPORT_BULLETIN }] },
    ],
    sheet: sheetOf(held.map(({ last }) => last).filter(({ cutoff }) => cutoff !== null)),
  };
}

const beforeText = (before: readonly Entry[]): string =>
  before.length === 0
    ? ''
    : `; before: ${before.map((entry) => `${entry.cutoff ?? 'taken out'} (${sourceText(entry)})`).join(', ')}`;
