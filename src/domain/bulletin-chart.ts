// Reads one chart of the Visa Bulletin by the headings of its columns and the labels of its rows.
import { type Cell, type Chart, chartTitles } from './bulletin.ts';
import { cutoffFault, cutoffInCell } from './bulletin-cutoff.ts';
import type { Month } from './bulletin-month.ts';
import { type AreaId, areaOfHeading } from './chargeability.ts';
import { quote } from './failure.ts';
import { type CategoryId, categoryOfRow, lettersOf } from './visa-category.ts';

export interface PageCell {
  readonly text: string;
  /** of more than one row or column */
  readonly spans: boolean;
}
export type PageRow = readonly PageCell[];

export interface ChartReading {
  readonly cells: readonly Cell[];
  readonly faults: readonly string[];
}

/** The first row holds the headings of the columns. */
export function readChart(rows: readonly PageRow[], month: Month, chart: Chart): ChartReading {
  const [header = [], ...body] = rows;
  const where = `the chart of ${chartTitles[chart]}`;
  const columns = header.slice(1).map(({ text }) => areaOfHeading(text));
  const labelled = body.filter(([label, ...values]) => !isSection(label?.text ?? '', values));
  const seen: CategoryId[] = [];
  const read = labelled.map(([label, ...values]): ChartReading => {
    const text = oneLine(label?.text ?? '');
    const category = categoryOfRow(text);
    if (!category) return faulty(`${where} has the unknown row ${quote(text)}`);
    if (seen.includes(category)) return faulty(`${where} has the row ${quote(text)} twice`);
    seen.push(category);
    if (values.length !== columns.length) {
      return faulty(`${where}, row ${quote(text)}, has ${values.length} cells for ${columns.length} columns`);
    }
    return readRow({ month, chart, category }, columns, values, `${where}, row ${quote(text)}`);
  });
  const faults = [...headerFaults(header, columns), ...(rows.flat().some(({ spans }) => spans) ? [SPANS] : [])];
  return {
    cells: read.flatMap(({ cells }) => cells),
    faults: [...faults.map((fault) => `${where} ${fault}`), ...read.flatMap((each) => each.faults)],
  };
}

const SPANS = 'has a cell of several rows or columns';

const faulty = (fault: string): ChartReading => ({ cells: [], faults: [fault] });

const oneLine = (text: string): string => text.replace(/[\s\u00a0]+/g, ' ').trim();

function headerFaults(header: PageRow, columns: readonly (AreaId | undefined)[]): string[] {
  const unknown = header.slice(1).filter((_, index) => columns[index] === undefined);
  const twice = columns.filter((area, index) => area && columns.indexOf(area) !== index);
  return [
    ...unknown.map(({ text }) => `has the unknown column ${quote(oneLine(text))}`),
    ...twice.map((area) => `has the column ${area} twice`),
  ];
}

/** In the oldest bulletins a row of its own names the kind of the table. */
const isSection = (label: string, values: PageRow): boolean =>
  lettersOf(label) === 'EMPLOYMENTBASED' && values.every(({ text }) => lettersOf(text) === '');

function readRow(
  place: Omit<Cell, 'area' | 'cutoff'>,
  columns: readonly (AreaId | undefined)[],
  values: PageRow,
  where: string,
): ChartReading {
  const read = columns.map((area, index): ChartReading => {
    if (!area) return { cells: [], faults: [] };
    const text = values[index]?.text ?? '';
    const cutoff = cutoffInCell(text);
    if (cutoff === undefined) return faulty(`${where}, column ${area}: can't read ${quote(oneLine(text))}`);
    const fault = cutoffFault(cutoff, place.month);
    return fault ? faulty(`${where}, column ${area}: ${fault}`) : { cells: [{ ...place, area, cutoff }], faults: [] };
  });
  return { cells: read.flatMap(({ cells }) => cells), faults: read.flatMap(({ faults }) => faults) };
}
