// `ascpi eligibility`: lists routes, compares answers, never decides, and refuses what no question allows.
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { describe, expect, test } from 'vitest';
import { eligibility } from '../../src/cli/commands/eligibility.ts';
import { questionIds } from '../../src/domain/credential.ts';
import { bookedJourney, terminal } from './terminal.ts';

interface Payload {
  readonly schema: string;
  readonly credential: { readonly id: string };
  readonly routes: readonly { number: number; fit: string | null; because: string[]; documents: { id: string }[] }[];
  readonly unknown: readonly string[];
}
const asked = async (where: ReturnType<typeof terminal>, ...argv: string[]) =>
  (await where.json('eligibility', ...argv)) as unknown as Payload;

test('without answers: every route with what it requires, its documents, source, confidence and day', async () => {
  const where = terminal();
  const payload = await asked(where);
  expect(payload).toMatchObject({ schema: 'ascpi/eligibility@1', credential: { id: 'MLS(ASCPi)' } });
  expect(payload.routes.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5]);
  expect(payload.routes[0]).toMatchObject({
    requires: [expect.any(String), expect.any(String)],
    documents: [{ id: 'transcript-from-school', title: 'Have the transcript sent by the school' }, {}, {}, {}],
    source: expect.stringContaining('20'),
    checked: expect.stringMatching(/^\d{4}-\d\d-\d\d$/),
    confidence: 'medium',
    note: expect.any(String),
    fit: null,
    because: [],
  });
  expect(payload.unknown.join()).toMatch(/recent.*route 4/);
  const { out } = await where.run('eligibility');
  for (const part of ['[experience-form]', 'Last checked 2026-11-01', 'confidence medium', '/MLS', '--training']) {
    expect(out.replace(/\s+/g, ' ')).toContain(part);
  }
  expect(existsSync(where.home)).toBe(false);
});

test('with answers: what may fit, what can not be told and what does not seem to, each with the reason', async () => {
  const where = terminal();
  const argv = ['--degree', 'Bachelor-MLS', '--training', 'none', '--experience', '5'];
  const { routes } = await asked(where, ...argv);
  expect(routes.map(({ number, fit }) => [number, fit])).toEqual([
    [1, 'does-not-seem-to-fit'],
    [2, 'may-fit'],
    [3, 'does-not-seem-to-fit'],
    [4, 'cannot-tell'],
    [5, 'does-not-seem-to-fit'],
  ]);
  expect(routes[0]?.because).toEqual([expect.stringMatching(/^Does not seem met: .*training/)]);
  const { out } = await where.run('eligibility', ...argv);
  expect(out).toMatch(/May fit\n.*Route 2[\s\S]*Cannot tell\n.*Route 4[\s\S]*Does not seem to fit\n.*Route 1/);
  expect(out).not.toContain('training-form');
  expect(out).toContain('ascpi done eligibility --route');
});

test('answers are compared, never judged: the board decides, after an application', async () => {
  const where = terminal();
  for (const degree of ['bachelor-mls', 'none']) {
    const argv = ['eligibility', '--degree', degree, '--training', 'internship', '--experience', '9'];
    const { out } = await where.run(...argv);
    expect(out).not.toMatch(/\b(in)?eligible\b|you qualify|you fit/i);
    expect(out).toContain('The board alone decides, after you apply.');
    expect(out).toContain('view-all-credentials/MLS');
  }
  expect((await where.run('eligibility', '--degree', 'none')).out).toContain('No known route seems to fit');
});

test('several answers, and the questions that are still open', async () => {
  const { out } = await terminal().run('eligibility', '--degree', 'bachelor-other, bachelor-mls');
  expect(out).toMatch(/Answer these too\n.*--training[\s\S]*--experience/);
  expect(out).not.toMatch(/--degree +Which/);
  expect(out.replace(/\s+/g, ' ')).toContain("laboratory science; Bachelor's in a subject that is no science");
});

