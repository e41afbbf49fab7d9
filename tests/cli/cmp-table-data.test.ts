// The points of a credential are data: a new file in data/rules is enough, and no code knows of it.
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dataFolder, temporaryHome, terminal } from './terminal.ts';

const table = {
  $schema: '../schema/rule.schema.json',
  id: 'cmp-points-mlt',
  title: 'Points to renew MLT',
  kind: 'rule',
  summary: 'To renew MLT you need this many points in each cycle, some of them in fixed areas.',
  values: [
    {
      from: null,
      value: { points: 24, areas: { safety: 1, phlebotomy: 3, other: 20 } },
      source: 'An example for this test (2026)',
      checked: '2026-11-01',
      confidence: 'low',
    },
    {
      from: '2030-01-01',
      value: { points: 30, areas: { safety: 2, other: 28 } },
      source: 'An example for this test (2026)',
      checked: '2026-11-01',
      confidence: 'low',
    },
  ],
};

function dataWithTable(): string {
  const folder = join(temporaryHome(), 'data');
  mkdirSync(folder, { recursive: true });
  cpSync(dataFolder, folder, { recursive: true });
  writeFileSync(join(folder, 'rules/cmp-points-mlt.json'), JSON.stringify(table));
  return folder;
}

test('a file with the points of another credential is all that it takes', async () => {
  const where = terminal({ day: '2027-06-05', data: dataWithTable() });
  await where.run('start', '--name', 'Ravi Thapa', '--credential', 'MLT', '--country', 'NP');
  await where.run('done', 'certificate', '--on', '2027-03-01', '--expires', '2030-02-28');
  expect((await where.run('rules', 'check', '--today', '2026-12-01')).code).toBe(0);
  expect((await where.run('cmp', 'add', '4', 'Phlebotomy', '--on', '2027-05-01', '--title', 'Course')).code).toBe(0);
  expect(await where.json('cmp')).toMatchObject({
    missing: 20,
    table: { basis: 'rule', rule: 'cmp-points-mlt', confidence: 'low' },
    areas: [
      { id: 'safety', required: 1, earned: 0 },
      { id: 'phlebotomy', required: 3, earned: 3, recorded: 4 },
      { id: 'other', required: 20, earned: 1 },
    ],
  });
});

test('a later value acts on the cycles that begin after it took force', async () => {
  const where = terminal({ day: '2030-03-02', data: dataWithTable() });
  await where.run('start', '--name', 'Ravi Thapa', '--credential', 'MLT', '--country', 'NP');
  await where.run('done', 'certificate', '--on', '2027-03-01', '--expires', '2030-02-28');
  await where.run('cmp', 'declare', '--on', '2030-01-10');
  expect(await where.json('cmp')).toMatchObject({ cycle: { number: 2 }, missing: 30 });
  expect(await where.json('cmp', '--cycle', '1')).toMatchObject({ missing: 24 });
});

test('without the file nothing is assumed', async () => {
  const where = terminal({ day: '2027-06-05' });
  await where.run('start', '--name', 'Ravi Thapa', '--credential', 'MLT', '--country', 'NP');
  await where.run('done', 'certificate', '--on', '2027-03-01', '--expires', '2030-02-28');
  expect(await where.json('cmp')).toMatchObject({ missing: null, areas: [], table: null });
});
