// What an export holds: all or what a filter chooses, in two forms of CSV, and what a table has no room for.
import { expect, test } from 'vitest';
import { importColumns } from '../../../src/domain/import-columns.ts';
import { bookedJourney, terminal } from '../terminal.ts';

const roster = async () => {
  const where = terminal();
  await bookedJourney(where);
  await where.run('start', '--name', 'Zoë Nowak', '--credential', 'HT', '--country', 'PL');
  return where;
};

test('a table has the columns of an import, one row a candidate', async () => {
  const where = await roster();
  const { code, out } = await where.run('candidates', 'export', '--format', 'csv');
  expect(code).toBe(0);
  const rows = [
    importColumns.join(','),
    'maria-santos,Maria Santos,,MLS(ASCPi),PH,,,,2026-10-01,2026-11-30,,,2027-01-15,,,,,,',
    'zoe-nowak,Zoë Nowak,,HT(ASCPi),PL,,,,,,,,,,,,,,',
  ];
  expect(out).toBe(`\ufeff${rows.join('\r\n')}\r\n`);
});

test('only what is written for Excel begins with a byte order mark', async () => {
  const where = await roster();
  await where.run('cmp', 'hold', 'MLT', '--on', '2026-01-10', '-c', 'maria-santos');
  for (const line of ['candidates', 'cmp -c maria-santos', 'cmp audit -c maria-santos', 'remind']) {
    const { code, out, err } = await where.run(...line.split(' '), '--format', 'csv');
    expect([line, code, out.startsWith('\ufeff')], err).toEqual([line, 0, false]);
  }
});

test('filters choose who is in it; nobody leaves the headers', async () => {
  const where = await roster();
  const some = await where.run('candidates', 'export', '--format', 'csv', '--credential', 'HT');
  expect(some.out.trim().split('\r\n')).toHaveLength(2);
  const { journeys } = (await where.json('candidates', 'export', '--country', 'PH')) as unknown as {
    journeys: { id: string }[];
  };
  expect(journeys.map(({ id }) => id)).toEqual(['maria-santos']);
  const none = await where.run('candidates', 'export', '--format', 'csv', '--for', 'merge', '--owner', 'nobody');
  expect(none.out).toBe(`${importColumns.join(',')}\r\n`);
});

test('what a row has no room for is told', async () => {
  const where = await roster();
  const { err } = await where.run('candidates', 'export', '--format', 'csv');
  // The route.
  expect(err).toMatch(/Of 1 candidates 1 facts and 0 settings are not in it.*--format json keeps everything/);
  await where.run('check', 'one-account', '-c', 'maria-santos');
  await where.run('undo', '-c', 'maria-santos');
  expect((await where.run('candidates', 'export', '--format', 'csv')).err).toContain('3 facts');
  expect((await where.run('candidates', 'export', '--format', 'csv', '--quiet')).err).toBe('');
  expect((await where.run('candidates', 'export', '--json')).err).toBe('');
  expect((await where.run('candidates', 'export', '--format', 'csv', '--credential', 'HT')).err).toBe('');
});

test('as of a day facts dated later are left out', async () => {
  const where = await roster();
  const { out } = await where.run(
    'candidates',
    'export',
    '--format',
    'csv',
    '--today',
    '2026-11-01',
    '--country',
    'PH',
  );
  expect(out).toContain('2026-10-01,,,,');
});

test('--for belongs to CSV, and is for two programs', async () => {
  const where = await roster();
  for (const argv of [
    ['--for', 'merge'],
    ['--for', 'excel', '--json'],
    ['--for', 'word', '--format', 'csv'],
  ]) {
    const { code, err } = await where.run('candidates', 'export', ...argv);
    expect(code).toBe(2);
    expect(err).toMatch(/--for/);
  }
});

test('in text it is the same table', async () => {
  const where = await roster();
  const { out } = await where.run('candidates', 'export', '--country', 'PH');
  expect(out).toMatch(/maria-santos.*2026-11-30/s);
});
