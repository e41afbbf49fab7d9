// Reads the employment-based charts of a saved page of the Visa Bulletin. What it doesn't know it names, and takes nothing.
import { type Cell, type Chart, chartTitles, FIRST_TWO_CHARTS } from './bulletin.ts';
import { type PageRow, readChart } from './bulletin-chart.ts';
import { type Month, monthNamed, monthTitle } from './bulletin-month.ts';
import { quote } from './failure.ts';
import { categoryOfRow, lettersOf } from './visa-category.ts';

/** A table that holds no other, and the text that stands between the table before and this one. */
export interface PageTable {
  readonly before: string;
  readonly rows: readonly PageRow[];
}

export interface SavedPage {
  readonly title: string;
  /** the headings of the first level */
  readonly headings: readonly string[];
  readonly tables: readonly PageTable[];
}

export interface BulletinReading {
  readonly cells: readonly Cell[];
  /** charts that are of no use here */
  readonly leftOut: readonly string[];
  /** what can't be read; where there is any, nothing is to be kept */
  readonly faults: readonly string[];
}

const only = (fault: string): BulletinReading => ({ cells: [], leftOut: [], faults: [fault] });

export function readBulletinPage(page: SavedPage): BulletinReading {
  const [month, other] = monthsNamed(page);
  if (month === undefined) {
    const title = page.title.trim();
    return only(
      `it is not a page of the Visa Bulletin: ${title === '' ? 'it has no title' : `its title is ${quote(title)}`}`,
    );
  }
  if (other) return only(`it names two months, ${monthTitle(month)} and ${monthTitle(other)}`);
  const charts = chartsOf(page.tables, month);
  const read = charts.flatMap((each) => (each.kind === 'chart' ? [readChart(each.rows, month, each.chart)] : []));
  const faults = [
    ...charts.flatMap((each) => (each.kind === 'fault' ? [each.fault] : [])),
    ...chartFaults(
      charts.flatMap((each) => (each.kind === 'chart' ? [each.chart] : [])),
      month,
    ),
    ...read.flatMap((each) => each.faults),
  ];
  const leftOut = new Set(charts.flatMap((each) => (each.kind === 'leftOut' ? [each.what] : [])));
  return { cells: read.flatMap(({ cells }) => cells), leftOut: [...leftOut], faults };
}

const MONTH_IN_TITLE = /visa\s+bulletin\W+(?:for\W+)?([a-z]+),?\s+(\d{4})/i;

/** The title and the heading name the month of the bulletin, if they name any; links to others do not count. */
function monthsNamed({ title, headings }: SavedPage): Month[] {
  const named = [title, ...headings].flatMap((text) => {
    const [, name = '', year = ''] = MONTH_IN_TITLE.exec(text) ?? [];
    return monthNamed(name, year) ?? [];
  });
  return [...new Set(named)];
}

type Found =
  | { readonly kind: 'chart'; readonly chart: Chart; readonly rows: readonly PageRow[] }
  | { readonly kind: 'leftOut'; readonly what: string }
  | { readonly kind: 'fault'; readonly fault: string };

/** What the tables are. Those that are no charts, such as scraps of an editor, are passed over. */
function chartsOf(tables: readonly PageTable[], month: Month): Found[] {
  const found: Found[] = [];
  let before = '';
  for (const table of tables) {
    before += ` ${table.before}`;
    const rows = table.rows.filter((row) => row.some(({ text }) => lettersOf(text) !== ''));
    const each = kindOf(rows, before, month);
    if (each === undefined) continue;
    found.push(each);
    before = '';
  }
  return found;
}

/** By the corner of the table; in the oldest bulletins that is empty, and a row of its own names the kind. */
function kindOf(rows: readonly PageRow[], before: string, month: Month): Found | undefined {
  const [header, second] = rows;
  const columns = header?.map(({ text }) => lettersOf(text)) ?? [];
  if (columns.some((each) => /^ALLDVCHARG/.test(each))) return { kind: 'leftOut', what: 'diversity' };
  const corner = columns[0] || lettersOf(second?.[0]?.text ?? '');
  const isChart = columns.some((each) => /^ALLCHARG/.test(each));
  if (isChart && /^FAMILY/.test(corner)) return { kind: 'leftOut', what: 'family-sponsored' };
  if (isChart && /^EMPLOYMENTBASED/.test(corner)) {
    const chart = chartNamed(before, month);
    return chart
      ? { kind: 'chart', chart, rows }
      : { kind: 'fault', fault: 'an employment-based table has no heading that says which chart it is' };
  }
  const stray = rows.find(([label]) => label && categoryOfRow(label.text))?.[0]?.text;
  if (stray === undefined) return undefined;
  return { kind: 'fault', fault: `a table with the row ${quote(stray.trim())} has headings that can't be read` };
}

const CHART_HEADING = /FINALACTIONDATESFOREMPLOYMENTBASED|DATESFORFILING(OF)?EMPLOYMENTBASED/g;

/** The last heading before a table; before October 2015 there was but one chart, without such a heading. */
function chartNamed(before: string, month: Month): Chart | undefined {
  const last = lettersOf(before).match(CHART_HEADING)?.at(-1);
  if (last === undefined) return month < FIRST_TWO_CHARTS ? 'final' : undefined;
  return last.startsWith('FINAL') ? 'final' : 'filing';
}

function chartFaults(found: readonly Chart[], month: Month): string[] {
  const wanted: readonly Chart[] = month < FIRST_TWO_CHARTS ? ['final'] : ['final', 'filing'];
  const missing = wanted.filter((chart) => !found.includes(chart));
  const twice = new Set(found.filter((chart, index) => found.indexOf(chart) !== index));
  return [
    ...missing.map((chart) => `it has no employment-based chart of ${chartTitles[chart]}`),
    ...[...twice].map((chart) => `it has two employment-based charts of ${chartTitles[chart]}`),
  ];
}
