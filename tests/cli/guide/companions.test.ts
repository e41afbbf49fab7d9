// What goes on beside the steps, told to the guide: the facts are those of the commands.
import { expect, test } from 'vitest';
import { bookedJourney, terminal } from '../terminal.ts';
import { day, LEAVE, type Line, MENU, type Person, person, QUIT, stored } from './script.ts';

const MORE: Line = ['menu', MENU.more];

async function booked(): Promise<Person> {
  const maria = person();
  await bookedJourney(maria);
  return maria;
}

interface Known {
  readonly kind: string;
  readonly id: string;
  readonly at: string;
}
const last = ({ home }: { readonly home: string }) => {
  const {
    id: _id,
    at: _at,
    ...fact
  } = Object.values(stored(home))
    .flatMap(({ facts }) => facts as unknown as Known[])
    .at(-1) as Known;
  return fact;
};

/** What the same command stores for a person who types it. */
async function typed(...argv: string[]) {
  const where = terminal();
  await bookedJourney(where);
  const said = await where.run(...argv);
  expect(said.code, said.err).toBe(0);
  return last(where);
}

test('how far a paper has come', async () => {
  const maria = await booked();
  const said = await maria.talk(
    [],
    [
      MORE,
      ['more', /^Record how far/],
      ['paper', /transcript/],
      ['paper.state', 'sent'],
      ...day('paper.on', '2026-10-05'),
      ['paper.from', 'UST'],
      MORE,
      ['more', /^Show my papers/],
      QUIT,
    ],
  );
  expect(said.code).toBe(0);
  expect(said.talk).toContain('by UST');
  const same = await typed(
    'documents',
    'record',
    'transcript-from-school',
    'sent',
    '--on',
    '2026-10-05',
    '--from',
    'UST',
  );
  expect(last(maria)).toEqual(same);
});

test('a place in the visa queue', async () => {
  const maria = await booked();
  const said = await maria.talk(
    [],
    [
      MORE,
      ['more', /^Record my priority/],
      ...day('visa.priority', '2018-03-15'),
      ['visa.category', /^EB-3:/],
      ['visa.country', 'Philipines'],
      ['visa.country', 'Philippines'],
      MORE,
      ['more', /^Show where I stand/],
      QUIT,
    ],
  );
  expect(said.code).toBe(0);
  expect(said.talk).toContain('Did you mean Philippines?');
  expect(last(maria)).toEqual(
    await typed('visa', 'set', '--priority', '2018-03-15', '--category', 'EB-3', '--chargeability', 'PH'),
  );
});

test('points are asked for once a credential is held, and one outside the cycle is explained', async () => {
  const maria = await booked();
  await maria.run('done', 'exam', '--result', 'pass', '--on', '2026-12-12', '--force');
  await maria.run('done', 'certificate', '--on', '2026-12-14', '--force');
  const about = (on: string): Line[] => [
    MORE,
    ['more', /^Record points/],
    ['points.amount', '2'],
    ['points.area', /hemistry/],
    ...day('points.on', on),
    ['points.title', 'Quality control of chemistry'],
  ];
  const said = await maria.talk([], [...about('2020-01-05'), ...about('2026-12-14'), QUIT]);
  expect(said.code).toBe(0);
  expect(last(maria)).toMatchObject({ kind: 'activity', points: 2, area: 'chemistry', on: '2026-12-14' });
  expect(said.talk).toMatch(/2020/);
});

test('what employers ask about, each left out or corrected', async () => {
  const maria = await booked();
  const about = (...answers: string[]): Line[] => [
    MORE,
    ['more', /^Tell what employers/],
    ...['instruments', 'systems', 'disciplines', 'languages', 'references'].flatMap((field, index): Line[] => [
      [`skills.${field}`, answers[index] ?? ''],
    ]),
  ];
  const said = await maria.talk([], [...about('Sysmex XN; VITEK 2', '', '', 'English, fluent; Tagalog'), QUIT]);
  expect(said.code).toBe(0);
  const first = ['--instruments', 'Sysmex XN; VITEK 2', '--languages', 'English, fluent; Tagalog'];
  expect(last(maria)).toEqual(await typed('profile', ...first));
  // Enter keeps what is known, and a hyphen leaves it out.
  await maria.talk([], [...about('', 'Epic Beaker', '', '-'), QUIT]);
  expect(last(maria)).toMatchObject({
    set: { systems: ['Epic Beaker'], languages: null },
    was: { systems: null, languages: ['English, fluent', 'Tagalog'] },
  });
  const before = stored(maria.home);
  const none = await maria.talk([], [...about(), QUIT]);
  expect(none.out).toContain('Nothing changes');
  expect(stored(maria.home)).toEqual(before);
  const long = await maria.talk(
    [],
    [MORE, ['more', /^Tell what employers/], ['skills.instruments', 'x'.repeat(201)], ['skills.instruments', LEAVE]],
  );
  expect(long).toMatchObject({ code: 130 });
  expect(long.talk).toContain('Join them by semicolons');
  expect(long.talk).not.toContain('--instruments');
});

test('one may go back or leave, and nothing is recorded', async () => {
  const maria = await booked();
  const before = stored(maria.home);
  await maria.talk([], [MORE, ['more', 'Back'], MORE, ['more', /^Record how far/], ['paper', 'Back'], QUIT]);
  const left = await maria.talk([], [MORE, ['more', /^Record my priority/], ['visa.priority', LEAVE]]);
  expect(left.code).toBe(130);
  expect(stored(maria.home)).toEqual(before);
});

test('the arrival is shown', async () => {
  const maria = await booked();
  const said = await maria.talk([], [MORE, ['more', /arrival/], QUIT]);
  expect(said.talk).toMatch(/[Bb]ank account/);
});
