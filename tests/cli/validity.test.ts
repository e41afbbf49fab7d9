// `ascpi check --valid-until`: kept with the tick, shown where it is looked for, and warned of where it ends too early.
import { expect, test } from 'vitest';
import { bookedJourney, type Terminal, terminal } from './terminal.ts';

async function booked(): Promise<Terminal> {
  const where = terminal();
  await bookedJourney(where);
  return where;
}
const anyOf = async (where: Terminal, ...argv: string[]) => (await where.json(...argv)) as Record<string, unknown>;

test('a passport that ends before the booked exam, from the tick to every answer that shows it', async () => {
  const where = await booked();
  const receipt = await where.run('check', 'passport', '--valid-until', '2027-01-14');
  expect(receipt.code).toBe(0);
  expect(receipt.out.replace(/\s+/g, ' ')).toMatch(
    /valid until Thu 14 Jan 2027, but it is needed for the step Exam on Fri 15 Jan 2027\. Source: Public pages on ID/,
  );
  expect(await anyOf(where, 'status')).toMatchObject({
    warnings: expect.arrayContaining([expect.objectContaining({ id: 'validity-passport-exam' })]),
  });
  expect(await anyOf(where, 'plan')).toMatchObject({
    collisions: [
      {
        item: 'passport',
        name: 'passport',
        validUntil: '2027-01-14',
        stage: 'exam',
        earliest: '2027-01-15',
        latest: '2027-01-15',
        overBy: '2027-01-14',
        certain: true,
      },
    ],
  });
  expect((await where.run('plan')).out).toContain('Your passport is valid until');
  expect((await where.run('checklist', 'application')).out).toContain('Valid until Thu 14 Jan 2027');
  expect(JSON.stringify(await anyOf(where, 'checklist', 'application'))).toContain(
    '"neededUntil":["exam","work"],"validUntil":"2027-01-14"',
  );
  expect((await where.run('history')).out).toContain('passport, valid until 2027-01-14');
  await where.run('check', 'passport', '--valid-until', '2031-05-30');
  expect((await where.run('status')).out).not.toContain('passport');
  await where.run('undo');
  expect((await where.run('status')).out).toContain('Your passport');
});

test('an English test is asked for in every plan, and the lengths it leans on are told', async () => {
  const where = await booked();
  await where.run('check', 'english-test', '--valid-until', '2027-07-29');
  expect((await where.run('status')).out).not.toContain('English');
  expect(await anyOf(where, 'plan')).toMatchObject({
    collisions: [{ item: 'english-test', stage: 'visascreen', latest: '2027-07-30', certain: false }],
    assumptions: expect.arrayContaining([expect.objectContaining({ id: 'visascreen' })]),
  });
});

test.each([
  [['one-account', '--valid-until', '2027-01-01'], /no end is watched.*Items with an end: passport, /],
  [['passport', '--valid-until', '2027-02-30'], /2027-02-30/],
  [['passport', '--valid-until', '2027-01-01', '--off'], /contradict each other/],
  [['passport', '--valid-until', '2017-01-01'], /ended on 2017-01-01, before 2026-12-15.*--force/],
  [['record-expiry', '--valid-until', '2030-01-01'], /ascpi done certificate --expires/],
])('check %j is refused on one line', async (argv, expected) => {
  const { code, out, err } = await (await booked()).run('check', ...argv);
  expect({ code, out }).toEqual({ code: 2, out: '' });
  expect(err).toMatch(expected);
  expect(err).toMatch(/^ascpi: [^\n]{10,400}[.?]\n$/);
});

test('a passport that had ended is kept with --force, and says so', async () => {
  const where = await booked();
  expect((await where.run('check', 'passport', '--valid-until', '2026-12-01', '--force')).code).toBe(0);
  expect(await anyOf(where, 'history')).toMatchObject({
    entries: expect.arrayContaining([expect.objectContaining({ fact: 'check', forced: true })]),
  });
});
