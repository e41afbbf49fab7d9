// The real binary in a bare environment: streams, processes at the same time, killed ones, full disks.
import { execFile, spawn, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { beforeAll, expect, test } from 'vitest';
import { temporaryHome } from './terminal.ts';

const root = join(import.meta.dirname, '../..');
const binary = join(root, 'bin/ascpi.js');
const run = promisify(execFile);

beforeAll(() => {
  if (!existsSync(join(root, 'dist/ascpi.js'))) throw new Error('npm run build first');
});

const bare = (home: string, more: Record<string, string> = {}) => ({
  PATH: process.env['PATH'] ?? '',
  ASCPI_HOME: home,
  ...more,
});
const ascpi = (home: string, argv: readonly string[], more?: Record<string, string>) =>
  spawnSync(process.execPath, [binary, ...argv], { env: bare(home, more), encoding: 'utf8' });
const shell = (home: string, line: string) =>
  spawnSync('bash', ['--norc', '-c', line], {
    env: { ...bare(home), ASCPI: `${process.execPath} ${binary}` },
    encoding: 'utf8',
  });

function begun(): string {
  const home = temporaryHome();
  expect(ascpi(home, ['start', '--name', 'Maria Santos']).status).toBe(0);
  return home;
}

test('from an empty folder to a status, alike in every zone and locale', () => {
  const answers = [
    { TZ: 'Asia/Manila' },
    { TZ: 'America/New_York', LANG: 'C' },
    { TZ: 'Pacific/Apia', LC_ALL: 'th_TH.UTF-8' },
    { TZ: 'Pacific/Kiritimati', LANG: 'ar_EG.UTF-8' },
  ].map((env) => {
    const home = temporaryHome();
    ascpi(home, ['start', '--name', 'Maria Santos'], env);
    ascpi(home, ['done', 'application', '--on', '2026-10-01', '--today', '2026-10-01'], env);
    ascpi(home, ['done', 'admission', '--on', '2026-11-30', '--today', '2026-11-30'], env);
    return ['json', 'markdown', 'text'].map(
      (format) => ascpi(home, ['status', '--today', '2026-12-15', '--format', format], env).stdout,
    );
  });
  expect(JSON.parse(answers[0]?.[0] ?? '')).toMatchObject({ current: 'schedule', today: '2026-12-15' });
  for (const answer of answers.slice(1)) expect(answer).toEqual(answers[0]);
});

test('files are for their owner alone, whatever the umask', () => {
  const home = temporaryHome();
  for (const argv of ['start --name Maria', 'check one-account', 'config set accessible no']) {
    expect(shell(home, `umask 000; $ASCPI ${argv}`).status).toBe(0);
  }
  const entries = readdirSync(home, { recursive: true, withFileTypes: true });
  expect(entries.length).toBeGreaterThanOrEqual(4);
  for (const entry of entries) {
    const mode = statSync(join(entry.parentPath, entry.name)).mode & 0o777;
    expect(mode.toString(8), entry.name).toBe(entry.isDirectory() ? '700' : '600');
  }
});

test('a reader that stops is no failure; a full device behind stdout is one', () => {
  const home = begun();
  expect(shell(home, 'set -o pipefail; $ASCPI rules | head -1')).toMatchObject({ status: 0, stderr: '' });
  if (!existsSync('/dev/full')) return;
  const full = shell(home, '$ASCPI rules > /dev/full');
  expect(full.status).toBe(1);
  expect(full.stderr).toMatch(/^ascpi: [^\n]*ENOSPC[^\n]*\n$/);
});

test('a large answer in a pipe is whole', () => {
  const home = begun();
  const { stdout } = shell(home, '$ASCPI checklist --json | cat');
  expect(JSON.parse(stdout)).toMatchObject({ schema: 'ascpi/checklist@1' });
});

test('a note is read from stdin, and what has no end is refused', () => {
  const home = begun();
  const noted = shell(home, "printf 'Called\\nNguyễn' | $ASCPI candidates note maria-santos - --quiet");
  expect(noted).toMatchObject({ status: 0, stderr: '' });
  const { notes } = JSON.parse(ascpi(home, ['candidates', 'show', 'maria-santos', '--json']).stdout);
  expect(notes).toMatchObject([{ text: 'Called\nNguyễn' }]);
  const endless = shell(home, 'yes | $ASCPI candidates note maria-santos -');
  expect(endless).toMatchObject({ status: 2, stdout: '' });
  expect(endless.stderr).toMatch(/^ascpi: stdin gives more than 64 MB[^\n]*\n$/);
});

test('processes that tag everybody at the same time lose no tag', { timeout: 180_000 }, async () => {
  const home = begun();
  for (const name of ['Ana', 'Ben', 'Cara', 'Dan']) ascpi(home, ['candidates', 'add', '--name', name]);
  const tags = ['a', 'b', 'c', 'd', 'e', 'f'];
  await Promise.all(
    tags.map((tag) =>
      run(process.execPath, [binary, 'candidates', 'tag', tag, '--all', '--yes', '--quiet'], { env: bare(home) }),
    ),
  );
  const { candidates } = JSON.parse(ascpi(home, ['candidates', '--json']).stdout) as {
    candidates: { tags: string[] }[];
  };
  expect(candidates.map((each) => [...each.tags].sort())).toEqual(Array(5).fill(tags));
});

test('eight processes that record 25 facts each lose none', { timeout: 180_000 }, async () => {
  const home = begun();
  const items = (
    JSON.parse(ascpi(home, ['checklist', '--json']).stdout) as { steps: { items: { id: string }[] }[] }
  ).steps.flatMap((step) => step.items.map(({ id }) => id));
  const worker = async (number: number) => {
    for (let index = 0; index < 25; index += 1) {
      const item = items[(number * 25 + index) % items.length] ?? '';
      await run(process.execPath, [binary, 'check', item, '--quiet'], {
        env: bare(home, { ASCPI_USER: `worker-${number}` }),
      });
    }
  };
  await Promise.all(Array.from({ length: 8 }, (_, number) => worker(number)));
  const { entries } = JSON.parse(ascpi(home, ['history', '--json']).stdout) as { entries: { by: string }[] };
  const counts = new Map<string, number>();
  for (const { by } of entries) counts.set(by, (counts.get(by) ?? 0) + 1);
  expect(entries).toHaveLength(200);
  expect([...counts.values()]).toEqual(Array.from({ length: 8 }, () => 25));
  expect(readdirSync(join(home, 'journeys'))).toEqual(['maria-santos.json']);
});

test('a process killed at any time leaves a readable store, and doctor removes what it left', {
  timeout: 180_000,
}, async () => {
  const home = begun();
  let recorded = 0;
  for (let index = 0; index < 24; index += 1) {
    const child = spawn(process.execPath, [binary, 'check', 'one-account'], { env: bare(home), stdio: 'ignore' });
    const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
    // From before the program is loaded until after it has ended.
    setTimeout(() => child.kill('SIGKILL'), 20 + index * 6);
    await ended;
    const { status, stdout } = ascpi(home, ['history', '--json']);
    expect(status).toBe(0);
    const { length } = (JSON.parse(stdout) as { entries: unknown[] }).entries;
    expect([recorded, recorded + 1]).toContain(length);
    recorded = length;
  }
  expect(ascpi(home, ['doctor']).status).toBe(0);
  expect(ascpi(home, ['check', 'one-account']).status).toBe(0);
  const left = readdirSync(home, { recursive: true }).filter((name) => /tmp|lock/.test(String(name)));
  expect(left).toEqual([]);
});

test('where a file can not grow, the old journey stays whole and the exit code is 1', () => {
  const home = begun();
  const file = join(home, 'journeys/maria-santos.json');
  for (let index = 0; index < 30; index += 1) ascpi(home, ['check', 'one-account']);
  const before = readFileSync(file);
  const limit = Math.floor(before.length / 1024) - 1;
  const { status, stderr } = shell(home, `ulimit -f ${limit}; $ASCPI check one-account`);
  expect(status).toBe(1);
  expect(stderr).toMatch(/^ascpi: [^\n]*maria-santos[^\n]*\n$/);
  expect(readFileSync(file)).toEqual(before);
  expect(readdirSync(join(home, 'journeys'))).toEqual(['maria-santos.json']);
});

test('an unset or empty HOME never means the current folder', () => {
  const home = temporaryHome();
  for (const env of [{ HOME: '' }, { HOME: 'relative' }]) {
    const { status, stderr } = spawnSync(process.execPath, [binary, 'status'], {
      env: { PATH: process.env['PATH'] ?? '', XDG_CONFIG_HOME: 'HOME' in env && env.HOME === '' ? home : '', ...env },
      encoding: 'utf8',
    });
    expect([2, 3]).toContain(status);
    expect(stderr).toMatch(/^ascpi: [^\n]+\n$/);
  }
});
