// PDF as other programs see it: sound, tagged, complete, nothing cut, nothing in colour; and what it refuses to print.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import type { Style } from '../../src/formats/format.ts';
import { pdf } from '../../src/formats/pdf.ts';
import { partsOf } from '../../src/formats/text-parts.ts';
import type { Block, View } from '../../src/views/view.ts';
import { anyText, viewShowing } from './any-view.ts';
import {
  collisionsIn,
  faultsIn,
  hasPdfTools,
  infoOf,
  pagesIn,
  sourceOf,
  squeezed,
  textIn,
  unless,
} from './pdf-tools.ts';
import { hostile, nastyView, plainView } from './sample-view.ts';
import { onTerminal } from './styles.ts';

const onLetter: Style = { ...onTerminal, paper: 'letter' };
const view = (...blocks: Block[]): View => ({ ...plainView, blocks });
const paragraph = (text: string): View => view({ type: 'paragraph', text: { user: text } });

/** What no font at hand has, or what can't be set in its order. */
const UNPRINTABLE = /[\u0590-\u08ff]|[\u4e00-\u9fff]|[\u{1f000}-\u{1faff}]|\u200d/u;

/** The nasty view without the letters that are refused; the next tests are about those. */
const printable = JSON.parse(
  JSON.stringify(nastyView, (_, value) =>
    typeof value === 'string' ? value.replace(new RegExp(UNPRINTABLE, 'gu'), '') : value,
  ),
) as View;

async function refusal(work: Promise<unknown>): Promise<Failure> {
  try {
    await work;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}

const texts = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) =>
    ['type', 'mark', 'tone', 'align', 'key', 'value'].includes(key) ? [] : texts(each),
  );
};

