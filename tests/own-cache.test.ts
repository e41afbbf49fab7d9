// Where the program's folder can't be written: compiled code is kept for this user alone, and nobody else's is ever run.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { temporaryHome } from './cli/terminal.ts';

const root = join(import.meta.dirname, '..');
const isWindows = process.platform === 'win32';

/** The program in a folder of its own, where nothing can be kept: a file stands in the place of the folder. */
function installed() {
  if (!existsSync(join(root, 'dist/ascpi.js'))) throw new Error('npm run build first');
  const folder = dirname(temporaryHome());
  for (const part of ['bin', 'data', 'package.json']) cpSync(join(root, part), join(folder, part), { recursive: true });
  cpSync(join(root, 'dist'), join(folder, 'dist'), {
    recursive: true,
    filter: (path) => !path.startsWith(join(root, 'dist', 'cache')),
  });
  writeFileSync(join(folder, 'dist', 'cache'), '');
  const cache = join(folder, 'cache');
  const own = join(cache, 'ascpi', 'code');
  const env = { PATH: process.env['PATH'] ?? '', ASCPI_HOME: join(folder, 'home'), XDG_CACHE_HOME: cache };
  const program = join(folder, 'bin/ascpi.js');
  const run = (...argv: string[]) => spawnSync(process.execPath, [program, ...argv], { env, encoding: 'utf8' });
  // Without a home nothing can be kept, and nothing is lost.
  const homeless = { PATH: env.PATH, ASCPI_HOME: env.ASCPI_HOME };
  const begin = spawnSync(process.execPath, [program, 'start', '--name', 'Maria Santos'], { env: homeless });
  expect(begin.status).toBe(0);
  mkdirSync(cache);
  return { own, run, dist: join(folder, 'dist') };
}

const kept = (own: string) => (existsSync(own) ? readdirSync(own) : []);

test.skipIf(isWindows)('it is kept in the cache folder of the user, closed to all others', () => {
  const { own, run } = installed();
  expect(kept(own)).toEqual([]);
  const first = run('status');
  expect(first).toMatchObject({ status: 0, stderr: '' });
  expect(kept(own).join()).toMatch(/^quick\.js-status-v/);
  expect(statSync(own).mode & 0o777).toBe(0o700);
  for (const name of kept(own)) expect(statSync(join(own, name)).mode & 0o777).toBe(0o600);
  const before = kept(own).map((name) => statSync(join(own, name)).mtimeMs);
  // It is used: what was read is not compiled and written again.
  expect(run('status').stdout).toBe(first.stdout);
  expect(kept(own).map((name) => statSync(join(own, name)).mtimeMs)).toEqual(before);
});

test.skipIf(isWindows)('a cache that is damaged costs nothing', () => {
  const { own, run } = installed();
  const first = run('status');
  for (const name of kept(own)) writeFileSync(join(own, name), 'not a cache');
  expect(run('status')).toMatchObject({ status: 0, stderr: '', stdout: first.stdout });
});

test.skipIf(isWindows)('a cache of other code is never run', () => {
  const { own, run, dist } = installed();
  expect(run('status').stdout).toContain('Final scores');
  const source = readFileSync(join(dist, 'quick.js'), 'latin1');
  writeFileSync(join(dist, 'quick.js'), source.replaceAll('Final scores', 'Scores final'));
  expect(run('status').stdout).toContain('Scores final');
  expect(kept(own)).toHaveLength(1);
});

test.skipIf(isWindows)('a folder that others may write, or a link, is left alone', () => {
  for (const mode of ['open', 'link'] as const) {
    const { own, run } = installed();
    mkdirSync(dirname(own));
    if (mode === 'open') {
      mkdirSync(own);
      chmodSync(own, 0o777);
    } else {
      mkdirSync(`${own}-elsewhere`);
      symlinkSync(`${own}-elsewhere`, own);
    }
    expect(run('status')).toMatchObject({ status: 0, stderr: '' });
    expect(kept(own)).toEqual([]);
    rmSync(own, { recursive: true });
  }
});

test.skipIf(isWindows)('reading creates nothing where it fails', () => {
  const { own, run } = installed();
  expect(run('status', '-c', 'nobody').status).toBe(3);
  expect(kept(own)).toEqual([]);
});
