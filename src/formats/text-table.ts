// Lays out tables as text: aligned columns; a list of records where they do not fit; one plain record a line in a pipe.
import type { Cell, Column } from '../views/view.ts';
import { emptyLine, type Line } from './lines.ts';
import type { Page } from './page.ts';
import { fitted } from './table-fit.ts';
import { fieldLines } from './text-fields.ts';
import { cellText, isBlank } from './text-parts.ts';
import { clipped, oneLine } from './wrap.ts';

const GAP = 2;

/** What fills an empty cell in a pipe, so that every record splits into the same number of columns. */
const NOTHING: Line = { text: '-', width: 1 };

interface Grid {
  readonly widths: readonly number[];
  readonly columns: readonly Column[];
}

function rowLine(cells: readonly Line[], { columns, widths }: Grid): Line {
  const parts: string[] = [];
  let used = 0;
  let edge = 0;
  widths.forEach((width, index) => {
    const cell = cells[index] ?? emptyLine;
    const at = columns[index]?.align === 'right' ? edge + width - cell.width : edge;
    if (cell.width > 0) {
      parts.push(' '.repeat(at - used), cell.text);
      used = at + cell.width;
    }
    edge += width + GAP;
  });
  // Joined at once: of a long table no pieces stay.
  return { text: parts.join(''), width: used };
}

/** One record after the other, each a block of `Title: value` lines. */
function listed(columns: readonly Column[], rows: readonly (readonly Cell[])[], page: Page): Line[] {
  return rows.flatMap((row, index) => {
    const filled = columns.flatMap(({ title }, column) => {
      const cell = row[column];
      return cell === undefined || isBlank(cellText(cell)) ? [] : [{ label: title, text: cellText(cell) }];
    });
    return [...(index > 0 ? [emptyLine] : []), ...fieldLines(filled, page)];
  });
}

/** One after the other: a roster may have 100,000 rows. */
export function* tableLines(
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
  page: Page,
): Generator<Line, void> {
  const { palette, terminal, glyphs } = page;
  const header = columns.map(({ title }) => oneLine(title, page, palette.strong));
  const paintOf = (cell: Cell) => palette.tones[cell.tone ?? 'plain'];
  // Laid out for its width, and again for its line: to keep all of a long table would take more memory than the answer.
  const lineOf = (cell: Cell | undefined) => (cell ? oneLine(cellText(cell), page, paintOf(cell)) : emptyLine);
  const widths = header.map(({ width }) => width);
  for (const row of rows) {
    columns.forEach((_, column) => {
      widths[column] = Math.max(widths[column] ?? 0, lineOf(row[column]).width);
    });
  }
  if (!terminal) {
    const grid: Grid = { columns, widths };
    const filled = (row: readonly Cell[]) =>
      columns.map((_, index) => {
        const line = lineOf(row[index]);
        return line.width > 0 ? line : NOTHING;
      });
    yield rowLine(header, grid);
    for (const row of rows) yield rowLine(filled(row), grid);
    return;
  }
  const fit = fitted(columns, widths, page.tableWidth, GAP);
  if (!fit) {
    yield* listed(columns, rows, page);
    return;
  }
  const grid: Grid = { columns: fit.map(({ column }) => column), widths: fit.map(({ width }) => width) };
  const rule = grid.widths.map((width) => ({ text: palette.tones.faint(glyphs.rule.repeat(width)), width }));
  const cut = (row: readonly Cell[]) =>
    fit.map(({ index, width }) => {
      const cell = row[index];
      const line = lineOf(cell);
      return cell && line.width > width ? clipped(cellText(cell), width, page, paintOf(cell)) : line;
    });
  yield rowLine(
    fit.map(({ index }) => header[index] ?? emptyLine),
    grid,
  );
  yield rowLine(rule, grid);
  for (const row of rows) yield rowLine(cut(row), grid);
}
