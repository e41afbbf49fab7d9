// A journey to AMT by commands: the same commands, another board's steps, clock and words.
import { expect, test } from 'vitest';
import { temporaryFile } from './temporary-file.ts';
import { terminal } from './terminal.ts';

async function applied() {
  const where = terminal({ day: '2026-11-01' });
  await where.run('start', '--name', 'Juan Cruz', '--board', 'amt', '--country', 'PH');
  expect((await where.run('done', 'application', '--on', '2026-09-01')).code).toBe(0);
  return where;
}

test('it begins with --board, or with the credential as it is printed', async () => {
  const where = terminal();
  const begun = await where.json('start', '--name', 'Juan Cruz', '--board', 'AMT');
  expect(begun['candidate']).toMatchObject({ credential: 'MLS(AMT)' });
  const other = await where.json('start', '--name', 'Ana Reyes', '--credential', 'mls(amt)');
  expect(other['candidate']).toMatchObject({ credential: 'MLS(AMT)' });
  const usual = await where.json('start', '--name', 'Eva Lim');
  expect(usual['candidate']).toMatchObject({ credential: 'MLS(ASCPi)' });
});

test('it has six steps, numbered as they stand there', async () => {
  const where = await applied();
  const { steps } = (await where.json('status')) as unknown as { steps: { number: number; id: string }[] };
  expect(steps.map(({ number, id }) => `${number} ${id}`)).toEqual([
    '1 eligibility',
    '2 application',
    '3 schedule',
    '4 exam',
    '5 scores',
    '6 certificate',
  ]);
  expect((await where.run('done', '3', '--exam', '2026-12-01')).out).toContain('Recorded: Schedule');
});

test.each([
  [['done', 'admission'], /there is no step "admission" on the way to AMT/],
  [['done', '7'], /there is no step "7"/],
  [['done', 'application', '--window-start', '2026-09-01'], /--window-start makes no sense with application/],
  [['start', '--name', 'X', '--board', 'ascp'], /keeps no journeys to ASCP/],
  [['start', '--name', 'X', '--board', 'nasa'], /there is no board "nasa"/],
  [['start', '--name', 'X', '--board', 'AMT', '--credential', 'MLT'], /there is no credential "MLT"/],
])('%j is refused', async (argv, message) => {
  const where = await applied();
  const { code, err } = await where.run(...argv);
  expect(code).toBe(2);
  expect(err).toMatch(message);
});

test('a score is not measured by the scale of another board, and that is said', async () => {
  const where = await applied();
  await where.run('done', 'exam', '--result', 'pass', '--on', '2026-10-01');
  const { code, err } = await where.run('done', 'scores', '--result', 'pass', '--score', '75', '--on', '2026-10-20');
  expect(code, err).toBe(0);
  expect(err).toContain('The scale of AMT is not known here, so 75 is not checked');
  const roster =
    'name,credential,application,exam,result,scores,score\nEva Lim,MLS({}),2026-09-01,2026-10-01,pass,2026-10-20,75\n';
  const imported = async (board: string) => {
    const file = temporaryFile('roster.csv', roster.replace('{}', board));
    return terminal({ day: '2026-11-01' }).run('candidates', 'import', file, '--yes', '--force');
  };
  expect((await imported('AMT')).code).toBe(0);
  expect((await imported('ASCPi')).out.replace(/\s+/g, ' ')).toMatch(/75.*off the scale.*100 to 999/);
});

test('the end of the window belongs to the application there, and to the admission with ASCPi', async () => {
  const where = await applied();
  const { dates } = await where.json('done', 'application', '--window-end', '2027-08-30');
  expect(dates).toContainEqual(expect.objectContaining({ id: 'exam-window', date: '2027-08-30', basis: 'notice' }));
  await where.run('start', '--name', 'Maria Santos');
  const refused = await where.run('done', 'application', '--window-end', '2027-08-30', '-c', 'maria-santos');
  expect(refused.err).toMatch(/--window-end makes no sense with application.*ascpi done admission/);
});

test('why tells the rule of AMT, and plan says what it can not count', async () => {
  const where = await applied();
  const why = (await where.run('why', 'exam-window')).out.replace(/\s+/g, ' ');
  expect(why).toContain('Active time of an AMT application: 1 year after Tue 1 Sep 2026');
  expect(why).toContain('ascpi done application --window-end <date>');
  const plan = await where.run('plan');
  expect(plan.out).toContain('how long it takes is not known; no time is counted for it');
  expect(plan.out).not.toContain('Admission');
});

test('a roster of both boards keeps them apart', async () => {
  const where = await applied();
  await where.run('start', '--name', 'Maria Santos');
  const { candidates } = await where.json('candidates', '--credential', 'MLS(AMT)');
  expect(candidates).toEqual([expect.objectContaining({ id: 'juan-cruz', current: 'schedule' })]);
});

test('its checklist has nothing of ASCP or its test centres, and what AMT asks for instead', async () => {
  const where = await applied();
  const { out } = await where.run('checklist');
  expect(out).toContain('Have foreign studies evaluated for AMT');
  expect(out).not.toMatch(/Pearson|Decide between ASCP|from ASCPi to ASCP/);
  await where.run('start', '--name', 'Maria Santos');
  expect((await where.run('checklist', '-c', 'maria-santos')).out).not.toContain('evaluated for AMT');
});

test('how a credential of AMT is kept is said to be not known', async () => {
  const where = await applied();
  await where.run('done', 'exam', '--on', '2026-10-20', '--result', 'pass');
  await where.run('done', 'certificate', '--on', '2026-10-30');
  expect((await where.run('cmp')).out).toMatch(/not known of AMT/i);
});
