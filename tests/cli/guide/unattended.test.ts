// Where nobody can answer nothing ever waits: the missing option is named. And what only conversations need is not loaded.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { bookedJourney, type Setting, temporaryHome } from '../terminal.ts';
import { bytesOf, person } from './script.ts';

const root = join(import.meta.dirname, '../../..');
const binary = join(root, 'bin/ascpi.js');

const unattended: readonly (readonly [what: string, setting: Setting, argv: readonly string[]])[] = [
  ['without a terminal', { tty: false }, []],
  ['with --no-input', {}, ['--no-input']],
  ['in CI', { env: { CI: 'true' } }, []],
  ['with the answer in JSON', {}, ['--json']],
];

describe.each(unattended)('%s', (_what, setting, argv) => {
  test('start names the missing option', async () => {
    const nobody = person(setting);
    const said = await nobody.talk(['start', ...argv], []);
    expect(said).toMatchObject({ code: 2, out: '', asked: [] });
    expect(said.err).toContain('--name is missing');
    expect(bytesOf(nobody.home)).toEqual({});
  });

  test('ascpi alone shows a sample, or the status', async () => {
    const nobody = person(setting);
    const sample = await nobody.talk([...argv], []);
    expect(sample).toMatchObject({ code: 0, asked: [] });
    expect(sample.out).not.toBe('');
    expect(bytesOf(nobody.home)).toEqual({});
    await bookedJourney(nobody);
    const before = bytesOf(nobody.home);
    const status = await nobody.talk([...argv], []);
    expect(status).toMatchObject({ code: 0, asked: [] });
    expect(status.out).toContain('Maria Santos');
    expect(bytesOf(nobody.home)).toEqual(before);
  });

  test('several journeys and none chosen are named', async () => {
    const nobody = person(setting);
    await bookedJourney(nobody);
    await nobody.run('start', '--name', 'Ravi Thapa', '--credential', 'MLS', '--country', 'NP');
    for (const command of ['status', 'next', 'undo']) {
      const said = await nobody.talk([command, ...argv], []);
      expect(said).toMatchObject({ code: 2, asked: [] });
      expect(said.err).toContain('maria-santos, ravi-thapa');
    }
  });
});

test('a file to write to is no reason to ask either', async () => {
  const nobody = person();
  await bookedJourney(nobody);
  const file = join(dirname(nobody.home), 'status.md');
  expect(await nobody.talk(['-o', file], [])).toMatchObject({ code: 0, asked: [] });
  expect(readFileSync(file, 'utf8')).toContain('Maria Santos');
});

describe('the real binary', () => {
  beforeAll(() => {
    if (!existsSync(join(root, 'dist/ascpi.js'))) throw new Error('npm run build first');
  });

  const bare = (home: string, more: Record<string, string> = {}) => ({
    PATH: process.env['PATH'] ?? '',
    ASCPI_HOME: home,
    ...more,
  });

  test.each([
    ['start', 2],
    ['', 0],
  ])('ascpi %s does not wait for a pipe that stays open', async (command, code) => {
    const argv = command === '' ? [] : [command];
    const child = spawn(process.execPath, [binary, ...argv], { env: bare(temporaryHome()), stdio: 'pipe' });
    const waited = setTimeout(() => child.kill('SIGKILL'), 30_000);
    const exit = await new Promise((resolve) => child.on('exit', resolve));
    clearTimeout(waited);
    expect(exit).toBe(code);
  });

  /** The files of the bundle that were loaded. */
  function loadedBy(argv: readonly string[]): string[] {
    const home = temporaryHome();
    const list = join(dirname(home), 'loaded.txt');
    const hook = join(dirname(home), 'hook.cjs');
    // The bundle is read, not required: see bin/ascpi.js.
    writeFileSync(
      hook,
      `const fs = require('node:fs');
       const read = fs.readFileSync;
       const loaded = [];
       fs.readFileSync = (path, ...more) => {
         loaded.push(String(path));
         return read(path, ...more);
       };
       process.on('exit', () => fs.writeFileSync(${JSON.stringify(list)}, [...loaded, ...Object.keys(require.cache)].join('\\n')));`,
    );
    spawnSync(process.execPath, [binary, 'start', '--name', 'Maria'], { env: bare(home) });
    const { status } = spawnSync(process.execPath, ['--require', hook, binary, ...argv], { env: bare(home) });
    expect(status).toBe(0);
    return readFileSync(list, 'utf8')
      .split('\n')
      .filter((path) => path.startsWith(join(root, 'dist')) && path.endsWith('.js'));
  }

  test.each([['status'], ['next'], ['done', 'application'], ['--json']])(
    '%s loads nothing of conversations',
    (...argv) => {
      const marks = ['ExitPromptError', 'Arrow keys move', 'Whose journey?'];
      const dist = join(root, 'dist');
      const texts = readdirSync(dist)
        .filter((name) => name.endsWith('.js'))
        .map((name) => readFileSync(join(dist, name), 'utf8'));
      for (const mark of marks) expect(texts.some((text) => text.includes(mark))).toBe(true);
      const loaded = loadedBy(argv);
      // The usual questions have a small bundle of their own.
      expect(loaded).toContain(join(dist, argv[0] === 'done' ? 'ascpi.js' : 'quick.js'));
      for (const path of loaded) {
        expect(basename(path)).not.toMatch(/guide|inquirer|-ask|choose-journey|self-check|sentences/);
        for (const mark of marks) expect(readFileSync(path, 'utf8').includes(mark), `${mark} in ${path}`).toBe(false);
      }
    },
  );
});
