// One life through the command line, from an empty folder to the certificate: the dates and steps a script can lean on.
import { expect, test } from 'vitest';
import { bookedJourney, type Terminal, terminal } from './terminal.ts';

type Status = {
  attempt: number;
  current: string | null;
  steps: { id: string; state: string; on?: string }[];
  next: { action: string; by: string | null; command: string } | null;
  dates: { id: string; state: string }[];
  warnings: { id: string; hint: string }[];
};

const statusOn = async (where: Terminal, day: string) =>
  (await where.json('status', '--today', day)) as unknown as Status;
const date = (status: Status, id: string) => status.dates.find((each) => each.id === id);
const done = async (where: Terminal, day: string, ...argv: string[]) => {
  const said = await where.run('done', ...argv, '--on', day, '--today', day);
  expect(said).toMatchObject({ code: 0 });
};
const start = async () => {
  const where = terminal();
  await where.run('start', '--name', 'Maria Santos', '--credential', 'MLS', '--country', 'PH');
  return where;
};

test('an application opens three clocks', async () => {
  const where = await start();
  await done(where, '2026-10-01', 'application');
  const status = await statusOn(where, '2026-10-01');
  expect(date(status, 'application-payment')).toMatchObject({ kind: 'deadline', date: '2026-10-31', daysLeft: 30 });
  expect(date(status, 'application-documents')).toMatchObject({ date: '2026-11-26', basis: 'rule', provisional: true });
  expect(date(status, 'application-update')).toMatchObject({
    kind: 'estimate',
    earliest: '2026-10-15',
    latest: '2026-10-22',
    daysLeft: 21,
  });
  expect(status).toMatchObject({ attempt: 1, current: 'admission', next: { by: '2026-10-31' } });
});

test('an unpaid fee warns once its limit has passed, and what the warning tells to type settles it', async () => {
  const where = await start();
  await done(where, '2026-10-01', 'application');
  const warningOn = async (day: string) =>
    (await statusOn(where, day)).warnings.find(({ id }) => id === 'passed-application-payment');
  expect(await warningOn('2026-10-31')).toBeUndefined();
  const command = /: ascpi (.*) <amount>$/.exec((await warningOn('2026-11-01'))?.hint ?? '')?.[1] ?? '';
  await where.run(...command.split(' '), '240USD', '--today', '2026-11-01');
  expect(await warningOn('2026-11-01')).toBeUndefined();
});

test('the notification opens the exam window; a printed day wins over the rule', async () => {
  const where = await start();
  await done(where, '2026-10-01', 'application');
  await done(where, '2026-11-30', 'admission');
  const computed = await statusOn(where, '2026-11-30');
  expect(date(computed, 'exam-window')).toMatchObject({
    start: '2026-11-30',
    date: '2027-02-28',
    basis: 'rule',
    provisional: true,
    rule: 'exam-window',
  });
  expect(date(computed, 'book-by')).toMatchObject({ kind: 'advice', date: '2027-02-07' });
  expect(computed.warnings.map(({ id }) => id)).toContain('computed-exam-window');
  await done(where, '2026-11-30', 'admission', '--window-end', '2027-02-27');
  const printed = await statusOn(where, '2026-11-30');
  expect(date(printed, 'exam-window')).toMatchObject({ date: '2027-02-27', basis: 'notice', provisional: false });
  expect(printed.warnings).toEqual([]);
});

