// `ascpi calendar`: what other programs read in it, what a roster shows of whom, and what is refused.
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { khalLines, khalMissing, type Read, readers, zones } from '../formats/calendar-readers.ts';
import { bookedJourney, type Terminal, terminal } from './terminal.ts';

const folder = mkdtempSync(join(tmpdir(), 'ascpi-calendar-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const appointment = ['--exam', '2027-01-16T08:30', '--zone', 'Asia/Manila', '--centre', 'Centre; One, \\ Manila'];

async function booked(): Promise<Terminal> {
  const where = terminal();
  await bookedJourney(where);
  const said = await where.run('done', 'schedule', ...appointment);
  if (said.code !== 0) throw new Error(said.err);
  return where;
}

async function written(where: Terminal, name: string, ...argv: string[]): Promise<string> {
  const file = join(folder, name);
  const said = await where.run('calendar', ...argv, '-o', file);
  if (said.code !== 0) throw new Error(said.err);
  return file;
}

const NOTE = ' reschedule by Fri 15 Jan 2027 at 08:30 in Asia/Manila';
const expected: readonly Read[] = [
  ['First word on the application (settled)', '2026-10-15', '2026-10-23'],
  ['Application fee due (settled)', '2026-10-31', '2026-11-01'],
  ['Documents due (settled)', '2026-11-26', '2026-11-27'],
  [`Last day to reschedule:${NOTE}`, '2027-01-15', '2027-01-16'],
  ['Exam at Centre; One, \\ Manila', '2027-01-16T00:30:00Z', '2027-01-16T03:00:00Z'],
  ['Book the exam (settled)', '2027-02-07', '2027-02-08'],
  ['Last day to book (settled)', '2027-02-26', '2027-02-27'],
  ['Last sitting: sit by Sat 27 Feb 2027', '2027-02-27', '2027-02-28'],
  ['Exam window: window ends Sun 28 Feb 2027 (computed)', '2027-02-28', '2027-03-01'],
];

describe.each(readers)('$name reads the dates of a journey', ({ name, read, missing }) => {
  test.skipIf(missing).each(zones)(`the same in %s${missing ?? ''}`, async (zone) => {
    const file = await written(await booked(), `${name.replace(' ', '-')}-${zone.replace('/', '-')}.ics`);
    expect(read(file, zone)).toEqual(expected);
  });
});

test.skipIf(khalMissing)(
  `khal sees each day on its day, and the exam on local clocks${khalMissing ?? ''}`,
  async () => {
    const file = await written(await booked(), 'khal.ics');
    const exams = [
      '2027-01-16 08:30|2027-01-16 11:00|',
      '2027-01-15 19:30|2027-01-15 22:00|',
      '2027-01-16 14:30|2027-01-16 17:00|',
    ];
    for (const [index, zone] of zones.entries()) {
      const lines = khalLines(file, zone);
      expect(lines.length, zone).toBe(expected.length);
      expect(lines, zone).toContainEqual(expect.stringMatching(/^2027-02-28 \|2027-02-28 \|Exam window: window ends/));
      expect(lines, zone).toContainEqual(expect.stringMatching(/^2026-10-15 \|2026-10-22 \|First word/));
      expect(lines.join('\n'), zone).toContain(`${exams[index]}Exam at Centre; One`);
    }
  },
);

describe('one candidate', () => {
  test('lists the dates by day, with their reminders and the way to the calendar', async () => {
    const said = await (await booked()).run('calendar');
    expect(said.out).toContain('• Sat 16 Jan 2027   Exam at 08:30 in Asia/Manila');
    expect(said.out).toContain('reminders 14, 7, 3 and 1 days before, on the day');
    expect(said.out).toContain('✔ Thu 26 Nov 2026   Documents due, settled');
    expect(said.err).toBe('Write it for your calendar: ascpi calendar -o ascpi.ics\n');
  });

  test('is the same to the byte whenever and wherever it is written', async () => {
    const where = await booked();
    const first = (await where.run('calendar', '--format', 'ics')).out;
    const elsewhere = terminal({
      home: where.home,
      day: '2027-01-02',
      env: { LANG: 'th_TH.UTF-8', TZ: 'Pacific/Apia' },
    });
    expect((await elsewhere.run('calendar', '--format', 'ics')).out).toBe(first);
    expect(first).toMatch(/^BEGIN:VCALENDAR\r\n/);
  });

  test('an exam that is booked again, and one that is taken back', async () => {
    const where = await booked();
    const uidOf = (json: Record<string, never>) =>
      (json['events'] as unknown as { id: string; uid: string; sequence: number; state: string }[]).find(
        ({ id }) => id === 'exam',
      );
    const first = uidOf(await where.json('calendar'));
    await where.run('done', 'schedule', '--exam', '2027-01-20');
    expect(uidOf(await where.json('calendar'))).toMatchObject({ uid: first?.uid, sequence: 2, state: 'confirmed' });
    for (let count = 0; count < 3; count += 1) await where.run('undo');
    expect(uidOf(await where.json('calendar'))).toMatchObject({ uid: first?.uid, sequence: 5, state: 'cancelled' });
    expect((await where.run('calendar', '--format', 'ics')).out).toContain('STATUS:CANCELLED');
    expect((await where.run('calendar')).out).toContain('Exam, withdrawn');
  });

  test('before the application there is nothing to show', async () => {
    const where = terminal();
    await where.run('start', '--name', 'Maria Santos');
    expect((await where.run('calendar')).out).toContain('There are no dates. They come with the application.');
    expect((await where.json('calendar'))['events']).toEqual([]);
  });

  test('is written for its owner alone, and over itself only when forced', async () => {
    const where = await booked();
    const file = await written(where, 'own.ics');
    expect(statSync(file).mode & 0o777).toBe(0o600);
    expect((await where.run('calendar', '-o', file)).code).toBe(2);
    expect((await where.run('calendar', '-o', file, '--force')).code).toBe(0);
  });
});

const HOSTILE = 'Eve \u202eX;BEGIN:VEVENT, "ATTACH"';

/** Three people with dates, one of them with a name that means harm. */
async function roster(): Promise<Terminal> {
  const where = await booked();
  for (const [id, name, country] of [
    ['nguyen', 'Nguyễn Thị Ánh', 'VN'],
    ['eve', HOSTILE, 'PH'],
  ] as const) {
    await where.run('candidates', 'add', '--name', name, '--id', id, '--country', country);
    const said = await where.run('done', 'application', '--on', '2026-12-01', '-c', id);
    if (said.code !== 0) throw new Error(said.err);
  }
  return where;
}

describe('a roster', () => {
  test('is one calendar of initials, that says neither names nor ids', async () => {
    const { out } = await (await roster()).run('calendar', '--roster', '--format', 'ics');
    const text = out.replaceAll('\r\n ', '');
    for (const initials of ['MS', 'NTÁ', 'EXA']) expect(text).toContain(`SUMMARY:${initials}: Application fee due`);
    expect(text).not.toMatch(/maria|nguyen|nguyễn|\beve\b/i);
    expect(text).toContain('ascpi why application-payment -c <id>');
  });

  test('names or ids stand in it when asked for', async () => {
    const where = await roster();
    const titles = async (...argv: string[]) =>
      (
        (await where.json('calendar', '--roster', ...argv))['events'] as unknown as {
          title: string;
          candidate: string;
        }[]
      )
        .filter(({ title }) => title.includes('Application fee due'))
        .map(({ candidate }) => candidate);
    expect(await titles()).toEqual(['MS', 'EXA', 'NTÁ']);
    expect(await titles('--ids')).toEqual(['maria-santos', 'eve', 'nguyen']);
    expect(await titles('--names')).toEqual(['Maria Santos', HOSTILE, 'Nguyễn Thị Ánh']);
    expect(await titles('--country', 'VN')).toEqual(['NTÁ']);
  });

  test('the same date is the same event in the calendar of one and of all', async () => {
    const where = await roster();
    const uids = async (...argv: string[]) =>
      ((await where.json('calendar', ...argv))['events'] as unknown as { uid: string }[]).map(({ uid }) => uid);
    const all = await uids('--roster');
    expect(new Set(all).size).toBe(all.length);
    expect(all).toEqual(expect.arrayContaining(await uids('-c', 'nguyen')));
  });

  test.each(readers)('a hostile name stays a name for $name', async ({ name, read, missing }) => {
    if (missing) return;
    const file = await written(await roster(), `hostile-${name.replace(' ', '-')}.ics`, '--roster', '--names');
    const eves = read(file, 'Asia/Manila').filter(([summary]) => summary.startsWith('Eve'));
    expect(eves.map(([summary]) => summary.replace(/: .*/, ''))).toContain('Eve \\u{202e}X;BEGIN:VEVENT, "ATTACH"');
    expect(readFileSync(file, 'utf8')).not.toMatch(/^ATTACH/m);
  });

  test('nobody chosen is an empty calendar', async () => {
    const said = await (await roster()).run('calendar', '--roster', '--tag', 'none');
    expect(said).toMatchObject({ code: 0 });
    expect(said.out).toContain('Dates of 0 candidates');
  });
});

test.each([
  [['--tag', 'x'], '--tag makes no sense without --roster'],
  [['--names'], '--names makes no sense without --roster'],
  [['--ids'], '--ids makes no sense without --roster'],
  [['--roster', '-c', 'maria-santos'], '-c and --roster contradict each other'],
  [['--roster', '--names', '--ids'], '--names and --ids contradict each other'],
  [['--roster', '--due', 'soon'], '"soon" is not a length of time'],
  [['--dry-run'], '--dry-run makes no sense with calendar'],
])('%j is refused', async (argv, why) => {
  const where = terminal();
  await bookedJourney(where);
  const said = await where.run('calendar', ...argv);
  expect(said).toMatchObject({ code: 2, out: '' });
  expect(said.err).toContain(why);
});
