// People: adding, editing, tagging, noting, showing, removing and merging them; whatever changes is recorded and can be seen.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeGuideMemory } from '../../src/stores/guide-memory.ts';
import { cohort } from './cohort.ts';
import { bytesOf, LEAVE, person, stored, words } from './guide/script.ts';
import { type Terminal, terminal } from './terminal.ts';

async function made(setting = {}) {
  const where = terminal(setting);
  await cohort(where);
  return where;
}

interface Shown {
  readonly candidate: Record<string, unknown>;
  readonly notes: readonly { readonly text: string; readonly by: string }[];
  readonly entries: readonly {
    readonly fact: string;
    readonly by: string;
    readonly at: string;
    readonly details: object;
  }[];
}
const shown = async (where: Terminal, id: string) => (await where.json('candidates', 'show', id)) as unknown as Shown;

describe('adding', () => {
  test('begins a journey as start does, with what else is known; it never asks', async () => {
    const where = person();
    const said = await where.talk(
      [
        'candidates',
        'add',
        '--name',
        'Ana Cruz',
        '--email',
        'ana@example.org',
        '--tag',
        'cebu, 2027,CEBU',
        '--note',
        'x',
      ],
      [],
    );
    expect(said).toMatchObject({ code: 0, asked: [] });
    expect((await where.talk(['candidates', 'add'], [])).code).toBe(2);
    expect(stored(where.home)).toMatchObject({
      'ana-cruz.json': {
        profile: { name: 'Ana Cruz', credential: 'MLS(ASCPi)', email: 'ana@example.org', tags: ['cebu', '2027'] },
        facts: [{ kind: 'note', text: 'x' }],
      },
    });
  });

  test('stores what start stores', async () => {
    const [one, other] = [terminal(), terminal()];
    const argv = [
      '--name',
      'Ana Cruz',
      '--country',
      'ph',
      '--target',
      '2027-06-01',
      '--zone',
      'Asia/Manila',
      '--board',
      'AMT',
    ];
    await one.run('start', ...argv);
    await other.run('candidates', 'add', ...argv);
    expect(stored(one.home)).toEqual(stored(other.home));
  });
});

describe('editing', () => {
  test('is one fact that says what was there before; undo takes it back', async () => {
    const where = await made();
    const before = (await shown(where, 'ali')).candidate;
    const set = [
      '--email',
      'ali@example.org',
      '--owner',
      '-',
      '--target',
      '2027-06-01',
      '--opt-out',
      'yes',
      '--rungs',
      '7,30,after,7,0',
    ];
    const said = await where.run('candidates', 'edit', 'ali', ...set);
    expect(said).toMatchObject({ code: 0, err: 'Take it back: ascpi undo -c ali\n' });
    expect(words(said.out)).toContain('; asked not to be written to; own lead times 30, 7, 0, after');
    const { candidate, entries } = await shown(where, 'ali');
    expect(candidate).toMatchObject({
      email: 'ali@example.org',
      owner: null,
      target: '2027-06-01',
      optOut: true,
      rungs: [30, 7, 0, -1],
    });
    expect(entries.at(-1)).toMatchObject({
      fact: 'profile',
      by: 'tester',
      details: { set: { owner: null, optOut: true }, was: { owner: 'Ana', optOut: null, email: null } },
    });
    await where.run('undo', '-c', 'ali');
    expect((await shown(where, 'ali')).candidate).toEqual(before);
    await where.run('redo', '-c', 'ali');
    expect((await shown(where, 'ali')).candidate).toEqual(candidate);
  });

  test('where nothing changes it says so, and records nothing', async () => {
    const where = await made();
    const before = bytesOf(where.home);
    const said = await where.run(
      'candidates',
      'edit',
      'ali',
      '--owner',
      'Ana',
      '--country',
      'Saudi Arabia',
      '--email',
      '-',
    );
    expect(said).toMatchObject({
      code: 0,
      out: 'Nothing changes: it is so already for \u2068محمد علي\u2069.\n',
      err: '',
    });
    expect(await where.json('candidates', 'edit', 'ali', '--opt-out', 'no')).toMatchObject({ recorded: null });
    expect(bytesOf(where.home)).toEqual(before);
  });

  test('a new name or country is that of every answer', async () => {
    const where = await made();
    await where.run('candidates', 'edit', 'ali', '--name', 'Mohammed Ali', '--country', 'NP');
    expect(await where.json('status', '-c', 'ali')).toMatchObject({
      candidate: { name: 'Mohammed Ali', country: 'NP' },
    });
    expect(await where.json('candidates', '--country', 'NP')).toMatchObject({ candidates: [{ id: 'ali' }] });
  });
});

