// The roster: who is listed, in which order, by which filter, and what is said of those who can't be read.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cohort } from './cohort.ts';
import { terminal } from './terminal.ts';

interface Row {
  readonly id: string;
  readonly current: string | null;
  readonly next: { readonly by: string | null } | null;
}
interface Listed {
  readonly total: number;
  readonly candidates: readonly Row[];
  readonly unread: readonly string[];
}

const made = async (setting = {}) => {
  const where = terminal(setting);
  await cohort(where);
  const listed = async (...argv: string[]) => (await where.json('candidates', ...argv)) as unknown as Listed;
  const ids = async (...argv: string[]) => (await listed(...argv)).candidates.map(({ id }) => id);
  return { ...where, listed, ids };
};

test('one row tells where a candidate is, what is next and by when, and the worst of it', async () => {
  const { listed } = await made();
  const { total, candidates, ...head } = await listed();
  expect(Object.keys(head).slice(0, 2)).toEqual(['schema', 'today']);
  expect(head).toMatchObject({ schema: 'ascpi/candidates@1', today: '2026-12-15', unread: [], filter: {} });
  expect(total).toBe(4);
  expect(candidates.find(({ id }) => id === 'nguyen-thi-anh')).toMatchObject({
    id: 'nguyen-thi-anh',
    name: 'Nguyễn Thị Ánh',
    credential: 'MLS(ASCPi)',
    country: 'VN',
    current: 'exam',
    next: { by: '2026-12-20', command: 'ascpi done exam --on <date> --result <pass|fail> -c nguyen-thi-anh' },
    worst: 'soon',
    worstDate: { id: 'reschedule-by', date: '2026-12-18' },
    due: '2026-12-18',
    overdue: false,
    tags: ['cebu'],
    owner: null,
  });
  expect(candidates.find(({ id }) => id === 'lukasz-gross')).toMatchObject({
    worst: null,
    due: null,
    current: 'eligibility',
  });
});

test('the state in a row is of the day before it, and named where it is not that of the next action', async () => {
  const { run } = await made({ columns: 200 });
  const { out } = await run('candidates');
  expect(out).toMatch(/^nguyen-thi-anh .* Take the exam.* +18 Dec 2026 +soon: Last day to reschedule\n/m);
  expect(out).toMatch(/^ali .* 31 Aug 2026 +missed\n/m);
  const [head, row] = (await run('candidates', '--search', 'nguyen', '--format', 'csv')).out.split('\n');
  expect(head).toMatch(/,by,worst,date,tags,owner/);
  expect(row).toMatch(/,2026-12-18,soon,Last day to reschedule,cebu,/);
});

test('the row of a candidate and their status say the same', async () => {
  const where = await made();
  for (const { id, current, next } of (await where.listed()).candidates) {
    const status = (await where.json('status', '-c', id)) as unknown as Row;
    expect({ current: status.current, by: status.next?.by }).toEqual({ current, by: next?.by });
  }
});

test('who is listed', async () => {
  const filters: readonly (readonly [line: string, ids: readonly string[]])[] = [
    ['--step exam', ['nguyen-thi-anh']],
    ['--step 5', ['nguyen-thi-anh']],
    ['--due 5d', ['nguyen-thi-anh']],
    ['--due 2d', []],
    ['--due 0d', []],
    ['--due 9999y', ['ana-cruz', 'nguyen-thi-anh']],
    ['--overdue', ['ali']],
    ['--country Philippines', ['ana-cruz']],
    ['--credential mls', ['ali', 'ana-cruz', 'lukasz-gross', 'nguyen-thi-anh']],
    ['--tag CEBU', ['ana-cruz', 'nguyen-thi-anh']],
    ['--tag cebu,2027', ['ana-cruz']],
    ['--owner ben', ['ana-cruz', 'lukasz-gross']],
    ['--search nguyen', ['nguyen-thi-anh']],
    ['--search GROSS', ['lukasz-gross']],
    ['--search محمد', ['ali']],
    ['--tag cebu --owner ben', ['ana-cruz']],
    ['--search zzz', []],
  ];
  const { ids } = await made();
  for (const [line, wanted] of filters) {
    expect.soft(await ids(...line.split(' '), '--sort', 'id'), line).toEqual(wanted);
  }
});

test('the order: worst first unless asked otherwise; names by their letters, not their bytes, in every locale', async () => {
  const { ids } = await made();
  expect(await ids()).toEqual(['ali', 'nguyen-thi-anh', 'ana-cruz', 'lukasz-gross']);
  expect(await ids('--sort', 'due')).toEqual(['nguyen-thi-anh', 'ana-cruz', 'ali', 'lukasz-gross']);
  expect(await ids('--sort', 'id')).toEqual(['ali', 'ana-cruz', 'lukasz-gross', 'nguyen-thi-anh']);
  const byName = ['ana-cruz', 'lukasz-gross', 'nguyen-thi-anh', 'ali'];
  for (const LANG of ['C', 'vi_VN.UTF-8', 'tr_TR.UTF-8', 'ar_SA.UTF-8']) {
    expect(await (await made({ env: { LANG, LC_ALL: LANG } })).ids('--sort', 'name')).toEqual(byName);
  }
});

