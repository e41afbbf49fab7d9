// The museum of failures: every one a user can meet, with its one line, its code, and a store unchanged to the byte.
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Context } from '../../src/cli/context.ts';
import { reportFailure } from '../../src/cli/report-failure.ts';
import { Failure } from '../../src/domain/failure.ts';
import { bookedJourney, temporaryHome, terminal } from './terminal.ts';

const ARABIC = '٢٠٢٦-٠٣-٠٤';

const refused: readonly (readonly string[])[] = [
  ...[
    '2026-02-30',
    '03/04/2026',
    '26-1-1',
    '20260304',
    ARABIC,
    '2569-03-04',
    '1405-03-04',
    '',
    '2026-13-01',
    '2026-04-31',
    '2026-W10-1',
    '2026-03-01T10:00',
    '1899-01-01',
    'soon',
    '\u001b]0;x\u0007',
  ].map((day) => ['done', 'application', '--on', day]),
  ['done', 'aplication'],
  ['done', 'application', '--on', '2026-12-16'],
  ['done', 'application', '--on', '2026-12-01'],
  ['done', 'application', '--fee', '240'],
  ['done', 'application', '--result', 'pass'],
  ['done', 'application', 'again'],
  ['done'],
  ['done', 'admission', '--on', '2026-09-01'],
  ['done', 'admission', '--on', '2026-11-30', '--window-end', '2026-11-01'],
  ['done', 'schedule'],
  ['done', 'schedule', '--exam', '2027-03-01'],
  ['done', 'schedule', '--exam', '2027-01-15T25:00'],
  ['done', 'schedule', '--exam', '2027-01-15', '--zone', 'Manila'],
  ['done', 'exam'],
  ['done', 'exam', '--result', 'maybe'],
  ['done', 'exam', '--result', 'pass', '--on', '2026-11-29'],
  ['done', 'scores', '--result', 'pass'],
  ['done', 'scores', '--result', 'pass', '--score', '1000'],
  ['done', 'exam', '--result', 'pass', '--on', '2027-03-05', '--today', '2027-03-05'],
  ['start'],
  ['start', '--name', ''],
  ['start', '--name', 'a\u001b[31mb'],
  ['start', '--name', 'x'.repeat(1_000_000)],
  ['start', '--name', 'half \ud83d'],
  ['start', '--name', 'Maria Santos'],
  ['start', '--name', 'X', '--id', '../x'],
  ['start', '--name', 'X', '--id', '__proto__'],
  ['start', '--name', 'X', '--id', 'CON'],
  ['start', '--name', 'X', '--credential', 'MLZ'],
  ['start', '--name', 'X', '--credential', 'ML\u0085Z\u202e'],
  ['start', '--name', 'X', '--country', 'Phillipines'],
  ['stauts'],
  ['status', '--jsn'],
  ['status', '--dry-run'],
  ['status', '--force'],
  ['status', '-c', '../x'],
  ['status', '--today', '2026-02-30'],
  ['status', '--format', 'xml'],
  ['status', '--format', 'csv'],
  ['history', '--format', 'ics'],
  ['status', '--format', 'text', '--json'],
  ['status', '-o', 'status.foo'],
  ['status', '--store', 'postgres://maria:secret@host/db'],
  ['status', '--store', 'postgres://maria@host/db?sslmode=disable'],
  ['config', 'set', 'storeTls', 'maybe'],
  ['store'],
  ['store', 'copy'],
  ['store', 'copy', '--to', 'nowhere'],
  ['store', 'migrate', '--policies', 'all'],
  ['store', 'migrate', '--policies', 'owner'],
  ['why', 'exam-windw'],
  ['check', 'transcript-sentt'],
  ['rules', 'exam-windows'],
  ['rules', '-c', 'maria-santos'],
  ['config', 'set', 'rules.exam-window', '3'],
  ['config', 'set', 'rules.nothing', '3d'],
  ['config', 'set', 'candidat', 'x'],
  ['config', 'delete'],
  ['help', 'exit-code'],
  ['candidates', '--step', 'exm'],
  ['candidates', '--step', 'all-don'],
  ['candidates', '--due', 'soon'],
  ['candidates', '--due', ''],
  ['candidates', '--due', '-1d'],
  ['candidates', '--country', 'Phillipines'],
  ['candidates', '--credential', 'MLZ'],
  ['candidates', '--tag', 'two words'],
  ['candidates', '--tag', ','],
  ['candidates', '--owner', ''],
  ['candidates', '--search', 'a\u001bb'],
  ['candidates', '--filter', 'urgent'],
  ['candidates', '--filter', '__proto__'],
  ['candidates', '--sort', 'size'],
  ['candidates', '--save-filter', 'urgent'],
  ['candidates', '--overdue', '--save-filter', 'Very Urgent'],
  ['candidates', '--overdue', '--save-filter', 'constructor'],
  ['candidates', '-c', 'maria-santos'],
  ['candidates', 'sho'],
  ['candidates', 'add'],
  ['candidates', 'add', '--name', 'X', '--email', 'a@b.co, c@d.co'],
  ['candidates', 'add', '--name', 'X', '--email', 'X <x@example.org>'],
  ['candidates', 'add', '--name', 'X', '--owner', 'o'.repeat(101)],
  ['candidates', 'add', '--name', 'X', '--tag', Array.from({ length: 51 }, (_, index) => `t${index}`).join(',')],
  ['candidates', 'add', '--name', 'X', '--note', '\u0007'],
  ['candidates', 'edit', 'maria-santos'],
  ['candidates', 'edit', 'maria-santos', '--name', '-'],
  ['candidates', 'edit', 'maria-santos', '--opt-out', 'maybe'],
  ['candidates', 'edit', 'maria-santos', '--rungs', '30,7,never'],
  ['candidates', 'edit', 'maria-santos', '--rungs', '401'],
  ['candidates', 'edit', '../x', '--owner', 'Ana'],
  ['candidates', 'tag', 'a b', 'maria-santos'],
  ['candidates', 'tag'],
  ['candidates', 'tag', 'maria-santos'],
  ['candidates', 'note'],
  ['candidates', 'note', 'maria-santos'],
  ['candidates', 'note', 'maria-santos', 'x'.repeat(4001)],
  ['candidates', 'merge', 'maria-santos'],
  ['candidates', 'merge', 'maria-santos', 'maria-santos'],
  ['candidates', 'merge', 'maria-santos', 'maria-santos', '--take', 'mail'],
  ['candidates', 'remove'],
  ['candidates', 'remove', '--yes'],
  ['status', '--tag', 'cebu', '-c', 'maria-santos'],
  ['status', '--all', '--overdue'],
  ['done', 'exam', '--all'],
  ['config', 'set', 'filters.urgent', '--due'],
];

