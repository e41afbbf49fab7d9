// doctor and rules check: all checks run, each fault is named with its remedy, and what is left behind goes.
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { newHolder } from '../../src/stores/lock-holder.ts';
import { bookedJourney, dataFolder, type Terminal, temporaryHome, terminal } from './terminal.ts';

interface Finding {
  readonly id: string;
  readonly level: string;
  readonly message: string;
  readonly remedy: string | null;
}

const findingsOf = async (where: Terminal, ...argv: string[]) =>
  ((await where.json('doctor', ...argv)) as unknown as { findings: Finding[] }).findings;
const troubles = (findings: readonly Finding[]) => findings.filter(({ level }) => level !== 'ok').map(({ id }) => id);

async function kept(setting = {}): Promise<Terminal> {
  const where = terminal(setting);
  await bookedJourney(where);
  return where;
}

test('all is well in a new home and in a used one', async () => {
  const where = terminal();
  expect(troubles(await findingsOf(where))).toEqual([]);
  expect(existsSync(where.home)).toBe(false);
  await bookedJourney(where);
  expect(troubles(await findingsOf(where))).toEqual([]);
  expect((await where.run('doctor')).out).toMatch(/^All is well: \d+ checks passed\.\n$/);
});

test('damaged settings are one finding among all', async () => {
  const where = await kept();
  writeFileSync(join(where.home, 'config.json'), '{', { mode: 0o600 });
  const findings = await findingsOf(where);
  expect(troubles(findings)).toEqual(['settings']);
  expect(findings.find(({ id }) => id === 'journeys')?.level).toBe('ok');
  expect((await where.run('doctor', '--check')).code).toBe(4);
});

test('what a killed process left goes, and is named; in a dry run it only would', async () => {
  const where = await kept();
  const stray = join(where.home, 'journeys', '.maria-santos.json.99999-abcdefghij.tmp');
  writeFileSync(stray, '{', { mode: 0o600 });
  const dry = await where.run('doctor', '--dry-run');
  expect(dry.out).toContain('would remove 1');
  expect(existsSync(stray)).toBe(true);
  expect((await where.run('doctor')).out).toContain('removed 1');
  expect(existsSync(stray)).toBe(false);
  expect(troubles(await findingsOf(where))).toEqual([]);
});

test('open modes are told, and closed with --fix', async () => {
  const where = await kept();
  const file = join(where.home, 'journeys', 'maria-santos.json');
  chmodSync(file, 0o644);
  expect((await findingsOf(where)).find(({ id }) => id === 'modes')).toMatchObject({
    level: 'warn',
    remedy: 'ascpi doctor --fix',
  });
  expect((await where.run('doctor', '--fix', '--dry-run')).out).toContain('would close');
  expect(statSync(file).mode & 0o777).toBe(0o644);
  expect((await where.run('doctor', '--fix')).out).toContain('closed');
  expect(statSync(file).mode & 0o777).toBe(0o600);
});

test('a file that is no journey and a chosen journey that is not there are told', async () => {
  const where = await kept();
  writeFileSync(join(where.home, 'journeys', 'Notes.json'), '{}', { mode: 0o600 });
  writeFileSync(join(where.home, 'config.json'), '{"candidate": "ghost"}', { mode: 0o600 });
  expect(troubles(await findingsOf(where))).toEqual(['settings', 'foreign-files']);
});

/** How services and file managers name a second copy. */
const copyNames: readonly (readonly [by: string, name: string])[] = [
  ['Dropbox', "maria-santos (Ana's conflicted copy 2026-11-22).json"],
  ['Dropbox, by a change of case', 'maria-santos (Case Conflict).json'],
  ['Nextcloud', 'maria-santos (conflicted copy 2026-11-22 101112).json'],
  ['ownCloud', 'maria-santos_conflict-20261122-101112.json'],
  ['Seafile', 'maria-santos (SFConflict ana@example.org 2026-11-22-10-11-12).json'],
  ['Syncthing', 'maria-santos.sync-conflict-20261122-101112-ABCDEFG.json'],
  ['OneDrive', 'maria-santos-DESKTOP-ABC.json'],
  ['OneDrive, where it could be an id', 'maria-santos-laptop.json'],
  ['iCloud Drive', 'maria-santos 2.json'],
  ['Google Drive', 'maria-santos (1).json'],
  ['Box', 'maria-santos (Ana Cruz).json'],
  ['Windows', 'maria-santos - Copy.json'],
  ['a Mac', 'maria-santos copy.json'],
];

test.each(copyNames)('a copy of %s, %s, is told with the command that unites both', async (_, name) => {
  const where = await kept();
  const copy = join(where.home, 'journeys', name);
  cpSync(join(where.home, 'journeys', 'maria-santos.json'), copy);
  await where.run('check', 'one-account');
  const findings = await findingsOf(where);
  expect(troubles(findings)).toEqual([`conflict-copy:${name}`]);
  const remedy = findings.find(({ level }) => level === 'warn')?.remedy ?? '';
  const [, quoted = '""'] = /^ascpi restore ("(?:[^"\\]|\\.)*") --merge, then remove it: rm /.exec(remedy) ?? [];
  const merged = await where.run('restore', JSON.parse(quoted), '--merge');
  expect(merged.code, merged.err).toBe(0);
  rmSync(copy);
  expect(troubles(await findingsOf(where))).toEqual([]);
});

