// What a row comes to: facts of a new candidate, corrections of a known one, and nothing where the journey says it already.
import { expect, test } from 'vitest';
import { terminal } from '../terminal.ts';
import { type Cells, fileOf, type Imported } from './roster-file.ts';

type Row = Cells & Readonly<Partial<Record<'today' | 'force', string>>>;
type Fact = Readonly<Record<string, unknown>>;

/** Imports rows one after the other into one store, and tells the facts at the end without what a recording adds. */
async function factsAfter(...rows: readonly Row[]) {
  let home: string | undefined;
  for (const { today = '2026-12-15', force, ...cells } of rows) {
    const input = fileOf({ id: 'x', ...cells });
    const where = terminal({ input, ...(home ? { home } : {}) });
    home = where.home;
    const argv = ['candidates', 'import', '-', '--today', today, ...(force ? ['--force'] : [])];
    const said = await where.run(...argv);
    expect(said.code, said.out + said.err).toBe(0);
    const again = (await where.json(...argv)) as unknown as Imported;
    expect(again).toMatchObject({ new: 0, changed: 0, same: 1 });
  }
  const { journeys } = (await terminal(home ? { home } : {}).json('candidates', 'export')) as unknown as {
    journeys: { facts: Fact[] }[];
  };
  return (journeys[0]?.facts ?? []).map(({ id: _id, at: _at, by: _by, ...fact }) => fact);
}

const NAME = { name: 'Maria Santos' };
const application = (on: string, more: object = {}) => ({ kind: 'application', on, ...more });
const admission = (on: string, more: object = {}) => ({ kind: 'admission', on, ...more });
const schedule = (on: string, exam: string) => ({ kind: 'schedule', on, exam });
const exam = (on: string, result: string) => ({ kind: 'exam', on, result });
const scores = (on: string, result: string, score?: number) => ({
  kind: 'scores',
  on,
  result,
  ...(score ? { score } : {}),
});

