// `ascpi visa …` as its users meet it: a place in the queue, bulletins by hand and from files, and the answer.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { temporaryFile } from '../temporary-file.ts';
import { type Said, type Terminal, terminal } from '../terminal.ts';

const saved = (name: string) => join(import.meta.dirname, '../../visa-bulletins', name);
const SERIES = saved('eb-3-philippines.csv');

interface Answer {
  readonly schema: string;
  readonly current: boolean | null;
  readonly movement: readonly { readonly month: string; readonly days: number | null; readonly kind: string }[];
  readonly [key: string]: unknown;
}

const CASE = ['--priority', '2018-03-15', '--category', 'EB-3', '--chargeability', 'Philippines'];
const ask = async (where: Terminal, ...argv: string[]) => (await where.json('visa', ...argv)) as unknown as Answer;

async function good(said: Promise<Said>): Promise<Said> {
  const { code, out, err } = await said;
  expect(code, err).toBe(0);
  return { code, out, err };
}

/** Maria, on a day of March 2019, with her priority date recorded. */
async function maria(day = '2019-03-15'): Promise<Terminal> {
  const where = terminal({ day });
  await good(where.run('start', '--name', 'Maria Santos', '--country', 'PH'));
  await good(where.run('visa', 'set', ...CASE));
  return where;
}

const add = (where: Terminal, month: string, date: string, ...argv: string[]) =>
  where.run('visa', 'bulletin', 'add', month, '--category', 'EB-3', '--chargeability', 'PH', '--date', date, ...argv);

const kept = (where: Terminal) => readFileSync(join(where.home, 'shared/bulletins.json'), 'utf8');

describe('the case of the article', () => {
  test('the cut-off by hand, and the answer', async () => {
    const where = await maria();
    await good(add(where, '2019-02', '2017-08-01'));
    await good(add(where, '2019-03', '2017-12-01'));
    expect(await ask(where)).toMatchObject({
      schema: 'ascpi/visa@1',
      today: '2019-03-15',
      candidate: { id: 'maria-santos', name: 'Maria Santos' },
      current: false,
      priority: '2018-03-15',
      category: 'EB-3',
      chargeability: 'PH',
      cutoff: '2017-12-01',
      chart: 'final',
      bulletin: '2019-03',
      gap: 104,
      behind: 0,
      column: 'philippines',
      source: { from: 'hand', file: null, by: 'tester' },
      estimate: { untold: '1 of at least 12 moves from one month to the next are known' },
      warnings: [],
    });
    const { out } = await good(where.run('visa'));
    expect(out.replace(/\s+/g, ' ')).toContain(
      'Not current: your priority date, 15 Mar 2018, is 104 days later than the cut-off of the bulletin of March 2019, 1 Dec 2017.',
    );
    expect(out).toContain('122 days ahead');
  });

  test('the movement can be had as a sheet, however little is known', async () => {
    const where = await maria();
    expect((await good(where.run('visa', '--format', 'csv'))).out).toBe('month,cutoff,days,since,kind\r\n');
    await good(add(where, '2019-02', '2017-08-01'));
    await good(add(where, '2019-03', '2017-12-01'));
    const lines = (await good(where.run('visa', '--format', 'csv'))).out.trim().split('\r\n');
    expect(lines).toHaveLength(13);
    expect(lines.at(-1)).toBe('2019-03,2017-12-01,122,2019-02,ahead');
  });

  test('three years of bulletins give a range, in which the truth of May 2019 lies', async () => {
    const where = await maria();
    await good(where.run('visa', 'bulletin', 'import', SERIES, '--today', '2019-03-15'));
    const { movement, retrogressions, estimate } = await ask(where);
    expect(movement).toHaveLength(12);
    expect(movement.at(-1)).toEqual({
      month: '2019-03',
      cutoff: '2017-12-01',
      days: 122,
      since: '2019-02',
      kind: 'ahead',
    });
    expect(retrogressions).toEqual(['2018-09']);
    const { earliest, latest } = estimate as Record<string, { months: number; bulletin: string }>;
    expect(earliest?.months).toBeLessThanOrEqual(2);
    expect(latest?.bulletin).toMatch(/^2019-/);
    expect(Number(latest?.months)).toBeGreaterThanOrEqual(2);
    expect(await ask(where, '--today', '2019-05-01')).toMatchObject({ current: true, cutoff: '2018-06-01' });
    const { out } = await good(where.run('visa'));
    expect(out).toMatch(/no promise/);
    expect(out).toMatch(/It went back once:\s+September 2018 \(212 days back\)/);
  });

  test('the official page gives both charts, and the next bulletin is told when it is known', async () => {
    const where = await maria();
    const { out } = await good(where.run('visa', 'bulletin', 'import', saved('2019-03.html')));
    expect(out.replace(/\s+/g, ' ')).toContain('Recorded 104 cut-offs of March 2019.');
    expect(out).toMatch(/Left out.*family-sponsored, diversity/s);
    expect(await ask(where)).toMatchObject({
      cutoff: '2017-12-01',
      coming: null,
      other: { chart: 'filing', cutoff: '2018-03-01', current: false },
    });
    expect(await ask(where, '--chart', 'filing')).toMatchObject({ chart: 'filing', cutoff: '2018-03-01', gap: 14 });
    await good(add(where, '2019-04', '2018-03-01'));
    expect(await ask(where)).toMatchObject({
      bulletin: '2019-03',
      coming: { bulletin: '2019-04', cutoff: '2018-03-01', current: false },
    });
  });
});

