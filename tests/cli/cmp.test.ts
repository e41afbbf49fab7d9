// Credential maintenance through the program: points, cycles one after another, several credentials, the audit folder.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Setting, type Terminal, terminal } from './terminal.ts';

/** Passed on 15 January 2027: the computed cycle ends on 15 January 2030. */
async function certified(setting: Setting = {}, ...certificate: string[]): Promise<Terminal> {
  const where = terminal({ day: '2027-06-05', ...setting });
  await ok(where, 'start', '--name', 'Maria Santos', '--credential', 'MLS', '--country', 'PH');
  await ok(where, 'done', 'admission', '--on', '2026-11-30');
  await ok(where, 'done', 'exam', '--on', '2027-01-15', '--result', 'pass');
  await ok(where, 'done', 'certificate', '--on', '2027-03-01', ...certificate);
  return where;
}

async function ok(where: Terminal, ...argv: string[]): Promise<string> {
  const said = await where.run(...argv);
  expect(said.code, said.err).toBe(0);
  return said.out.replace(/\s+/g, ' ');
}

const add = (where: Terminal, points: string, area: string, on: string, title: string, ...more: string[]) =>
  ok(where, 'cmp', 'add', points, area, '--on', on, '--title', title, ...more);

interface Area {
  readonly id: string;
  readonly required: number | null;
  readonly earned: number;
  readonly missing: number | null;
}

const areas = (json: Record<string, unknown>): Record<string, Area> =>
  Object.fromEntries((json['areas'] as Area[]).map((area) => [area.id, area]));

const bytes = ({ home }: Terminal): string => {
  const folder = join(home, 'journeys');
  return readdirSync(folder)
    .map((file) => readFileSync(join(folder, file), 'utf8'))
    .join();
};

test('before certification there is nothing to keep alive, and the remedy is named', async () => {
  const where = terminal();
  await ok(where, 'start', '--name', 'Maria Santos');
  for (const argv of [['cmp'], ['cmp', 'audit'], ['cmp', 'table'], ['cmp', 'add', '1', 'safety', '--title', 'X']]) {
    const said = await where.run(...argv);
    expect(said).toMatchObject({ code: 3, out: '' });
    expect(said.err).toContain('the certificate of MLS(ASCPi) is not recorded');
    expect(said.err).toContain('ascpi done certificate --on <date>');
  }
});

test('the JSON contract', async () => {
  const where = await certified({}, '--expires', '2030-01-31');
  await add(where, '3', 'chemistry', '2027-06-03', 'Quality control workshop');
  const json: Record<string, unknown> = await where.json('cmp');
  expect(json).toMatchObject({
    schema: 'ascpi/cmp@1',
    today: '2027-06-05',
    credential: 'MLS(ASCPi)',
    cycle: { number: 1, start: '2027-01-15', end: '2030-01-31', basis: 'notice', provisional: false },
    state: 'running',
    missing: 33,
    earned: 3,
    beyond: 0,
    table: { basis: 'rule', rule: 'cmp-points-mls', confidence: 'medium' },
    warnings: [],
  });
  expect(areas(json)).toMatchObject({
    chemistry: { required: 2, recorded: 3, earned: 2, missing: 0 },
    other: { required: 26, recorded: 0, earned: 1, missing: 25 },
  });
  expect(json['dates']).toMatchObject([
    { id: 'cmp-declare', start: '2029-11-02', date: '2030-01-01' },
    { id: 'credential-expires', date: '2030-01-31', basis: 'notice' },
  ]);
});

