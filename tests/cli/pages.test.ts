// Answers as pages: real commands as PDF, the paper of the country, fonts by name, and showing what was written.
import { existsSync, mkdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { collisionsIn, faultsIn, hasPdfTools, infoOf, squeezed, textIn, unless } from '../formats/pdf-tools.ts';
import { programs } from './programs-on-path.ts';
import { bookedJourney, type Terminal, terminal } from './terminal.ts';

async function booked(setting: Parameters<typeof terminal>[0] = {}): Promise<Terminal> {
  const where = terminal(setting);
  await bookedJourney(where);
  return where;
}

async function pdfOf(where: Terminal, ...argv: string[]): Promise<Uint8Array> {
  const said = await where.run(...argv, '--format', 'pdf');
  if (said.code !== 0) throw new Error(said.err);
  return Buffer.from(said.out, 'latin1');
}

const commands = [
  ['status'],
  ['next'],
  ['plan'],
  ['plan', '--by', '2027-06-01'],
  ['why', 'exam-window'],
  ['history'],
  ['rules'],
  ['eligibility', '--credential', 'MLS'],
  ['board'],
  ['help', 'done'],
  ['demo'],
];

describe.runIf(hasPdfTools)(`real answers${unless}`, () => {
  test.each(commands.map((argv) => [argv.join(' '), argv] as const))('%s', async (_, argv) => {
    const where = await booked();
    for (const paper of ['a4', 'letter']) {
      const bytes = await pdfOf(where, ...argv, '--paper', paper);
      expect(faultsIn(bytes)).toBe('');
      expect(collisionsIn(bytes)).toEqual([]);
      const { out } = await where.run(...argv);
      // pdftotext takes a hyphen at the end of a line for one of its own.
      const joined = (text: string) => squeezed(text).replaceAll('-', '');
      const said = joined(textIn(bytes));
      // Labels of fields lose their colons to columns.
      const words = out.split(/:?\s+/).filter((word) => /^[\p{L}\p{N}][\p{L}\p{N}.,;-]*$/u.test(word));
      expect(words.length).toBeGreaterThan(3);
      expect(words.filter((word) => !said.includes(joined(word)))).toEqual([]);
    }
  });

  test('the paper is that of the candidate, else of the settings, else A4, unless it is named', async () => {
    const paperOf = async (where: Terminal, ...argv: string[]) =>
      /^Page size:.*\((\w+)\)$/m.exec(infoOf(await pdfOf(where, ...argv)))?.[1];
    const manila = await booked();
    expect(await paperOf(manila, 'status')).toBe('letter');
    expect(await paperOf(manila, 'checklist')).toBe('letter');
    expect(await paperOf(manila, 'status', '--paper', 'A4')).toBe('A4');
    expect(await paperOf(manila, 'rules')).toBe('A4');
    const kathmandu = terminal();
    await kathmandu.run('start', '--name', 'Sita', '--country', 'NP');
    expect(await paperOf(kathmandu, 'status')).toBe('A4');
    await kathmandu.run('config', 'set', 'country', 'US');
    expect(await paperOf(kathmandu, 'status')).toBe('A4');
    expect(await paperOf(kathmandu, 'rules')).toBe('letter');
    expect(await paperOf(kathmandu, 'checklist', '--blank', '--country', 'NG')).toBe('A4');
    const unknown = terminal();
    await unknown.run('start', '--name', 'Ana');
    expect(await paperOf(unknown, 'status')).toBe('A4');
  });
});

test('-o writes a PDF by its extension; a terminal is spared it', async () => {
  const where = await booked({ tty: true });
  const path = `${where.home}.pdf`;
  expect(await where.run('status', '-o', path)).toMatchObject({ code: 0, out: '' });
  expect(readFileSync(path, 'latin1').startsWith('%PDF-1.7')).toBe(true);
  const shown = await where.run('status', '--format', 'pdf');
  expect(shown).toMatchObject({ code: 2, out: '' });
  expect(shown.err).toContain('-o status.pdf');
});

test.each([
  [['status', '--paper', 'a4'], /--paper makes no sense with text/],
  [['status', '--json', '--paper', 'a4'], /--paper makes no sense with json/],
  [['status', '--font', 'x.ttf'], /--font makes no sense with text/],
  [['status', '--format', 'markdown', '--font', 'x.ttf'], /--font makes no sense with markdown/],
  [['status', '--format', 'html', '--paper', 'a4'], /--paper makes no sense with html/],
  [['status', '--format', 'pdf', '--paper', 'a5'], /"a5" is not a paper size/],
  [['status', '--open'], /--open makes no sense with status: no file is written/],
  [['status', '-o', '-', '--open'], /--open makes no sense/],
])('%s is refused', async (argv, message) => {
  const said = await (await booked()).run(...argv);
  expect(said).toMatchObject({ code: 2, out: '' });
  expect(said.err).toMatch(message);
});

test('what can not be printed is refused before anything is saved or written', async () => {
  const where = terminal();
  const path = `${where.home}.pdf`;
  const said = await where.run('start', '--name', '陈小明', '--id', 'chen', '-o', path);
  expect(said).toMatchObject({ code: 2, out: '' });
  expect(said.err).toContain('陈 (U+9648), 小 (U+5C0F), 明 (U+660E)');
  expect(said.err).toContain('--font <file>');
  expect(existsSync(path)).toBe(false);
  expect((await where.run('status', '-c', 'chen')).code).toBe(3);
});

describe('a font by name', () => {
  const font = (name: string) => join(import.meta.dirname, '../../node_modules/dejavu-fonts-ttf/ttf', `${name}.ttf`);

  test('has the letters that others lack', async () => {
    const where = terminal();
    await where.run('start', '--name', 'Set 𝒜', '--id', 'set');
    const plain = await where.run('status', '--format', 'pdf');
    expect(plain.err).toContain('𝒜 (U+1D49C)');
    const said = await where.run('status', '--format', 'pdf', '--font', font('DejaVuMathTeXGyre'));
    expect(said.code, said.err).toBe(0);
    expect(said.out).toContain('+DejaVuMathTeXGyre');
  });

  test.each([
    ['is not there', () => 'no-such-font.ttf', /it is not there/],
    ['is a folder', (folder: string) => folder, /it is a folder/],
    ['is no font', (folder: string) => written(folder, 'a poem'), /is not a font/],
    ['is empty', (folder: string) => written(folder, ''), /is not a font/],
    ['is a collection', (folder: string) => written(folder, 'ttcf\0\x01\0\0'), /is a collection of fonts/],
    ['begins like a font', (folder: string) => written(folder, '\0\x01\0\0 and goes on like a poem'), /is damaged/],
    ['is huge', (folder: string) => huge(folder), /larger than 32 MB/],
  ])('that %s is refused', async (_, make, message) => {
    const where = await booked();
    const folder = dirname(where.home);
    mkdirSync(folder, { recursive: true });
    const said = await where.run('status', '--format', 'pdf', '--font', make(folder));
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toMatch(message);
  });

  function written(folder: string, text: string): string {
    const path = join(folder, 'x.ttf');
    writeFileSync(path, text, 'latin1');
    return path;
  }

  function huge(folder: string): string {
    const path = written(folder, '');
    truncateSync(path, 33 * 1024 * 1024);
    return path;
  }
});

describe.skipIf(process.platform === 'win32')('--open', () => {
  test('hands the written file to the program that shows files', async () => {
    const path = programs({ 'xdg-open': 'printf "%s\\n" "$@" > "$LOG"' });
    const where = await booked({ env: path.env });
    const file = `${where.home} of Maria; touch x.md`;
    expect(await where.run('status', '-o', file, '--open')).toMatchObject({ code: 0, out: '' });
    expect(path.log()).toBe(`${file}\n`);
    expect(readFileSync(file, 'utf8')).toMatch(/^# Maria/);
  });

  test('says so where there is none, and where it fails; the file stays', async () => {
    for (const [name, message] of [
      ['nothing', /there is no xdg-open here/],
      ['xdg-open', /xdg-open could not do it \(exit 3\)/],
    ] as const) {
      const where = await booked({ env: programs({ [name]: 'exit 3' }).env });
      const file = `${where.home}.md`;
      const said = await where.run('status', '-o', file, '--open');
      expect(said).toMatchObject({ code: 1, out: '' });
      expect(said.err).toMatch(message);
      expect(
        said.err
          .trim()
          .split('\n')
          .filter((line) => line.startsWith('ascpi:')),
      ).toHaveLength(1);
      expect(readFileSync(file, 'utf8')).toMatch(/^# Maria/);
    }
  });

  test('does not wait for a viewer that stays open', async () => {
    const where = await booked({ env: programs({ 'xdg-open': 'exec sleep 20' }).env });
    expect(await where.run('status', '-o', `${where.home}.md`, '--open')).toMatchObject({ code: 0 });
  }, 15_000);
});
