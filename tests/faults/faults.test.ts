// Whatever call of the file system fails, and whenever the process dies: the state is the one before or the one after, and the exit code tells which.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ErrorName, errors } from './fault.ts';
import { type Case, loop, type Tally } from './loop.ts';
import { fill, type World, worldIn } from './world.ts';

/** `npm run test:faults` tries every call with every error; the gate a part of them, another with each seed. */
const isWhole = process.env['ASCPI_FAULTS'] === 'all';
const seed = Number(process.env['ASCPI_FAULT_SEED'] ?? 1);

const root = mkdtempSync(join(tmpdir(), 'ascpi-faults-'));
const backup = join(root, 'backup.json');
let full: World;
let damaged: World;
let fresh: World;
const tallies: Tally[] = [];

const line = (text: string, more: Partial<Case> = {}): Case => ({
  name: text.replace(root, ''),
  argv: text.split(' '),
  ...more,
});

const onFresh: readonly Case[] = [
  line('start --name Maria --id maria'),
  line('candidates add --name Zoe --note x'),
  line('config set country PH'),
  line('visa bulletin add 2019-03 --category EB-3 --chargeability PH --date C'),
  line(`restore ${backup}`, { several: true }),
  line('backup -o {out}/backup.json', { several: true }),
];

const onFull: readonly Case[] = [
  ...onFresh
    .slice(1, 4)
    .map((each) => ({ ...each, argv: each.argv.map((word) => (word === '2019-03' ? '2019-04' : word)) })),
  line('config set country NP'),
  line('config unset candidate'),
  line('done schedule --exam 2027-01-15'),
  line('undo'),
  line('check transcript-from-school'),
  line('documents record transcript-from-school requested'),
  line('visa set --priority 2018-03-15 --category EB-3 --chargeability PH'),
  line('candidates edit ana --owner Ben'),
  line('candidates tag vip ana anna'),
  line('candidates note ana more'),
  line('candidates merge ana anna --yes', { several: true }),
  line('candidates remove ana --yes', { several: true }),
  line('candidates remove maria --yes', { several: true }),
  line('candidates --overdue --save-filter late', { several: true }),
  line(`restore ${backup} --force`, { several: true }),
  line(`restore ${backup} --merge`),
  line('restore --force -c maria', { once: true }),
  line('privacy erase -c maria --yes', { several: true }),
  line('backup -o {out}/backup.json', { several: true }),
  line('status -o {out}/status.html'),
];

beforeAll(async () => {
  [fresh, full, damaged] = [
    worldIn(join(root, 'fresh'), 'f'),
    worldIn(join(root, 'full'), 'f'),
    worldIn(join(root, 'damaged'), 'f'),
  ];
  await fill(full);
  const said = await full.run('backup', '-o', backup);
  if (said.code !== 0) throw new Error(said.err);
  await full.run('done', 'scores', '--result', 'pass', '--force', '-c', 'maria');
  await fill(damaged);
  writeFileSync(join(damaged.home, 'journeys', 'maria.json'), '{', { mode: 0o600 });
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  const folder = process.env['ASCPI_FAULT_TABLE'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'faults.md'), tableOf(tallies));
});

const total = (tally: Tally): number => Object.values(tally.points).reduce((sum, count) => sum + count, 0);

/** command × call × error, number of points tried, number of those at which something was lost */
function tableOf(all: readonly Tally[]): string {
  const rows = all.flatMap(({ command, state, error, points, faults }) =>
    Object.entries(points).map(
      ([call, count]) => `| ${command} | ${state} | ${call} | ${error} | ${count} | ${faults.length} |`,
    ),
  );
  const sum = all.reduce((count, tally) => count + total(tally), 0);
  return [
    '| command | store | call | error | points | lost |',
    '|---|---|---|---|---|---|',
    ...rows,
    `| all | | | | ${sum} | 0 |`,
    '',
  ].join('\n');
}

/** In the gate every command meets a kill and one error at some of its calls; which, the seed says. */
function plan(index: number): readonly (readonly [error: ErrorName, stride: number, offset: number])[] {
  if (isWhole) return errors.map((error) => [error, 1, 0] as const);
  const soft = errors.filter((error) => error !== 'kill');
  const error = soft[(index + seed) % soft.length] ?? 'EIO';
  return [
    [error, 6, (index + seed) % 6],
    ['kill', 8, (index + seed) % 8],
  ];
}

async function tried(each: Case, state: string, world: World, index: number): Promise<void> {
  for (const [error, stride, offset] of plan(index)) {
    const tally = await loop(each, state, error, world, stride, offset);
    tallies.push(tally);
    expect.soft(tally.faults).toEqual([]);
  }
}

test.each(onFresh.map((each, index) => [each.name, each, index] as const))(
  'a fresh store: %s',
  (_name, each, index) => tried(each, 'fresh', fresh, index),
  600_000,
);
test.each(onFull.map((each, index) => [each.name, each, index] as const))(
  'a full store: %s',
  (_name, each, index) => tried(each, 'full', full, index),
  600_000,
);
test(
  'a damaged store: restore -c maria',
  () => tried(line('restore -c maria', { damaged: ['journey:maria'] }), 'damaged', damaged, 0),
  600_000,
);

test('faults were tried', () => {
  const points = tallies.reduce((sum, tally) => sum + total(tally), 0);
  expect(points).toBeGreaterThan(150);
});