test('a credential without known routes says so and points to its page', async () => {
  const where = terminal();
  expect((await asked(where, '--credential', 'bb')).routes).toEqual([]);
  const { out } = await where.run('eligibility', '--credential', 'BB');
  expect(out).toContain('not known here');
  expect(out).toContain('view-all-credentials/BB');
  expect(out).not.toContain('--degree');
});

test('the credential is that of the journey where it is clear which, unless a flag says otherwise', async () => {
  const where = terminal();
  const credential = async (...argv: string[]) => (await asked(where, ...argv)).credential.id;
  await where.run('start', '--name', 'Ana Cruz', '--credential', 'HT');
  expect(await credential()).toBe('HT(ASCPi)');
  expect(await credential('--credential', 'MLT')).toBe('MLT(ASCPi)');
  await where.run('start', '--name', 'Ben Reyes', '--credential', 'MLT');
  expect(await credential()).toBe('MLS(ASCPi)');
  expect(await credential('-c', 'ben-reyes')).toBe('MLT(ASCPi)');
  await where.run('config', 'set', 'candidate', 'ana-cruz');
  expect(await credential()).toBe('HT(ASCPi)');
  expect((await where.run('eligibility', '-c', 'nobody')).code).toBe(3);
});

test.each([
  [['--degree', 'bachelors'], /"bachelors".*--degree.*Did you mean bachelor-mls\? Choices: .*none/],
  [['--degree', 'approved-programme'], /Choices: bachelor-mls/],
  [['--degree', ''], /"" is not an answer to --degree/],
  [['--degree', 'bachelor-mls,'], /"" is not an answer to --degree/],
  [['--training', 'none,internship'], /none and something else/],
  [['--experience', '3.5'], /"3.5".*whole number from 0 to 60/],
  [['--experience', '-1'], /"-1"/],
  [['--credential', 'MLZ'], /Did you mean MLS/],
  [['--credential', 'BB', '--degree', 'none'], /--degree makes no sense with BB\(ASCPi\).*view-all-credentials\/BB/],
  [['--credential', 'MLS', '-c', 'maria-santos'], /Give one of them/],
  [['--degree', 'a\u001b[31m'], /"a\\u001b/],
  [['--dry-run'], /it changes nothing/],
])('%j is refused on one line', async (argv, expected) => {
  const { code, out, err } = await terminal().run('eligibility', ...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(expected);
  expect(err).toMatch(/^ascpi: [^\n]{10,400}[.?]\n$/);
});

test('each question of the data has its flag', () => {
  const flags = eligibility.options?.map(({ flags }) => flags.replace(/^--| .*/g, ''));
  expect(flags).toEqual(['credential', ...questionIds]);
});

describe('it reads well', () => {
  const lives = [
    [],
    ['--degree', 'bachelor-mls', '--experience', '4'],
    ['--credential', 'MLT'],
    ['--credential', 'BB'],
  ];

  test.each([40, 60, 80])('at %i columns', async (columns) => {
    const where = terminal({ tty: true, columns, env: { NO_COLOR: '1' } });
    for (const argv of lives) {
      const { out } = await where.run('eligibility', ...argv);
      const wide = out.split('\n').filter((line) => stringWidth(line) > columns && !/\S{30}|ascpi /.test(line));
      expect(wide).toEqual([]);
    }
  });

  test('in accessible mode: sentences with a key, no glyphs', async () => {
    for (const argv of lives) {
      const { out } = await terminal().run('eligibility', ...argv, '--accessible');
      expect(out).not.toMatch(/[✔▶·✘•]| {2}/);
      for (const line of out.trim().split('\n')) expect(line).toMatch(/^[^:]+: \S/);
    }
  });

  test('in Markdown, and into a file', async () => {
    const where = terminal();
    await bookedJourney(where);
    const file = join(where.home, '../routes.md');
    expect((await where.run('eligibility', '-o', file)).code).toBe(0);
    expect((await where.run('eligibility', '--format', 'markdown')).out).toMatch(/^# Routes to MLS\\?\(ASCPi/);
  });
});
