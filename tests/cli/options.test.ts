// The options that every command takes: before or after its name, and none of them ignored.
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { commands } from '../../src/cli/commands/index.ts';
import { bookedJourney, terminal } from './terminal.ts';

test('options count before and after the command', async () => {
  const where = terminal();
  await bookedJourney(where);
  const after = await where.run('status', '--json', '--today', '2026-12-20', '-c', 'maria-santos');
  const before = await where.run('--json', '--today', '2026-12-20', '-c', 'maria-santos', 'status');
  expect(before).toEqual(after);
  expect(JSON.parse(after.out)).toMatchObject({ schema: 'ascpi/status@1', today: '2026-12-20' });
});

test('variables stand in for options, and options win', async () => {
  const where = terminal({ env: { ASCPI_TODAY: '2026-12-20' } });
  await bookedJourney(where);
  expect(await where.json('status')).toMatchObject({ today: '2026-12-20' });
  expect(await where.json('status', '--today', '2026-12-21')).toMatchObject({ today: '2026-12-21' });
});

test('--dry-run says what would happen and changes nothing, for every command that writes', async () => {
  const where = terminal();
  await bookedJourney(where);
  const file = join(where.home, 'journeys/maria-santos.json');
  const before = readFileSync(file, 'utf8');
  for (const argv of [
    ['start', '--name', 'Somebody Else'],
    ['done', 'exam', '--result', 'pass', '--today', '2027-01-15'],
    ['undo'],
    ['check', 'one-account'],
    ['config', 'set', 'accessible', 'yes'],
    ['doctor', '--fix'],
  ]) {
    const said = await where.run(...argv, '--dry-run');
    expect(said.code, said.err).toBe(0);
    expect(said.out).not.toBe('');
  }
  expect(readFileSync(file, 'utf8')).toBe(before);
  expect(existsSync(join(where.home, 'config.json'))).toBe(false);
  expect((await where.run('status')).code).toBe(0);
});

test('-o writes the format of its extension, for its owner alone', async () => {
  const where = terminal();
  await bookedJourney(where);
  for (const [name, begin] of [
    ['status.json', '{'],
    ['status.md', '# '],
    ['status.txt', 'Maria'],
  ]) {
    const path = join(where.home, '..', name ?? '');
    const said = await where.run('status', '-o', path);
    expect(said).toMatchObject({ code: 0, out: '' });
    expect(readFileSync(path, 'utf8').startsWith(begin ?? '?')).toBe(true);
    expect(statSync(path).mode & 0o777).toBe(0o600);
  }
});

test('colour by flag, NO_COLOR, FORCE_COLOR, terminal, in that order', async () => {
  const colored = async (tty: boolean, env: Record<string, string>, ...flags: string[]) => {
    const where = terminal({ tty, env });
    return (await where.run('demo', ...flags)).out.includes('\u001b[');
  };
  expect(await colored(true, {})).toBe(true);
  expect(await colored(false, {})).toBe(false);
  expect(await colored(false, { FORCE_COLOR: '1' })).toBe(true);
  expect(await colored(true, { FORCE_COLOR: '0' })).toBe(false);
  expect(await colored(true, { NO_COLOR: '1', FORCE_COLOR: '1' })).toBe(false);
  expect(await colored(true, { FORCE_COLOR: '1' }, '--no-color')).toBe(false);
  expect(await colored(true, { TERM: 'dumb' })).toBe(false);
});

test('text fits the width, from 40 columns', async () => {
  for (const columns of [40, 60, 80, 120]) {
    const where = terminal({ tty: true, columns, env: { NO_COLOR: '1' } });
    await bookedJourney(where);
    for (const argv of [
      ['status'],
      ['history'],
      ['why', 'exam-window'],
      ['checklist', 'application'],
      ['help', 'done'],
    ]) {
      const { out } = await where.run(...argv);
      const tooWide = out.split('\n').filter((line) => stringWidth(line) > columns && !/\S{30}|ascpi /.test(line));
      expect(tooWide, `${argv.join(' ')} at ${columns}`).toEqual([]);
    }
  }
});