test.each([
  ['shared', 'agencies (conflicted copy 2026-11-22).json', 'agencies.json'],
  ['shared', 'bulletins.sync-conflict-20261122-101112-ABCDEFG.json', 'bulletins.json'],
  ['.', 'config-DESKTOP-ABC.json', 'config.json'],
])('a copy of a document or of the settings is told too: %s/%s', async (folder, name, of) => {
  const where = await kept();
  await where.run('agency', 'add', 'Acme');
  await where.run('config', 'set', 'country', 'PH');
  writeFileSync(join(where.home, folder, name), '{}', { mode: 0o600 });
  const findings = await findingsOf(where);
  expect(troubles(findings)).toEqual([`conflict-copy:${name}`]);
  expect(findings.find(({ level }) => level === 'warn')).toMatchObject({
    message: expect.stringContaining(`a second copy of ${of}`),
    remedy: expect.stringContaining(join(where.home, folder, of)),
  });
});

test('each trouble has a cause and a remedy, is told once, and only --check makes it an exit code', async () => {
  const where = await kept();
  await where.run('agency', 'add', 'Acme');
  const put = (path: string, text: string) => writeFileSync(join(where.home, path), text, { mode: 0o600 });
  put('config.json', '{');
  put('shared/agencies.json', '{');
  put('journeys/ana-cruz.json', 'null');
  put('journeys/Notes.txt', '');
  put('lock', JSON.stringify({ pid: 1, start: null, host: 'elsewhere', space: null, nonce: 'x' }));
  const findings = await findingsOf(where);
  const bad = findings.filter(({ level }) => level !== 'ok');
  expect(bad.map(({ level, id }) => `${level} ${id}`)).toEqual([
    'fail settings',
    'fail journey:ana-cruz',
    'fail document:agencies',
    'warn foreign-files',
    'warn lock',
  ]);
  for (const { message, remedy } of bad) {
    expect(message).toMatch(/\w+ .*\w/);
    expect(remedy, message).toMatch(/\w+ .*\w/);
  }
  expect(new Set(findings.map(({ message }) => message)).size).toBe(findings.length);
  expect((await where.run('doctor')).code).toBe(0);
  expect((await where.run('doctor', '--check')).code).toBe(4);
  expect((await where.run('doctor', '--check', '--json')).code).toBe(4);
});

test('what is only to be looked at is no "no"', async () => {
  const where = await kept();
  writeFileSync(join(where.home, 'journeys', 'Notes.txt'), '', { mode: 0o600 });
  expect(await where.run('doctor', '--check')).toMatchObject({ code: 0, out: expect.stringContaining('Look at') });
});

test('the lock of a process that ended goes, that of another machine stays and is named', async () => {
  const where = await kept();
  const lock = join(where.home, 'lock');
  const dead = { ...newHolder(), pid: 2 ** 30, nonce: 'x' };
  writeFileSync(lock, JSON.stringify(dead), { mode: 0o600 });
  expect((await where.run('doctor', '--fix')).out).toContain(lock);
  expect(existsSync(lock)).toBe(false);
  writeFileSync(lock, JSON.stringify({ ...dead, host: 'elsewhere' }), { mode: 0o600 });
  const held = (await findingsOf(where, '--fix')).find(({ id }) => id === 'lock');
  expect(held).toMatchObject({ level: 'warn', remedy: expect.stringContaining(`rm -f ${JSON.stringify(lock)}`) });
  expect(held?.message).toContain(`process ${2 ** 30} on elsewhere`);
  expect(existsSync(lock)).toBe(true);
});

test('counts are words', async () => {
  const where = await kept();
  await where.run('agency', 'add', 'Acme');
  const texts = (await findingsOf(where)).map(({ message }) => message).join('\n');
  expect(texts).toMatch(/\b1 journey can be read/);
  expect(texts).toMatch(/\b1 agency can be read/);
  expect(texts).not.toMatch(/\b1 \w+s\b/);
});

test('damaged documents and versions before, orphans and files set aside are told, each by its name', async () => {
  const where = await kept();
  const put = (path: string, text: string) => {
    mkdirSync(dirname(join(where.home, path)), { recursive: true, mode: 0o700 });
    writeFileSync(join(where.home, path), text, { mode: 0o600 });
  };
  put('previous/maria-santos.json', 'null');
  put('previous/ana-cruz.json', '{}');
  put('shared/bulletins.json', '{');
  put('journeys/maria-santos.json.damaged-2026-12-15T080000Z', '{');
  const findings = await findingsOf(where);
  const names = ['document:bulletins', 'previous:maria-santos', 'orphan:ana-cruz', 'set-aside'];
  expect(troubles(findings)).toEqual(names);
  expect(findings.filter(({ id }) => names.includes(id)).every(({ remedy }) => remedy)).toBe(true);
});