test('tags are put on and taken off, in any case and accents', async () => {
  const where = await made();
  await where.run('candidates', 'tag', 'ngày,vip', 'ali', 'ana-cruz');
  await where.run('candidates', 'tag', 'NGAY', 'ali');
  expect((await shown(where, 'ali')).candidate['tags']).toEqual(['ngày', 'vip']);
  await where.run('candidates', 'untag', 'Ngay,VIP', 'ali');
  expect((await shown(where, 'ali')).candidate['tags']).toEqual([]);
  expect((await shown(where, 'ana-cruz')).candidate['tags']).toEqual(['cebu', '2027', 'ngày', 'vip']);
  const again = await where.run('candidates', 'untag', 'vip', '-c', 'ali');
  expect(again).toMatchObject({ code: 0, err: '' });
  expect(again.out).toMatch(/^Nothing changes/);
});

describe('notes', () => {
  test('are recorded with who and when, from the line or from stdin, as given', async () => {
    const text = '  Called\r\n\tpassport "renewed" = +1 \u202e\n\n';
    const where = await made({ input: text, env: { ASCPI_USER: 'Bến' } });
    await where.run('candidates', 'note', 'ali', 'First call');
    expect((await where.run('candidates', 'note', 'ali', '-')).code).toBe(0);
    expect((await where.run('candidates', 'note', '-', '--owner', 'ben')).code).toBe(0);
    const { notes, entries } = await shown(where, 'ali');
    expect(notes.map((note) => note.text)).toEqual(['First call', '  Called\n\tpassport "renewed" = +1 \u202e']);
    expect(notes.every(({ by }) => by === 'Bến')).toBe(true);
    expect(entries.at(-1)).toMatchObject({ fact: 'note', by: 'Bến', at: '2026-12-15T08:00:00Z' });
    const { out } = await where.run('candidates', 'show', 'ali');
    expect(out).not.toMatch(/[\u0000-\u0009\u202e]/);
    expect(out).toContain('passport "renewed"');
    expect((await shown(where, 'lukasz-gross')).notes).toHaveLength(1);
  });

  test('are refused where they can not be kept as they are', async () => {
    for (const input of ['', ' \n ', 'x'.repeat(4001), '\u0000', '\u001b[31m', Buffer.from([0xff, 0xfe, 0x41])]) {
      const where = await made({ input });
      const before = bytesOf(where.home);
      const said = await where.run('candidates', 'note', 'ali', '-');
      expect(said).toMatchObject({ code: 2, out: '' });
      expect(said.err).toMatch(/^ascpi: [^\n\u0000-\u0009\u001b]+\n$/);
      expect(bytesOf(where.home)).toEqual(before);
    }
  });
});

test('what was recorded is told with who and when, every reminder that was sent too', async () => {
  const where = await made({ env: { ASCPI_USER: '' } });
  const file = join(where.home, 'journeys', 'ali.json');
  const { checksum: _checksum, ...journey } = JSON.parse(readFileSync(file, 'utf8'));
  const sent = { id: 'reminder-1', on: '2026-08-20', at: '2026-08-20T01:00:00Z', by: 'cron', kind: 'reminder' };
  const reminder = {
    ...sent,
    key: 'k',
    date: 'exam-window',
    due: '2026-08-31',
    rung: 7,
    channel: 'smtp',
    state: 'sent',
    to: 'ali@example.org',
  };
  writeFileSync(file, JSON.stringify({ ...journey, facts: [...journey.facts, reminder] }));
  await where.run('candidates', 'note', 'ali', 'asked again');
  const { entries } = await shown(where, 'ali');
  expect(entries.map(({ fact, by }) => `${fact} by ${by}`)).toEqual([
    'application by login',
    'admission by login',
    'reminder by cron',
    'note by login',
  ]);
  const { out } = await where.run('candidates', 'show', 'ali');
  expect(out).toContain('sent: exam-window of 2026-08-31, 7 days before, by smtp, to ali@example.org');
  expect((await where.json('history', '-c', 'ali')) as unknown).toMatchObject({ entries });
});

