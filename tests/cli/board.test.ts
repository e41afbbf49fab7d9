// `ascpi board`: three boards side by side, where answers lean and why, and the way on to a journey.
import { existsSync } from 'node:fs';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { terminal } from './terminal.ts';

interface Payload {
  readonly schema: string;
  readonly answers: object;
  readonly leans: readonly string[];
  readonly boards: readonly {
    id: string;
    because: string[];
    rows: { id: string; text: string; rules: { id: string; text?: string }[]; source: string }[];
  }[];
  readonly unknown: readonly string[];
}
const asked = async (...argv: string[]) => (await terminal().json('board', ...argv)) as unknown as Payload;
const said = async (...argv: string[]) => (await terminal().run('board', ...argv)).out.replace(/\s+/g, ' ');

test('without answers: each board with its clock, the cost of missing it, sources, and what is not known', async () => {
  const { schema, leans, answers, boards, unknown } = await asked();
  expect({ schema, leans, answers }).toEqual({
    schema: 'ascpi/board@1',
    leans: [],
    answers: { educated: null, trained: null, target: null },
  });
  expect(boards.map(({ id }) => id)).toEqual(['ASCP', 'ASCPi', 'AMT']);
  for (const { rows } of boards) {
    expect(rows.map(({ id }) => id)).toEqual(expect.arrayContaining(['whom', 'official', 'clock', 'lapse', 'upkeep']));
    for (const { source } of rows) expect(source).toMatch(/20\d\d/);
  }
  expect(unknown).toEqual([...new Set(unknown)]);
  const out = await said();
  expect(out).toMatch(/ASCP, ASCPi +Only the conditions to apply differ/);
  expect(out).toMatch(/1 year.*never extended/);
  expect(out).toContain('ascpi board --educated <country>');
  expect(out).toContain('ascpi start --name "<your name>" --country <country>');
});

test('numbers that are rules are those in force, or said to be unknown', async () => {
  const clock = async (...argv: string[]) => {
    const { boards } = await asked(...argv);
    return boards[1]?.rows.flatMap(({ rules }) => rules.map(({ id, text }) => `${id}: ${text}`));
  };
  expect(await clock()).toEqual([
    'exam-window: 3 calendar months',
    'application-fee-mls: USD 210',
    'cmp-cycle: 3 years',
  ]);
  expect(await clock('--today', '2010-01-01')).toContain('cmp-cycle: undefined');
  expect(await said('--today', '2010-01-01')).toContain('No value is known for that day. See: ascpi rules cmp-cycle');
});

test('answers lean, with the reason; where somebody lives is never the test', async () => {
  const { leans, answers, boards } = await asked('--educated', 'philippines', '--trained', 'ph', '--target', 'ANY');
  expect({ leans, answers }).toEqual({ leans: ['ASCPi'], answers: { educated: 'PH', trained: 'PH', target: 'any' } });
  expect(boards[1]?.because).toHaveLength(2);
  const out = await said('--educated', 'PH', '--trained', 'US');
  expect(out).toMatch(/Where your answers lean • ASCP You were trained.*• ASCPi You were educated outside/);
  expect(out).toContain('where you live does not count');
  expect(out).toContain('ascpi start --name "<your name>" --country PH');
});

test('who leans to a board without journeys is told, and shown where to look', async () => {
  const out = await said('--target', 'ascp');
  expect(out).toContain('This tool keeps journeys to ASCPi, AMT credentials only.');
  expect(out).not.toContain('ascpi start');
  expect(await said('--educated', 'CA')).toContain('do not lean to one board');
});

test('who leans to AMT alone is shown how to begin a journey to it', async () => {
  const out = await said('--target', 'amt');
  expect(out).toContain('AMT You are asked for AMT by name.');
  expect(out).toContain('https://americanmedtech.org');
  expect(out).toContain('ascpi start --name "<your name>" --board AMT');
});

test('it needs no journey and leaves nothing behind', async () => {
  const where = terminal();
  expect((await where.run('board')).code).toBe(0);
  expect(existsSync(where.home)).toBe(false);
});

test.each([
  [['--educated', 'Phillipines'], /Did you mean Philippines\?/],
  [['--trained', ''], /"" is not a country/],
  [['--target', 'asci'], /"asci".*Did you mean ASCP\? Give ASCP, ASCPi, AMT or any/],
  [['--target', 'MLS'], /Give ASCP, ASCPi, AMT or any/],
  [['-c', 'maria-santos'], /not about one candidate/],
  [['AMT'], /too many arguments/],
])('%j is refused on one line', async (argv, expected) => {
  const { code, out, err } = await terminal().run('board', ...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(expected);
  expect(err).toMatch(/^ascpi: [^\n]{10,400}[.?]\n$/);
});

test.each([40, 60, 80])('it fits %i columns', async (columns) => {
  const where = terminal({ tty: true, columns, env: { NO_COLOR: '1' } });
  for (const argv of [[], ['--educated', 'PH', '--trained', 'US', '--target', 'AMT']]) {
    const { out } = await where.run('board', ...argv);
    const wide = out.split('\n').filter((line) => stringWidth(line) > columns && !/\S{30}|ascpi /.test(line));
    expect(wide).toEqual([]);
  }
});

test('accessible: sentences with a key, no glyphs', async () => {
  const { out } = await terminal().run('board', '--educated', 'PH', '--accessible');
  expect(out).not.toMatch(/[✔▶·✘•]| {2}/);
  for (const line of out.trim().split('\n')) expect(line).toMatch(/^[^:]+: \S/);
});