const lives: readonly [name: string, rows: readonly Row[], facts: readonly Fact[]][] = [
  ['nobody but a name', [NAME], []],
  [
    'a booking: when it was booked is not known, by today it was',
    [{ ...NAME, application: '2026-10-01', admission: '2026-11-30', exam: '2027-01-15' }],
    [application('2026-10-01'), admission('2026-11-30'), schedule('2026-12-15', '2027-01-15')],
  ],
  [
    'an exam day gone by without a result is a booking still',
    [{ ...NAME, admission: '2026-10-30', exam: '2026-12-01' }],
    [admission('2026-10-30'), schedule('2026-12-01', '2026-12-01')],
  ],
  [
    'all seven steps',
    [
      {
        ...NAME,
        application: '2026-05-01',
        admission: '2026-06-01',
        window_start: '2026-06-02',
        window_end: '2026-09-15',
        exam: '2026-08-01',
        result: 'PASS',
        scores: '2026-08-05',
        score: '512',
        certificate: '2026-09-20',
        expires: '2029-09-30',
      },
    ],
    [
      application('2026-05-01'),
      admission('2026-06-01', { windowStart: '2026-06-02', windowEnd: '2026-09-15' }),
      exam('2026-08-01', 'pass'),
      scores('2026-08-05', 'pass', 512),
      { kind: 'certificate', on: '2026-09-20', expires: '2029-09-30' },
    ],
  ],
  [
    'column by column as life goes on',
    [
      { ...NAME, application: '2026-05-01', today: '2026-05-02' },
      { admission: '2026-06-01', today: '2026-06-02' },
      { window_end: '2026-09-15', today: '2026-06-03' },
      { exam: '2026-08-01', today: '2026-06-04' },
      { exam: '2026-08-03', today: '2026-06-05' },
      { exam: '2026-08-03', result: 'pass', today: '2026-08-04' },
      { scores: '2026-08-07', today: '2026-08-08' },
      { score: '512', today: '2026-08-09' },
    ],
    [
      application('2026-05-01'),
      admission('2026-06-01'),
      admission('2026-06-01', { windowEnd: '2026-09-15' }),
      schedule('2026-06-04', '2026-08-01'),
      schedule('2026-06-05', '2026-08-03'),
      exam('2026-08-03', 'pass'),
      scores('2026-08-07', 'pass'),
      scores('2026-08-07', 'pass', 512),
    ],
  ],
  [
    'a correction keeps what the row does not say',
    [{ ...NAME, admission: '2026-11-20', window_end: '2027-02-27' }, { admission: '2026-11-30' }],
    [admission('2026-11-20', { windowEnd: '2027-02-27' }), admission('2026-11-30', { windowEnd: '2027-02-27' })],
  ],
  [
    'a correction of two days that contradict each other in between',
    [
      { ...NAME, admission: '2026-05-01', exam: '2026-06-01', result: 'pass' },
      { admission: '2026-08-01', exam: '2026-09-01' },
    ],
    [admission('2026-05-01'), exam('2026-06-01', 'pass'), admission('2026-08-01'), exam('2026-09-01', 'pass')],
  ],
  [
    'an old row after the exam was moved changes nothing',
    [
      { ...NAME, admission: '2026-10-30', exam: '2026-12-01', today: '2026-11-01' },
      { exam: '2026-12-04', today: '2026-11-15' },
      { exam: '2026-12-04', result: 'pass', today: '2026-12-05' },
      { exam: '2026-12-04' },
    ],
    [
      admission('2026-10-30'),
      schedule('2026-11-01', '2026-12-01'),
      schedule('2026-11-15', '2026-12-04'),
      exam('2026-12-04', 'pass'),
    ],
  ],
  [
    'the final result wins over the preliminary one, which stays',
    [
      { ...NAME, admission: '2026-05-01', exam: '2026-06-01', result: 'pass' },
      { exam: '2026-06-01', result: 'fail', scores: '2026-06-05' },
    ],
    [admission('2026-05-01'), exam('2026-06-01', 'pass'), scores('2026-06-05', 'fail')],
  ],
  [
    'a new application after a fail is a new attempt, and inherits nothing',
    [
      {
        ...NAME,
        application: '2026-02-01',
        admission: '2026-03-01',
        window_end: '2026-05-31',
        exam: '2026-04-01',
        result: 'fail',
      },
      { application: '2026-06-01', admission: '2026-07-01' },
      { exam: '2026-08-01', result: 'pass' },
    ],
    [
      application('2026-02-01'),
      admission('2026-03-01', { windowEnd: '2026-05-31' }),
      exam('2026-04-01', 'fail'),
      application('2026-06-01'),
      admission('2026-07-01'),
      exam('2026-08-01', 'pass'),
    ],
  ],
  [
    'an old row about an attempt that others have followed changes nothing',
    [
      { ...NAME, application: '2026-02-01', admission: '2026-03-01', exam: '2026-04-01', result: 'fail' },
      { application: '2026-06-01', admission: '2026-07-01' },
      { application: '2026-02-01', admission: '2026-03-01', exam: '2026-04-01', result: 'fail' },
    ],
    [
      application('2026-02-01'),
      admission('2026-03-01'),
      exam('2026-04-01', 'fail'),
      application('2026-06-01'),
      admission('2026-07-01'),
    ],
  ],
  [
    'a forced contradiction is marked, and comes but once',
    [{ ...NAME, exam: '2026-06-01', result: 'pass', force: 'yes' }],
    [{ ...exam('2026-06-01', 'pass'), forced: true }],
  ],
  [
    'notes are added, each once',
    [{ ...NAME, notes: 'one\n---\ntwo' }, { notes: 'two' }, { notes: 'three\n---\none' }],
    ['one', 'two', 'three'].map((text) => ({ kind: 'note', on: '2026-12-15', text })),
  ],
  [
    'changes of a person are one fact',
    [
      { ...NAME, country: 'PH', tags: 'cebu, 2027' },
      { name: 'María Santos', country: 'Philippines', email: 'm@example.org', tags: '2027;cebu' },
    ],
    [
      {
        kind: 'profile',
        on: '2026-12-15',
        set: { name: 'María Santos', email: 'm@example.org' },
        was: { name: 'Maria Santos', email: null },
      },
    ],
  ],
  [
    'the board whose application starts the clock',
    [
      {
        ...NAME,
        credential: 'MLS(AMT)',
        application: '2026-03-01',
        window_end: '2027-02-28',
        exam: '2026-06-01',
        result: 'fail',
      },
      { exam: '2026-09-01', result: 'pass' },
    ],
    [application('2026-03-01', { windowEnd: '2027-02-28' }), exam('2026-06-01', 'fail'), exam('2026-09-01', 'pass')],
  ],
];

test.each(lives)('%s', async (_name, rows, facts) => {
  expect(await factsAfter(...rows)).toEqual(facts);
});

