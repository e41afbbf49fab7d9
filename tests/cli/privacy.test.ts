// Privacy: a person sees all that is held, is forgotten everywhere that can be reached, and is told what can't be.
import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { writeGuideMemory } from '../../src/stores/guide-memory.ts';
import { bytesOf } from './guide/script.ts';
import { type Terminal, terminal } from './terminal.ts';

const CANARY = 'Zuzana Kanárková';
const ID = 'zuzana-kanarkova';
const PASSPHRASE = { ASCPI_PASSPHRASE: 'secret' };

/** Everything that can name the canary, and another candidate beside it. */
async function everywhere(): Promise<{ where: Terminal; plain: string; encrypted: string }> {
  const where = terminal({ env: PASSPHRASE });
  const run = async (...argv: string[]) => {
    const said = await where.run(...argv);
    expect(said.code, `${argv.join(' ')}: ${said.err}`).toBe(0);
  };
  await run('candidates', 'add', '--name', 'Ana Cruz');
  await run('candidates', 'add', '--name', CANARY, '--email', 'zuzana@example.org');
  await run('candidates', 'note', ID, 'Afraid of needles');
  await run('done', 'application', '--on', '2026-12-01', '-c', ID);
  await run('config', 'set', 'candidate', ID);
  await run('config', 'set', 'country', 'PH');
  const [plain, encrypted] = [`${where.home}-plain.json`, `${where.home}-encrypted.bin`];
  await run('backup', '-o', plain);
  await run('backup', '-o', encrypted, '--encrypt');
  writeGuideMemory(where.home, {
    seen: { [ID]: { on: '2026-12-01', dates: {} } } as never,
    draft: { answers: { name: CANARY } },
  });
  const file = join(where.home, 'journeys', `${ID}.json`);
  copyFileSync(file, join(where.home, 'journeys', `${ID} (conflicted copy 2026-12-15).json`));
  copyFileSync(file, join(where.home, 'journeys', `${ID}-LAPTOP.json`));
  writeFileSync(`${file}.damaged-2026-12-14T080000Z`, readFileSync(file));
  writeFileSync(join(where.home, 'journeys', `.${ID}.json.99999-abcdefghij.tmp`), readFileSync(file));
  return { where, plain, encrypted };
}

const traces = /zuzana|kan[aá]rkov|needles/i;
const naming = (home: string) =>
  Object.entries(bytesOf(home)).filter(([path, text]) => traces.test(path) || traces.test(text));

test('an export holds every fact, readable and as JSON', async () => {
  const { where, plain } = await everywhere();
  const json = await where.json('privacy', 'export', '-c', ID);
  const kept = JSON.parse(readFileSync(join(where.home, 'journeys', `${ID}.json`), 'utf8'));
  const { checksum: _checksum, ...journey } = kept;
  expect(json).toMatchObject({ journey, chosen: true, guide: { on: '2026-12-01' }, previous: { id: ID } });
  expect(JSON.stringify(json)).toContain(plain);
  const { out } = await where.run('privacy', 'export', '-c', ID);
  for (const part of [CANARY, 'zuzana@example.org', 'Afraid of needles', 'application']) expect(out).toContain(part);
  expect((await where.run('privacy', 'export', '-c', 'ghost')).code).toBe(3);
});

test('an erasure leaves the canary nowhere, in no backup either, and nobody else loses anything', async () => {
  const { where, plain, encrypted } = await everywhere();
  const other = readFileSync(join(where.home, 'journeys', 'ana-cruz.json'), 'utf8');
  const before = bytesOf(where.home);
  expect((await where.run('privacy', 'erase', '-c', ID, '--dry-run')).out).toContain('Would erase');
  expect((await where.run('privacy', 'erase', '-c', ID)).code).toBe(2);
  expect((await where.run('privacy', 'erase', '--yes')).code).toBe(2);
  expect(bytesOf(where.home)).toEqual(before);
  const said = await where.run('privacy', 'erase', '-c', ID, '--yes');
  expect(said.code, said.err).toBe(0);
  expect(said.out).toContain('Not reached');
  expect(naming(where.home)).toEqual([]);
  expect(readFileSync(plain, 'utf8')).not.toMatch(traces);
  expect(readFileSync(join(where.home, 'journeys', 'ana-cruz.json'), 'utf8')).toBe(other);
  for (const file of [plain, encrypted]) {
    const fresh = terminal({ env: PASSPHRASE });
    expect((await fresh.run('restore', file)).code).toBe(0);
    expect(await fresh.json('candidates')).toMatchObject({ total: 1, candidates: [{ id: 'ana-cruz' }] });
    expect(naming(fresh.home)).toEqual([]);
  }
  expect((await where.run('privacy', 'erase', '-c', ID, '--yes')).code).toBe(3);
});

test('what can not be reached is listed with what to do', async () => {
  const { where, plain, encrypted } = await everywhere();
  await where.run('candidates', 'note', 'ana-cruz', `Friend of ${CANARY}`);
  await where.run('candidates', '--search', CANARY, '--save-filter', 'zk');
  renameSync(plain, `${plain}.moved`);
  const keyless = terminal({ home: where.home });
  const said = await keyless.json('privacy', 'erase', '-c', ID, '--yes');
  const left = (said['left'] as unknown as { what: string; remedy: string }[]).map(
    ({ what, remedy }) => `${what} | ${remedy}`,
  );
  for (const part of [
    `${plain}: it was moved`,
    `${encrypted}: it is encrypted`,
    'ana-cruz',
    'the filter zk',
    'with -o',
  ])
    expect(left.join('\n')).toContain(part);
  // The backup can still be reached afterwards.
  expect((await where.run('privacy', 'erase', '-c', ID, '--yes')).code).toBe(0);
  const fresh = terminal({ env: PASSPHRASE });
  await fresh.run('restore', encrypted);
  expect(existsSync(join(fresh.home, 'journeys', `${ID}.json`))).toBe(false);
});

test('a damaged journey is erased too', async () => {
  const { where } = await everywhere();
  writeFileSync(join(where.home, 'journeys', `${ID}.json`), '{"name": "zuzana');
  expect((await where.run('privacy', 'export', '-c', ID)).code).toBe(5);
  expect((await where.run('privacy', 'erase', '-c', ID, '--yes')).code).toBe(0);
  expect(naming(where.home)).toEqual([]);
});

test('who was not touched for long is reported', async () => {
  const where = terminal({ day: '2024-01-31' });
  await where.run('start', '--name', 'Ana Cruz');
  await where.run('done', 'eligibility', '--on', '2024-01-30');
  const later = terminal({ home: where.home, day: '2026-03-01' });
  await later.run('start', '--name', 'Ben Reyes');
  await later.run('candidates', 'note', 'ben-reyes', 'x');
  expect(await later.json('privacy', 'report')).toMatchObject({
    months: 24,
    candidates: [{ id: 'ana-cruz', touched: '2024-01-31' }],
  });
  expect((await later.run('privacy', 'report', '--check')).code).toBe(4);
  expect((await later.run('privacy', '--months', '26', '--check')).code).toBe(0);
  expect((await later.run('privacy', '--months', '0')).code).toBe(2);
});
