// Imports by the real program: through pipes, killed half-way, and on a disk that takes no more.
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { contentsOf } from '../../stores/temp-folder.ts';
import { temporaryHome } from '../terminal.ts';

const root = join(import.meta.dirname, '../../..');
const binary = join(root, 'bin/ascpi.js');

beforeAll(() => {
  if (!existsSync(join(root, 'dist/ascpi.js'))) throw new Error('npm run build first');
});

const env = (home: string) => ({ PATH: process.env['PATH'] ?? '', ASCPI_HOME: home, ASCPI_TODAY: '2026-12-15' });
const ascpi = (home: string, ...argv: string[]) =>
  spawnSync(process.execPath, [binary, ...argv], { env: env(home), encoding: 'utf8' });
const shell = (home: string, line: string) =>
  spawnSync('bash', ['--norc', '-c', line], {
    env: { ...env(home), ASCPI: `${process.execPath} ${binary}` },
    encoding: 'utf8',
  });

const rows = (count: number, exam: string): string => {
  const row = (index: number) => `c-${index},"Nguyễn, ${index}",2026-10-01,2026-11-30,${exam},"one\ntwo"`;
  return `id,name,application,admission,exam,notes\n${Array.from({ length: count }, (_, index) => row(index)).join('\n')}\n`;
};

function fileWith(text: string): { home: string; file: string } {
  const home = temporaryHome();
  const file = join(dirname(home), 'roster.csv');
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return { home, file };
}

test('a roster goes from store to store through pipes', () => {
  const { home, file } = fileWith(rows(40, '2027-01-15'));
  const other = temporaryHome();
  expect(ascpi(home, 'candidates', 'import', file).stdout).toMatch(/^Imported: 40 new/);
  const line = `$ASCPI candidates export --json | ASCPI_HOME=${other} $ASCPI candidates import -`;
  expect(shell(home, line)).toMatchObject({ status: 0, stdout: expect.stringMatching(/^Imported: 40 new/) });
  const csv = `$ASCPI candidates export --format csv | ASCPI_HOME=${other} $ASCPI candidates import - --json | grep -c '"same": 40'`;
  expect(shell(home, csv).stdout).toBe('1\n');
  expect(shell(other, '$ASCPI candidates import - </dev/null')).toMatchObject({ status: 2, stdout: '' });
});

test('killed at any time, an import run again gives the whole result', { timeout: 180_000 }, async () => {
  const { home, file } = fileWith(rows(400, '2027-01-15'));
  const clean = temporaryHome();
  ascpi(clean, 'candidates', 'import', file);
  // A second round changes what the first has left, so that there are previous versions too.
  for (const [round, delay] of [120, 200, 260, 320, 400, 500, 250, 350, 450].entries()) {
    if (round === 6) writeFileSync(file, rows(400, '2027-01-22'));
    const child = spawn(process.execPath, [binary, 'candidates', 'import', file], { env: env(home), stdio: 'ignore' });
    const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
    setTimeout(() => child.kill('SIGKILL'), delay);
    await ended;
    // Whatever is there can be read.
    const listed = ascpi(home, 'candidates', 'export', '--json');
    expect(listed.status, listed.stderr).toBe(0);
  }
  expect(ascpi(home, 'candidates', 'import', file)).toMatchObject({ status: 0 });
  ascpi(clean, 'candidates', 'import', file);
  const csv = (where: string) => ascpi(where, 'candidates', 'export', '--format', 'csv').stdout;
  expect(csv(home)).toBe(csv(clean));
  expect(csv(home).match(/2027-01-22/g)).toHaveLength(400);
  expect(ascpi(home, 'doctor').status).toBe(0);
  expect(readdirSync(home, { recursive: true }).filter((name) => /tmp|lock/.test(String(name)))).toEqual([]);
});

test('where files can not grow, nothing is imported and the store is as it was', () => {
  const { home, file } = fileWith(rows(20, '2027-01-15'));
  expect(ascpi(home, 'candidates', 'import', file).status).toBe(0);
  const before = contentsOf(home);
  // The last candidate has more to say than a file may hold.
  writeFileSync(file, rows(20, '2027-01-22').replace(/"one\ntwo"\n$/, `"${'x'.repeat(3900)}"\n`));
  const { status, stderr } = shell(home, `ulimit -f 3; $ASCPI candidates import ${file}`);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^ascpi: can't write [^\n]*c-19\.json[^\n]*\n$/);
  expect(contentsOf(home)).toEqual(before);
});