describe('a filter that is kept', () => {
  test('is used by its name, added to, shown and removed', async () => {
    const where = await made();
    const kept = await where.run('candidates', '--tag', 'cebu', '--due', '5d', '--save-filter', 'urgent');
    expect(kept).toMatchObject({ code: 0 });
    expect(kept.err).toBe('Kept --due 5d --tag cebu. Use it: --filter urgent\n');
    expect(await where.ids('--filter', 'urgent')).toEqual(['nguyen-thi-anh']);
    expect(await where.ids('--filter', 'urgent', '--due', '1y', '--tag', '2027')).toEqual(['ana-cruz']);
    expect(await where.json('config', 'get', 'filters.urgent')).toMatchObject({
      settings: [{ key: 'filters.urgent', value: '--due 5d --tag cebu', origin: 'settings' }],
    });
    expect((await where.run('config')).out).toBe('filters.urgent:  --due 5d --tag cebu\n');
    const replaced = await where.run('candidates', '--overdue', '--save-filter', 'urgent');
    expect(replaced.err).toContain('in place of --due 5d --tag cebu');
    expect(await where.ids('--filter', 'urgent')).toEqual(['ali']);
    expect((await where.run('config', 'unset', 'filters.urgent')).code).toBe(0);
    expect(await where.run('candidates', '--filter', 'urgent')).toMatchObject({ code: 2, out: '' });
    expect((await where.run('doctor')).code).toBe(0);
  });

  test('is not kept in a dry run', async () => {
    const where = await made();
    await where.run('candidates', '--overdue', '--save-filter', 'late', '--dry-run');
    expect((await where.run('candidates', '--filter', 'late')).code).toBe(2);
  });
});

test('on a terminal it says how many of how many; a pipe is given records alone', async () => {
  const where = await made({ tty: true, columns: 100, env: { NO_COLOR: '1' } });
  const piped = terminal({ home: where.home });
  expect((await where.run('candidates')).out).toMatch(
    /^4 candidates +as of Tue 15 Dec 2026\n\n1 missed, 2 soon\n\nId /,
  );
  const some = await where.run('candidates', '--tag', 'cebu', '--due', '1y');
  expect(some.out).toMatch(/^2 of 4 candidates .*\n\nchosen by --due 1y --tag cebu; 2 soon\n/);
  const { out } = await piped.run('candidates');
  expect(out.trimEnd().split('\n')).toHaveLength(5);
  const columns = out.split('\n').map((line) => line.split(/ {2,}/).length);
  expect(new Set(columns.slice(0, 5))).toEqual(new Set([8]));
  expect((await piped.run('candidates', '--format', 'markdown')).out).toMatch(/^# 4 candidates\n/);
});

test('a spreadsheet is given every candidate with tags and owner, and columns where there is none', async () => {
  const where = await made();
  const columns = 'id,name,credential,country,current,next,by,worst,date,tags,owner\r\n';
  const { out } = await where.run('candidates', '--owner', 'Ben', '--sort', 'id', '--format', 'csv');
  expect(out).toMatch(new RegExp(`^${columns}ana-cruz,Ana Cruz,MLS\\(ASCPi\\),PH,admission,.*,"cebu, 2027",Ben\r\n`));
  expect(out.trimEnd().split('\r\n')).toHaveLength(3);
  expect(await where.run('candidates', '--search', 'zzz', '--format', 'csv')).toMatchObject({ code: 0, out: columns });
});

test('an empty store is no failure, and says how to begin', async () => {
  const where = terminal();
  expect(await where.json('candidates')).toMatchObject({ total: 0, candidates: [] });
  const { out, code } = await where.run('candidates');
  expect({ out, code }).toEqual({
    out: 'There are no candidates yet. Add one: ascpi candidates add --name "<name>"\n',
    code: 0,
  });
});

describe('a damaged journey', () => {
  test('is named with its file and the remedy, beside the list of the others; the exit code is 5', async () => {
    const where = await made();
    const file = join(where.home, 'journeys', 'ana-cruz.json');
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, -20));
    const { code, out, err } = await where.run('candidates');
    expect(code).toBe(5);
    expect(out).toContain('Nguyễn Thị Ánh');
    expect(out).toContain('ana-cruz');
    expect(err).toMatch(/^ascpi: can't use .*ana-cruz\.json.*: ascpi restore -c ana-cruz\.\n$/);
    const asked = await where.run('candidates', '--json');
    expect(asked.code).toBe(5);
    expect(JSON.parse(asked.out)).toMatchObject({ total: 3, unread: ['ana-cruz'] });
    expect(JSON.parse(asked.err)).toMatchObject({ error: { kind: 'damaged' } });
  });

  test('nobody says that there are none where all are damaged', async () => {
    const where = terminal();
    await where.run('start', '--name', 'Ana Cruz');
    writeFileSync(join(where.home, 'journeys', 'ana-cruz.json'), 'null');
    const { code, out } = await where.run('candidates');
    expect(code).toBe(5);
    expect(out).toContain('ana-cruz');
    expect(out).not.toContain('no candidates yet');
  });

  test('several are all named', async () => {
    const where = await made();
    for (const id of ['ana-cruz', 'ali']) writeFileSync(join(where.home, 'journeys', `${id}.json`), 'null');
    const { code, err } = await where.run('candidates', '--search', 'anh');
    expect(code).toBe(5);
    expect(err).toMatch(/^ascpi: 2 candidates can't be read \(ali, ana-cruz\); the first: .*ascpi doctor\.\n$/);
  });
});