describe('where the points of an activity count is told in words', () => {
  test('a minimum, then a surplus, then a minimum that is met, then others, then more than is asked for', async () => {
    const where = await certified();
    expect(await add(where, '1', 'chemistry', '2027-06-01', 'A')).toContain(
      'MLS(ASCPi): 1 point counts towards the minimum of chemistry. 35 points are still missing by Sun 16 Dec 2029.',
    );
    expect(await add(where, '3', 'chemistry', '2027-06-02', 'B')).toContain(
      'MLS(ASCPi): 1 of these 3 points meets the minimum of chemistry, 2 count towards others.',
    );
    expect(await add(where, '1.5', 'chemistry', '2027-06-03', 'C')).toContain(
      '1.5 points count towards others, because the minimum of chemistry is met already.',
    );
    expect(await add(where, '30', 'other', '2027-06-04', 'D')).toContain(
      '30 points count towards others. 7.5 points of them are more than the cycle asks for. 8 points are still missing',
    );
    expect(await ok(where, 'cmp')).toContain(
      '3.5 points above the minimum of an area count in others. 7.5 points are more than the cycle asks for.',
    );
  });

  test('in JSON too, and a dry run keeps nothing', async () => {
    const where = await certified();
    const before = bytes(where);
    const activity = ['cmp', 'add', '3', 'Blood Banking', '--on', '2027-06-01', '--title', 'A'];
    const would = await where.json(...activity, '--dry-run');
    expect(would).toMatchObject({
      schema: 'ascpi/cmp-add@1',
      dryRun: true,
      counted: [{ credential: 'MLS(ASCPi)', cycle: 1, own: 2, other: 1, beyond: 0, missing: 33 }],
    });
    expect(bytes(where)).toBe(before);
    expect(await ok(where, ...activity, '--dry-run')).toMatch(/^Would record: 3 points of blood banking/);
    expect(await where.json(...activity)).toMatchObject({ recorded: { fact: 'activity', area: 'blood-banking' } });
  });
});

describe('an activity recorded again', () => {
  test('is corrected, keeps what is not said, and is not added', async () => {
    const where = await certified();
    await add(where, '2', 'safety', '2027-06-01', 'Fire drill', '--evidence', 'blue folder');
    await add(where, '2', 'safety', '2027-06-01', 'Fire drill');
    const kept = bytes(where);
    expect(await add(where, '2', 'safety', '2027-06-01', 'Fire drill')).toContain('Nothing changes: it is so already');
    expect(bytes(where), 'the same again records nothing').toBe(kept);
    const again = ['cmp', 'add', '2', 'safety', '--on', '2027-06-01', '--title', 'Fire drill'];
    expect(await where.json(...again)).toMatchObject({
      recorded: null,
      counted: [{ credential: 'MLS(ASCPi)', cycle: 1, own: 1, other: 1 }],
    });
    const corrected = await add(where, '1', 'safety', '2027-06-01', 'FIRE DRILL');
    expect(corrected).toMatch(/^Corrected: 1 point of safety, .*Before it was 2 points\./);
    expect(await where.json('cmp')).toMatchObject({ earned: 1, activities: 1 });
    expect(await where.json('cmp', 'audit')).toMatchObject({
      activities: [{ evidence: 'blue folder', points: 1 }],
      open: 0,
    });
    await add(where, '1', 'safety', '2027-06-01', 'Fire drill', '--evidence', '-');
    expect(await where.json('cmp', 'audit')).toMatchObject({ activities: [{ evidence: null }], open: 1 });
  });

  test('is taken back with all its corrections, by title, and brought back', async () => {
    const where = await certified();
    await add(where, '2', 'safety', '2027-06-01', 'Fire drill');
    await add(where, '1', 'safety', '2027-06-01', 'Fire drill');
    await add(where, '1', 'ethics', '2027-06-02', 'Course');
    await ok(where, 'cmp', 'remove', 'fire drill');
    expect(await where.json('cmp')).toMatchObject({ earned: 1, activities: 1 });
    await ok(where, 'redo');
    expect(await where.json('cmp')).toMatchObject({ earned: 2, activities: 2 });
  });

  test('of the same title on several days, the day says which is meant', async () => {
    const where = await certified();
    await add(where, '1', 'other', '2027-06-01', 'Journal club');
    await add(where, '2', 'other', '2027-06-02', 'Journal club');
    const said = await where.run('cmp', 'remove', 'Journal club');
    expect(said.code).toBe(2);
    expect(said.err).toMatch(/2 activities are called "Journal club".*--on.*2027-06-01 other/);
    await ok(where, 'cmp', 'remove', 'Journal club', '--on', '2027-06-02');
    const { activities } = (await where.json('cmp', 'audit')) as unknown as {
      activities: { id: string; on: string }[];
    };
    expect(activities.map(({ on }) => on)).toEqual(['2027-06-01']);
    await ok(where, 'cmp', 'remove', activities[0]?.id ?? '');
    expect(await where.json('cmp')).toMatchObject({ earned: 0 });
  });
});

