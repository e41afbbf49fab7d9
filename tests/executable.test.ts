// The single file: built with Node inside, it answers as the package does, to the byte, where there is no Node and no folder of ours.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { answerLists, chosen, noScreen, openScreen } from './cli/guide/screen.ts';
import { needBuild } from './cli/remind-process.ts';
import { temporaryHome } from './cli/terminal.ts';

const root = join(import.meta.dirname, '..');
const folder = mkdtempSync(join(tmpdir(), 'ascpi-single-'));
const file = join(folder, 'ascpi');
const env = { PATH: '', ASCPI_TODAY: '2026-12-15', ASCPI_USER: 'tester' };

/** Without the network: what npm has fetched before. */
const offline = { ...process.env, npm_config_offline: 'true' };
const hasNode =
  process.versions.node.startsWith('26.') ||
  (process.platform === 'linux' &&
    spawnSync('npx', ['-y', '-p', `node-linux-${process.arch}@26`, 'node', '--version'], { env: offline }).status ===
      0);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}
type Program = (home: string, argv: readonly string[], more?: Readonly<Record<string, string>>) => Ended;

const ended = (command: string, words: readonly string[], home: string, more = {}): Ended => {
  const options = { env: { ...env, ASCPI_HOME: home, ...more }, encoding: 'latin1', cwd: folder } as const;
  const { status, stdout, stderr } = spawnSync(command, words, options);
  return { status, stdout, stderr };
};
const single: Program = (home, argv, more) => ended(file, argv, home, more);
const packaged: Program = (home, argv, more) =>
  ended(process.execPath, [join(root, 'bin/ascpi.js'), ...argv], home, more);

const ROSTER = 'id,name,credential,country,email,application\nana,Ana Cruz,MLS,PH,ana@example.org,2026-10-01\n';
const answers: readonly (readonly string[])[] = [
  ['status'],
  ['status', '--json'],
  ['status', '--format', 'html'],
  ['status', '--format', 'pdf'],
  ['calendar', '--format', 'ics'],
  ['plan', '--format', 'csv'],
  ['checklist', '--format', 'markdown'],
  ['candidates', 'export', '--format', 'csv'],
  ['why', 'exam-window'],
  ['eligibility'],
  ['board'],
  ['rules'],
  ['rules', 'check'],
  ['help', 'manual'],
  ['demo'],
  ['remind'],
  ['nonsense'],
];

describe.skipIf(!hasNode)('the single file (skipped where npm has not fetched Node 26: npm run executable)', () => {
  beforeAll(() => {
    needBuild();
    execFileSync(process.execPath, [join(root, 'scripts/executable.mjs'), '--out', folder], { env: offline });
  }, 300_000);

  function filled(program: Program): string {
    const home = temporaryHome();
    writeFileSync(`${home}.csv`, ROSTER);
    for (const argv of [
      ['start', '--name', 'Maria Santos', '--credential', 'MLS', '--country', 'PH', '--quiet'],
      ['done', 'admission', '--on', '2026-11-30', '--quiet'],
      ['candidates', 'import', `${home}.csv`, '--quiet'],
      ['config', 'set', 'candidate', 'maria-santos', '--quiet'],
    ]) {
      const { status, stderr } = program(home, argv);
      expect(stderr, argv.join(' ')).toBe('');
      expect(status).toBe(0);
    }
    return home;
  }

  test('answers as the package does', () => {
    const home = filled(single);
    for (const argv of answers) {
      const [own, other] = [single(home, argv), packaged(home, argv)];
      expect(own.stderr, argv.join(' ')).toBe(other.stderr);
      expect(own.status, argv.join(' ')).toBe(other.status);
      expect(own.stdout === other.stdout, `${argv.join(' ')}: ${own.stdout.slice(0, 300)}`).toBe(true);
    }
  });

  test('reads what the package wrote, and finds all of its own data sound', () => {
    const { status, stdout } = single(filled(packaged), ['doctor', '--json']);
    expect(status).toBe(0);
    const findings = JSON.parse(stdout).findings as { level: string; id: string }[];
    expect(findings.filter(({ level, id }) => level !== 'ok' && id !== 'data-age')).toEqual([]);
  });

  test('has the compiled code of the usual commands inside, and keeps that of others for its user alone', () => {
    const cache = join(folder, 'cache');
    const home = filled(single);
    expect(single(home, ['status'], { XDG_CACHE_HOME: cache }).status).toBe(0);
    expect(existsSync(cache)).toBe(false);
    expect(single(home, ['status', '--format', 'pdf'], { XDG_CACHE_HOME: cache }).status).toBe(0);
    expect(existsSync(join(cache, 'ascpi', 'code'))).toBe(true);
  });

  test('takes no options for Node from its surroundings', () => {
    const { status, stdout } = single(filled(single), ['next'], { NODE_OPTIONS: '--no-such-option' });
    expect({ status, isSaid: stdout !== '' }).toEqual({ status: 0, isSaid: true });
  });

  test('knocks at a PostgreSQL server with the driver inside', () => {
    const said = single(temporaryHome(), ['status', '--store', 'postgres://127.0.0.1:2/roster']);
    expect(said).toMatchObject({ status: 1, stdout: '' });
    expect(said.stderr).toContain('nothing answers there');
  });

  test.skipIf(noScreen)('opens the guide on a terminal', async () => {
    const screen = openScreen({
      columns: 80,
      rows: 40,
      program: [file],
      env: { ASCPI_TODAY: env.ASCPI_TODAY },
      home: filled(single),
    });
    await answerLists(screen, [chosen('What would you like to do?', 'Quit')]);
    expect(await screen.exit()).toBe(0);
  });

  test('has the licences of all that is in it beside it', () => {
    const text = readFileSync(join(folder, 'LICENCES.txt'), 'utf8');
    for (const words of [
      'The ascpi contributors',
      'pdfkit ',
      'Bitstream',
      'Node.js v26',
      'Copyright Node.js contributors',
      'OpenSSL',
    ]) {
      expect(text).toContain(words);
    }
  });
});