describe.runIf(hasPdfTools)(`what other programs see${unless}`, () => {
  const made = new Map<string, Uint8Array>();
  beforeAll(async () => {
    for (const [name, each] of [
      ['plain', plainView],
      ['nasty', printable],
    ] as const) {
      made.set(`${name} on A4`, await pdf.render(each, onTerminal));
      made.set(`${name} on Letter`, await pdf.render(each, onLetter));
    }
  });
  const cases = ['plain on A4', 'plain on Letter', 'nasty on A4', 'nasty on Letter'];
  const bytesOf = (name: string) => made.get(name) ?? new Uint8Array();

  test.each(cases)('%s is sound, and no word is cut or lies over another', (name) => {
    expect(faultsIn(bytesOf(name))).toBe('');
    expect(collisionsIn(bytesOf(name))).toEqual([]);
  });

  test.each(cases)('%s gives back every word', (name) => {
    const said = squeezed(textIn(bytesOf(name)));
    const blocks = name.startsWith('plain') ? plainView.blocks : printable.blocks;
    for (const text of texts(blocks)) {
      for (const word of partsOf(text).flatMap((part) => part.text.split(/\s+/))) {
        // A word too long for a line is in parts, and columns are read line by line.
        for (const piece of word.normalize('NFKC').match(/.{1,12}/gu) ?? []) expect(said).toContain(piece);
      }
    }
  });

  test.each(['plain', 'nasty'])('%s reads as it did', async (name) => {
    await expect(textIn(bytesOf(`${name} on A4`), '-layout')).toMatchFileSnapshot(`golden/${name}-pdf.txt`);
  });

  test('it is tagged, titled and in English, and its pages are numbered', () => {
    const info = infoOf(bytesOf('nasty on A4'));
    expect(info).toMatch(/^Tagged:\s+yes$/m);
    expect(info).toMatch(/^CreationDate:\s+Tue Dec 15/m);
    expect(infoOf(bytesOf('plain on A4'))).toMatch(/^Title:\s+Maria Santos, MLS\(ASCPi\), attempt 1$/m);
    expect(infoOf(bytesOf('plain on A4'))).toMatch(/^Page size:.*\(A4\)$/m);
    expect(infoOf(bytesOf('plain on Letter'))).toMatch(/^Page size:.*\(letter\)$/m);
    const source = sourceOf(bytesOf('nasty on A4'));
    expect(source).toMatch(/\/DisplayDocTitle true/);
    expect(source).toMatch(/\/Lang \(en\)/);
    const count = pagesIn(bytesOf('nasty on A4'));
    expect(count).toBeGreaterThan(1);
    const said = textIn(bytesOf('nasty on A4'));
    for (let page = 1; page <= count; page += 1) expect(said).toContain(`page ${page} of ${count}`);
    expect(said.split('The dates on your own notice win.').length - 1).toBe(count);
    expect(said.split('As of Tue 15 Dec 2026.').length - 1).toBe(count);
  });

  test('screen readers find headings, lists, tables and paragraphs, and are spared the foot of the page', () => {
    const structure = infoOf(bytesOf('nasty on A4'), '-struct-text');
    for (const tag of ['H1', 'H2', 'P', 'L', 'LI', 'Lbl', 'LBody', 'Table', 'TR', 'TH', 'TD']) {
      expect(structure).toMatch(new RegExp(`^ *${tag}\\b`, 'm'));
    }
    expect(structure).not.toContain('Independent of ASCP, Pearson VUE');
    expect(structure.match(/"Days"/g)).toHaveLength(1);
    expect(sourceOf(bytesOf('nasty on A4'))).toMatch(/\/Alt \(not ticked\)/);
  });

  test('headings are in the outline', () => {
    const source = sourceOf(bytesOf('nasty on A4'));
    expect(source).toMatch(/\/Title \(What people wrote\)/);
    expect(source).toMatch(/\/Outlines \d+ 0 R/);
  });

  test('nothing is said by colour: there are only greys', () => {
    const colors = [...sourceOf(bytesOf('nasty on A4')).matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG|scn|SCN)$/gm)];
    expect(colors.length).toBeGreaterThan(10);
    for (const [, red, green, blue] of colors) expect([green, blue]).toEqual([red, red]);
  });

  test.each(Object.entries(hostile))('%s comes back, or is refused by its letters', async (_, text) => {
    const shown = partsOf({ user: text })
      .map((part) => part.text)
      .join('');
    if (!UNPRINTABLE.test(shown)) {
      const bytes = await pdf.render(paragraph(text), onTerminal);
      expect(squeezed(textIn(bytes))).toContain(squeezed(shown));
      expect(collisionsIn(bytes)).toEqual([]);
      return;
    }
    const { kind, message } = await refusal(pdf.render(paragraph(text), onTerminal));
    expect(kind).toBe('usage');
    expect(message).toMatch(/U\+[0-9A-F]{4,6}/);
  });

  test.each([
    'Đặng Thị Quỳnh',
    'Łukasz Żółć',
    'Юлия Щёголева',
    'Ελένη Παπαδοπούλου',
    'Ñuñez‐Peña',
    'Ọláyínká',
    'Ångström ½ µg',
  ])('%s comes back letter by letter', async (name) => {
    const bytes = await pdf.render(view({ type: 'title', text: [{ user: name }, ', MLS(ASCPi)'] }), onTerminal);
    expect(squeezed(textIn(bytes))).toContain(squeezed(name));
    expect(infoOf(bytes)).toContain(name.normalize('NFC'));
  });

  test('names of 300 letters wrap in every place, on both papers', async () => {
    const name = { user: `${'Wolfeschlegelsteinhausen'.repeat(12)}${'x'.repeat(12)}` };
    const cell = { value: name.user };
    const columns = ['a', 'b', 'c', 'd', 'e', 'f'].map((key) => ({ key, title: key }));
    const long = view(
      { type: 'title', text: name, aside: name },
      { type: 'heading', text: name },
      {
        type: 'items',
        items: [{ mark: 'current', label: name, text: name, aside: name, details: [name], blanks: ['Date', 'Notes'] }],
      },
      { type: 'callout', label: 'Next', text: name, command: `ascpi ${name.user}` },
      { type: 'fields', fields: [{ label: name.user, text: name }] },
      { type: 'table', columns, rows: [columns.map(() => cell)] },
    );
    for (const style of [onTerminal, onLetter]) {
      const bytes = await pdf.render(long, style);
      expect(collisionsIn(bytes)).toEqual([]);
      expect(squeezed(textIn(bytes)).split('W').length).toBeGreaterThan(12 * 11);
    }
  });

  test('a long table repeats its header for the eye alone, and loses no row', async () => {
    const rows = Array.from({ length: 200 }, (_, index) => [
      { value: `candidate-${index}` },
      {
        value: `A note about candidate ${index} that is long enough for two lines of a narrow column. `.repeat(
          1 + (index % 4),
        ),
      },
    ]);
    const columns = [
      { key: 'id', title: 'Identity' },
      { key: 'note', title: 'Remark' },
    ];
    const bytes = await pdf.render(view({ type: 'table', columns, rows }), onTerminal);
    const said = textIn(bytes);
    expect(said.match(/Identity/g)).toHaveLength(pagesIn(bytes));
    for (let index = 0; index < rows.length; index += 1) expect(said).toContain(`candidate-${index}\n`);
    expect(infoOf(bytes, '-struct-text').match(/"Identity"/g)).toHaveLength(1);
    expect(collisionsIn(bytes)).toEqual([]);
  });

  test('a table too wide for any letters becomes records', async () => {
    const columns = Array.from({ length: 14 }, (_, index) => ({ key: `k${index}`, title: `Column${index}` }));
    const wide = view({
      type: 'table',
      columns,
      rows: [columns.map(({ key }) => ({ value: `${key}-of-something-wide` }))],
    });
    const bytes = await pdf.render(wide, onTerminal);
    expect(collisionsIn(bytes)).toEqual([]);
    for (const { key, title } of columns) {
      expect(textIn(bytes)).toContain(title);
      expect(squeezed(textIn(bytes))).toContain(`${key}-of-something-wide`);
    }
  });

  test('a heading never stands alone at the foot of a page, and items are not cut in two', async () => {
    const items = (count: number) =>
      Array.from({ length: count }, (_, index) => ({
        mark: 'unticked' as const,
        text: `Item${index}`,
        details: [`first${index}`, `second${index}`, `third${index}`],
      }));
    for (let count = 8; count < 16; count += 1) {
      const blocks: Block[] = [
        { type: 'title', text: 'Title' },
        { type: 'items', items: items(count) },
        { type: 'heading', text: 'Heading' },
        { type: 'items', items: items(12) },
      ];
      // Pages of such views are not made smaller to save the last one, because there are too many.
      const pages = textIn(
        await pdf.render({ ...plainView, blocks: [...blocks, ...blocks, ...blocks] }, onTerminal),
      ).split('\f');
      for (const page of pages) {
        const lines = page.split('\n').filter((line) => line.trim() !== '' && !/^As of|^page \d/.test(line));
        expect(lines.at(-1)).not.toBe('Heading');
        for (const [index, line] of lines.entries()) {
          const number = /^third(\d+)$/.exec(line)?.[1];
          if (number) expect(lines.slice(index - 2, index)).toEqual([`first${number}`, `second${number}`]);
        }
      }
    }
  });

  test('parts between page breaks begin on pages of their own, each made to fit', async () => {
    const part: Block[] = [
      { type: 'heading', text: 'Part' },
      {
        type: 'items',
        items: Array.from({ length: 30 }, (_, index) => ({
          mark: 'unticked',
          text: `Item ${index}`,
          blanks: ['Date'],
        })),
      },
    ];
    const blocks: Block[] = [...part, { type: 'page-break' }, ...part, { type: 'page-break' }, ...part];
    const bytes = await pdf.render({ ...plainView, blocks, pages: { columns: 1, most: 1 } }, onTerminal);
    expect(pagesIn(bytes)).toBe(3);
    expect(collisionsIn(bytes)).toEqual([]);
  });

  test('the picture of a timeline has its words under it, and instead of it', async () => {
    const [from, to] = ['2026-11-30', '2027-03-09'].map((day) => day as View['today']);
    if (!from || !to) throw new Error('no days');
    const bars: Block = {
      type: 'bars',
      from,
      to,
      today: plainView.today,
      bars: [
        { label: 'Admission', kind: 'fact', from, to: from },
        { label: 'Exam window', kind: 'window', from, to },
      ],
    };
    const bytes = await pdf.render(view(bars), onTerminal);
    expect(textIn(bytes)).toContain('Exam window: from 30 Nov 2026 to 9 Mar 2027.');
    expect(infoOf(bytes, '-struct')).toMatch(/^ *Figure/m);
    expect(sourceOf(bytes)).toMatch(/\/Alt \(Timeline, 30 Nov 2026 to 9 Mar 2027. Admission: on 30 Nov 2026/);
  });

  const mathematical = (name: string) =>
    readFileSync(join(import.meta.dirname, '../../node_modules/dejavu-fonts-ttf/ttf', `${name}.ttf`));

  test('letters that the fonts lack come from the font that a person names, and from it alone', async () => {
    const text = 'Set 𝒜 of Maria';
    const { message, hint } = await refusal(pdf.render(paragraph(text), onTerminal));
    expect(message).toContain('𝒜 (U+1D49C)');
    expect(hint).toContain('--font <file>');
    const fonts = async () => ({ ...(await onTerminal.fonts()), other: mathematical('DejaVuMathTeXGyre') });
    const bytes = await pdf.render(paragraph(text), { ...onTerminal, fonts });
    expect(faultsIn(bytes)).toBe('');
    expect(textIn(bytes)).toMatch(/Set [𝒜A] of Maria/u);
    expect(sourceOf(bytes)).toMatch(/\+DejaVuMathTeXGyre/);
    expect(sourceOf(bytes)).toMatch(/\+DejaVuSans\b/);
  });

  test('a font that is damaged inside is refused', async () => {
    const damaged = new Uint8Array(mathematical('DejaVuMathTeXGyre')).slice(0, 4000);
    const fonts = async () => ({ ...(await onTerminal.fonts()), other: damaged });
    const { kind, message } = await refusal(pdf.render(plainView, { ...onTerminal, fonts }));
    expect(kind).toBe('usage');
    expect(message).toMatch(/--font/);
  });
});

