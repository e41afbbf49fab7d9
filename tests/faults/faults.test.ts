// Whatever call of the file system fails, and whenever the process dies: the state is the one before or the one after, and the exit code tells which.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandOf } from '../../src/cli/command-of.ts';
import { commands } from '../../src/cli/commands/index.ts';
import { casesFor, elsewhere, inputsIn, onDamaged } from './cases.ts';
import { type ErrorName, errors } from './fault.ts';
import { type Case, loop, type Tally } from './loop.ts';
import { asCsv, asMarkdown, pointsOf } from './table.ts';
import { fill, memoryFolder, type World, worldIn } from './world.ts';

/** `npm run test:faults` tries every call with every error; the gate a part of them, another with each seed. */
const isWhole = process.env['ASCPI_FAULTS'] === 'all';
const seed = Number(process.env['ASCPI_FAULT_SEED'] ?? 1);

const root = mkdtempSync(join(memoryFolder, 'ascpi-faults-'));
const inputs = inputsIn(root);
const cases = casesFor(inputs);
const [fresh, full, damaged] = ['fresh', 'full', 'damaged'].map((state) => worldIn(join(root, state), 'f')) as [
  World,
  World,
  World,
];
const tallies: Tally[] = [];

beforeAll(async () => {
  await fill(full);
  const said = await full.run('backup', '-o', inputs.backup);
  if (said.code !== 0) throw new Error(said.err);
  // After the backup, so that it is older than what is kept.
  await full.run('done', 'scores', '--result', 'pass', '--force', '-c', 'maria');
  await fill(damaged);
  writeFileSync(join(damaged.home, 'journeys', 'maria.json'), '{', { mode: 0o600 });
});

afterAll(() => {
  rmSync(root, { recursive: true, force: true });
  const folder = process.env['ASCPI_FAULT_TABLE'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'faults.md'), asMarkdown(tallies));
  writeFileSync(join(folder, 'faults.csv'), asCsv(tallies));
});

/** In the gate every command meets a kill and one error at some of its calls; which, the seed says. */
function plan(index: number): readonly ErrorName[] {
  if (isWhole) return errors;
  const soft = errors.filter((error) => error !== 'kill');
  return [soft[(index + seed) % soft.length] ?? 'EIO', 'kill'];
}
const MOST = isWhole ? Number.POSITIVE_INFINITY : 5;

async function tried(each: Case, state: string, world: World, index: number): Promise<void> {
  for (const error of plan(index)) {
    const tally = await loop(each, state, error, world, MOST, index + seed);
    tallies.push(tally);
    expect.soft(tally.faults).toEqual([]);
  }
}

const rows = cases.map((each, index) => [each.name, each, index] as const);
const LONG = 600_000;
test.each(rows)('a fresh store: %s', (_name, each, index) => tried(each, 'fresh', fresh, index), LONG);
test.each(rows)('a full store: %s', (_name, each, index) => tried(each, 'full', full, index), LONG);
test('a damaged store: restore -c maria', () => tried(onDamaged, 'damaged', damaged, 0), LONG);

test('faults were tried', () => {
  expect(pointsOf(tallies)).toBeGreaterThan(300);
});

test('every command that writes is tried, or it is said where else it is', () => {
  const writing = commands.filter(
    ({ writes, makesFile, fillsFolder, intoFolder }) => writes || makesFile || fillsFolder || intoFolder,
  );
  const tried = cases.map(({ argv }) => commandOf(argv, commands)?.name);
  const names = writing.map(({ name }) => name);
  expect(names.filter((name) => !tried.includes(name))).toEqual(Object.keys(elsewhere));
});