test('one life: two cycles, a lapse, a reinstatement; the dates move along', async () => {
  const where = await certified({ day: '2031-01-01' });
  const dates = async (day: string) =>
    Object.fromEntries(
      (
        (await where.json('status', '--today', day))['dates'] as unknown as {
          id: string;
          date: string;
          state: string;
        }[]
      )
        .filter(({ id }) => ['cmp-declare', 'credential-expires'].includes(id))
        .map(({ id, date, state }) => [id, `${date} ${state}`]),
    );
  expect(await dates('2029-12-01')).toEqual({
    'cmp-declare': '2029-12-16 ahead',
    'credential-expires': '2030-01-15 ahead',
  });
  expect(await where.json('next', '--today', '2029-12-01')).toMatchObject({
    next: { command: 'ascpi cmp declare', by: '2029-12-16' },
  });
  expect(await ok(where, 'cmp', '--today', '2030-01-16')).toMatch(/Lapsed: .*reinstate it is not known here.*\/MLS/);
  expect(await where.json('cmp', '--today', '2030-01-16')).toMatchObject({ state: 'lapsed' });

  const declared = await ok(where, 'cmp', 'declare', '--on', '2029-12-01', '--today', '2029-12-01');
  expect(declared).toContain('By what is recorded here, 36 points were missing in cycle 1');
  expect(await dates('2029-12-02')).toEqual({
    'cmp-declare': '2029-12-16 met',
    'credential-expires': '2030-01-15 met',
  });
  expect(await dates('2030-01-16')).toEqual({
    'cmp-declare': '2032-12-16 ahead',
    'credential-expires': '2033-01-15 ahead',
  });
  expect(await where.json('cmp', '--today', '2030-01-16')).toMatchObject({
    cycle: { number: 2, start: '2030-01-16', end: '2033-01-15', basis: 'rule' },
    warnings: [{ id: 'computed-credential-expires', hint: 'ascpi cmp renew --expires <date>' }],
  });

  await ok(where, 'cmp', 'renew', '--expires', '2033-01-31', '--on', '2030-01-05', '--today', '2030-02-01');
  expect(await dates('2030-01-05')).toEqual({
    'cmp-declare': '2033-01-01 ahead',
    'credential-expires': '2033-01-31 ahead',
  });
  expect(await where.json('cmp', '--today', '2033-02-01')).toMatchObject({ state: 'lapsed', cycle: { number: 2 } });

  await ok(where, 'cmp', 'reinstate', '--expires', '2036-06-30', '--on', '2033-06-30', '--today', '2033-07-01');
  expect(await dates('2033-07-01')).toEqual({
    'cmp-declare': '2036-05-31 ahead',
    'credential-expires': '2036-06-30 ahead',
  });
  const json = await where.json('cmp', '--today', '2033-07-01');
  expect(json).toMatchObject({
    cycle: { number: 3, start: '2033-06-30', basis: 'notice' },
    credentials: [
      {
        earlier: [
          { state: 'renewed', cycle: { number: 1, declared: '2029-12-01', renewed: '2030-01-05' } },
          { state: 'lapsed', cycle: { number: 2, reinstated: '2033-06-30' } },
        ],
      },
    ],
  });
  expect(await ok(where, 'cmp', '--cycle', '2', '--today', '2033-07-01')).toMatch(
    /cycle 2 .*Lapsed: on Mon 31 Jan 2033, and reinstated on Thu 30 Jun 2033\. The next cycle is Thu 30 Jun 2033 to Mon 30 Jun 2036/,
  );
  expect(await ok(where, 'why', 'credential-expires', '--today', '2033-07-01')).toMatch(
    /Reinstatement recorded for Thu 30 Jun 2033 .*Mon 30 Jun 2036 as the end; it wins/,
  );
  expect(await ok(where, 'why', 'cmp-declare', '--today', '2030-01-16')).toContain('30 days before Mon 31 Jan 2033');
  expect(await ok(where, 'plan', '--today', '2033-07-01')).toContain('Credential expires');
});