const missing: readonly (readonly string[])[] = [
  ['status', '-c', 'maria-santo'],
  ['why', 'certificate'],
  ['redo'],
  ['config', 'get', 'candidate'],
  ['config', 'get', 'filters.urgent'],
  ['status', '--tag', 'cebu'],
  ['candidates', 'show', 'maria-santo'],
  ['candidates', 'merge', 'maria-santos', 'nobody'],
  ['candidates', 'remove', 'nobody', '--yes'],
];

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
const bytesOf = (folder: string) => filesIn(folder).map((file) => [file, readFileSync(file, 'utf8')]);

test('each bad input gets one line, exit 2, and changes nothing', async () => {
  const where = terminal();
  await bookedJourney(where);
  const before = bytesOf(where.home);
  const museum: string[] = [];
  for (const argv of refused) {
    const { code, out, err } = await where.run(...argv);
    const line = `$ ascpi ${argv.map((word) => JSON.stringify(word.slice(0, 40))).join(' ')}\n${err}`;
    museum.push(line);
    expect.soft({ code, out }, line).toEqual({ code: 2, out: '' });
    if (!argv.includes('--json')) expect.soft(err, line).toMatch(/^ascpi: [^\n]{10,400}[.?]\n$/);
    expect.soft(err, line).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f]|at .*\.ts:/);
    const asJson = argv.includes('-o') ? { err: '' } : await where.run(...argv, '--json');
    if (!argv.includes('--format') && !argv.includes('-o')) {
      expect.soft(asJson.err, line).not.toBe('');
      expect
        .soft(JSON.parse(asJson.err || '{}'), line)
        .toMatchObject({ error: { kind: 'usage', message: expect.any(String) } });
    }
  }
  expect(bytesOf(where.home)).toEqual(before);
  await expect(museum.join('\n')).toMatchFileSnapshot('golden/refusals.txt');
});