test('from the booked exam to the certificate', async () => {
  const where = terminal();
  await bookedJourney(where);
  expect(date(await statusOn(where, '2026-12-10'), 'reschedule-by')).toMatchObject({ date: '2027-01-14' });
  await done(where, '2027-01-15', 'exam', '--result', 'pass');
  const passed = await statusOn(where, '2027-01-15');
  expect(date(passed, 'final-scores')).toMatchObject({ kind: 'estimate', latest: '2027-01-22' });
  expect(date(passed, 'certificate')).toMatchObject({ earliest: '2027-02-26', latest: '2027-03-12' });
  await done(where, '2027-01-20', 'scores', '--result', 'pass', '--score', '512');
  expect(await statusOn(where, '2027-01-20')).toMatchObject({ current: 'certificate' });
  await done(where, '2027-03-01', 'certificate');
  const certified = await statusOn(where, '2027-03-01');
  expect(certified).toMatchObject({ current: null, next: null });
  expect(certified.steps.every(({ state }) => state === 'done')).toBe(true);
  expect(date(certified, 'credential-expires')).toMatchObject({ date: '2030-01-15', basis: 'rule', provisional: true });
  expect(date(certified, 'cmp-declare')).toMatchObject({ start: '2029-10-17', date: '2029-12-16' });

  const asOf = await statusOn(where, '2026-12-01');
  expect(asOf.current).toBe('schedule');
  expect(date(asOf, 'exam')).toBeUndefined();

  const before = await where.run('status', '--json', '--today', '2027-03-01');
  await where.run('undo', '--today', '2027-03-01');
  const undone = await where.run('status', '--json', '--today', '2027-03-01');
  await where.run('redo', '--today', '2027-03-01');
  const redone = await where.run('status', '--json', '--today', '2027-03-01');
  expect(undone.out).not.toBe(before.out);
  expect(redone.out).toBe(before.out);
});

test('a failed exam opens attempt 2', async () => {
  const where = terminal();
  await bookedJourney(where);
  await done(where, '2027-01-15', 'exam', '--result', 'fail');
  const status = await statusOn(where, '2027-01-15');
  expect(status).toMatchObject({ attempt: 2, current: 'application' });
  expect(date(status, 'next-attempt')).toMatchObject({ kind: 'opening', date: '2027-02-14' });
  expect(status.next?.action).toContain('Attempts left on this route: 4');
});

test('a window that passes without an exam is missed, and says what that costs', async () => {
  const where = await start();
  await done(where, '2026-10-01', 'application');
  await done(where, '2026-11-30', 'admission');
  expect(date(await statusOn(where, '2027-02-28'), 'exam-window')).toMatchObject({ state: 'due' });
  const status = await statusOn(where, '2027-03-01');
  expect(date(status, 'exam-window')).toMatchObject({ state: 'missed', daysLeft: -1 });
  expect(status.steps.find(({ id }) => id === 'exam')?.state).toBe('missed');
  expect(status).toMatchObject({ attempt: 2, current: 'application' });
  expect(status.next?.action).toContain('the whole fee is lost');
  await done(where, '2027-03-10', 'application');
  const again = await statusOn(where, '2027-03-10');
  expect(again).toMatchObject({ attempt: 2, current: 'admission' });
  expect(date(again, 'exam-window')).toBeUndefined();
});

test('why names the fact, the rule with its source and day last checked, and the end of the month', async () => {
  const where = terminal();
  await bookedJourney(where);
  const { chain } = (await where.json('why', 'exam-window')) as unknown as {
    chain: { kind: string; value: string; source?: string; checked?: string }[];
  };
  expect(chain.map(({ kind }) => kind)).toEqual(['fact', 'rule', 'adjustment']);
  expect(chain[0]?.value).toContain('30 Nov 2026');
  expect(chain[1]?.source).toMatch(/\w{5}/);
  expect(chain[1]?.checked).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  expect(chain[2]?.value).toContain('no day 30');
});

test('an own value of a rule acts, and shows wherever it acts', async () => {
  const where = terminal();
  await bookedJourney(where);
  expect((await where.run('config', 'set', 'rules.exam-window', '90d')).code).toBe(0);
  expect(date(await statusOn(where, '2026-12-15'), 'exam-window')).toMatchObject({
    date: '2027-02-28',
    source: 'your own value',
  });
  const { chain } = (await where.json('why', 'exam-window')) as unknown as { chain: { kind: string }[] };
  expect(chain.map(({ kind }) => kind)).toContain('override');
});

test('history keeps everything in the order recorded, taken back or not, and by whom', async () => {
  const where = terminal();
  await bookedJourney(where);
  await where.run('undo');
  const { entries } = (await where.json('history')) as unknown as {
    entries: { fact: string; by: string; at: string; undone: boolean }[];
  };
  expect(entries.map(({ fact, undone }) => `${fact}${undone ? '-' : ''}`)).toEqual([
    'eligibility',
    'application',
    'admission',
    'schedule-',
    'undo',
  ]);
  expect(entries[0]).toMatchObject({ by: 'tester', at: '2026-12-15T08:00:00Z' });
});