/** A copy of data/ that a test may break. */
function brokenData(): { readonly folder: string; readonly put: (name: string, text: string) => void } {
  const folder = join(dirname(temporaryHome()), 'data');
  mkdirSync(dirname(folder), { recursive: true });
  cpSync(dataFolder, folder, { recursive: true });
  return { folder, put: (name, text) => writeFileSync(join(folder, name), text) };
}

test('every fault of data/ is named by its file, all at once, wherever it is met', async () => {
  const data = brokenData();
  data.put('rules/exam-window.json', '{"id": "exam-window"');
  data.put('credentials/MLS.json', '{}');
  data.put('rules/copy-of-soon.json', '{"id": "soon", "title": "x", "kind": "rule", "summary": "x", "values": []}');
  rmSync(join(data.folder, 'rules/retake-wait.json'));
  const files = ['rules/exam-window.json', 'credentials/MLS.json', 'rules/copy-of-soon.json', 'rules/retake-wait.json'];
  const where = await kept();
  const broken = terminal({ data: data.folder, home: where.home });
  const check = await broken.run('rules', 'check');
  expect(check.code).toBe(4);
  const status = await broken.run('status');
  expect(status).toMatchObject({ code: 1, out: '' });
  for (const file of files) {
    expect(check.out).toContain(`data/${file}`);
    expect(status.err).toContain(`data/${file}`);
  }
  expect(troubles(await findingsOf(broken)).filter((id) => id.startsWith('data:')).length).toBeGreaterThanOrEqual(4);
});

test('data that nobody has checked for long is told, by doctor and by the version; a value of the past does not age', async () => {
  const data = brokenData();
  const checked = (day: string) => ({ value: { days: 14 }, source: 'this tool', checked: day, confidence: 'high' });
  const soon = { id: 'soon', title: 'Soon', kind: 'advice', summary: 'When a date is near.' };
  const values = [
    { from: null, ...checked('2020-01-01') },
    { from: '2026-01-01', ...checked('2026-11-20') },
  ];
  data.put('rules/soon.json', JSON.stringify({ ...soon, values }));
  const on = (day: string) => terminal({ day, data: data.folder });
  const age = async (day: string) => (await findingsOf(on(day))).find(({ id }) => id === 'data-age');
  expect(await age('2026-12-15')).toMatchObject({ level: 'ok', message: expect.stringContaining('on 2026-11-01') });
  // Six months, by the rule of that name.
  expect(await age('2027-05-01')).toMatchObject({ level: 'ok' });
  const old = await age('2027-05-02');
  expect(old).toMatchObject({ level: 'warn', remedy: expect.stringContaining('ascpi rules check') });
  expect(old?.message).toMatch(
    /^\d+ of \d+ parts .* not checked for 6 calendar months: the oldest on 2026-11-01, the newest on 2026-11-2\d$/,
  );
  const { dataChecked } = (await on('2027-05-02').json('version')) as unknown as { dataChecked: object };
  expect(dataChecked).toMatchObject({ oldest: '2026-11-01', stale: expect.any(Number) });
  expect((await on('2026-12-15').run('--version')).out).toMatch(
    /^ascpi 0\.0\.0-test, data last checked between .* 2026 and/,
  );
  expect((await on('2027-05-02').run('--version')).out).toContain('not checked for 6 calendar months');
  // A warning alone never fails a script.
  expect((await on('2027-05-02').run('doctor', '--check')).code).toBe(0);
});

test('a rule file without its rule is never "nothing due"', async () => {
  const data = brokenData();
  rmSync(join(data.folder, 'rules/exam-window.json'));
  const where = await kept();
  const { warnings } = (await terminal({ data: data.folder, home: where.home }).json('status')) as unknown as {
    warnings: { id: string }[];
  };
  expect(warnings.map(({ id }) => id)).toContain('unknown-exam-window');
});

test('the report for an issue names checks, and nobody and nothing of what is kept', async () => {
  const where = terminal();
  const person = ['--id', 'canary', '--name', 'Canary Bird', '--credential', 'MLS', '--owner', 'Olga Owner'];
  await where.run('candidates', 'add', ...person);
  await where.run('config', 'set', 'candidate', 'canary');
  const path = join(where.home, 'journeys', 'canary.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('Bird', 'Bard'));
  writeFileSync(join(where.home, 'journeys', 'canary (conflicted copy).json'), readFileSync(path));
  const { code, out } = await where.run('doctor', '--report');
  expect(code).toBe(0);
  expect(out).toMatch(/journey +fail/);
  const json = await where.run('doctor', '--report', '--json');
  expect(JSON.parse(json.out)).toMatchObject({
    schema: 'ascpi/doctor-report@1',
    version: '0.0.0-test',
    store: 'file',
    settings: ['candidate'],
    checks: expect.arrayContaining([{ id: 'settings', level: 'ok', count: 1 }]),
  });
  for (const told of [out, json.out])
    for (const word of ['anary', 'Bard', 'Olga', where.home]) expect(told).not.toContain(word);
});
