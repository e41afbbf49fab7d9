// Sharing a screen: with --redact nothing that a person wrote is shown, in any format; ids and days stay. --debug shows none either.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Terminal, terminal } from './terminal.ts';

const SECRETS = ['Kanárková', 'zuzana@example.org', 'Afraid of needles', 'Ref-Q77', 'Olomouc', 'Kvido'];

async function told(): Promise<Terminal> {
  const where = terminal({ env: { ASCPI_USER: 'Kvido' } });
  const run = async (...argv: string[]) => expect((await where.run(...argv)).code, argv.join(' ')).toBe(0);
  const name = 'Zuzana Kanárková';
  await run(
    'candidates',
    'add',
    '--name',
    name,
    '--email',
    'zuzana@example.org',
    '--owner',
    'Kvido Nový',
    '--id',
    'zk',
  );
  await run('candidates', 'note', 'zk', 'Afraid of needles');
  await run('done', 'application', '--on', '2026-11-01', '--reference', 'Ref-Q77');
  await run('done', 'admission', '--on', '2026-11-30');
  await run('done', 'schedule', '--exam', '2027-01-15T08:30', '--centre', 'Olomouc', '--zone', 'Asia/Manila');
  return where;
}

const commands = [
  ['status'],
  ['history'],
  ['candidates'],
  ['candidates', 'show', 'zk'],
  ['next'],
  ['plan'],
  ['privacy', 'export'],
  ['privacy', 'erase', '-c', 'zk', '--dry-run'],
  ['candidates', 'edit', 'zk', '--owner', 'Kvido Starý', '--dry-run'],
];

test.each(commands)('%s %s %s', async (...argv) => {
  const where = await told();
  for (const format of ['text', 'json', 'markdown', 'html', 'csv', 'ics']) {
    const { code, out } = await where.run(...argv, '--format', format, '--redact');
    if (code !== 0 && ['csv', 'ics'].includes(format)) continue;
    expect(code).toBe(0);
    for (const secret of SECRETS) expect.soft(out, `${format}: ${secret}`).not.toContain(secret);
  }
  expect((await where.run('status', '--redact')).out).toContain('Z. K.');
  expect((await where.run('status')).out).toContain('Zuzana Kanárková');
});

test('days and ids stay, and JSON keeps its fields', async () => {
  const where = await told();
  const [plain, hidden] = [await where.json('status'), await where.json('status', '--redact')];
  expect(Object.keys(hidden)).toEqual(Object.keys(plain));
  expect(hidden).toMatchObject({ candidate: { id: 'zk', name: 'Z. K.', credential: 'MLS(ASCPi)' } });
  expect((hidden['dates'] as unknown as { date: string }[]).map(({ date }) => date)).toEqual(
    (plain['dates'] as unknown as { date: string }[]).map(({ date }) => date),
  );
});

test('--debug says where a failure comes from, and repeats nothing that a file holds', async () => {
  const where = await told();
  writeFileSync(join(where.home, 'journeys', 'zk.json'), '{"name": "Kanárková", Afraid of needles');
  const { code, err } = await where.run('status', '--debug');
  expect(code).toBe(5);
  expect(err).toMatch(/\n\s+at /);
  for (const secret of SECRETS) expect(err).not.toContain(secret);
});
