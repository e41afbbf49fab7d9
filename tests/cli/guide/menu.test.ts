// What the menu offers: another look, another fact, taking back, ticking, trying out; and what it says of the days gone by.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { bookedJourney } from '../terminal.ts';
import { bytesOf, day, did, LEAVE, type Line, MENU, type Person, person, QUIT, stored, words } from './script.ts';

async function booked(): Promise<Person> {
  const maria = person();
  await bookedJourney(maria);
  return maria;
}

const factsOf = ({ home }: Person) => Object.values(stored(home)).flatMap(({ facts }) => facts) as { kind: string }[];

test('it opens with the status, and commands are not spoken of where one chooses', async () => {
  const maria = await booked();
  const said = await maria.talk([], [QUIT]);
  expect(words(said.talk)).toMatch(/Maria Santos, MLS\(ASCPi\), attempt 1 .* 5 Exam .* Next: Take the exam/);
  expect(said.talk).not.toMatch(/ascpi (done|why|check|status)/);
});

test('what was recorded last is taken back, brought back, and neither works twice', async () => {
  const maria = await booked();
  const other: Line = ['menu', MENU.other];
  const said = await maria.talk(
    [],
    [
      other,
      ['other', 'Bring back what I took back'],
      other,
      ['other', 'Take back what I recorded last'],
      other,
      ['other', 'Bring back what I took back'],
      other,
      ['other', 'Back'],
      QUIT,
    ],
  );
  expect(said.code).toBe(0);
  expect(said.talk).toContain('There is nothing to bring back.');
  expect(said.out).toContain('Took back: Schedule');
  expect(said.out).toContain('Brought back: Schedule');
  expect(factsOf(maria).map(({ kind }) => kind)).toEqual([
    'eligibility',
    'application',
    'admission',
    'schedule',
    'undo',
    'redo',
  ]);
});

test('items of the checklist are ticked and unticked until one has enough; the list is shown once', async () => {
  const maria = await booked();
  const said = await maria.talk(
    [],
    [
      ['menu', MENU.checklist],
      ['tick', /^Tick: .*passport|^Tick: .*ID/],
      ['tick', /^Untick: /],
      ['tick', 'Back to the menu'],
      QUIT,
    ],
  );
  expect(said.code).toBe(0);
  expect(factsOf(maria).slice(4)).toMatchObject([
    { kind: 'check', ticked: true },
    { kind: 'check', ticked: false },
  ]);
  expect(said.talk.split('Checklist for').length - 1).toBe(1);
});

test('a plan is tried out, and not a byte of what is recorded changes', async () => {
  const maria = await booked();
  const file = join(maria.home, 'journeys/maria-santos.json');
  const before = readFileSync(file, 'utf8');
  const said = await maria.talk(
    [],
    [
      ['menu', MENU.tryOut],
      ['try.exam', 'next week'],
      ...day('try.exam', '1 Feb 2027'),
      ['try.result', 'Not passed'],
      ['menu', MENU.tryOut],
      ...day('try.exam', '1 Feb 2027'),
      ['try.result', 'Passed'],
      QUIT,
    ],
  );
  const [, failed = '', passed = ''] = words(said.talk).split('This is how it would stand on Monday, 1 February 2027.');
  expect(failed).toContain('Wed 3 Mar 2027');
  expect(passed).toMatch(/certificate .*Mon 29 Mar 2027/i);
  expect(said.talk.split('This is only a try. Nothing was kept.')).toHaveLength(3);
  expect(readFileSync(file, 'utf8')).toBe(before);
});

test('dates and help are shown', async () => {
  const maria = await booked();
  const said = await maria.talk([], [['menu', MENU.dates], ['menu', MENU.help], QUIT]);
  expect(words(said.talk)).toMatch(/Dates of Maria Santos .*Sun 28 Feb 2027/);
  expect(said.talk).toContain('Bring an ID');
});

