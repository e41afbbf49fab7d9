// Lays out tables as text: aligned columns; a list of records where they do not fit; one plain record a line in a pipe.
import type { Cell, Column } from '../views/view.ts';
import { emptyLine, joined, type Line } from './lines.ts';
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
  let line = emptyLine;
  let edge = 0;
  for (const [index, width] of widths.entries()) {
    const cell = cells[index] ?? emptyLine;
    const at = columns[index]?.align === 'right' ? edge + width - cell.width : edge;
    if (cell.width > 0) line = joined(line, cell, at);
    edge += width + GAP;
  }
  return line;
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

export function tableLines(columns: readonly Column[], rows: readonly (readonly Cell[])[], page: Page): Line[] {
  const { palette, terminal, glyphs } = page;
  const header = columns.map(({ title }) => oneLine(title, page, palette.strong));
  const paintOf = (cell: Cell) => palette.tones[cell.tone ?? 'plain'];
  const body = rows.map((row) => row.map((cell) => oneLine(cellText(cell), page, paintOf(cell))));
  const widths = header.map((title, column) => {
    return body.reduce((widest, row) => Math.max(widest, row[column]?.width ?? 0), title.width);
  });
  if (!terminal) {
    const filled = body.map((row) => columns.map((_, index) => (row[index]?.width ? row[index] : NOTHING)));
    return [header, ...filled].map((cells) => rowLine(cells, { columns, widths }));
  }
  const fit = fitted(columns, widths, page.tableWidth, GAP);
  if (!fit) return rows.length > 0 ? listed(columns, rows, page) : [];
  const grid: Grid = { columns: fit.map(({ column }) => column), widths: fit.map(({ width }) => width) };
  const rule = grid.widths.map((width) => ({ text: palette.tones.faint(glyphs.rule.repeat(width)), width }));
  const cut = rows.map((row, at) =>
    fit.map(({ index, width }) => {
      const cell = row[index];
      const line = body[at]?.[index] ?? emptyLine;
      return cell && line.width > width ? clipped(cellText(cell), width, page, paintOf(cell)) : line;
    }),
  );
  return [fit.map(({ index }) => header[index] ?? emptyLine), rule, ...cut].map((cells) => rowLine(cells, grid));
}
