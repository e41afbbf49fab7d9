// The manual: made from the commands, up to date, and read by the real reader of manual pages without a complaint.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { commands } from '../src/cli/commands/index.ts';
import { topics } from '../src/cli/topics.ts';

const root = join(import.meta.dirname, '..');
const read = (name: string) => readFileSync(join(root, name), 'utf8');
const visible = commands.filter(({ name }) => name !== 'home');

beforeAll(() => {
  if (!existsSync(join(root, 'dist/ascpi.js'))) throw new Error('npm run build first');
});

test('docs/cli.md and man/ascpi.1 are what the program says of itself', () => {
  const said = spawnSync(process.execPath, [join(root, 'scripts/manual.mjs'), '--check'], { encoding: 'utf8' });
  expect(said).toMatchObject({ status: 0, stderr: '' });
});

test.each(visible.map(({ name }) => name))('both tell of %s', (name) => {
  expect(read('docs/cli.md')).toMatch(new RegExp(`^# ascpi ${name}$`, 'm'));
  expect(read('man/ascpi.1').replaceAll('\\-', '-')).toMatch(new RegExp(`^\\.SS "ascpi ${name}[ "]`, 'm'));
});

test.each(topics.map(({ name }) => name))('both tell of the topic %s', (name) => {
  expect(read('docs/cli.md')).toContain(`# ${name}: `);
  expect(read('man/ascpi.1').replaceAll('\\-', '-')).toContain(`.SH "${name.toUpperCase()}"`);
});

const hasMan = spawnSync('man', ['--version']).status === 0;
test.skipIf(!hasMan)('man shows it without a warning', () => {
  const { stdout, stderr, status } = spawnSync('man', ['--warnings', '-E', 'UTF-8', '-l', join(root, 'man/ascpi.1')], {
    env: { PATH: process.env['PATH'], MANWIDTH: '80', LC_ALL: 'C.UTF-8' },
    encoding: 'utf8',
  });
  expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  expect(stdout).toContain('ascpi done <step>');
});