describe('the place in the queue', () => {
  test('is a fact: corrected by saying what changes, taken back, and told in the history', async () => {
    const where = await maria();
    await good(where.run('visa', 'set', '--priority', '2018-03-20'));
    expect(await ask(where)).toMatchObject({ priority: '2018-03-20', category: 'EB-3', chargeability: 'PH' });
    await good(where.run('undo'));
    expect(await ask(where)).toMatchObject({ priority: '2018-03-15' });
    const { out } = await good(where.run('history'));
    expect(out).toContain('priority 2018-03-15, category EB-3, chargeability PH');
    await good(where.run('undo'));
    expect(await ask(where)).toMatchObject({
      current: null,
      priority: null,
      reason: expect.stringContaining('no priority date'),
    });
  });

  test('changes no date of the seven steps', async () => {
    const where = terminal({ day: '2019-03-15' });
    await good(where.run('start', '--name', 'Maria Santos'));
    await good(where.run('done', 'application', '--on', '2019-03-01'));
    const before = (await where.json('status')) as Record<string, unknown>;
    await good(where.run('visa', 'set', ...CASE));
    const { dates, steps, next } = (await where.json('status')) as Record<string, unknown>;
    expect({ dates, steps, next }).toEqual({ dates: before['dates'], steps: before['steps'], next: before['next'] });
  });

  test.each([
    ['EB-3', 'eb3'],
    ['EB-3', '3rd'],
    ['EB-3', 'Skilled workers'],
    ['EW', 'EB-3 other workers'],
    ['EW', 'ew'],
    ['EB-2', 'Second'],
  ])('%s may be typed %s', async (category, typed) => {
    const where = terminal();
    const argv = ['--priority', '2018-03-15', '--category', typed, '--chargeability', 'NP'];
    expect(await ask(where, ...argv)).toMatchObject({ category, candidate: null });
  });

  test.each([
    ['PH', 'philippines'],
    ['CN', 'China'],
    ['CN', 'CHINA-mainland born'],
    ['HN', 'Honduras'],
    ['VN', 'Vietnam'],
    ['TW', 'Taiwan'],
    ['all', 'all'],
    ['all', 'Others'],
  ])('%s may be typed %s', async (chargeability, typed) => {
    const argv = ['--priority', '2018-03-15', '--category', 'EB-3', '--chargeability', typed];
    expect(await ask(terminal(), ...argv)).toMatchObject({ chargeability });
  });

  test('as of a day before the priority date there is none yet', async () => {
    const where = await maria();
    expect(await ask(where, '--today', '2018-03-14')).toMatchObject({ priority: null, current: null });
    expect(await ask(where, '--today', '2018-03-15')).toMatchObject({ priority: '2018-03-15' });
  });

  test('options stand in its place for once, and nothing is recorded', async () => {
    const where = await maria();
    await good(add(where, '2019-03', '2017-12-01'));
    const { out } = await good(where.run('visa', '--priority', '2017-11-30'));
    expect(out).toContain('Only a try');
    expect(out).toContain('Current: ');
    expect(await ask(where)).toMatchObject({ priority: '2018-03-15' });
  });
});

