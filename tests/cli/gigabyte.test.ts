// A gigabyte in place of each file that is read: refused by its limit, in little memory, with its name, and it is left as it was.
import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { binary, built } from './built.ts';
import { temporaryHome } from './terminal.ts';

const DAY = '2026-12-15';
const GIGABYTE = 2 ** 30;
const MOST_MB = 300;
const peakMemory = join(import.meta.dirname, 'programs/peak-memory.cjs');

interface Huge {
  readonly name: string;
  /** {home} is the home, {out} a folder beside it */
  readonly file: string;
  readonly argv: readonly string[];
  readonly code: number;
  readonly env?: Readonly<Record<string, string>>;
  /** what is said elsewhere than on the one line of a failure */
  readonly told?: RegExp;
}

const huge = (name: string, file: string, argv: string, code: number, more: Partial<Huge> = {}): Huge => ({
  name,
  file,
  argv: argv.split(' '),
  code,
  ...more,
});

const cases: readonly Huge[] = [
  huge('a table', '{out}/x.csv', 'candidates import {file}', 2),
  huge('a JSON of candidates', '{out}/x.json', 'candidates import {file}', 2),
  huge('a mapping', '{out}/map.json', 'candidates import {out}/roster.csv --map-file {file}', 2),
  huge('a backup', '{out}/backup.json', 'restore {file}', 5),
  huge('a scenario', '{out}/later.json', 'plan --scenario {file}', 2),
  huge('a bulletin', '{out}/march.html', 'visa bulletin import {file}', 2),
  huge('a paper', '{out}/passport.pdf', 'documents file {file}', 2),
  huge('a font', '{out}/x.ttf', 'status --format pdf --font {file} -o {out}/x.pdf', 2),
  huge('a journey', '{home}/journeys/maria.json', 'status', 5),
  huge('a journey, recorded into', '{home}/journeys/maria.json', 'done schedule --exam 2027-01-15', 5),
  huge('one of several', '{home}/journeys/zoe.json', 'candidates', 5),
  huge('one of several, checked', '{home}/journeys/zoe.json', 'doctor', 0, { told: /zoe\.json/ }),
  huge('a previous version', '{home}/previous/maria.json', 'restore -c maria', 5),
  huge('the settings', '{home}/config.json', 'config', 5),
  huge('the settings, asked for a status', '{home}/config.json', 'status -c maria', 5),
  huge('the agencies', '{home}/shared/agencies.json', 'agency', 5),
  huge('the bulletins', '{home}/shared/bulletins.json', 'visa bulletin', 5),
  huge('the list of backups', '{home}/backups.json', 'privacy export -c maria', 5),
  huge('a template', '{home}/templates/deadline.txt', 'remind --send print --today 2027-02-21', 2),
  huge('a template, checked', '{home}/templates/deadline.txt', 'remind templates', 2),
  huge('a template, kept', '{home}/templates/deadline.txt', 'backup -o {out}/new.json', 2),
  huge('a passphrase', '{out}/secret', 'backup --encrypt -o {out}/new.json', 2, {
    env: { ASCPI_PASSPHRASE_FILE: '{file}' },
  }),
  huge('a password of mail', '{out}/secret', 'remind --send smtp', 2, {
    env: { ASCPI_SMTP_PASSWORD_FILE: '{file}' },
  }),
  huge('a password of a store', '{out}/secret', 'status --store postgres://maria@127.0.0.1:1/x', 2, {
    env: { ASCPI_STORE_PASSWORD_FILE: '{file}' },
  }),
  huge('certificates of a store', '{out}/ca.pem', 'status --store postgres://maria@db.example/x', 2, {
    env: { PGSSLROOTCERT: '{file}' },
  }),
  huge('a lock', '{home}/lock', 'check one-account', 6),
];

const root = mkdtempSync(join(tmpdir(), 'ascpi-gigabyte-'));
const model = join(root, 'home');
afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeAll(() => {
  for (const line of [
    'start --name Maria --id maria',
    'candidates add --name Zoe --id zoe',
    'done application --on 2026-10-01 -c maria',
    'done admission --on 2026-11-30 -c maria',
    'config set candidate maria',
    'config set mail.host localhost',
    'config set mail.from ana@example.org',
    'config set mail.user ana',
    'agency add Example',
    'visa bulletin add 2019-03 --category EB-3 --chargeability PH --date C',
    `backup -o ${root}/backup.json`,
  ]) {
    const { status, stderr } = built(model, [...line.split(' '), '--today', DAY]);
    if (status !== 0) throw new Error(`${line}: ${stderr}`);
  }
});

test.each(cases)('$name', ({ file, argv, code, env = {}, told }) => {
  const home = temporaryHome();
  const out = join(dirname(home), 'out');
  cpSync(model, home, { recursive: true });
  mkdirSync(out);
  writeFileSync(join(out, 'roster.csv'), 'name\nAna\n');
  const path = file.replace('{home}', home).replace('{out}', out);
  const filled = (word: string) => word.replace('{file}', path).replace('{out}', out);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, '');
  truncateSync(path, GIGABYTE);
  const peak = join(out, 'peak');
  const said = built(home, [...argv.map(filled), ...(argv.includes('--today') ? [] : ['--today', DAY])], {
    node: ['--max-old-space-size=128', '-r', peakMemory],
    env: { PEAK: peak, ...Object.fromEntries(Object.entries(env).map(([key, value]) => [key, filled(value)])) },
  });
  expect(said.status, said.stderr).toBe(code);
  if (told) expect(said.stdout).toMatch(told);
  else expect(said.stderr).toMatch(/^ascpi: [^\n]+\n$/);
  if (!told) expect(said.stderr).toContain(basename(path));
  expect(Number(readFileSync(peak, 'utf8'))).toBeLessThan(MOST_MB);
  expect(statSync(path).size).toBe(GIGABYTE);
});

test.each([
  ['a pipe that never ends, named as a file', 'exec "$0" "$@" <(yes)', 'candidates import', 2],
  ['a device that never ends', 'exec "$0" "$@" /dev/zero', 'candidates import', 2],
  ['stdin that never ends', 'yes | "$0" "$@" -', 'restore', 2],
  ['stdin that never ends, with candidates', 'yes | "$0" "$@" -', 'candidates import', 2],
  ['a device instead of a bulletin', 'exec "$0" "$@" /dev/zero', 'visa bulletin import', 2],
  ['a device instead of a backup', 'exec "$0" "$@" /dev/zero', 'restore', 5],
  ['a pipe instead of a paper', 'mkfifo "$ASCPI_HOME/pipe"; exec "$0" "$@" "$ASCPI_HOME/pipe"', 'documents file', 2],
] as const)('%s is refused', (_name, line, argv, code) => {
  const home = temporaryHome();
  mkdirSync(home, { recursive: true });
  const said = spawnSync('bash', ['--norc', '-c', line, process.execPath, binary, ...argv.split(' ')], {
    env: { PATH: process.env['PATH'] ?? '', ASCPI_HOME: home },
    encoding: 'utf8',
    timeout: 30_000,
  });
  expect(said.status, said.stderr).toBe(code);
  expect(said.stderr).toMatch(/^ascpi: [^\n]+\n$/);
});