describe('several credentials', () => {
  const both = async () => {
    const where = await certified();
    await ok(where, 'cmp', 'hold', 'MLT', '--on', '2026-06-01', '--expires', '2029-05-31');
    return where;
  };

  test('an activity counts for each, or for those named', async () => {
    const where = await both();
    await ok(where, 'cmp', 'table', '--credential', 'mlt', 'safety=1', '--total', '12');
    expect(await add(where, '2', 'safety', '2027-06-01', 'A')).toMatch(
      /MLS\(ASCPi\): 1 of these 2 points meets .* MLT\(ASCPi\): 1 of these 2 points meets .* 10 points are still missing by Tue 1 May 2029/,
    );
    await add(where, '3', 'chemistry', '2027-06-02', 'B', '--for', 'MLT');
    const { credentials } = (await where.json('cmp')) as unknown as {
      credentials: { missing: number; credential: string }[];
    };
    expect(credentials.map(({ credential, missing }) => [credential, missing])).toEqual([
      ['MLS(ASCPi)', 34],
      ['MLT(ASCPi)', 7],
    ]);
    expect(await where.json('cmp', '--credential', 'MLT')).toMatchObject({ credential: 'MLT(ASCPi)', missing: 7 });
  });

  test('which one is declared has to be said, and moves only its own dates', async () => {
    const where = await both();
    const said = await where.run('cmp', 'declare', '--today', '2029-04-01');
    expect(said.code).toBe(2);
    expect(said.err).toContain('--credential MLS or --credential MLT');
    await ok(where, 'cmp', 'declare', '--credential', 'MLT', '--today', '2029-04-01');
    const { dates } = (await where.json('status', '--today', '2029-06-01')) as unknown as {
      dates: { id: string; date: string }[];
    };
    const of = (id: string) => dates.find((date) => date.id === id)?.date;
    expect([of('credential-expires'), of('credential-expires-mlt')]).toEqual(['2030-01-15', '2032-05-31']);
    expect(await ok(where, 'why', 'cmp-declare-mlt', '--today', '2029-06-01')).toContain('Declaration recorded for');
  });

  test('one that is not held any more is taken back', async () => {
    const where = await both();
    await ok(where, 'cmp', 'hold', 'MLT', '--off');
    expect((await where.json('cmp'))['credentials']).toHaveLength(1);
    expect((await where.run('cmp', 'hold', 'MLT', '--off')).code).toBe(3);
  });
});

test('a credential of AMT: its programme is not known, its printed end and the table of the account are', async () => {
  const where = terminal({ day: '2028-06-01' });
  await ok(where, 'start', '--name', 'Ravi Thapa', '--board', 'AMT');
  await ok(where, 'done', 'certificate', '--on', '2027-03-01', '--expires', '2030-03-01');
  await ok(where, 'cmp', 'hold', 'MLS(ASCPi)', '--on', '2027-06-01');
  const json = await where.json('cmp');
  expect(json).toMatchObject({
    credential: 'MLS(AMT)',
    missing: null,
    cycle: { end: '2030-03-01', declaration: null },
  });
  expect((json['credentials'] as unknown as { missing: number | null }[]).map(({ missing }) => missing)).toEqual([
    null,
    36,
  ]);
  expect(await ok(where, 'cmp')).toMatch(/The window to declare is not known/);
  const said = await where.run('cmp', 'declare');
  expect(said.err).toContain('--credential "MLS(AMT)" or --credential MLS');
  await ok(where, 'cmp', 'table', '--credential', 'mls(amt)', '--total', '10');
  await ok(where, 'cmp', 'renew', '--credential', 'MLS(AMT)', '--expires', '2033-03-01');
  expect(await ok(where, 'why', 'credential-expires')).toContain('Tuesday, 1 March 2033');
});