describe('what is known', () => {
  test('without a bulletin the answer is that it is not known, with what to do', async () => {
    const where = await maria();
    const { out } = await good(where.run('visa'));
    expect(out).toMatch(/^Visa queue of Maria Santos/);
    expect(out).toContain('Not known: no cut-off of March 2019 or before is known');
    expect(out).toContain('ascpi visa bulletin import <file>');
    expect(await ask(where)).toMatchObject({
      current: null,
      bulletin: null,
      cutoff: null,
      movement: [],
      estimate: null,
    });
  });

  test('an old bulletin is told to be old', async () => {
    const where = await maria();
    await good(add(where, '2019-01', '2017-06-22'));
    expect(await ask(where)).toMatchObject({
      behind: 2,
      warnings: [
        { id: 'visa-bulletin-old', message: expect.stringContaining('January 2019, 2 months before March 2019') },
      ],
    });
    expect((await good(where.run('visa'))).out).toContain('Import the bulletin of February 2019:');
  });

  test('whoever is current and will not be next month is warned while it lasts', async () => {
    const where = await maria('2019-07-20');
    await good(where.run('visa', 'bulletin', 'import', SERIES));
    expect(await ask(where)).toMatchObject({
      current: true,
      cutoff: 'C',
      coming: { bulletin: '2019-08', current: false },
      warnings: [{ id: 'visa-going-back', message: expect.stringContaining('August 2019') }],
    });
    expect((await good(where.run('visa'))).out).toMatch(/by it\s+you\s+are\s+not\s+current\s+any\s+more/);
  });

  test('--check says no by its exit code unless one is current', async () => {
    const where = await maria();
    expect((await where.run('visa', '--check')).code).toBe(4);
    await good(add(where, '2019-03', '2018-03-15'));
    expect((await where.run('visa', '--check')).code).toBe(4);
    await good(add(where, '2019-03', '2018-03-16', '--force'));
    expect((await where.run('visa', '--check')).code).toBe(0);
    expect((await where.run('visa', '--check', '--today', '2019-03-31')).code).toBe(0);
    expect((await where.run('visa', '--check', '--today', '2019-04-01')).code, 'an old bulletin').toBe(4);
    expect((await terminal().run('visa', '--check')).code).toBe(3);
  });

  test('a part of a case is never left unsaid: with none recorded, what is missing is asked for', async () => {
    const where = terminal({ day: '2019-03-15' });
    await good(where.run('start', '--name', 'Maria Santos', '--country', 'PH'));
    expect(await where.run('visa', '--priority', '2018-03-15')).toMatchObject({
      code: 2,
      err: expect.stringContaining('--category is missing'),
    });
    const rest = CASE.slice(2);
    expect((await where.run('visa', ...rest)).err).toContain('--priority is missing');
    expect((await good(where.run('visa'))).out).toContain('no priority date');
  });

  test('the list names months, sources and what is missing between', async () => {
    const where = terminal({ day: '2026-11-22' });
    expect((await good(where.run('visa', 'bulletin'))).out).toContain('No bulletin is known yet.');
    await good(where.run('visa', 'bulletin', 'import', saved('2015-07.html'), saved('2015-10.html')));
    expect(await where.json('visa', 'bulletin')).toMatchObject({
      schema: 'ascpi/visa-bulletin@1',
      bulletins: [
        { month: '2015-07', chart: 'final', cells: 35, sources: ['2015-07.html'] },
        { month: '2015-10', chart: 'final', cells: 40 },
        { month: '2015-10', chart: 'filing', cells: 35 },
      ],
      missing: ['2015-08', '2015-09'],
    });
    expect((await good(where.run('visa', 'bulletin'))).out).toContain(
      'Not known between them: August 2015 to September 2015.',
    );
  });
});