describe('removing', () => {
  test('erases files, what the guide remembers and the setting that names the candidate', async () => {
    const where = await made();
    await where.run('config', 'set', 'candidate', 'ali');
    await where.run('config', 'set', 'country', 'PH');
    const seen = { on: '2026-12-01', dates: {} } as never;
    writeGuideMemory(where.home, { seen: { ali: seen, 'ana-cruz': seen } });
    const said = await where.run('candidates', 'remove', 'ali', '--yes');
    expect(said).toMatchObject({ code: 0, err: '' });
    const left = Object.entries(bytesOf(where.home));
    expect(left.filter(([path, text]) => /\bali\b/.test(path) || text.includes('محمد'))).toEqual([]);
    expect(left.filter(([, text]) => text.includes('"ali"'))).toEqual([]);
    expect(await where.json('config')).toMatchObject({ settings: [{ key: 'country' }] });
    expect((await where.run('candidates', 'remove', 'ali', '--yes')).code).toBe(3);
  });

  test('is refused where nobody can be asked, with what would be lost', async () => {
    const where = await made();
    const before = bytesOf(where.home);
    const said = await where.run('candidates', 'remove', 'ali');
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(said.err).toMatch(
      /^Would remove: .*\(ali\), 2 facts\.\nascpi: removing ali erases .* for good: 2 facts\. .*--yes/,
    );
    expect((await where.run('candidates', 'remove', 'ali', '--dry-run')).code).toBe(0);
    expect((await where.run('candidates', 'remove', '--yes')).err).toContain('is not named');
    expect(bytesOf(where.home)).toEqual(before);
  });

  test('on a terminal takes the id, typed', async () => {
    const ana = person();
    await cohort(ana);
    const before = bytesOf(ana.home);
    expect(
      await ana.talk(
        ['candidates', 'remove', 'ali'],
        [
          ['confirm.typed', 'yes'],
          ['confirm.typed', LEAVE],
        ],
      ),
    ).toMatchObject({ code: 130 });
    expect(bytesOf(ana.home)).toEqual(before);
    const said = await ana.talk(
      ['candidates', 'remove', 'ali'],
      [
        ['confirm.typed', 'yes'],
        ['confirm.typed', 'ali'],
      ],
    );
    expect(said.code).toBe(0);
    expect(said.talk).toContain('"yes" is not ali.');
    expect(readdirSync(join(ana.home, 'journeys'))).not.toContain('ali.json');
  });

  test('several at once takes their number', async () => {
    const ana = person();
    await cohort(ana);
    const said = await ana.talk(['candidates', 'remove', '--owner', 'ben'], [['confirm.typed', '2']]);
    expect(said.code).toBe(0);
    expect(said.out).toContain('Removed 2 candidates:');
    expect(readdirSync(join(ana.home, 'journeys'))).toEqual(['ali.json', 'nguyen-thi-anh.json']);
  });

  test('works on a damaged journey too', async () => {
    const where = await made();
    writeFileSync(join(where.home, 'journeys', 'ali.json'), 'null');
    expect((await where.run('candidates', 'remove', 'ali')).err).toContain('whose file can not be read');
    expect((await where.run('candidates', 'remove', 'ali', '--yes')).code).toBe(0);
    expect(existsSync(join(where.home, 'previous', 'ali.json'))).toBe(false);
    expect((await where.run('candidates')).code).toBe(0);
  });
});