describe('a contradiction', () => {
  const late: readonly Line[] = [
    ['menu', MENU.other],
    ['other', 'I moved my exam to another day'],
    ...day('schedule.on', ''),
    ...day('schedule.exam', '15 Mar 2027'),
    ['schedule.time', ''],
    ['schedule.centre', ''],
    ['schedule.zone', ''],
  ];

  test('is explained; answered again, the answers of before are offered', async () => {
    const maria = await booked();
    const said = await maria.talk(
      [],
      [
        ...late.slice(0, -2),
        ['schedule.centre', 'Makati'],
        ['schedule.zone', ''],
        ['contradiction', '?'],
        ['contradiction', 'Answer again'],
        ...day('schedule.on', ''),
        ...day('schedule.exam', '15 Feb 2027'),
        ['schedule.time', ''],
        ['schedule.centre', ''],
        ['schedule.zone', ''],
        QUIT,
      ],
    );
    expect(words(said.talk)).toContain('is outside its window: the exam window ends on Sun 28 Feb 2027.');
    expect(words(said.talk)).toContain('Two recorded days can not both be right.');
    expect(factsOf(maria).at(-1)).toEqual({
      kind: 'schedule',
      on: '2026-12-15',
      exam: '2027-02-15',
      centre: 'Makati',
    });
  });

  test('is kept with a warning', async () => {
    const maria = await booked();
    const said = await maria.talk([], [...late, ['contradiction', 'Keep it anyway, with a warning'], QUIT]);
    expect(factsOf(maria).at(-1)).toMatchObject({ exam: '2027-03-15', forced: true });
    expect(said.out).toContain('Warning:');
    const { warnings } = (await maria.json('status')) as unknown as { warnings: { id: string }[] };
    expect(warnings.map(({ id }) => id)).toContain('booking-outside-window');
  });

  test('is left out, and nothing is recorded', async () => {
    const maria = await booked();
    await maria.talk([], [...late, ['contradiction', 'Leave it out'], QUIT]);
    expect(factsOf(maria)).toHaveLength(4);
  });
});

describe('leaving', () => {
  test('says what was saved', async () => {
    const maria = await booked();
    const said = await maria.talk(
      ['--today', '2027-01-16'],
      [
        did('Exam'),
        ...day('exam.on', '15 Jan 2027'),
        ['exam.result', 'Passed'],
        ['menu', MENU.other],
        ['other', LEAVE],
      ],
    );
    expect(said).toMatchObject({
      code: 130,
      err: 'ascpi: you left. Saved before you left: Exam, Fri 15 Jan 2027.\n',
    });
  });

  test('says that nothing was', async () => {
    const maria = await booked();
    const before = stored(maria.home);
    const said = await maria.talk([], [did('Exam'), ['exam.on', LEAVE]]);
    expect(said).toMatchObject({ code: 130, err: 'ascpi: you left. Nothing was saved.\n' });
    expect(stored(maria.home)).toEqual(before);
  });

  test('does not call what was taken back saved', async () => {
    const maria = await booked();
    const said = await maria.talk(
      [],
      [
        ['menu', MENU.other],
        ['other', 'Take back what I recorded last'],
        ['menu', LEAVE],
      ],
    );
    expect(said.err).toBe('ascpi: you left. Saved before you left: a step taken back.\n');
  });
});

describe('what changed since one last looked', () => {
  test('nothing is said the first time, on the same day, or of what was recorded here', async () => {
    const maria = await booked();
    expect((await maria.talk(['--today', '2026-12-16'], [QUIT])).talk).not.toContain('last looked');
    expect((await maria.talk(['--today', '2026-12-16'], [QUIT])).talk).not.toContain('last looked');
    await maria.talk(
      ['--today', '2026-12-17'],
      [
        ['menu', MENU.other],
        ['other', 'I moved my exam to another day'],
        ...day('schedule.on', ''),
        ...day('schedule.exam', '10 Feb 2027'),
        ['schedule.time', ''],
        ['schedule.centre', ''],
        ['schedule.zone', ''],
        QUIT,
      ],
    );
    const { talk } = await maria.talk(['--today', '2026-12-18'], [QUIT]);
    expect(words(talk)).toContain('Nothing changed since you last looked, on Thu 17 Dec 2026.');
  });

  test('days that came near, passed, moved, or are new', async () => {
    const maria = await booked();
    await maria.talk(['--today', '2026-12-16'], [QUIT]);
    const near = words((await maria.talk(['--today', '2027-01-10'], [QUIT])).talk);
    expect(near).toContain('Since you last looked, on Wed 16 Dec 2026:');
    expect(near).toContain('Exam: comes near, Fri 15 Jan 2027, in 5 days.');

    await maria.run('done', 'schedule', '--exam', '2027-02-12', '--today', '2027-01-10');
    const moved = words((await maria.talk(['--today', '2027-01-11'], [QUIT])).talk);
    expect(moved).toContain('Exam: moved from Fri 15 Jan 2027 to Fri 12 Feb 2027.');

    const passed = words((await maria.talk(['--today', '2027-02-13'], [QUIT])).talk);
    expect(passed).toMatch(/Exam: the day has passed \(Fri 12 Feb 2027\)\./);

    await maria.run('done', 'exam', '--result', 'pass', '--on', '2027-02-12', '--today', '2027-02-13');
    const fresh = words((await maria.talk(['--today', '2027-02-14'], [QUIT])).talk);
    expect(fresh).toMatch(/Certificate: new, \w{3} \d+ \w{3} 2027\./);
  });
});

