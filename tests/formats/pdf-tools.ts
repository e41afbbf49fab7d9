// What other programs see in a PDF: qpdf and poppler, which know nothing of how it was written.
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const isHere = (program: string) => spawnSync(program, ['--version']).error === undefined;
const missing = ['qpdf', 'pdftotext', 'pdfinfo'].filter((program) => !isHere(program));

/** Tests that need these programs are skipped without them, and say so by this name. */
export const hasPdfTools = missing.length === 0;
export const unless = hasPdfTools ? '' : ` (skipped: no ${missing.join(', no ')} here)`;

function withFile<T>(bytes: Uint8Array, use: (path: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), 'ascpi-pdf-'));
  try {
    const path = join(folder, 'file.pdf');
    writeFileSync(path, bytes);
    return use(path);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

const run = (program: string, args: readonly string[]): string =>
  execFileSync(program, args, { encoding: 'utf8', maxBuffer: 64 * 1024 * 1024, stdio: ['ignore', 'pipe', 'pipe'] });

/** What qpdf complains of; empty for a sound file. */
export function faultsIn(bytes: Uint8Array): string {
  return withFile(bytes, (path) => {
    const { status, stdout, stderr } = spawnSync('qpdf', ['--check', path], { encoding: 'utf8' });
    return status === 0 ? '' : `${stdout}${stderr}`;
  });
}

export const textIn = (bytes: Uint8Array, ...options: string[]): string =>
  withFile(bytes, (path) => run('pdftotext', [...options, path, '-']));

export const infoOf = (bytes: Uint8Array, ...options: string[]): string =>
  withFile(bytes, (path) => run('pdfinfo', [...options, path]));

export const pagesIn = (bytes: Uint8Array): number => Number(/^Pages:\s+(\d+)$/m.exec(infoOf(bytes))?.[1]);

/** The objects of the file, their streams readable. */
export const sourceOf = (bytes: Uint8Array): string =>
  withFile(bytes, (path) =>
    execFileSync('qpdf', ['--qdf', '--object-streams=disable', path, '-'], {
      encoding: 'latin1',
      maxBuffer: 64 * 1024 * 1024,
    }),
  );

interface Box {
  readonly page: number;
  readonly word: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Where every word stands. */
function boxesIn(bytes: Uint8Array): { boxes: Box[]; width: number; height: number } {
  const xml = textIn(bytes, '-bbox');
  const boxes: Box[] = [];
  let page = 0;
  let [width, height] = [0, 0];
  for (const [, kind, a, b, c, d, word] of xml.matchAll(
    /<(page|word) (?:width|xMin)="([\d.-]+)" (?:height|yMin)="([\d.-]+)"(?: xMax="([\d.-]+)" yMax="([\d.-]+)">([^<]*))?/g,
  )) {
    if (kind === 'page') {
      page += 1;
      [width, height] = [Number(a), Number(b)];
    } else boxes.push({ page, word: word ?? '', left: Number(a), top: Number(b), right: Number(c), bottom: Number(d) });
  }
  return { boxes, width, height };
}

/** Words that leave the page, or that lie over each other. */
export function collisionsIn(bytes: Uint8Array): string[] {
  const { boxes, width, height } = boxesIn(bytes);
  const outside = boxes.filter(
    ({ left, top, right, bottom }) => left < 20 || top < 20 || right > width - 20 || bottom > height - 20,
  );
  // Boxes are as high as the tallest letter of the font, so lines that only touch are no collision.
  const over = boxes.flatMap((one, index) =>
    boxes
      .slice(index + 1)
      .filter((other) => {
        if (one.page !== other.page) return false;
        const across = Math.min(one.right, other.right) - Math.max(one.left, other.left);
        const down = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
        return across > 0.5 && down > 0.35 * Math.min(one.bottom - one.top, other.bottom - other.top);
      })
      .map((other) => `page ${one.page}: "${one.word}" lies over "${other.word}"`),
  );
  return [...outside.map(({ page, word }) => `page ${page}: "${word}" leaves the page`), ...over];
}

/** Runs of letters, however they were broken into lines. */
export const squeezed = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '');
