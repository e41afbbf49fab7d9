// Two versions of the program at one store: the older leaves alone what the newer wrote, says so, and both lose nothing.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { told } from './clients.ts';
import { needBuild } from './remind-process.ts';
import { temporaryHome, terminal } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'ascpi-newer-'));
const newer = join(folder, 'newer.cjs');
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Where the versions of what is stored are said. */
const raised = {
  'domain/journey.ts': 'JOURNEY_VERSION',
  'stores/shared-file.ts': 'VERSION',
  'domain/backup.ts': 'BACKUP_VERSION',
};

/** The program of a later day: all that it stores has the next version. */
beforeAll(async () => {
  needBuild();
  const met: string[] = [];
  const bundle = await rolldown({
    input: join(import.meta.dirname, '../../src/entry.ts'),
    platform: 'node',
    plugins: [
      {
        name: 'next-version',
        transform(code, id) {
          const [, constant] = Object.entries(raised).find(([path]) => id.endsWith(`/src/${path}`)) ?? [];
          if (constant === undefined) return null;
          met.push(constant);
          return code.replace(new RegExp(`(const ${constant}\\b.*?=) 1`), '$1 2');
        },
      },
    ],
  });
  await bundle.write({ dir: folder, format: 'cjs', entryFileNames: 'newer.cjs' });
  await bundle.close();
  expect(met.sort()).toEqual(Object.values(raised).sort());
});

const bytesOf = (home: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(home, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );

const begin = (id: string) => ['start', '--name', `Someone ${id}`, '--credential', 'MLS', '--id', id];

async function bothIn(home: string): Promise<void> {
  const where = terminal({ home });
  expect((await where.run(...begin('old'))).code).toBe(0);
  const said = await told(home, [begin('new'), ['done', 'application', '-c', 'new'], ['agency', 'add', 'Acme']], {
    bundle: newer,
  });
  expect(said.map(({ code, err }) => [code, code === 0 ? '' : err])).toEqual([
    [0, ''],
    [0, ''],
    [0, ''],
  ]);
}

test.each([
  ['status', '-c', 'new'],
  ['history', '-c', 'new'],
  ['done', 'eligibility', '--route', '1', '-c', 'new', '--force'],
  ['undo', '-c', 'new'],
  ['candidates', 'edit', 'new', '--owner', 'Ben'],
  ['candidates', 'note', 'new', 'x'],
  ['candidates', 'tag', 'vip', 'new', 'old'],
  ['candidates', 'merge', 'old', 'new', '--yes'],
  ['restore', '-c', 'new', '--force'],
  ['agency', 'add', 'Other'],
  ['agency'],
])('what a newer version wrote is left alone by %s %s %s', async (...argv) => {
  const home = temporaryHome();
  await bothIn(home);
  const before = bytesOf(home);
  const said = await terminal({ home }).run(...argv);
  expect(said).toMatchObject({ code: 5, err: expect.stringMatching(/newer version of ascpi.*Update ascpi/) });
  expect(bytesOf(home)).toEqual(before);
});

test('the older goes on with what is its own, and doctor names the rest', async () => {
  const home = temporaryHome();
  await bothIn(home);
  const where = terminal({ home });
  expect((await where.run('done', 'application', '-c', 'old')).code).toBe(0);
  expect(await where.run('candidates')).toMatchObject({ code: 5, out: expect.stringContaining('Someone old') });
  const findings = (await where.json('doctor'))['findings'] as unknown as {
    id: string;
    level: string;
    message: string;
  }[];
  const bad = findings.filter(({ level }) => level === 'fail');
  expect(bad.map(({ id }) => id)).toEqual(expect.arrayContaining(['journey:new', 'document:agencies']));
  for (const { message } of bad) expect(message).toContain('newer version');
});

test('both at once lose nothing of either', async () => {
  const home = temporaryHome();
  await bothIn(home);
  const notes = (who: string, count: number) =>
    Array.from({ length: count }, (_, at) => ['candidates', 'note', who, `note ${who} ${at}`]);
  const [older, later] = await Promise.all([
    told(home, notes('old', 30)),
    told(home, notes('new', 30), { bundle: newer }),
  ]);
  expect([...older, ...later].filter(({ code }) => code !== 0)).toEqual([]);
  for (const [id, version] of [
    ['old', 1],
    ['new', 2],
  ] as const) {
    const kept = JSON.parse(readFileSync(join(home, 'journeys', `${id}.json`), 'utf8'));
    expect(kept.version).toBe(version);
    const texts = kept.facts.map(({ text }: { text?: string }) => text);
    for (let at = 0; at < 30; at += 1) expect(texts).toContain(`note ${id} ${at}`);
  }
});
