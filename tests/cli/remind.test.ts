// `remind` through the program: what is due and for whom, quiet ones, the order, the exit codes, templates and letters.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { describe, expect, test } from 'vitest';
import { isOnServer, ofFiles } from './homes.ts';
import { candidate, day, keepIn } from './remind-roster.ts';
import { bookedJourney, type Terminal, terminal } from './terminal.ts';

interface Told {
  readonly key: string;
  readonly candidate: string;
  readonly date: string;
  readonly rung: number;
  readonly due: string;
  readonly on: string;
  readonly message: string | null;
  readonly state: string;
  readonly optOut: boolean;
  readonly result?: string;
}
interface Payload {
  readonly schema: string;
  readonly counts: Record<string, number>;
  readonly reminders: readonly Told[];
}

const told = async (where: Terminal, ...argv: string[]): Promise<Payload> =>
  (await where.json('remind', ...argv)) as unknown as Payload;
const keys = ({ reminders }: Payload) => reminders.map(({ key, state }) => `${state} ${key}`);

test('lists what is due of one candidate, with what scripts lean on', async () => {
  const where = terminal();
  await keepIn(where.home, candidate('maria-santos', { name: 'Maria Santos' }));
  const payload = await told(where);
  expect(payload).toMatchObject({
    schema: 'ascpi/remind@1',
    today: '2026-12-15',
    counts: { new: 2, sent: 0 },
    unread: [],
  });
  expect(payload.reminders).toEqual([
    expect.objectContaining({
      key: 'maria-santos/book-last/2026-12-28/14',
      state: 'new',
      to: 'maria-santos@example.org',
    }),
    expect.objectContaining({
      key: 'maria-santos/exam-window/2026-12-29/14',
      candidate: 'maria-santos',
      date: 'exam-window',
      rung: 14,
      due: '2026-12-29',
      on: '2026-12-15',
      daysLeft: 14,
      state: 'new',
      message: 'Maria Santos: Exam window ends Tue 29 Dec 2026, in 14 days. The day on your own notice counts.',
    }),
  ]);
  const { out } = await where.run('remind');
  expect(out).toContain('Maria Santos (maria-santos)');
  expect(out).toContain('14 days before');
});

test('the worst first, those of one candidate together', async () => {
  const where = terminal();
  const window = (end: string) => [{ kind: 'admission', on: day('2026-10-01'), windowEnd: day(end) }] as const;
  await keepIn(
    where.home,
    candidate('ahead', {}, window('2027-01-20')),
    candidate('missed', {}, window('2026-12-10')),
    candidate('today', {}, window('2026-12-15')),
    candidate('soon', {}, window('2026-12-20')),
    candidate('far', {}, window('2027-06-01')),
  );
  const payload = await told(where);
  const order = payload.reminders.map((each) => each.candidate);
  expect([...new Set(order)]).toEqual(['missed', 'today', 'soon', 'ahead']);
  expect(order).toEqual([...order].sort((one, other) => order.indexOf(one) - order.indexOf(other)));
});

test('--check says by its exit code whether something is due', async () => {
  const where = terminal();
  await keepIn(where.home, candidate('maria'));
  expect((await where.run('remind', '--check')).code).toBe(4);
  expect((await where.run('remind', '--check', '--today', '2026-11-05', '--json')).code).toBe(4);
  await where.run('remind', '--send', 'print');
  expect((await where.run('remind', '--check')).code).toBe(0);
  expect((await where.run('remind', '--check', '--within', '7d')).code).toBe(4);
});