const refused: readonly [name: string, before: Cells, row: Cells, column: string, reason: RegExp][] = [
  [
    'another day for a failed exam',
    { admission: '2026-03-01', exam: '2026-04-01', result: 'fail' },
    { exam: '2026-05-01', result: 'pass' },
    'exam',
    /record its application first/,
  ],
  [
    'a line about two attempts',
    { application: '2026-02-01', admission: '2026-03-01', exam: '2026-04-01', result: 'fail' },
    { application: '2026-02-01', admission: '2026-03-01', exam: '2027-01-15' },
    'exam',
    /another attempt/,
  ],
  [
    'a notification on a way without one',
    { credential: 'MLS(AMT)' },
    { admission: '2026-03-01' },
    'admission',
    /none on the way to AMT/,
  ],
  [
    'an exam that falls out of its window by a correction',
    { admission: '2026-05-01', exam: '2026-07-01', result: 'pass' },
    { admission: '2026-01-01' },
    'admission',
    /outside its window/,
  ],
];

test.each(refused)('%s is refused', async (_name, before, row, column, reason) => {
  const first = terminal({ input: fileOf({ id: 'x', ...NAME, ...before }) });
  expect((await first.run('candidates', 'import', '-')).code).toBe(0);
  const where = terminal({ home: first.home, input: fileOf({ id: 'x', ...row }) });
  const { code, out } = await where.run('candidates', 'import', '-', '--json');
  expect(code).toBe(2);
  const { faults } = JSON.parse(out) as Imported;
  expect(faults).toEqual([expect.objectContaining({ line: 2, column, reason: expect.stringMatching(reason) })]);
});

test('a file without ids finds its candidates again by mail address and by name, in any script', async () => {
  const rows = [
    { name: 'Maria Santos', email: 'Maria@example.org' },
    { name: 'محمد علي' },
    { name: '陈小明' },
    { name: 'Nguyễn Thị Ánh' },
  ];
  const where = terminal({ input: fileOf(...rows) });
  expect(await where.json('candidates', 'import', '-')).toMatchObject({ new: 4 });
  const later = rows.map((row, index) => ({ ...row, country: ['PH', 'SA', 'CN', 'VN'][index] ?? '' }));
  const moved = [
    { name: 'Maria Reyes', email: 'maria@EXAMPLE.org', country: 'PH' },
    // As another system spells it: letters with their accents apart.
    { name: 'Nguyễn Thị Ánh'.normalize('NFD'), country: 'VN' },
    ...later.slice(1, 3),
  ];
  const again = terminal({ home: where.home, input: fileOf(...moved) });
  const answer = (await again.json('candidates', 'import', '-')) as unknown as Imported;
  expect(answer).toMatchObject({ new: 0, changed: 4 });
  expect(answer.candidates.map(({ id }) => id)).toEqual(['maria-santos', 'nguyen-thi-anh', 'candidate', 'candidate-2']);
});

const doubts: readonly [name: string, row: Cells, reason: RegExp][] = [
  ['a name that is only similar', { name: 'Nguyen Thi Anh' }, /may be nguyen-thi-anh, or somebody else/],
  ['a known name with another address', { name: 'Maria Santos', email: 'other@example.org' }, /may be maria-santos/],
  ['an address that two have', { name: 'Somebody', email: 'shared@example.org' }, /address of a or b/],
  ['a name that two have', { name: 'Twin' }, /may be a or b/],
  [
    'another name that makes a taken id',
    { name: 'Maria, Santos!' },
    /makes the id maria-santos, which is taken.*maria-santos-2/,
  ],
];

test.each(doubts)('%s is no guess: a column id is asked for', async (_name, row, reason) => {
  const known = [
    { name: 'Maria Santos', email: 'maria@example.org' },
    { name: 'Nguyễn Thị Ánh' },
    { id: 'a', name: 'Twin', email: 'shared@example.org' },
    { id: 'b', name: 'Twin', email: 'shared@example.org' },
  ];
  const where = terminal({ input: fileOf(...known) });
  expect(await where.json('candidates', 'import', '-')).toMatchObject({ new: 4 });
  const { code, out } = await terminal({ home: where.home, input: fileOf(row) }).run(
    'candidates',
    'import',
    '-',
    '--json',
  );
  expect(code).toBe(2);
  const { faults } = JSON.parse(out) as Imported;
  expect(faults.map((fault) => fault.reason)).toEqual([expect.stringMatching(reason)]);
});
