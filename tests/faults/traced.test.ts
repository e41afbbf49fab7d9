// The real program under a tracer and under limits: faults that the kernel gives, and short files.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { copyStore } from '../stores/copied-store.ts';

const root = join(import.meta.dirname, '../..');
const binary = join(root, 'bin/ascpi.js');
const folder = mkdtempSync(join(tmpdir(), 'ascpi-traced-'));
const template = join(folder, 'template');
const hasStrace = spawnSync('strace', ['-e', 'trace=none', 'true']).status === 0;

const bare = (home: string) => ({ PATH: process.env['PATH'] ?? '', ASCPI_HOME: home, ASCPI_TODAY: '2026-12-15' });
const ascpi = (home: string, ...argv: string[]) =>
  spawnSync(process.execPath, [binary, ...argv], { env: bare(home), encoding: 'utf8' });

beforeAll(() => {
  if (!existsSync(join(root, 'dist/ascpi.js'))) throw new Error('npm run build first');
  for (const argv of [
    ['start', '--name', 'Maria Santos', '--id', 'maria'],
    ['done', 'application', '--on', '2026-10-01'],
  ]) {
    const { status, stderr } = ascpi(template, ...argv);
    if (status !== 0) throw new Error(stderr);
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

let homes = 0;
function copied(): string {
  homes += 1;
  const home = join(folder, `home-${homes}`);
  copyStore(template, home);
  return home;
}

const factsOf = (home: string): number => JSON.parse(ascpi(home, 'history', '--json').stdout).entries.length;
const journey = (home: string) => readFileSync(join(home, 'journeys', 'maria.json'), 'utf8');

/** Checked after every fault: the old or the new state, told by the exit code; nothing left that doctor does not remove. */
function judge(home: string, status: number | null, what: string): void {
  const facts = factsOf(home);
  if (status === 0) expect(facts, what).toBe(2);
  else if (status === 1) expect(facts, what).toBe(1);
  else expect([1, 2], what).toContain(facts);
  ascpi(home, 'doctor');
  const { stdout } = ascpi(home, 'doctor', '--json');
  const findings = JSON.parse(stdout).findings as { level: string }[];
  expect(
    findings.filter(({ level }) => level !== 'ok'),
    what,
  ).toEqual([]);
  expect(
    readdirSync(home, { recursive: true }).filter((name) => String(name).endsWith('.tmp')),
    what,
  ).toEqual([]);
}

/** Runs one command under the tracer; what the tracer saw. */
function traced(home: string, expression: readonly string[], argv: readonly string[]) {
  const log = join(folder, 'trace');
  const { status, stderr } = spawnSync(
    'strace',
    ['-f', '-qq', '-o', log, ...expression.flatMap((each) => ['-e', each]), process.execPath, binary, ...argv],
    { env: bare(home), encoding: 'utf8' },
  );
  return { status, stderr, log: readFileSync(log, 'utf8') };
}

const command = ['done', 'eligibility', '--on', '2026-09-01'];

test.skipIf(!hasStrace).each([
  ['fsync', 'error=EIO'],
  ['rename', 'error=ENOSPC'],
  ['rename', 'error=EROFS'],
  ['link', 'error=EACCES'],
  ['fchmod', 'error=EIO'],
  ['unlink', 'error=EIO'],
  ['rename', 'signal=KILL'],
  ['link', 'signal=KILL'],
  ['fsync', 'signal=KILL'],
])('the kernel answers %s with %s, at every call of it', (call, answer) => {
  let fired = 0;
  for (let when = 1; when <= 20; when += 1) {
    const home = copied();
    const { status, log } = traced(home, [`trace=${call}`, `inject=${call}:${answer}:when=${when}`], command);
    if (!/INJECTED|killed by SIGKILL/.test(log)) break;
    fired += 1;
    judge(home, status, `${call} ${answer} ${when}`);
  }
  expect(fired).toBeGreaterThan(0);
});

test('a journey that grows over the largest file is kept as it was, at sizes around every page', () => {
  for (const kilobytes of [1, 4, 5, 8]) {
    const home = copied();
    const before = journey(home);
    // Each note is 3,900 characters long: three of them pass two pages.
    for (let count = 0; count < 3; count += 1) {
      const now = journey(home);
      const { status } = spawnSync(
        'bash',
        [
          '-c',
          `ulimit -f ${kilobytes}; trap '' XFSZ; exec "$0" "$@"`,
          process.execPath,
          binary,
          'candidates',
          'note',
          'maria',
          'x'.repeat(3900),
        ],
        { env: bare(home), encoding: 'utf8' },
      );
      if (status !== 0) {
        expect(status).toBe(1);
        expect(journey(home)).toBe(now);
      }
    }
    expect(JSON.parse(journey(home)).facts.length).toBeGreaterThanOrEqual(JSON.parse(before).facts.length);
    ascpi(home, 'doctor');
    expect(
      JSON.parse(ascpi(home, 'doctor', '--json').stdout).findings.every(
        ({ level }: { level: string }) => level === 'ok',
      ),
    ).toBe(true);
  }
});