test('letters whose order can not be kept are refused by name, a few of many', async () => {
  const { kind, message, hint } = await refusal(pdf.render(paragraph('محمد بن علي القحطاني'), onTerminal));
  expect(kind).toBe('usage');
  expect(message).toMatch(/U\+0645/);
  expect(message).toMatch(/and \d+ more$/);
  expect(hint).toContain('--format');
});

test('Chinese and emoji are refused, with the font as the remedy', async () => {
  const { message, hint } = await refusal(pdf.render(paragraph('陈伟 👩‍🔬'), onTerminal));
  expect(message).toContain('陈 (U+9648), 伟 (U+4F1F)');
  expect(message).toContain('U+1F469');
  expect(hint).toContain('--font');
});

test('the same answer is the same file', async () => {
  const [one, other] = [await pdf.render(plainView, onTerminal), await pdf.render(plainView, onTerminal)];
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
});

test('any text of a person makes a file, or is refused by its letters', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, fc.constantFrom(onTerminal, onLetter), async (written, style) => {
      try {
        const bytes = await pdf.render(viewShowing(written), style);
        expect(Buffer.from(bytes.slice(0, 8)).toString()).toBe('%PDF-1.7');
      } catch (error) {
        if (!(error instanceof Failure)) throw error;
        expect(error).toMatchObject({ kind: 'usage', message: expect.stringMatching(/\(U\+[0-9A-F]{4,6}/) });
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);

test('a title can break neither the file nor its metadata', async () => {
  const bytes = await pdf.render(view({ type: 'title', text: { user: '</rdf:li>&<x>) (\\' } }), onTerminal);
  const source = Buffer.from(bytes).toString('latin1');
  expect(source).toContain('&#60;/rdf:li&#62;&#38;&#60;x&#62;) (\\');
  expect(source).toContain('(</rdf:li>&<x>\\) \\(\\\\)');
});