test('a forced contradiction is kept, and warns until it is corrected', async () => {
  const where = terminal();
  await bookedJourney(where);
  await where.run('done', 'exam', '--on', '2027-03-05', '--result', 'pass', '--today', '2027-03-05', '--force');
  const forced = await statusOn(where, '2027-03-05');
  expect(forced.warnings.map(({ id }) => id)).toContain('exam-outside-window');
  await where.run('done', 'exam', '--on', '2027-02-05', '--result', 'pass', '--today', '2027-03-05');
  const corrected = await statusOn(where, '2027-03-05');
  expect(corrected.warnings.map(({ id }) => id)).not.toContain('exam-outside-window');
});

test('ticks come and go, and the checklist is for this candidate', async () => {
  const where = terminal();
  await bookedJourney(where);
  type Checklist = { steps: { items: { id: string; ticked: string | null }[] }[] };
  const items = async () =>
    ((await where.json('checklist')) as unknown as Checklist).steps.flatMap((step) => step.items);
  const id = (await items())[0]?.id ?? '';
  await where.run('check', id, '--on', '2026-12-01');
  expect((await items()).find((item) => item.id === id)?.ticked).toBe('2026-12-01');
  await where.run('check', id, '--off');
  expect((await items()).find((item) => item.id === id)?.ticked).toBeNull();
  const ids = (await items()).map((item) => item.id);
  expect(ids).toContain('training-form');
  expect(ids).not.toContain('experience-form');
});

test('a correction says only what changes, and a hyphen leaves an answer out', async () => {
  const where = await start();
  await done(where, '2026-10-01', 'application', '--reference', 'A-17');
  await done(where, '2026-11-30', 'admission', '--window-end', '2027-02-27');
  await where.run('done', 'application', '--fee', '240USD', '--today', '2026-12-02');
  await where.run('done', 'admission', '--on', '2026-11-29', '--today', '2026-12-02');
  const status = await statusOn(where, '2026-12-02');
  expect(date(status, 'application-documents')).toMatchObject({ date: '2026-11-26' });
  expect(date(status, 'exam-window')).toMatchObject({ start: '2026-11-29', date: '2027-02-27', basis: 'notice' });
  const { entries } = (await where.json('history')) as unknown as { entries: { fact: string; details: object }[] };
  expect(entries.filter(({ fact }) => fact === 'application').at(-1)?.details).toEqual({
    fee: { amount: 240, currency: 'USD' },
    reference: 'A-17',
  });
  await where.run('done', 'admission', '--window-end', '-', '--today', '2026-12-02');
  expect(date(await statusOn(where, '2026-12-02'), 'exam-window')).toMatchObject({ date: '2027-02-28', basis: 'rule' });
});

test('a failed exam is not replaced by one of another day without force', async () => {
  const where = terminal();
  await bookedJourney(where);
  await done(where, '2027-01-15', 'exam', '--result', 'fail');
  const refused = await where.run('done', 'exam', '--on', '2027-01-16', '--result', 'pass', '--today', '2027-01-16');
  expect(refused).toMatchObject({ code: 2, out: '' });
  expect(refused.err).toContain('ascpi done application');
  await done(where, '2027-01-15', 'exam', '--result', 'pass');
  expect(await statusOn(where, '2027-01-16')).toMatchObject({ attempt: 1, current: 'scores' });
});

test('a fact forced into the future counts from its day, and says so until then', async () => {
  const where = terminal();
  await bookedJourney(where);
  await where.run('done', 'exam', '--on', '2027-01-15', '--result', 'pass', '--force', '--today', '2026-12-20');
  const before = await statusOn(where, '2026-12-20');
  expect(before).toMatchObject({ current: 'exam' });
  expect(before.warnings.map(({ id }) => id)).toContain('later-exam');
  expect((await statusOn(where, '2027-01-15')).warnings.map(({ id }) => id)).not.toContain('later-exam');
});

test('undo takes back what is in sight on that day', async () => {
  const where = terminal();
  await bookedJourney(where);
  await where.run('undo', '--today', '2026-10-05');
  expect(await statusOn(where, '2026-12-15')).toMatchObject({ current: 'exam' });
  expect((await statusOn(where, '2026-12-15')).steps.find(({ id }) => id === 'application')?.on).toBeUndefined();
});