describe('a cut-off by hand', () => {
  test('the same again changes nothing, another one needs --force, and both are kept', async () => {
    const where = await maria();
    await good(add(where, '2019-03', '2017-12-01'));
    const first = kept(where);
    expect((await good(add(where, '2019-03', '2017-12-01'))).out).toContain('Nothing new');
    expect(kept(where)).toBe(first);
    const refused = await add(where, '2019-03', '2017-12-08');
    expect(refused).toMatchObject({ code: 2, out: '' });
    expect(refused.err).toContain(
      '2019-03, final, EB-3, philippines is kept as 2017-12-01 and would become 2017-12-08',
    );
    expect(kept(where)).toBe(first);
    await good(add(where, '2019-03', '2017-12-08', '--force'));
    expect(await ask(where)).toMatchObject({ cutoff: '2017-12-08' });
    expect(await where.json('visa', 'bulletin', '--month', '2019-03')).toMatchObject({
      cells: [
        {
          category: 'EB-3',
          area: 'philippines',
          cutoff: '2017-12-08',
          before: [{ cutoff: '2017-12-01', by: 'tester' }],
        },
      ],
    });
    expect((await good(where.run('visa', 'bulletin', '--month', '2019-03'))).out).toContain(
      'before: 2017-12-01 (by hand)',
    );
  });

  test('a hyphen takes it out, and it can come again', async () => {
    const where = await maria();
    await good(add(where, '2019-03', '2017-12-01'));
    expect((await add(where, '2019-03', '-')).code).toBe(2);
    await good(add(where, '2019-03', '-', '--force'));
    expect(await ask(where)).toMatchObject({ current: null });
    expect((await good(where.run('visa', 'bulletin'))).out).toContain('No bulletin is known yet.');
    expect(await add(where, '2019-03', '-')).toMatchObject({ code: 3, out: '' });
    await good(add(where, '2019-03', 'C'));
    expect(await ask(where)).toMatchObject({ current: true, cutoff: 'C', gap: null });
  });

  test('C and U, and the chart', async () => {
    const where = await maria();
    await good(add(where, '2019-03', 'u'));
    await good(add(where, '2019-03', 'c', '--chart', 'filing'));
    expect(await ask(where)).toMatchObject({
      current: false,
      cutoff: 'U',
      estimate: { untold: expect.stringContaining('unavailable') },
    });
    expect(await ask(where, '--chart', 'filing')).toMatchObject({ current: true, cutoff: 'C', estimate: null });
  });

  test('a dry run records nothing', async () => {
    const where = await maria();
    expect((await good(add(where, '2019-03', 'C', '--dry-run'))).out).toContain(
      'Would record one cut-off of March 2019.',
    );
    expect(readdirSync(where.home)).not.toContain('shared');
  });

  test('what cannot be is refused unless forced', async () => {
    const where = await maria();
    expect((await add(where, '2019-05', 'C')).err).toContain("there can't be a bulletin of May 2019 yet");
    expect((await add(where, '2019-03', '2019-04-01')).err).toContain('after the month of its bulletin');
    await good(add(where, '2019-05', 'C', '--force'));
  });
});