test('COLUMNS wins over the terminal, in a pipe too', async () => {
  const where = terminal({ env: { COLUMNS: '50' }, tty: true, columns: 200 });
  const { out } = await where.run('demo', '--no-color');
  expect(Math.max(...out.split('\n').map((line) => stringWidth(line)))).toBeLessThanOrEqual(56);
});

test('accessible: words instead of glyphs, by flag, variable and setting', async () => {
  const where = terminal();
  await bookedJourney(where);
  const spoken = await where.run('status', '--accessible');
  expect(spoken.out).not.toMatch(/[✔▶·✘•]| {2}/);
  for (const line of spoken.out.trim().split('\n')) expect(line).toMatch(/^[^:]+: \S/);
  expect(spoken.out).toMatch(/3 Admission.*done/i);
  await where.run('config', 'set', 'accessible', 'yes');
  expect((await where.run('status')).out).toBe(spoken.out);
});

test('names from people are kept as given and shown safely', async () => {
  for (const name of [
    'Nguyễn Thị Ánh',
    'محمد علي',
    '陈小明',
    'O\'Neill, "Bob"',
    'Zoë 👩🏽‍🔬',
    '=cmd|x',
    'a\u202eb',
    '<script>',
  ]) {
    const where = terminal();
    expect((await where.run('start', '--name', name, '--id', 'x')).code).toBe(0);
    expect(await where.json('status')).toMatchObject({ candidate: { name } });
    const { out } = await where.run('status');
    expect(out).not.toMatch(/[\u202a-\u202e\u0000-\u0009]/);
    if (!name.includes('\u202e')) expect(out).toContain(name);
    expect((await where.run('status', '--format', 'markdown')).out).not.toContain('<script>');
  }
});

test('--json parses for every command that answers, and begins with schema and today', async () => {
  const where = terminal();
  await bookedJourney(where);
  const queue = ['--category', 'EB-3', '--chargeability', 'PH'];
  const args: Record<string, string[]> = {
    start: ['--name', 'Another'],
    done: ['exam', '--result', 'pass', '--today', '2027-01-15'],
    undo: ['-c', 'maria-santos'],
    redo: ['-c', 'maria-santos'],
    why: ['exam-window', '-c', 'maria-santos'],
    check: ['one-account', '-c', 'maria-santos'],
    completion: ['bash'],
    'visa set': [...queue, '--priority', '2018-03-15', '-c', 'maria-santos'],
    backup: ['-o', `${where.home}-backup.json`],
    restore: [join(import.meta.dirname, 'examples', 'backup.json'), '--keep-newer'],
    'visa bulletin add': ['2019-03', ...queue, '--date', '2017-12-01'],
    'visa bulletin import': [join(import.meta.dirname, '../visa-bulletins/2019-03.html')],
    'candidates import': [join(import.meta.dirname, 'examples', 'roster.csv')],
  };
  // Credential maintenance begins with a certificate, and so do its examples.
  const asked = commands.filter(({ name }) => !name.includes(' ') && name !== 'cmp');
  for (const { name, ofOneJourney } of asked) {
    const rest = args[name] ?? (ofOneJourney ? ['-c', 'maria-santos'] : []);
    const said = await where.run(
      ...name.split(' '),
      ...rest,
      ...(name === 'done' ? ['-c', 'maria-santos'] : []),
      '--json',
    );
    expect(said.code, `${name}: ${said.err}`).toBe(0);
    const keys = Object.keys(JSON.parse(said.out));
    expect(keys.slice(0, 2), name).toEqual(['schema', 'today']);
  }
});

test('without a journey the bare command shows a labelled sample; with one, the status', async () => {
  const where = terminal();
  const sample = await where.run();
  expect(sample.code).toBe(0);
  expect(sample.out).toMatch(/^Sample/);
  expect(sample.out).toContain('ascpi start --name');
  await bookedJourney(where);
  expect((await where.run()).out).toBe((await where.run('status')).out);
});

test('an option that does not exist is told by its beginning, on one line', async () => {
  const where = terminal();
  for (const typed of [`--${'x'.repeat(5000)}`, `-"'""${'y'.repeat(5000)}`, "--it's\nodd\u001b[2J"]) {
    const said = await where.run('status', typed);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toMatch(/^ascpi: unknown option "-.*"\. See: ascpi help status\.\n$/);
    expect(said.err.length).toBeLessThan(200);
  }
});