describe('merging', () => {
  async function twins(setting = {}) {
    const where = terminal(setting);
    const run = async (...argv: string[]) => expect((await where.run(...argv)).code, argv.join(' ')).toBe(0);
    await run(
      'candidates',
      'add',
      '--name',
      'Maria Santos',
      '--email',
      'm@example.org',
      '--tag',
      'cebu',
      '--id',
      'one',
    );
    await run(
      'candidates',
      'add',
      '--name',
      'María Santos',
      '--email',
      'x@example.org',
      '--owner',
      'Ben',
      '--tag',
      'vip',
      '--id',
      'two',
    );
    await run('done', 'application', '--on', '2026-10-01', '-c', 'one', '--today', '2026-10-01');
    await run('done', 'admission', '--on', '2026-11-30', '-c', 'two', '--today', '2026-11-30');
    await run('candidates', 'edit', 'two', '--opt-out', 'yes');
    await run('candidates', 'note', 'two', 'Called');
    return where;
  }

  test('moves all that the second has into the first, and removes the second', async () => {
    const where = await twins();
    await where.run('config', 'set', 'candidate', 'two');
    const second = await shown(where, 'two');
    const said = await where.run('candidates', 'merge', 'one', 'two', '--yes', '--take', 'email');
    expect(said.code, said.err).toBe(0);
    expect(readdirSync(join(where.home, 'journeys'))).toEqual(['one.json']);
    expect(existsSync(join(where.home, 'previous', 'two.json'))).toBe(false);
    const { candidate, entries, notes } = await shown(where, 'one');
    expect(candidate).toMatchObject({
      name: 'Maria Santos',
      email: 'x@example.org',
      owner: 'Ben',
      tags: ['cebu', 'vip'],
      optOut: true,
    });
    for (const entry of second.entries) expect(entries).toContainEqual(entry);
    expect(notes.at(-1)?.text).toBe(
      'Merged with two. Where they differed: name Maria Santos (kept), María Santos; mail address m@example.org, x@example.org (kept)',
    );
    expect(await where.json('config', 'get', 'candidate')).toMatchObject({ settings: [{ value: 'one' }] });
    expect(await where.json('status')).toMatchObject({ current: 'schedule' });
  });

  test('is not taken back by undo, which says why and what is left to do', async () => {
    const where = await twins();
    await where.run('candidates', 'merge', 'one', 'two', '--yes');
    const kept = bytesOf(where.home);
    const said = await where.run('undo', '-c', 'one');
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(words(said.err)).toContain("made two a part of one, and can't be taken back");
    expect(bytesOf(where.home)).toEqual(kept);
    expect((await where.run('undo', '-c', 'one', '--force')).out).toContain('Merged with two');
    expect((await where.run('undo', '-c', 'one')).code).toBe(0);
  });

  test('asks first, and changes nothing without a yes; what contradicts is shown', async () => {
    const where = await twins();
    const before = bytesOf(where.home);
    await where.run('done', 'admission', '--on', '2026-09-15', '-c', 'two');
    const changed = bytesOf(where.home);
    const said = await where.run('candidates', 'merge', 'one', 'two');
    expect(said).toMatchObject({ code: 2, out: '' });
    expect(words(said.err)).toContain(
      'Warning: The application of 2026-10-01 is later than its admission notification of 2026-09-15.',
    );
    expect((await where.run('candidates', 'merge', 'one', 'two', '--dry-run')).code).toBe(0);
    expect(bytesOf(where.home)).toEqual(changed);
    expect(changed).not.toEqual(before);
  });

  test('on a terminal takes the id of the one that goes', async () => {
    const where = await twins();
    const ana = person({ home: where.home });
    expect(await ana.talk(['candidates', 'merge', 'one', 'two'], [['confirm.typed', LEAVE]])).toMatchObject({
      code: 130,
    });
    const said = await ana.talk(['candidates', 'merge', 'one', 'two'], [['confirm.typed', 'two']]);
    expect(said.code).toBe(0);
    expect(said.talk).toContain('Would merge: María Santos (two) into Maria Santos (one)');
  });

  test('of two credentials is refused unless forced', async () => {
    const where = await twins();
    await where.run('candidates', 'edit', 'two', '--credential', 'MLT');
    expect(await where.run('candidates', 'merge', 'one', 'two', '--yes')).toMatchObject({ code: 2, out: '' });
    expect((await where.run('candidates', 'merge', 'one', 'two', '--yes', '--force')).code).toBe(0);
  });
});
