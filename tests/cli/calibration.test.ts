// `ascpi plan --calibration`, and what plain plans tell of other journeys.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type Terminal, terminal } from './terminal.ts';

interface Row {
  readonly id: string;
  readonly n: number;
  readonly open: number;
  readonly enough: boolean;
  readonly median: number | null;
  readonly held: number;
  readonly of: number;
}
interface Payload {
  readonly schema: string;
  readonly calibration?: readonly Row[];
  readonly warnings?: readonly { id: string; message: string }[];
  readonly unread?: readonly string[];
}

const asked = async (where: Terminal, ...argv: string[]) => (await where.json('plan', ...argv)) as unknown as Payload;
const certificateIn = ({ calibration }: Payload) => calibration?.find(({ id }) => id === 'certificate');

/** So many candidates who passed on 15 January 2026, each with a certificate a day later than the one before. */
async function roster(where: Terminal, size: number, first = 0): Promise<void> {
  for (let number = first; number < first + size; number += 1) {
    const id = `candidate-${number}`;
    const march = `2026-03-${String(1 + number).padStart(2, '0')}`;
    await where.run('start', '--id', id, '--name', id, '--credential', 'MLS');
    await where.run('done', 'exam', '-c', id, '--on', '2026-01-15', '--result', 'pass', '--force');
    const said = await where.run('done', 'certificate', '-c', id, '--on', march, '--force');
    if (said.code !== 0) throw new Error(said.err);
  }
}

/** Every file of the store with its text. */
const stored = (home: string) =>
  readdirSync(join(home, 'journeys')).map((name) => [name, readFileSync(join(home, 'journeys', name), 'utf8')]);

test('of an empty store: every kind, and not enough waits yet', async () => {
  const where = terminal();
  const said = await where.run('plan', '--calibration');
  expect(said).toMatchObject({ code: 0, err: '' });
  expect(said.out.match(/not enough waits yet: 0 of 10/g)).toHaveLength(4);
  const payload = await asked(where, '--calibration');
  expect(payload.schema).toBe('ascpi/plan@1');
  expect(payload.calibration?.map(({ id, n, median }) => [id, n, median])).toEqual(
    ['admission', 'exam', 'scores', 'certificate'].map((id) => [id, 0, null]),
  );
});

test('of many journeys, none of them chosen; the tenth certificate is enough, and plans show it beside the rule', async () => {
  const where = terminal();
  await roster(where, 9);
  await where.run('start', '--id', 'maria', '--name', 'Maria Santos', '--credential', 'MLS');
  expect(certificateIn(await asked(where, '--calibration'))).toMatchObject({
    n: 9,
    enough: false,
    median: null,
    of: 9,
  });
  const before = await where.run('plan', '-c', 'maria');
  expect(before.out).not.toContain('Observed');

  await roster(where, 1, 9);
  const files = stored(where.home);
  expect(certificateIn(await asked(where, '--calibration'))).toMatchObject({
    n: 10,
    enough: true,
    median: 49,
    held: 10,
  });
  const plan = await where.run('plan', '-c', 'maria');
  expect(plan.out).toContain('Observed: median 49 days, 80 % band 45 to 53 days (n 10)');
  expect(certificateIn(await asked(where, '-c', 'maria'))).toMatchObject({ median: 49 });
  const table = await where.run('plan', '--calibration', '--assume', 'transcript=2w..6w');
  expect(table.out.replace(/\s+/g, ' ')).toContain('10 of 10 (100 %), 0 early, 0 late');
  expect(stored(where.home)).toEqual(files);
});

test('a small store is not read: a plan of one journey tells nothing of the other', async () => {
  const where = terminal();
  await roster(where, 2);
  expect(await asked(where, '-c', 'candidate-0')).not.toHaveProperty('calibration');
});

test('a damaged journey is named and costs the others nothing', async () => {
  const where = terminal();
  await roster(where, 11);
  writeFileSync(join(where.home, 'journeys', 'candidate-10.json'), '{ half');
  const payload = await asked(where, '--calibration');
  expect(certificateIn(payload)).toMatchObject({ n: 10 });
  expect(payload).toMatchObject({ unread: ['candidate-10'], warnings: [{ id: 'unread-journeys' }] });
  const said = await where.run('plan', '--calibration');
  expect(said).toMatchObject({ code: 0 });
  expect(said.out).toMatch(/leaves out a journey that can't be read:\s+candidate-10/);
  const plan = await where.run('plan', '-c', 'candidate-0');
  expect(plan).toMatchObject({ code: 0 });
  expect(plan.out).toContain('ascpi status -c candidate-10');
});

test.each([['--by', '2027-06-01'], ['--exam', '2027-01-15'], ['--check']])(
  '%s makes no sense with it',
  async (...argv) => {
    const said = await terminal().run('plan', '--calibration', ...argv);
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toContain('--calibration looks back at all journeys');
  },
);
