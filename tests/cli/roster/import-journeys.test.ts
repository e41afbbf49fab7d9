// Whole journeys as JSON: taken as they are, united with what is there, and refused where they are damaged or newer.
import { existsSync, writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { Journey } from '../../../src/domain/journey.ts';
import { contentsOf } from '../../stores/temp-folder.ts';
import { bookedJourney, type Terminal, terminal } from '../terminal.ts';
import { exported } from './any-journey.ts';
import type { Imported } from './roster-file.ts';

interface Export {
  readonly schema: string;
  readonly today: string;
  readonly journeys: readonly Journey[];
}

/** A store with a life in it, and what it exports. */
async function booked() {
  const where = terminal();
  await bookedJourney(where);
  return { where, document: (await where.json('candidates', 'export')) as unknown as Export };
}
const into = async (home: string | undefined, document: unknown, ...argv: string[]) => {
  const input = typeof document === 'string' ? document : JSON.stringify(document);
  const where = terminal({ ...(home ? { home } : {}), input });
  if (home) await passIds(where);
  return where.run('candidates', 'import', '-', '--json', ...argv);
};

/** Ids of facts count up in each terminal of a test; in the world they are drawn by lot. */
async function passIds(where: Terminal): Promise<void> {
  for (let count = 0; count < 9; count += 1) await where.run('check', 'one-account', '--dry-run');
}

test('a life comes back with its ids, authors and instants, undone facts and all', async () => {
  const { where } = await booked();
  await where.run('undo');
  await where.run('check', 'one-account');
  const { document } = { document: (await where.json('candidates', 'export')) as unknown as Export };
  const other = terminal({ input: JSON.stringify(document) });
  expect(await other.json('candidates', 'import', '-')).toMatchObject({ new: 1, changed: 0, same: 0, faults: [] });
  expect(await other.json('history')).toEqual(await where.json('history'));
  expect(await other.json('status')).toEqual(await where.json('status'));
});

test('two copies that went on apart become one, whichever way and however often', async () => {
  const { where: office, document } = await booked();
  const laptop = terminal({ input: JSON.stringify(document), env: { ASCPI_USER: 'laptop' } });
  await laptop.run('candidates', 'import', '-');
  await passIds(laptop);
  await laptop.run('done', 'exam', '--result', 'pass', '--today', '2027-01-15');
  await office.run('check', 'one-account');
  const [fromLaptop, fromOffice] = [
    await laptop.json('candidates', 'export'),
    await office.json('candidates', 'export'),
  ];
  const counts = [
    into(office.home, fromLaptop, '--today', '2027-01-16'),
    into(laptop.home, fromOffice, '--today', '2027-01-16'),
  ];
  for (const said of await Promise.all(counts))
    expect(JSON.parse(said.out)).toMatchObject({ new: 0, changed: 1, same: 0 });
  const kinds = async (home: string) => {
    const { entries } = (await terminal({ home }).json('history', '--today', '2027-01-16')) as unknown as {
      entries: { fact: string }[];
    };
    return entries.map(({ fact }) => fact).sort();
  };
  expect(await kinds(office.home)).toEqual(await kinds(laptop.home));
  expect(await kinds(office.home)).toEqual(expect.arrayContaining(['check', 'exam', 'schedule']));
  const again = await into(office.home, fromLaptop, '--today', '2027-01-16');
  expect(JSON.parse(again.out)).toMatchObject({ new: 0, changed: 0, same: 1 });
});

test('a profile that says something else is shown, and taken only by force, as a fact', async () => {
  const { where, document } = await booked();
  const [journey] = document.journeys as [Journey];
  const theirs = { ...journey, profile: { ...journey.profile, name: 'Maria Reyes', email: 'm@example.org' } };
  const before = contentsOf(where.home);
  const { code, out } = await into(where.home, exported(theirs));
  expect(code).toBe(2);
  expect((JSON.parse(out) as Imported).faults).toEqual([
    expect.objectContaining({
      column: 'profile.name',
      value: 'Maria Reyes',
      reason: expect.stringContaining('"Maria Santos" here'),
    }),
    expect.objectContaining({ column: 'profile.email', value: 'm@example.org' }),
  ]);
  expect(contentsOf(where.home)).toEqual(before);
  expect((await into(where.home, exported(theirs), '--force')).code).toBe(0);
  expect(await where.json('status')).toMatchObject({ candidate: { name: 'Maria Reyes' } });
  expect(await where.json('history')).toMatchObject({
    entries: expect.arrayContaining([expect.objectContaining({ fact: 'profile' })]),
  });
  expect(JSON.parse((await into(where.home, exported(theirs))).out)).toMatchObject({ same: 1 });
});

test('a fact that says something else under the same id is refused, force or not', async () => {
  const { where, document } = await booked();
  const [journey] = document.journeys as [Journey];
  const [first, ...others] = journey.facts;
  const theirs = { ...journey, facts: [{ ...first, on: '2026-08-01' }, ...others] } as Journey;
  for (const argv of [[], ['--force']]) {
    const { code, out } = await into(where.home, exported(theirs), ...argv);
    expect(code).toBe(2);
    expect((JSON.parse(out) as Imported).faults).toEqual([expect.objectContaining({ column: 'facts.0' })]);
  }
});

test('facts that together contradict each other are refused', async () => {
  const { where, document } = await booked();
  const [journey] = document.journeys as [Journey];
  const early = { ...(journey.facts[2] as object), id: 'other-1', on: '2026-12-14', kind: 'admission' };
  const theirs = { ...journey, facts: [...journey.facts, { ...early, windowEnd: '2026-12-20' }] } as Journey;
  const { code, out } = await into(where.home, exported(theirs));
  expect(code).toBe(2);
  expect((JSON.parse(out) as Imported).faults[0]?.reason).toMatch(/outside its window/);
});

const journey = { version: 1, id: 'a', revision: 1, profile: { name: 'A', credential: 'MLS(ASCPi)' }, facts: [] };
const lines = (...all: string[]) => all.join('\n');
const refused: readonly [name: string, input: string, line: number, reason: RegExp][] = [
  ['cut short', lines('[', '{"name": "Maria"},', '{"name": "An'), 3, /cut short or is not JSON/],
  ['not JSON', lines('[', '{"name": Maria}', ']'), 2, /cut short or is not JSON/],
  ['a comma too many', lines('[', '{"name": "Maria"},', ']'), 3, /cut short or is not JSON/],
  ['a key twice', lines('[', '{"name": "Maria",', '"name": "Ana"}]'), 3, /key "name" twice/],
  ['a key twice in other letters', lines('[{"name": "Maria",', '"n\\u0061me": "Ana"}]'), 2, /twice in one object/],
  ['deep', '['.repeat(100_000), 1, /more than 20 levels/],
  ['neither list nor export', '{"candidates": []}', 1, /neither a list of candidates/],
  ['an export without journeys', '{"schema": "ascpi/candidates-export@1"}', 1, /neither a list/],
  ['a list of words', lines('[', '"Maria"]'), 2, /not an object with columns/],
  ['a list of lists', lines('[', '["Maria"]]'), 2, /not an object with columns/],
  ['an object in place of a text', lines('[{', '"name": {"first": "Maria"}}]'), 2, /neither text nor a number/],
  ['yes in place of a day', lines('[{"name": "Maria",', '"exam": true}]'), 2, /neither text nor a number/],
  ['a number in place of a day', lines('[{"name": "Maria",', '', '"exam": 20270115}]'), 3, /not separated/],
  ['a column twice', lines('[{"name": "Maria",', '"NAME": "Ana"}]'), 2, /which is there already/],
  [
    'a prototype for a name',
    '[{"__proto__": {"name": "x"}, "name": "Maria", "id": "__proto__"}]',
    1,
    /can't be an id|neither text/,
  ],
  ['not a journey', '{"schema": "ascpi/candidates-export@1",\n"journeys": [\n3]}', 3, /not a journey/],
  [
    'a journey with a fault',
    `{"schema": "ascpi/candidates-export@1", "journeys": [\n${JSON.stringify({ ...journey, facts: [{ kind: 'exam' }] })}]}`,
    2,
    /journey with a fault: facts\.0/,
  ],
  [
    'a journey with a strange key',
    `{"schema": "ascpi/candidates-export@1", "journeys": [${JSON.stringify({ ...journey, admin: true })}]}`,
    1,
    /journey with a fault: admin/,
  ],
  [
    'a journey with a prototype',
    '{"schema": "ascpi/candidates-export@1", "journeys": [{"__proto__": {"version": 1}, "id": "a"}]}',
    1,
    /fault/,
  ],
  [
    'a journey twice',
    `{"schema": "ascpi/candidates-export@1", "journeys": [\n${JSON.stringify(journey)},\n${JSON.stringify(journey)}]}`,
    3,
    /in line 2 too/,
  ],
];

test.each(refused)('%s is refused with its line', async (_name, input, line, reason) => {
  const where = terminal({ input });
  const { code, out } = await where.run('candidates', 'import', '-', '--json');
  expect(code).toBe(2);
  const { faults } = JSON.parse(out) as Imported;
  expect(faults[0]).toMatchObject({ line, reason: expect.stringMatching(reason) });
  expect(existsSync(where.home)).toBe(false);
});

test.each([
  ['the document', { schema: 'ascpi/candidates-export@2', journeys: [] }],
  ['a journey', { schema: 'ascpi/candidates-export@1', journeys: [{ ...journey, version: 2 }] }],
])('what a newer version wrote is exit 5: %s', async (_name, document) => {
  const where = terminal({ input: JSON.stringify(document) });
  const { code, out, err } = await where.run('candidates', 'import', '-');
  expect({ code, out }).toEqual({ code: 5, out: '' });
  expect(err).toMatch(/newer version of ascpi.*npm install/);
  expect(existsSync(where.home)).toBe(false);
});

test('options for tables make no sense with whole journeys', async () => {
  for (const argv of [['--map', 'a=name'], ['--keep-unknown'], ['--date-format', 'dd/mm/yyyy']]) {
    const { code, err } = await into(undefined, exported(journey as unknown as Journey), ...argv);
    expect(code).toBe(2);
    expect(err).toContain('makes no sense here');
  }
});

test('rows as objects: numbers, lists of tags and null are understood, other keys are named', async () => {
  const rows = [{ name: 'Maria Santos', tags: ['cebu', '2027'], score: null, Phone: 63917 }];
  const where = terminal({ input: JSON.stringify(rows) });
  const said = await where.run('candidates', 'import', '-', '--keep-unknown');
  expect(said.err).toContain('Kept as notes: "Phone"');
  const { journeys: found } = (await where.json('candidates', 'export')) as unknown as Export;
  expect(found[0]).toMatchObject({
    id: 'maria-santos',
    profile: { tags: ['cebu', '2027'] },
    facts: [{ text: 'Phone: 63917' }],
  });
});

test('a damaged journey in the store keeps everything out', async () => {
  const { where, document } = await booked();
  writeFileSync(`${where.home}/journeys/maria-santos.json`, '{');
  const { code, err } = await into(where.home, document);
  expect(code).toBe(5);
  expect(err).toMatch(/maria-santos\.json.*nothing was changed.*restore/);
});