describe('several journeys', () => {
  async function several(): Promise<Person> {
    const where = await booked();
    await where.run('start', '--name', 'Ravi\u202e Thapa', '--credential', 'MLT', '--country', 'NP', '--id', 'ravi');
    return where;
  }

  test('a command asks whose, says nothing else, and goes on', async () => {
    const where = await several();
    const said = await where.talk(['status'], [['journey', /\(ravi\)$/]]);
    expect(said).toMatchObject({ code: 0, err: '' });
    expect(said.out).toContain('MLT(ASCPi)');
    const done = await where.talk(['done', 'application'], [['journey', /^Maria Santos/]]);
    expect(done.code).toBe(0);
    expect((await where.talk(['done', 'eligibility'], [['journey', /\(ravi\)$/]])).code).toBe(0);
  });

  test('the guide asks once, and stays with the answer', async () => {
    const where = await several();
    const said = await where.talk(
      [],
      [
        ['journey', /\(ravi\)$/],
        did('Eligibility'),
        ['eligibility.on', '2026-12-01'],
        ['eligibility.on.right', 'Yes'],
        ['eligibility.route', /^Route 1/],
        QUIT,
      ],
    );
    expect(said.code).toBe(0);
    expect(stored(where.home)['ravi.json']?.facts).toHaveLength(1);
  });

  test('leaving there saves nothing', async () => {
    const where = await several();
    const said = await where.talk(['undo'], [['journey', LEAVE]]);
    expect(said).toMatchObject({ code: 130, err: 'ascpi: you left. Nothing was saved.\n' });
  });

  test('one that is chosen is not asked for', async () => {
    const where = await several();
    expect((await where.talk(['-c', 'ravi'], [QUIT])).talk).toContain('MLT(ASCPi)');
    await where.run('config', 'set', 'candidate', 'ravi');
    expect((await where.talk(['status'], [])).out).toContain('MLT(ASCPi)');
    expect(await where.talk(['-c', 'nobody'], [])).toMatchObject({ code: 3 });
  });

  test('more than a list can hold are asked for by id', async () => {
    const where = await several();
    for (let number = 1; number < 20; number += 1)
      await where.run('start', '--name', 'X', '--credential', 'MLS', '--country', 'PH', '--id', `x${number}`);
    const said = await where.talk(
      ['status'],
      [
        ['journey', '?'],
        ['journey', 'ravy'],
        ['journey', 'RAVI'],
      ],
    );
    expect(said.talk).toContain('Did you mean ravi?');
    expect(said.out).toContain('MLT(ASCPi)');
  });

  test('off a terminal they are named', async () => {
    const where = await several();
    const said = await where.talk(['status', '--no-input'], []);
    expect(said.code).toBe(2);
    expect(said.err).toContain('maria-santos, ravi');
  });
});

test('an empty home and a candidate who is not there: no journey begins', async () => {
  const nobody = person();
  expect(await nobody.talk(['-c', 'nobody'], [])).toMatchObject({ code: 3 });
  expect(bytesOf(nobody.home)).toEqual({});
});

test('who holds a credential is shown the points that keep it, nobody else', async () => {
  const maria = await booked();
  const points = 'Show the points that keep my credential';
  await expect(maria.talk([], [['menu', points]])).rejects.toThrow();
  await maria.run('done', 'exam', '--result', 'pass', '--on', '2027-01-15', '--today', '2027-01-15');
  await maria.run('done', 'certificate', '--on', '2027-03-01', '--today', '2027-03-01');
  const said = await maria.talk(['--today', '2027-03-02'], [['menu', points], QUIT]);
  expect(said.code).toBe(0);
  expect(words(said.talk)).toMatch(/maintenance cycle 1 .* Chemistry .* 0 of 2 .* 36 points are missing/);
  expect(said.talk).not.toContain('ascpi cmp');
});
