// Writes a view as a PDF: sets its blocks, fits them on pages, and draws these one after the other.
import { dayDate } from '../../domain/civil-date.ts';
import { Failure } from '../../domain/failure.ts';
import type { View } from '../../views/view.ts';
import type { PaperSize, Style } from '../format.ts';
import { plainOf, stacksOf } from './blocks.ts';
import { type Area, columnWidth, type Flow, flow } from './flow.ts';
import { openPdf, type PdfFile } from './pdfkit-file.ts';
import { lineHeight, type Stack, sizes, textStrips } from './strips.ts';
import { type Typeface, typefaceFrom } from './typeface.ts';

/** Points. */
const papers: Record<PaperSize, { readonly width: number; readonly height: number }> = {
  a4: { width: 595.28, height: 841.89 },
  letter: { width: 612, height: 792 },
};
/** What printers leave white, and a hole punch. */
const MARGIN = 40;
const FOOT = 30;
const GUTTER = 20;

/** From large to small; letters smaller than the last are hard to read, so that more pages are used instead. */
const SCALES = Array.from({ length: 32 }, (_, index) => 1.25 - index * 0.02);
/** Where nothing is to fit: a little smaller only if that saves the last page. */
const SMALLER = [0.97, 0.94, 0.91, 0.88, 0.86];

/** With so many pages one less is worth nothing. */
const LONG = 4;

const INDEPENDENT = 'Independent of ASCP, Pearson VUE and every agency. The dates on your own notice win.';

export async function writtenAsPdf(view: View, style: Style): Promise<Uint8Array> {
  const fonts = await style.fonts();
  const title = view.blocks.find((block) => block.type === 'title' || block.type === 'heading');
  const name = title && 'text' in title ? plainOf(title.text) : view.name;
  try {
    const file = openPdf(fonts, name, view.today);
    const typeface = typefaceFrom(file);
    const set = fitted(view, typeface, areaOf(style.paper, view.pages?.columns ?? 1));
    typeface.refuseUnprintable();
    draw(set, file, typeface, view, style.paper);
    return await file.finish();
  } catch (error) {
    if (error instanceof Failure || !fonts.other) throw error;
    throw new Failure('usage', 'the font of --font is damaged', 'Name another .ttf or .otf file', error);
  }
}

function areaOf(paper: PaperSize, columns: number): Area {
  const { width, height } = papers[paper];
  const inner = { width: width - 2 * MARGIN, height: height - 2 * MARGIN - FOOT };
  return { left: MARGIN, top: MARGIN, ...inner, columns, gutter: GUTTER };
}

/** The parts between page breaks, each at the largest scale at which it takes no more pages than it should. */
function fitted(view: View, typeface: Typeface, area: Area): Flow[] {
  const parts: View['blocks'][number][][] = [[]];
  for (const block of view.blocks) {
    if (block.type === 'page-break') parts.push([]);
    else parts.at(-1)?.push(block);
  }
  const most = view.pages?.most;
  return parts.map((blocks) => {
    const at = (scale: number) => flow(stacksIn(blocks, typeface, area, scale), area);
    if (most !== undefined) return largest(SCALES, at, most).best;
    const usual = at(1);
    if (usual.pages === 1 || usual.pages > LONG) return usual;
    const { best, fits } = largest(SMALLER, at, usual.pages - 1);
    return fits ? best : usual;
  });
}

/** The flow at the first of falling scales at which it fits, found by halves; at the last one where none does. */
function largest(scales: readonly number[], at: (scale: number) => Flow, most: number): { best: Flow; fits: boolean } {
  let [low, high] = [0, scales.length - 1];
  let best = at(scales[high] ?? 1);
  if (best.pages > most) return { best, fits: false };
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    const tried = at(scales[middle] ?? 1);
    if (tried.pages <= most) [best, high] = [tried, middle];
    else low = middle + 1;
  }
  return { best, fits: true };
}

/** What stands before the first heading is as wide as the page, the rest as wide as a column. */
function stacksIn(blocks: View['blocks'], typeface: Typeface, area: Area, scale: number): Stack[] {
  const first = blocks.findIndex(({ type }) => type === 'heading');
  return blocks.flatMap((block, index) => {
    const wide = area.columns === 1 || first === -1 || index < first;
    const room = wide ? area.width : columnWidth(area);
    return stacksOf(block, { typeface, scale, room }).map((stack) => (wide ? { ...stack, wide } : stack));
  });
}

function draw(parts: readonly Flow[], file: PdfFile, typeface: Typeface, view: View, paper: PaperSize): void {
  const { width, height } = papers[paper];
  const total = parts.reduce((sum, { pages }) => sum + pages, 0);
  let number = 0;
  for (const { pages, placed } of parts) {
    for (let page = 0; page < pages; page += 1) {
      number += 1;
      file.newPage(width, height);
      for (const { strip, x, y, bookmark } of placed.filter((each) => each.page === page)) {
        if (bookmark) file.bookmark(bookmark);
        strip.draw(file, x, y);
      }
      drawFoot(file, typeface, `page ${number} of ${total}`, `As of ${dayDate(view.today)}. ${INDEPENDENT}`, paper);
    }
  }
}

function drawFoot(file: PdfFile, typeface: Typeface, place: string, said: string, paper: PaperSize): void {
  const { width, height } = papers[paper];
  const size = sizes.small;
  const room = width - 2 * MARGIN;
  const top = height - MARGIN - lineHeight(size);
  const silent: PdfFile = { ...file, tagged: (_, paint) => paint() };
  const shape = { typeface, size, room: room - 70, ink: 'grey' } as const;
  file.unread(() => {
    file.line([MARGIN, top - 5], [width - MARGIN, top - 5], { width: 0.5, ink: 'grey' });
    for (const strip of textStrips(said, { type: 'P' }, shape)) strip.draw(silent, MARGIN, top);
    for (const strip of textStrips(place, { type: 'P' }, { ...shape, room, align: 'right' })) {
      strip.draw(silent, MARGIN, top);
    }
  }, 'Pagination');
}