test('looks ahead, and chooses candidates', async () => {
  const where = terminal();
  await keepIn(where.home, candidate('maria', { tags: ['batch-7'] }), candidate('ben', { owner: 'Ana' }));
  const ahead = await told(where, '--within', '1w', '-c', 'maria');
  expect(keys(ahead).map((key) => key.replace(/^new maria\//, ''))).toEqual([
    'book-last/2026-12-28/14',
    'book-last/2026-12-28/7',
    'exam-window/2026-12-29/14',
    'exam-window/2026-12-29/7',
  ]);
  expect(ahead.reminders[1]?.on).toBe('2026-12-21');
  expect(new Set((await told(where, '--tag', 'batch-7')).reminders.map((each) => each.candidate))).toEqual(
    new Set(['maria']),
  );
  expect(new Set((await told(where, '--owner', 'ana')).reminders.map((each) => each.candidate))).toEqual(
    new Set(['ben']),
  );
  expect((await told(where, '--owner', 'ana', '-c', 'maria')).reminders).toEqual([]);
});

test('an exam taken ends the reminders to book and to sit', async () => {
  const where = terminal();
  await keepIn(where.home, candidate('maria'));
  await where.run('done', 'exam', '--result', 'pass', '-c', 'maria');
  expect((await told(where)).reminders).toEqual([]);
});

test('snooze, mute, unmute: quiet until then, in the history, and taken back by undo', async () => {
  const where = terminal();
  await keepIn(where.home, candidate('maria'));
  const states = async () => (await told(where)).reminders.map(({ date, state }) => `${date} ${state}`);
  expect((await where.run('remind', 'snooze', 'maria', 'exam-window', '--until', '2026-12-16')).code).toBe(0);
  expect(await states()).toEqual(['book-last new', 'exam-window snoozed']);
  expect((await told(where, '--today', '2026-12-16')).counts).toMatchObject({ new: 2 });
  expect((await where.run('remind', 'mute', 'MARIA')).code).toBe(0);
  expect(await states()).toEqual(['book-last snoozed', 'exam-window snoozed']);
  expect((await where.run('remind', 'unmute', 'maria', 'book-last')).code).toBe(0);
  expect(await states()).toEqual(['book-last new', 'exam-window snoozed']);
  await where.run('undo', '-c', 'maria');
  expect(await states()).toEqual(['book-last snoozed', 'exam-window snoozed']);
  const { out } = await where.run('history', '-c', 'maria');
  expect(out).toContain('no reminders of exam-window before 2026-12-16');
  expect(out).toContain('no reminders of any date');
  expect((await where.run('remind', '--all')).out).toContain('muted');
});

test('sent reminders are in the history for good', async () => {
  const where = terminal();
  await keepIn(where.home, candidate('maria'));
  await where.run('remind', '--send', 'print');
  const before = (await where.run('history', '-c', 'maria')).out;
  expect(before).toMatch(/reminder +sent: exam-window of 2026-12-29, 14 days before, by print/);
  expect((await where.run('undo', '-c', 'maria')).out).toContain('Admission');
  expect((await where.run('history', '-c', 'maria')).out).toMatch(/reminder +sent: exam-window/);
});

test('print shows each message once, whole, and JSON has its text', async () => {
  const where = terminal();
  await keepIn(where.home, candidate('maria', { name: 'Maria Santos', owner: 'Ana Cruz' }));
  const dry = await told(where, '--send', 'print', '--dry-run');
  expect(dry.reminders.map(({ state, result }) => [state, result])).toEqual([
    ['new', 'sent'],
    ['new', 'sent'],
  ]);
  const DRY = 'Only a try: Nothing is recorded';
  expect((await where.run('remind', '--send', 'print', '--dry-run')).out).toContain(DRY);
  const { out, err } = await where.run('remind', '--send', 'print');
  expect(out).not.toContain(DRY);
  for (const said of ['Dear Maria Santos', 'Ana Cruz', 'Tue 29 Dec 2026', 'independent tool'])
    expect(out).toContain(said);
  expect(err.match(/^sent {2}maria: /gm)).toHaveLength(2);
  const again = (await where.json('remind', '--send', 'print')) as unknown as Payload;
  expect(again.reminders).toEqual([]);
  expect((await where.run('remind', '--send', 'print')).out).toContain('No message is due.');
  const other = (await where.json('remind', '--send', 'print', '--today', '2026-12-22')) as unknown as {
    reminders: { text: string; state: string }[];
  };
  expect(other.reminders.map(({ state }) => state)).toEqual(['sent', 'sent']);
  expect(other.reminders[0]?.text).toMatch(/^Dear Maria Santos,\n\n[\s\S]*Ana Cruz/);
});

test('said twice, snooze, mute and unmute record nothing the second time', async () => {
  const where = terminal();
  await keepIn(where.home, candidate('maria'));
  const facts = async () => ((await where.json('history', '-c', 'maria'))['entries'] as unknown as object[]).length;
  const said = async (...argv: string[]) => {
    const before = await facts();
    const { code, out } = await where.run('remind', ...argv);
    expect(code).toBe(0);
    const added = (await facts()) - before;
    expect(out.startsWith('Nothing changes: it is so already')).toBe(added === 0);
    return added;
  };
  const lines: readonly (readonly [line: string, added: number])[] = [
    ['unmute maria', 0],
    ['unmute maria exam-window', 0],
    ['mute maria exam-window', 1],
    ['mute maria exam-window', 0],
    ['mute maria', 1],
    ['mute maria', 0],
    ['mute maria book-last', 0],
    ['unmute maria book-last', 1],
    ['mute maria', 1],
    ['unmute maria', 1],
    ['unmute maria book-last', 0],
    ['snooze maria exam-window --until 2026-12-16', 1],
    ['snooze maria exam-window --until 2026-12-16', 0],
    ['snooze maria exam-window --until 2026-12-17', 1],
  ];
  for (const [line, added] of lines) expect([line, await said(...line.split(' '))]).toEqual([line, added]);
});

test('a computed day says so, and that the notice counts; a printed one says that', async () => {
  const where = terminal();
  const computed = [{ kind: 'admission', on: day('2026-09-29') }] as const;
  await keepIn(where.home, candidate('computed', {}, computed), candidate('printed'));
  const { out } = await where.run('remind', '--send', 'print', '--dry-run', '--json');
  const { reminders } = JSON.parse(out) as {
    reminders: { candidate: string; date: string; text: string; message: string }[];
  };
  const textOf = (id: string) => reminders.find((each) => each.candidate === id && each.date === 'exam-window');
  expect(textOf('computed')).toMatchObject({ message: expect.stringContaining('(computed)') });
  expect(textOf('computed')?.text).toMatch(
    /computed from a published rule\. If your own notice or account shows another day, that one counts\./,
  );
  expect(textOf('printed')?.message).not.toContain('computed');
  expect(textOf('printed')?.text).toContain('printed on your own notice');
});

test('who does not want to be written to is listed, and nothing leaves for them', async () => {
  const where = terminal();
  const out = join(where.home, '..', 'letters');
  await keepIn(where.home, candidate('maria', { optOut: true }), candidate('ben'));
  expect((await told(where)).reminders.find((each) => each.candidate === 'maria')).toMatchObject({
    state: 'new',
    optOut: true,
  });
  const { code } = await where.run('remind', '--send', 'eml', '-o', out);
  expect(code).toBe(0);
  expect(readdirSync(out).every((name) => name.startsWith('ben-'))).toBe(true);
  expect((await where.run('remind', '--send', 'print')).out).not.toContain('Dear Name of maria');
  const printed = await where.run('remind', '--send', 'print', '-c', 'maria');
  expect(printed.out).toContain('2 does not want to be written to');
  expect(await sheet(where)).toEqual([]);
  expect((await where.run('history', '-c', 'maria')).out).not.toContain('reminder');
});

async function sheet(where: Terminal, ...argv: string[]): Promise<Record<string, string>[]> {
  const { code, out, err } = await where.run('remind', '--format', 'csv', ...argv);
  if (code !== 0) throw new Error(err);
  return parse(out, { columns: true });
}

test('letters for mail merge: a row a message, every field as it is', async () => {
  const where = terminal();
  await keepIn(where.home, candidate('maria', { name: '=cmd|calc!A0, "x"', owner: '+63 912' }), candidate('ben'));
  const rows = await sheet(where);
  expect(rows).toHaveLength(4);
  expect(rows.find(({ candidate: id, date }) => id === 'maria' && date === 'exam-window')).toMatchObject({
    key: 'maria/exam-window/2026-12-29/14',
    name: '=cmd|calc!A0, "x"',
    owner: '+63 912',
    email: 'maria@example.org',
    what: 'Exam window ends',
    day: 'Tue 29 Dec 2026',
    days: '14',
    when: 'in 14 days',
    subject: 'Exam window ends: Tue 29 Dec 2026',
    text: expect.stringMatching(/^Dear =cmd\|calc!A0, "x",\n\n/),
    state: 'new',
  });
  const printed = await where.run('remind', '--send', 'print', '--format', 'csv');
  expect(parse(printed.out, { columns: true })).toHaveLength(4);
  expect(await sheet(where)).toEqual([]);
  expect(await sheet(where, '--all')).toHaveLength(4);
});

test('a candidate without an address is named, the others get theirs, and the exit code says so', async () => {
  const where = terminal();
  const out = join(where.home, '..', 'letters');
  const { email: _, ...profile } = candidate('nobody').profile;
  await keepIn(where.home, { ...candidate('nobody'), profile }, candidate('zoe'));
  const said = await where.run('remind', '--send', 'eml', '-o', out);
  expect(said.code).toBe(1);
  expect(said.err).toMatch(/^NOT SENT {2}nobody: exam-window .*: no mail address is known$/m);
  expect(readdirSync(out)).toHaveLength(2);
});

test('--limit sends the worst so many, the rest next time', async () => {
  const where = terminal();
  const out = join(where.home, '..', 'letters');
  await keepIn(where.home, candidate('maria'), candidate('ben'));
  for (const left of [3, 2, 1, 0]) {
    const payload = (await where.json('remind', '--send', 'eml', '-o', out, '--limit', '1')) as unknown as Payload;
    expect(payload.counts).toMatchObject({ sent: 1, left });
  }
  expect(readdirSync(out)).toHaveLength(4);
});

ofFiles()('a damaged journey is named and keeps nobody else from being reminded', async () => {
  const where = terminal();
  await keepIn(where.home, candidate('ben'), candidate('maria'));
  writeFileSync(join(where.home, 'journeys/ben.json'), '{');
  const listed = await where.run('remind', '--json');
  expect(listed.code).toBe(5);
  expect(JSON.parse(listed.out)).toMatchObject({ counts: { new: 2 }, unread: ['ben'] });
  expect(listed.err).toContain('ben.json');
  const sent = await where.run('remind', '--send', 'print', '--json');
  expect(sent.code).toBe(5);
  expect(JSON.parse(sent.out)).toMatchObject({ unread: ['ben'] });
  expect((await where.run('remind', '--send', 'print')).out).toContain('No message is due');
});

test('an empty store has no reminders, and looking creates nothing', async () => {
  const where = terminal();
  expect((await where.run('remind', '--check')).code).toBe(0);
  expect((await where.run('remind', '--send', 'print')).code).toBe(0);
  expect(() => readdirSync(where.home)).toThrow();
});

test('the maintenance of another credential is reminded of under its own name, and muted by its own id', async () => {
  const where = terminal();
  const held = { kind: 'held', credential: 'MLT(ASCPi)', on: day('2024-02-14'), expires: day('2027-02-13') } as const;
  await keepIn(where.home, candidate('maria', {}, [held]));
  const { reminders } = await told(where);
  expect(reminders.map(({ key }) => key)).toEqual([
    'maria/cmp-declare-mlt/2027-01-14/30',
    'maria/credential-expires-mlt/2027-02-13/60',
  ]);
  expect(reminders[0]?.message).toMatch(/^Name of maria: Declare your credential maintenance .* in 30 days/);
  const { out } = await where.run('remind', '--send', 'print', '--dry-run');
  expect(out).toContain('this is a reminder about MLT(ASCPi)');
  expect((await where.run('remind', 'mute', 'maria', 'cmp-declare-mlt')).code).toBe(0);
  expect((await told(where)).counts).toMatchObject({ new: 1, snoozed: 1 });
});

describe.skipIf(isOnServer())('what makes no sense is refused, and nothing changes', () => {
  const cases: readonly (readonly [argv: string, said: RegExp])[] = [
    ['--send fax', /"fax" is not an answer to --send/],
    ['--send eml', /the folder for the messages is missing/],
    ['--send eml -o -', /the folder for the messages is missing/],
    ['--send smtp --yes', /mail\.from is not set/],
    ['--send webhook', /webhook\.url is not set/],
    ['--send print --check', /--check makes no sense with --send print/],
    ['--send print --within 14d', /--within makes no sense/],
    ['--send print --all', /--all makes no sense/],
    ['--limit 3', /--limit makes no sense with remind without --send/],
    ['--send print --limit 0', /"0" is not an answer to --limit/],
    ['--yes', /--yes makes no sense/],
    ['--dry-run', /--dry-run makes no sense/],
    ['--within soon', /"soon" is not a length of time/],
    ['snooze maria exam-windw --until 2027-01-01', /Did you mean exam-window\?/],
    ['snooze maria exam-window', /--until is missing/],
    ['snooze maria exam-window --until 2026-12-14', /2026-12-14 is before today/],
    ['mute maria everything', /there is no date "everything"/],
    ['muet maria', /there is no command "remind muet"|Did you mean/],
  ];
  test.each(cases)('remind %s', async (argv, said) => {
    const where = terminal();
    await keepIn(where.home, candidate('maria'));
    const file = join(where.home, 'journeys/maria.json');
    const before = readFileSync(file, 'utf8');
    const { code, out, err } = await where.run('remind', ...argv.split(' '));
    expect({ code, out }, err).toEqual({ code: 2, out: '' });
    expect(err).toMatch(said);
    expect(readFileSync(file, 'utf8')).toBe(before);
  });

  test('a candidate that is not there is exit 3, with the nearest', async () => {
    const where = terminal();
    await keepIn(where.home, candidate('maria'));
    const { code, err } = await where.run('remind', 'mute', 'mria');
    expect({ code, err }).toEqual({ code: 3, err: expect.stringContaining('Did you mean maria?') });
  });
});

describe('templates', () => {
  const own = (where: Terminal, name: string, text: string) => {
    mkdirSync(join(where.home, 'templates'), { recursive: true });
    writeFileSync(join(where.home, 'templates', name), text);
  };
  const GOOD = 'Subject: Hello\nShort: {name}: {day}\n\nDear {name}, {basis}\n';

  test('are written out to be edited, and never over an edited one unless forced', async () => {
    const where = terminal();
    expect((await where.run('remind', 'templates', '--write', '--dry-run')).code).toBe(0);
    expect(() => readdirSync(where.home)).toThrow();
    const folder = join(where.home, 'templates');
    const first = (await where.json('remind', 'templates', '--write'))['templates'];
    expect(first, 'a copy just written is yours').toContainEqual(
      expect.objectContaining({ name: 'event', own: true, path: join(folder, 'event.txt') }),
    );
    expect(first, 'as the next run lists them').toEqual((await where.json('remind', 'templates'))['templates']);
    expect(readdirSync(folder)).toContain('deadline-after.txt');
    writeFileSync(join(folder, 'event.txt'), GOOD);
    const { written } = (await where.json('remind', 'templates', '--write')) as unknown as { written: string[] };
    expect(written).toEqual([]);
    expect(readFileSync(join(folder, 'event.txt'), 'utf8')).toBe(GOOD);
    await where.run('remind', 'templates', '--write', '--force');
    expect(readFileSync(join(folder, 'event.txt'), 'utf8')).not.toBe(GOOD);
    expect((await where.run('remind', 'templates')).code).toBe(0);
    expect((await where.run('doctor')).out).toContain('All is well');
  });

  test('of a date stand before those of its kind, of the user before the shipped', async () => {
    const where = terminal();
    await keepIn(where.home, candidate('maria'));
    own(where, 'deadline.txt', GOOD.replace('Hello', 'A deadline'));
    own(where, 'book-last.txt', GOOD.replace('Hello', 'Book now'));
    const { out } = await where.run('remind', '--send', 'print');
    expect(out).toContain('(maria): Book now');
    expect(out).toContain('(maria): A deadline');
    const after = await where.run('remind', '--send', 'print', '--today', '2026-12-30');
    expect(after.out).toContain('Passed: Exam window ends');
  });

  ofFiles().each([
    [
      'deadline.txt',
      GOOD.replace('{name},', '{nam},'),
      /line 4 of ".*deadline\.txt": \{nam\} is not a field; did you mean \{name\}\?/,
    ],
    ['event.txt', 'Subject: x\n\n{basis}', /line 1 of ".*event\.txt": the line "Short: …" is missing/],
    ['dedline.txt', GOOD, /line 1 of ".*dedline\.txt": no reminder uses .* did you mean deadline\.txt\?/],
    ['deadline.txt', GOOD.replace('{day}', 'x'.repeat(170)), /the short form for maria has more than 160 characters/],
  ])('with a fault in %s nothing goes out', async (name, text, said) => {
    const where = terminal();
    await keepIn(where.home, candidate('maria'));
    own(where, name, text);
    const before = readFileSync(join(where.home, 'journeys/maria.json'), 'utf8');
    const { code, out, err } = await where.run('remind', '--send', 'print');
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(said);
    expect(readFileSync(join(where.home, 'journeys/maria.json'), 'utf8')).toBe(before);
    // The list in text puts nothing into words, so it is still told who is due.
    expect((await where.run('remind')).code).toBe(0);
    if (!String(said).includes('short form')) expect((await where.run('remind', 'templates')).code).toBe(4);
  });
});

describe('settings of mail and webhook', () => {
  const good: readonly (readonly [key: string, value: string])[] = [
    ['mail.host', 'smtp.example.org'],
    ['mail.port', '587'],
    ['mail.secure', 'starttls'],
    ['mail.from', 'Ana Cruz <ana@example.org>'],
    ['mail.user', 'ana'],
    ['mail.perMinute', '20'],
    ['webhook.url', 'https://example.org/hook'],
    ['webhook.url', 'http://127.0.0.1:8080/hook'],
  ];
  test.each(good)('%s %s is kept, shown and taken away', async (key, value) => {
    const where = terminal();
    expect((await where.run('config', 'set', key, value)).code).toBe(0);
    expect((await where.run('config', 'get', key, '--show-origin')).out).toContain(value);
    expect((await where.run('config', 'unset', key)).code).toBe(0);
    expect((await where.run('config', 'get', key)).code).toBe(3);
  });

  const bad: readonly (readonly [key: string, value: string, said: RegExp])[] = [
    ['mail.host', 'smtp.example.org:25', /is not the name of a mail server/],
    ['mail.host', 'smtp.example.org\r\nx', /is not the name of a mail server/],
    ['mail.port', '0', /whole number from 1 to 65535/],
    ['mail.secure', 'ssl', /tls, starttls, none/],
    ['mail.from', 'Ana <ana@example.org>, eve@example.org', /is not one sender/],
    ['mail.from', 'Ana\nBcc: eve@example.org <ana@example.org>', /is not one sender/],
    ['mail.perMinute', '0', /whole number from 1 to 6000/],
    ['mail.password', 'hunter2x', /secrets are not kept in the settings.*ASCPI_SMTP_PASSWORD_FILE/],
    ['webhook.secret', 'hunter2x', /secrets are not kept in the settings.*ASCPI_WEBHOOK_SECRET_FILE/],
    ['webhook.url', 'http://example.org/hook', /is not encrypted on its way/],
    ['webhook.url', 'https://ana:hunter2x@example.org/hook', /a password in it is not kept/],
    ['webhook.url', 'file:///etc/passwd', /is not an address of the web/],
    ['webhook.url', 'https://example.org/#x', /has a part after #/],
  ];
  test.each(bad)('%s %j is refused, and never repeats a secret', async (key, value, said) => {
    const where = terminal();
    const { code, out, err } = await where.run('config', 'set', key, value);
    expect({ code, out }).toEqual({ code: 2, out: '' });
    expect(err).toMatch(said);
    if (value.includes('hunter2x')) expect(err).not.toContain('hunter2x');
    expect(() => readdirSync(where.home)).toThrow();
  });

  const smtp = async (where: Terminal, ...more: readonly (readonly [string, string])[]) => {
    for (const [key, value] of [
      ['mail.host', 'smtp.example.org'],
      ['mail.from', 'ana@example.org'],
      ...more,
    ] as const) {
      await where.run('config', 'set', key, value);
    }
    await keepIn(where.home, candidate('maria'));
    return where.run('remind', '--send', 'smtp');
  };

  test('smtp is dry unless agreed to, and says how to send', async () => {
    const where = terminal();
    const { code, out, err } = await smtp(where);
    expect(code).toBe(0);
    expect(out).toContain('Would be sent by smtp');
    expect(err).toContain('Send: ascpi remind --send smtp --yes');
    expect((await where.run('history', '-c', 'maria')).out).not.toContain('reminder');
  });

  test('nothing goes to another machine in the clear', async () => {
    const { code, err } = await smtp(terminal(), ['mail.secure', 'none']);
    expect({ code, err }).toEqual({ code: 2, err: expect.stringContaining('everybody on the way could read') });
  });

  test('a login needs its password, from one place', async () => {
    const missing = await smtp(terminal(), ['mail.user', 'ana']);
    expect({ code: missing.code, err: missing.err }).toEqual({
      code: 2,
      err: expect.stringContaining('ASCPI_SMTP_PASSWORD_FILE'),
    });
    const env = { ASCPI_SMTP_PASSWORD: 'a', ASCPI_SMTP_PASSWORD_FILE: '/b' };
    const both = await smtp(terminal({ env }), ['mail.user', 'ana']);
    expect(both.err).toContain('both ASCPI_SMTP_PASSWORD and ASCPI_SMTP_PASSWORD_FILE are set');
    const file = await smtp(terminal({ env: { ASCPI_SMTP_PASSWORD_FILE: '/nowhere/at/all' } }), ['mail.user', 'ana']);
    expect({ code: file.code, err: file.err }).toEqual({ code: 2, err: expect.stringContaining('/nowhere/at/all') });
  });
});

test('the examples of a booked journey: the exam and its last day to change', async () => {
  const where = terminal({ day: '2027-01-14' });
  await bookedJourney(where);
  expect(keys(await told(where))).toEqual([
    'new maria-santos/reschedule-by/2027-01-14/0',
    'new maria-santos/exam/2027-01-15/1',
  ]);
});