describe('the table of the account', () => {
  test('of a credential that is not known here is asked for, and then counts', async () => {
    const where = terminal({ day: '2027-06-05' });
    await ok(where, 'start', '--name', 'Ravi Thapa', '--credential', 'BB');
    await ok(where, 'done', 'certificate', '--on', '2027-03-01', '--expires', '2030-02-28');
    expect(await add(where, '2', 'blood-banking', '2027-06-01', 'A')).toContain('is not known here');
    expect(await where.json('cmp')).toMatchObject({
      missing: null,
      table: null,
      areas: [{ id: 'blood-banking', required: null, earned: 2 }],
    });
    expect(await ok(where, 'cmp')).toMatch(/Not known: how many points BB\(ASCPi\) asks for .* ascpi cmp table/);
    expect(await ok(where, 'cmp', 'table')).toMatch(/Not known/);
    await ok(where, 'cmp', 'table', 'safety=1', 'apheresis=2', '--total', '20');
    expect(areas(await where.json('cmp'))).toMatchObject({
      safety: { required: 1 },
      apheresis: { required: 2 },
      other: { required: 17, earned: 2 },
    });
    // An area that only the account names can be earned in.
    await add(where, '2', 'Apheresis', '2027-06-02', 'B');
    expect(await where.json('cmp')).toMatchObject({ missing: 16 });
  });

  test('stands in place of the rule, says so wherever it acts, and can be taken away', async () => {
    const where = await certified();
    await ok(where, 'cmp', 'table', 'safety=2', 'other=20');
    expect(await where.json('cmp')).toMatchObject({
      missing: 22,
      table: { basis: 'notice', rule: 'cmp-points-mls', entered: '2027-06-05' },
    });
    const said = /Your own value: the points asked for, 22 in all, .* in place of the rule cmp-points-mls/;
    expect(await ok(where, 'cmp')).toMatch(said);
    expect(await ok(where, 'cmp', 'table')).toMatch(/Taken from your account on Sat 5 Jun 2027, in place of the rule/);
    await ok(where, 'cmp', 'table', '--off');
    expect(await where.json('cmp')).toMatchObject({ missing: 36, table: { basis: 'rule' } });
  });
});

test('the audit folder lists what to keep, and where what is kept is', async () => {
  const where = await certified();
  await add(where, '2', 'chemistry', '2027-06-03', 'Quality control workshop');
  await add(where, '1', 'safety', '2027-06-04', 'Refresher', '--evidence', 'blue folder, page 2');
  const text = await ok(where, 'cmp', 'audit');
  expect(text).toMatch(
    /1 of 2 with evidence .*Keep the certificate of Quality control workshop .*Evidence: blue folder, page 2/,
  );
  const { out } = await where.run('cmp', 'audit', '--format', 'markdown');
  expect(out).toContain('[ ] Quality control workshop, 2 points of chemistry');
  expect(out).toContain('[x] Refresher');
  expect(await where.json('cmp', 'audit', '--cycle', '1')).toMatchObject({ open: 1, cycles: [{ number: 1 }] });
});

test('the audit folder names a credential that has no cycle to look into', async () => {
  const where = await certified();
  await ok(where, 'cmp', 'hold', 'MLS(AMT)', '--on', '2026-06-01');
  expect(await ok(where, 'cmp', 'audit')).toMatch(/MLS\(AMT\): no cycle: no value of the rule/);
  expect(await where.json('cmp', 'audit')).toMatchObject({ missing: [{ credential: 'MLS(AMT)' }] });
  expect(await ok(where, 'cmp', 'audit', '--cycle', '1')).toMatch(/MLS\(ASCPi\): cycle 1/);
});