test('what is not there is exit 3, with what to type', async () => {
  const where = terminal();
  await bookedJourney(where);
  const museum: string[] = [];
  for (const argv of missing) {
    const { code, out, err } = await where.run(...argv);
    museum.push(`$ ascpi ${argv.join(' ')}\n${err}`);
    expect.soft({ code, out }, err).toEqual({ code: 3, out: '' });
  }
  await expect(museum.join('\n')).toMatchFileSnapshot('golden/missing.txt');
});

test('no journey: exit 3 with the command that begins one, and nothing is created', async () => {
  const where = terminal();
  for (const command of ['status', 'next', 'history', 'undo', 'checklist']) {
    const { code, out, err } = await where.run(command);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain('ascpi start --name');
  }
  expect(() => readdirSync(where.home)).toThrow();
});

test('several journeys and none chosen: exit 2 and their names; a choice by option, variable or setting', async () => {
  const where = terminal();
  await where.run('start', '--name', 'Ana Cruz');
  await where.run('start', '--name', 'Ben Reyes');
  const { code, err } = await where.run('status');
  expect(code).toBe(2);
  expect(err).toContain('ana-cruz, ben-reyes');
  expect((await where.run('status', '-c', 'ben-reyes')).out).toContain('Ben Reyes');
  await where.run('config', 'set', 'candidate', 'ana-cruz');
  expect((await where.run('status')).out).toContain('Ana Cruz');
  const unknown = await where.run('config', 'set', 'candidate', 'ben-reyse');
  expect(unknown).toMatchObject({ code: 3, out: '' });
  expect(unknown.err).toContain('Did you mean ben-reyes?');
  expect((await where.run('config', 'get', 'candidate')).out).toContain('ana-cruz');
});

test('a damaged journey is named and kept, the previous version offered, and nothing is recorded over it', async () => {
  const where = terminal();
  await bookedJourney(where);
  const file = join(where.home, 'journeys/maria-santos.json');
  for (const text of ['', 'null', '[]', '{"version": 2}', readFileSync(file, 'utf8').slice(0, -9)]) {
    writeFileSync(file, text);
    for (const argv of [['status'], ['done', 'exam', '--result', 'pass', '--today', '2027-01-15']]) {
      const { code, err } = await where.run(...argv);
      expect(code).toBe(5);
      expect(err).toContain('maria-santos.json');
      if (!text.includes('version')) expect(err).toContain('ascpi restore -c maria-santos');
    }
    expect(readFileSync(file, 'utf8')).toBe(text);
  }
  const { findings } = (await where.json('doctor')) as unknown as { findings: { id: string; level: string }[] };
  expect(findings).toContainEqual(expect.objectContaining({ id: 'journey:maria-santos', level: 'fail' }));
});

test('an output file that is there, a link or a folder is refused before anything is recorded', async () => {
  const where = terminal();
  await bookedJourney(where);
  const folder = temporaryHome();
  mkdirSync(folder);
  const [file, link] = [join(folder, 'a.json'), join(folder, 'b.json')];
  writeFileSync(file, 'mine');
  symlinkSync(file, link);
  const before = bytesOf(where.home);
  for (const target of [file, link, `${folder}/.json`.replace('/.json', '')]) {
    const argv = ['check', 'one-account', '-o', target, '--format', 'json'];
    expect((await where.run(...argv)).code).toBe(2);
  }
  expect(readFileSync(file, 'utf8')).toBe('mine');
  expect(bytesOf(where.home)).toEqual(before);
  expect((await where.run('status', '-o', file, '--force')).code).toBe(0);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ schema: 'ascpi/status@1' });
});

test.each([false, true])('what a message forgot to escape harms no terminal, as JSON: %s', (json) => {
  const written: string[] = [];
  const stderr = { write: (text: string) => written.push(text), isTTY: true, columns: 80 };
  const failure = new Failure('usage', 'there is no "\u0085\u202e\u001b[2J"', 'See \u009b2J');
  expect(reportFailure(failure, json, false, { stderr } as unknown as Context)).toBe(2);
  const said = written.join('');
  expect(said.trimEnd()).not.toMatch(/[\p{Cc}\u202e]/u);
  if (json) expect(JSON.parse(said)).toMatchObject({ error: { message: failure.message, hint: failure.hint } });
});