describe('import', () => {
  test('of several files is all or nothing', async () => {
    const where = await maria();
    await good(add(where, '2019-01', '2017-06-22'));
    const before = kept(where);
    const broken = temporaryFile(
      'bad.html',
      readFileSync(saved('2022-05.html'), 'utf8').replace('22MAR18', 'tomorrow'),
    );
    const said = await where.run('visa', 'bulletin', 'import', saved('2019-03.html'), broken);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toContain(
      `nothing was imported: "bad.html": the chart of final action dates, row "3rd", column china: can't read "tomorrow"`,
    );
    expect(kept(where)).toBe(before);
  });

  test('again changes nothing; a cell that differs is named and needs --force', async () => {
    const where = await maria();
    await good(add(where, '2019-03', '2017-11-01'));
    const refused = await where.run('visa', 'bulletin', 'import', saved('2019-03.html'));
    expect(refused.err).toContain('philippines is kept as 2017-11-01 and would become 2017-12-01');
    await good(where.run('visa', 'bulletin', 'import', saved('2019-03.html'), '--force'));
    const once = kept(where);
    expect(await where.json('visa', 'bulletin', 'import', saved('2019-03.html'))).toMatchObject({
      schema: 'ascpi/visa-bulletin-import@1',
      added: 0,
      same: 104,
      replaced: [],
      months: ['2019-03'],
      leftOut: ['family-sponsored', 'diversity'],
    });
    expect(kept(where)).toBe(once);
  });

  test('the same cell with two values in two files is refused', async () => {
    const where = terminal({ day: '2019-03-15' });
    const other = temporaryFile(
      'other.csv',
      'month,chart,category,area,cutoff\n2019-03,final,EB-3,philippines,2017-11-01\n',
    );
    const said = await where.run('visa', 'bulletin', 'import', saved('2019-03.html'), other);
    expect(said.code).toBe(2);
    expect(readdirSync(join(where.home, '..'))).not.toContain('home');
  });

  test('many faults are counted, a hostile page and name are escaped', async () => {
    const where = terminal({ day: '2019-03-15' });
    const page = readFileSync(saved('2019-03.html'), 'utf8').replaceAll('<td>C</td>', '<td>\u001b[31mX</td>');
    const said = await where.run('visa', 'bulletin', 'import', temporaryFile('a\u001b[1mb.html', page));
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toMatch(/and \d+ more/);
    expect(said.err).not.toContain('\u001b');
    const fine = temporaryFile('a\u001b[1mb.html', readFileSync(saved('2019-03.html')));
    await good(where.run('visa', 'bulletin', 'import', fine));
    expect((await good(where.run('visa', 'bulletin'))).out).not.toContain('\u001b');
  });

  test('belongs to the store: every candidate is measured by it', async () => {
    const where = await maria();
    await good(where.run('start', '--name', 'Ben Reyes'));
    await good(
      where.run(
        'visa',
        'set',
        '-c',
        'ben-reyes',
        '--priority',
        '2015-01-01',
        '--category',
        'EB-3',
        '--chargeability',
        'India',
      ),
    );
    await good(where.run('visa', 'bulletin', 'import', saved('2019-03.html')));
    expect(await ask(where, '-c', 'ben-reyes')).toMatchObject({
      current: false,
      cutoff: '2009-05-22',
      column: 'india',
    });
    expect(await ask(where, '-c', 'maria-santos')).toMatchObject({ current: false, cutoff: '2017-12-01' });
  });
});