test('text of people reaches no sink unescaped', async () => {
  const where = await certified();
  await add(where, '2', 'chemistry', '2027-06-03', '*A* \u202ework<b>shop', '--evidence', '[x](http://e.example)');
  for (const format of ['text', 'markdown']) {
    const { out } = await where.run('cmp', 'audit', '--format', format);
    expect(out).not.toContain('\u202e');
  }
  const { out } = await where.run('cmp', 'audit', '--format', 'markdown');
  expect(out).not.toMatch(/(?<!`)\[x\]\(http/);
  expect(out).not.toContain('<b>');
});

test('the end of a cycle that is not known is asked for', async () => {
  const where = terminal({ day: '2027-06-05' });
  await ok(where, 'start', '--name', 'Maria Santos');
  await ok(where, 'done', 'certificate', '--on', '2027-03-01');
  expect(await where.json('cmp')).toMatchObject({
    cycle: null,
    areas: [],
    missing: null,
    warnings: [{ id: 'unknown-credential-expires' }],
  });
  expect(await ok(where, 'cmp')).toContain('ascpi done certificate --expires <date>');
  const said = await where.run('cmp', 'add', '2', 'safety', '--title', 'X');
  expect(said.code).toBe(3);
  expect(said.err).toContain('ascpi done certificate --expires <date>');
});

test('--force keeps an activity outside the cycle, which then counts nowhere and is warned of', async () => {
  const where = await certified();
  await add(where, '2', 'safety', '2026-12-01', 'Too early', '--force');
  expect(await where.json('cmp')).toMatchObject({ earned: 0, warnings: [{ id: 'activity-outside-cycle' }, {}] });
  const again = await where.run('cmp', 'add', '2', 'safety', '--on', '2026-12-01', '--title', 'Another');
  expect(again.code).toBe(2);
});

test('a printed end that would leave an activity outside is refused until forced', async () => {
  const where = await certified({ day: '2030-01-15' });
  await add(where, '2', 'safety', '2030-01-10', 'Late');
  const said = await where.run('done', 'certificate', '--expires', '2029-12-31');
  expect(said.code).toBe(2);
  expect(said.err).toContain(
    'the activity of 2030-01-10 is outside the cycle of MLS(ASCPi), Fri 15 Jan 2027 to Mon 31 Dec 2029',
  );
});

const refused: readonly (readonly string[])[] = [
  ['cmp', 'add'],
  ['cmp', 'add', '2'],
  ['cmp', 'add', '2', 'chemistry'],
  ['cmp', 'add', '2', 'chemistry', '--title', ''],
  ['cmp', 'add', '0', 'chemistry', '--title', 'X'],
  ['cmp', 'add', '1,5', 'chemistry', '--title', 'X'],
  ['cmp', 'add', '1.555', 'chemistry', '--title', 'X'],
  ['cmp', 'add', '٢', 'chemistry', '--title', 'X'],
  ['cmp', 'add', '1e2', 'chemistry', '--title', 'X'],
  ['cmp', 'add', '9999', 'chemistry', '--title', 'X'],
  ['cmp', 'add', '2', 'chemisty', '--title', 'X'],
  ['cmp', 'add', '2', '__proto__', '--title', 'X'],
  ['cmp', 'add', '2', 'chemistry', '--title', 'X', '--on', '2027-06-06'],
  ['cmp', 'add', '2', 'chemistry', '--title', 'X', '--on', '2027-01-14'],
  ['cmp', 'add', '2', 'chemistry', '--title', 'X', '--for', 'MLT'],
  ['cmp', 'add', '2', 'chemistry', '--title', 'X', '--for', 'MLZ'],
  ['cmp', 'add', '2', 'chemistry', '--title', 'a\u001b[31mb'],
  ['cmp', 'ad', '2', 'chemistry'],
  ['cmp', 'declare'],
  ['cmp', 'declare', '--credential', 'MLT'],
  ['cmp', 'renew'],
  ['cmp', 'renew', '--expires', '2033-01-15'],
  ['cmp', 'reinstate', '--expires', '2033-01-15'],
  ['cmp', 'reinstate', '--expires', '2033-01-15', '--today', '2029-12-01'],
  ['cmp', 'renew', '--expires', '2031-01-15', '--today', '2029-12-01'],
  ['cmp', 'renew', '--expires', '2029-01-15', '--today', '2029-12-01'],
  ['cmp', 'declare', '--today', '2029-12-17'],
  ['cmp', 'table', 'safety'],
  ['cmp', 'table', 'safety=1'],
  ['cmp', 'table', 'safety=x', '--total', '3'],
  ['cmp', 'table', 'safety=1', 'safety=2', '--total', '3'],
  ['cmp', 'table', 'safety=5', '--total', '3'],
  ['cmp', 'table', 'safety=1', 'other=1', '--total', '3'],
  ['cmp', 'table', 'Sa/fety=1', '--total', '3'],
  ['cmp', 'table', '--total', '0'],
  ['cmp', 'table', '--off', '--total', '3'],
  ['cmp', 'table', '--on', '2027-06-01'],
  ['cmp', 'table', '--dry-run'],
  ['cmp', 'hold'],
  ['cmp', 'hold', 'MLS', '--on', '2027-01-01'],
  ['cmp', 'hold', 'MLT'],
  ['cmp', 'hold', 'MLT', '--on', '2027-01-01', '--expires', '2026-12-31'],
  ['cmp', 'hold', 'MLT', '--off', '--on', '2027-01-01'],
  ['cmp', 'remove'],
  ['cmp', 'remove', 'Refreshr'],
  ['cmp', '--cycle', '2'],
  ['cmp', '--cycle', 'x'],
  ['cmp', 'audit', '--cycle', '2'],
  ['cmp', '--dry-run'],
  ['cmp', '--credential', 'MLT'],
];

test('what is refused, in one line each, with the store unchanged to the byte', async () => {
  const where = await certified();
  await add(where, '1', 'safety', '2027-06-01', 'Refresher');
  const before = bytes(where);
  const lines: string[] = [];
  for (const argv of refused) {
    const said = await where.run(...argv);
    expect([2, 3], `${argv.join(' ')}: ${said.out}`).toContain(said.code);
    expect(said.out).toBe('');
    expect(said.err).toMatch(/^ascpi: .+[.?]\n$/);
    lines.push(`$ ascpi ${argv.map((word) => JSON.stringify(word)).join(' ')}\n${said.code} ${said.err}`);
  }
  expect(bytes(where)).toBe(before);
  await expect(lines.join('\n')).toMatchFileSnapshot('golden/cmp-refusals.txt');
});

test.each([80, 40])('the views at %d columns', async (columns) => {
  const where = await certified({ tty: true, columns, env: { NO_COLOR: '1' } });
  await ok(where, 'cmp', 'hold', 'MLT', '--on', '2026-06-01', '--expires', '2029-05-31');
  await add(where, '3', 'chemistry', '2027-06-03', 'Quality control workshop', '--for', 'MLS');
  await add(where, '1', 'safety', '2027-06-04', 'Refresher', '--evidence', 'blue folder');
  const pages = [];
  for (const argv of [
    ['cmp'],
    ['cmp', 'audit'],
    ['cmp', 'table'],
    ['cmp', '--credential', 'MLS', '--today', '2029-11-01'],
    ['cmp', '--credential', 'MLS', '--today', '2029-12-20'],
    ['cmp', '--credential', 'MLS', '--today', '2030-01-16'],
  ]) {
    const { out } = await where.run(...argv);
    for (const line of out.split('\n'))
      if (!/^ *ascpi |https:/.test(line)) expect(line.length).toBeLessThanOrEqual(columns);
    pages.push(`$ ascpi ${argv.join(' ')}\n${out}`);
  }
  await expect(pages.join('\n')).toMatchFileSnapshot(`golden/cmp-${columns}.txt`);
});
