// Lays out tables as text: aligned columns; a list of records where they do not fit; one plain record a line in a pipe.
import type { Cell, Column } from '../views/view.ts';
import { emptyLine, joined, type Line } from './lines.ts';
import type { Page } from './page.ts';
import { fieldLines } from './text-fields.ts';
import { cellText, isBlank } from './text-parts.ts';
import { oneLine } from './wrap.ts';

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
  const body = rows.map((row) => row.map((cell) => oneLine(cellText(cell), page, palette.tones[cell.tone ?? 'plain'])));
  const widths = header.map((title, column) => {
    return body.reduce((widest, row) => Math.max(widest, row[column]?.width ?? 0), title.width);
  });
  const grid: Grid = { columns, widths };
  if (!terminal) {
    const filled = body.map((row) => columns.map((_, index) => (row[index]?.width ? row[index] : NOTHING)));
    return [header, ...filled].map((cells) => rowLine(cells, grid));
  }
  const width = widths.reduce((sum, width) => sum + width, (widths.length - 1) * GAP);
  if (width > page.tableWidth && rows.length > 0) return listed(columns, rows, page);
  const rule = widths.map((width) => ({ text: palette.tones.faint(glyphs.rule.repeat(width)), width }));
  return [header, rule, ...body].map((cells) => rowLine(cells, grid));
}
