// `plan` as scripts see it: the verdict, what decides, its exit code, and the reasons behind a planned day.
import { expect, test } from 'vitest';
import { terminal } from './terminal.ts';

type Plan = {
  verdict: string;
  binding: string;
  retakeFits: boolean;
  steps: { id: string; by: string; slack: number }[];
  dates: { id: string; basis: string }[];
  fees: { paid: object[]; atRisk: object | null };
};

async function admitted() {
  const where = terminal({ day: '2026-12-15' });
  await where.run('start', '--name', 'Maria Santos', '--credential', 'MLS', '--country', 'PH');
  await where.run('done', 'application', '--on', '2026-10-01', '--fee', '240USD', '--today', '2026-10-01');
  await where.run('done', 'admission', '--on', '2026-11-30', '--today', '2026-11-30');
  return where;
}

test('a certificate by June is feasible, and the last sitting is the Saturday before the window ends', async () => {
  const where = await admitted();
  const plan = (await where.json('plan', '--by', '2027-06-01')) as unknown as Plan;
  expect(plan).toMatchObject({
    verdict: 'feasible',
    retakeFits: true,
    fees: { atRisk: { amount: 240, currency: 'USD' } },
  });
  expect(plan.steps.find(({ id }) => id === 'exam')?.by).toBe('2027-02-27');
  expect(plan.dates.find(({ id }) => id === 'expected-exam')?.basis).toBe('assumption');
  expect((await where.run('plan', '--by', '2027-06-01', '--check')).code).toBe(0);
});

test('by the middle of January it is infeasible, the certificate decides, and --check exits 4', async () => {
  const where = await admitted();
  const plan = (await where.json('plan', '--by', '2027-01-15')) as unknown as Plan;
  expect(plan).toMatchObject({ verdict: 'infeasible', binding: 'certificate' });
  expect((await where.run('plan', '--by', '2027-01-15', '--check')).code).toBe(4);
  expect((await where.run('plan', '--by', '2027-01-15')).code).toBe(0);
});

test('final scores stand after the exam, among what is expected and in the timeline', async () => {
  const where = await admitted();
  const { out } = await where.run('plan');
  const [expected = '', timeline = ''] = out.split('\nTimeline\n');
  for (const part of [expected, timeline]) {
    expect(part.indexOf('Final scores')).toBeGreaterThan(part.indexOf('Exam'));
    expect(part.indexOf('Certificate')).toBeGreaterThan(part.indexOf('Final scores'));
  }
  expect((await where.run('plan', '--exam-by', '2027-02-01')).out).not.toContain('Final scores  ');
});

test('once the exam is passed no other one can be tried; a final fail can', async () => {
  const where = terminal({ day: '2027-06-15' });
  await where.run('start', '--name', 'Maria', '--credential', 'MLS');
  await where.run('done', 'admission', '--on', '2026-11-30');
  await where.run('done', 'exam', '--on', '2027-01-15', '--result', 'pass');
  expect(await where.run('plan', '--exam', '2027-08-01')).toMatchObject({
    code: 2,
    err: expect.stringContaining('no other exam can be tried: this one is passed, as recorded for 2027-01-15'),
  });
  expect(
    (await where.run('plan', '--set', 'scores=2027-01-20', '--set', 'result=fail', '--set', 'schedule=2027-01-10')).err,
  ).not.toContain('no other exam');
  await where.run('done', 'certificate', '--on', '2027-03-01');
  expect((await where.run('plan', '--exam', '2027-08-01', '--result', 'fail')).code).toBe(2);
});

test('the target kept with the journey is the target of its plan', async () => {
  const where = terminal({ day: '2026-12-15' });
  await where.run('start', '--name', 'Maria', '--credential', 'MLS', '--target', '2027-01-01');
  expect(await where.json('plan')).toMatchObject({
    target: { id: 'certificate', by: '2027-01-01' },
    verdict: 'infeasible',
  });
});

test('why goes from the facts through every stage to the planned day', async () => {
  const where = await admitted();
  const { chain } = (await where.json('why', 'expected-certificate')) as unknown as { chain: { kind: string }[] };
  expect(chain.map(({ kind }) => kind)).toEqual(['fact', 'assumption', 'rule']);
});

test('an assumption of the settings acts, and one of the command line wins over it', async () => {
  const where = await admitted();
  const latest = async (...argv: string[]) => {
    const { expected } = (await where.json('plan', ...argv)) as unknown as {
      expected: { id: string; latest: string }[];
    };
    return expected.find(({ id }) => id === 'exam')?.latest;
  };
  expect(await latest()).toBe('2027-01-12');
  await where.run('config', 'set', 'assumptions.appointment', '1w');
  expect(await latest()).toBe('2026-12-22');
  expect(await latest('--assume', 'appointment=2w')).toBe('2026-12-29');
});

test('a fail that is tried leads to the next attempt: its opening, a fee, and recency that counts anew; nothing is kept', async () => {
  const where = await admitted();
  const before = await where.run('history', '--json');
  const { out } = await where.run('plan', '--exam', '2027-01-15', '--result', 'fail');
  expect(out).toContain('Only a try');
  expect(out).toContain('Sun 14 Feb 2027');
  expect(out).toMatch(/Attempts used on this route: +1, left 4/);
  expect(out).toMatch(/Experience: .*counts again/);
  expect((await where.run('history', '--json')).out).toBe(before.out);
});