describe('refusals', () => {
  test.each<[RegExp, string[]]>([
    [/nothing is given that would change/, ['visa', 'set']],
    [/is after today/, ['visa', 'set', '--priority', '2030-01-01', '--category', 'EB-3', '--chargeability', 'PH']],
    [/ambiguous/, ['visa', '--priority', '03/04/2018']],
    [/"EB-33" is not an employment-based category.*Did you mean EB-3\?/, ['visa', '--category', 'EB-33']],
    [/"F2A" is not an employment-based category/, ['visa', '--category', 'F2A']],
    [/Did you mean Philippines\?/, ['visa', '--chargeability', 'Phillipine']],
    [/birth in Hong Kong.* is not known to this tool/, ['visa', '--chargeability', 'HK']],
    [/not an answer to --chart/, ['visa', '--chart', 'both']],
    [/"March 2019" is not the month of a bulletin/, ['visa', 'bulletin', '--month', 'March 2019']],
    [/Write 2019-03/, ['visa', 'bulletin', 'add', '2019-03-01']],
    [
      /the year has two digits.*Write 2017-12-01/,
      ['visa', 'bulletin', 'add', '2019-03', '--category', 'EB-3', '--chargeability', 'PH', '--date', '01DEC17'],
    ],
    [/--date is missing/, ['visa', 'bulletin', 'add', '2019-03', '--category', 'EB-3', '--chargeability', 'PH']],
    [/missing required argument/, ['visa', 'bulletin', 'import']],
    [/"nothing.html" is not there/, ['visa', 'bulletin', 'import', 'nothing.html']],
    [/no command "visa bulletin improt".*Did you mean visa bulletin import/, ['visa', 'bulletin', 'improt']],
    [/no command "visa bulletn"/, ['visa', 'bulletn']],
    [/--dry-run/, ['visa', '--dry-run']],
    [/-c makes no sense|about one candidate/, ['visa', 'bulletin', '-c', 'maria-santos']],
  ])('%s', async (message, argv) => {
    const where = await maria();
    const said = await where.run(...argv);
    expect(said, said.err).toMatchObject({ code: 2, out: '' });
    expect(said.err).toMatch(/^ascpi: [^\n]{10,400}[.?]\n$/);
    expect(said.err).toMatch(message);
    const { err } = await where.run(...argv, '--json');
    expect(JSON.parse(err)).toMatchObject({ error: { kind: 'usage', message: expect.any(String) } });
  });

  test.each([
    ['--priority', []],
    ['--category', ['--priority', '2018-03-15']],
    ['--chargeability', ['--priority', '2018-03-15', '--category', 'EB-3']],
  ])('%s has to be given the first time', async (flag, argv) => {
    const where = terminal({ day: '2019-03-15' });
    await good(where.run('start', '--name', 'Maria Santos'));
    const said = await where.run('visa', 'set', ...argv);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toContain(`${flag} is missing`);
  });

  test('damaged bulletins are named and kept', async () => {
    const where = await maria();
    await good(add(where, '2019-03', 'C'));
    const file = join(where.home, 'shared/bulletins.json');
    for (const text of [
      '{',
      readFileSync(file, 'utf8').replace('philippines', 'atlantis'),
      '{"version":1,"revision":1,"value":{}}',
    ]) {
      writeFileSync(file, text);
      for (const argv of [['visa'], ['visa', 'bulletin'], ['visa', 'bulletin', 'import', saved('2019-03.html')]]) {
        const said = await where.run(...argv);
        expect(said).toMatchObject({ code: 5, out: '' });
        expect(said.err).toContain('bulletins');
      }
      expect(readFileSync(file, 'utf8')).toBe(text);
    }
  });

  test('two who add at once lose nothing', async () => {
    const where = await maria();
    const cutoffs = Array.from({ length: 6 }, (_, index) => [`2018-0${index + 1}`, `2017-0${index + 1}-01`] as const);
    await Promise.all(
      cutoffs.map(([month, cutoff]) => good(add(terminal({ home: where.home, day: '2019-03-15' }), month, cutoff))),
    );
    expect(JSON.parse(kept(where))).toMatchObject({ revision: 6, value: { entries: { length: 6 } } });
  });
});
