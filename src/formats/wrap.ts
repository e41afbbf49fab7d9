// Breaks text into lines at spaces, never inside a command or an address.
import type { Text } from '../views/view.ts';
import { emptyLine, type Line } from './lines.ts';
import { typewritten } from './marks.ts';
import type { Page } from './page.ts';
import type { Paint } from './paint.ts';
import { isolated } from './safe-text.ts';
import { type Part, partsOf } from './text-parts.ts';
import { graphemesOf } from './width.ts';

/** A stretch of text of one kind. What is cut from it is painted and isolated line by line. */
interface Run extends Part {
  readonly paint: Paint;
}

interface Piece {
  readonly text: string;
  readonly run: Run;
  readonly width: number;
}

/** Pieces without a space between them, and the run that the space before them belongs to. */
interface Word {
  readonly gap: Run | undefined;
  readonly pieces: Piece[];
}

function runsOf(text: Text, page: Page, toned: Paint): Run[] {
  return partsOf(text).map((part) => {
    if (part.kind === 'user') return { ...part, paint: toned };
    if (part.kind === 'command') return { ...part, paint: page.palette.command };
    const paint: Paint = part.kind === 'strong' ? (letters) => toned(page.palette.strong(letters)) : toned;
    return { ...part, text: page.unicode ? part.text : typewritten(part.text), paint };
  });
}

function wordsOf(runs: readonly Run[], page: Page): Word[] {
  const words: Word[] = [];
  let open: Word | undefined;
  let gap: Run | undefined;
  for (const run of runs) {
    const parts = run.kind === 'command' ? [run.text] : run.text.split(' ');
    for (const [index, part] of parts.entries()) {
      if (index > 0) {
        open = undefined;
        gap = run;
      }
      if (part === '') continue;
      if (open === undefined) {
        open = { gap, pieces: [] };
        words.push(open);
      }
      open.pieces.push({ text: part, run, width: page.measure(part) });
    }
  }
  return words;
}

const widthOf = (pieces: readonly Piece[]): number => pieces.reduce((sum, piece) => sum + piece.width, 0);

/** Addresses and paths: what is there to be copied must come out whole. */
const COPIED = /:\/\/|^\W?(?:~?\/|[a-z]:\\)/i;

/** Cuts what is too long for any line. Only the words of people are cut: ours are short, or there to be copied. */
function cut(pieces: readonly Piece[], page: Page): Piece[] {
  return pieces.flatMap((piece) => {
    if (piece.run.kind !== 'user' || COPIED.test(piece.text)) return [piece];
    return graphemesOf(piece.text).map((text) => ({ text, run: piece.run, width: page.measure(text) }));
  });
}

function print(pieces: readonly Piece[], indent: number): Line {
  const stretches: { run: Run; text: string }[] = [];
  for (const { run, text } of pieces) {
    const last = stretches.at(-1);
    if (last?.run === run) last.text += text;
    else stretches.push({ run, text });
  }
  const text = stretches.map(({ run, text }) => run.paint(run.kind === 'user' ? isolated(text) : text)).join('');
  return { text: ' '.repeat(indent) + text, width: indent + widthOf(pieces) };
}

/** Words of ASCII with one space between them: nothing to escape, to isolate or to typewrite, and a column for each. */
const EASY = /^[!-~]+(?: [!-~]+)*$/;

/** Most texts are easy, and fit on a line: what the long way would make of them, in a fraction of its time. */
function easyLine(text: Text, width: number, paint: Paint): Line | undefined {
  const letters = typeof text === 'string' ? text : 'user' in text ? text.user : undefined;
  if (letters === undefined || letters.length > width || !EASY.test(letters)) return undefined;
  return { text: paint(letters), width: letters.length };
}

/** Undefined where spaces are to be taken out, or nothing is said. */
function unbroken(runs: readonly Run[], page: Page): Line | undefined {
  const text = runs.map((run) => run.text).join('');
  if (text === '' || /^ | {2}| $/.test(text)) return undefined;
  return print(
    runs.map((run) => ({ text: run.text, run, width: page.measure(run.text) })),
    0,
  );
}

export interface Wrapping {
  readonly paint?: Paint | undefined;
  /** columns that the lines after the first are indented by */
  readonly hang?: number;
}

/** No lines for a blank text. A line is wider than `width` only for a command or a long word that must stay whole. */
export function wrap(text: Text, width: number, page: Page, { paint, hang = 0 }: Wrapping = {}): Line[] {
  if (text === '') return [];
  const toned = paint ?? page.palette.tones.plain;
  const easy = easyLine(text, width, toned);
  if (easy) return [easy];
  const runs = runsOf(text, page, toned);
  const whole = unbroken(runs, page);
  if (whole && whole.width <= width) return [whole];
  const lines: Line[] = [];
  let line: Piece[] = [];
  let used = 0;
  const put = (...pieces: Piece[]) => {
    line.push(...pieces);
    used += widthOf(pieces);
  };
  const flush = () => {
    if (line.length > 0) lines.push(print(line, lines.length === 0 ? 0 : hang));
    line = [];
    used = lines.length === 0 ? 0 : hang;
  };
  for (const { gap, pieces } of wordsOf(runs, page)) {
    const wide = widthOf(pieces);
    if (line.length > 0 && gap !== undefined && used + 1 + wide <= width) {
      put({ text: ' ', run: gap, width: 1 }, ...pieces);
      continue;
    }
    flush();
    for (const piece of used + wide <= width ? pieces : cut(pieces, page)) {
      if (used + piece.width > width) flush();
      put(piece);
    }
  }
  flush();
  return lines;
}

/** The whole text on one line, however long. */
export const oneLine = (text: Text, page: Page, paint?: Paint): Line =>
  easyLine(text, Number.POSITIVE_INFINITY, paint ?? page.palette.tones.plain) ??
  wrap(text, Number.POSITIVE_INFINITY, page, { paint })[0] ??
  emptyLine;

/** As much of the text as fits into `width`, with a mark where it was cut. */
export function clipped(text: Text, width: number, page: Page, paint?: Paint): Line {
  const mark = page.unicode ? '…' : '...';
  let left = width - page.measure(mark);
  const kept = partsOf(text).flatMap((part): Text[] => {
    let letters = '';
    for (const letter of graphemesOf(part.text)) {
      left -= page.measure(letter);
      if (left < 0) break;
      letters += letter;
    }
    return part.kind === 'user' ? [{ user: letters }] : [letters];
  });
  return oneLine([...kept.flat(), mark], page, paint);
}
