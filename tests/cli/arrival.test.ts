// The arrival checklist: the seven items, state licence and family, by weeks, with days once the arrival is known.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bookedJourney, dataFolder, temporaryHome, terminal } from './terminal.ts';

interface Item {
  readonly id: string;
  readonly source: string;
  readonly checked: string;
  readonly ticked: string | null;
  readonly weeks: { readonly from: number; readonly to: number };
  readonly days: { readonly from: string; readonly to: string } | null;
  readonly askedIn?: Readonly<Record<string, string>>;
}
async function arrivalOf(where = terminal(), ...argv: string[]) {
  const said = await where.json('checklist', 'arrival', ...argv);
  const { candidate, occasions } = said as unknown as { candidate: object | null; occasions: { items: Item[] }[] };
  return { candidate, items: occasions[0]?.items ?? [] };
}
const ids = (items: readonly Item[]) => items.map(({ id }) => id);

test('the seven items of the article, the state licence and the family are there, each with source and day', async () => {
  const { items } = await arrivalOf();
  expect(ids(items)).toEqual(
    expect.arrayContaining([
      'arrival-housing',
      'arrival-bank',
      'arrival-social-security',
      'arrival-groceries',
      'arrival-car',
      'arrival-cash',
      'arrival-co-workers',
      'arrival-licence',
      'arrival-family-visas',
    ]),
  );
  for (const { source, checked } of items) {
    expect(source).toMatch(/20\d\d/);
    expect(checked).toMatch(/^20\d\d-\d\d-\d\d$/);
  }
  const page = (await terminal().run('checklist', 'arrival')).out.replace(/\s+/g, ' ');
  for (const { source, checked } of items) expect(page).toContain(`${source}. Last checked ${checked}`);
});

test('the places that ask for a licence: ten states and Puerto Rico', async () => {
  const { items } = await arrivalOf();
  const { askedIn = {} } = items.find(({ id }) => id === 'arrival-licence') ?? {};
  expect(Object.keys(askedIn).sort().join()).toBe('CA,FL,HI,LA,MT,ND,NV,NY,PR,TN,WV');
  expect((await terminal().run('checklist', 'arrival')).out).toContain('California, Florida, Hawaii');
});

test('items come in the order of their weeks, and have days once the arrival is known', async () => {
  const plain = (await arrivalOf()).items;
  const firsts = plain.map(({ weeks }) => weeks.from);
  expect(firsts).toEqual([...firsts].sort((a, b) => a - b));
  expect(plain.every(({ days }) => days === null)).toBe(true);
  const dated = (await arrivalOf(terminal(), '--arrival', '2027-03-01')).items;
  expect(dated.find(({ id }) => id === 'arrival-housing')?.days).toEqual({ from: '2027-01-04', to: '2027-03-01' });
  expect(dated.find(({ id }) => id === 'arrival-car')?.days).toEqual({ from: '2027-03-01', to: '2027-04-12' });
});

test('before any journey it can be read, with one it can be ticked, with several it needs a choice', async () => {
  const where = terminal();
  expect((await arrivalOf(where)).candidate).toBeNull();
  await bookedJourney(where);
  expect((await where.run('check', 'arrival-housing')).code).toBe(0);
  const { candidate, items } = await arrivalOf(where);
  expect(candidate).toMatchObject({ id: 'maria-santos' });
  expect(items.find(({ id }) => id === 'arrival-housing')?.ticked).toBe('2026-12-15');
  await where.run('start', '--name', 'Ana Cruz');
  expect((await where.run('checklist', 'arrival')).code).toBe(2);
  expect((await where.run('checklist', 'arrival', '-c', 'ana-cruz')).code).toBe(0);
});

test('an item that is added to the file appears, in its place, without any code', async () => {
  const data = temporaryHome();
  cpSync(dataFolder, data, { recursive: true });
  const file = join(data, 'checklists/arrival.json');
  const list = JSON.parse(readFileSync(file, 'utf8'));
  const phone = { ...list.items[0], id: 'arrival-phone', title: 'Phone', weeks: { from: -1, to: 1 } };
  writeFileSync(file, JSON.stringify({ ...list, items: [...list.items, phone] }));
  const { items } = await arrivalOf(terminal({ data }));
  const at = ids(items).indexOf('arrival-phone');
  expect(ids(items).slice(at - 1, at + 2)).toEqual(['arrival-cash', 'arrival-phone', 'arrival-groceries']);
  const page = (await terminal({ data }).run('checklist', 'arrival')).out;
  expect(page).toContain('from 1 week before to 1 week after you arrive');
});

test.each([
  [['checklist', 'exam', '--arrival', '2027-03-01'], /--arrival makes no sense/],
  [['checklist', '--arrival', '2027-03-01'], /--arrival makes no sense/],
  [['checklist', 'interview', '--arrival', '2027-03-01'], /--arrival makes no sense with checklist interview/],
  [['checklist', 'interview', '-c', 'x'], /-c makes no sense with checklist interview/],
  [['checklist', 'arrival', '--arrival', '2027-02-30'], /February 2027 has 28 days/],
  [['checklist', 'arrivl'], /Did you mean arrival\?/],
  [['checklist', 'intervew'], /Did you mean interview\?/],
])('%j is refused', async (argv, message) => {
  const where = terminal();
  await bookedJourney(where);
  const said = await where.run(...argv);
  expect(said).toMatchObject({ code: 2, out: '' });
  expect(said.err).toMatch(message);
});

test('the interview is found among the checklists, and is the sheet', async () => {
  const where = terminal();
  expect((await where.run('checklist', 'INTERVIEW')).out).toBe((await where.run('agency', 'sheet')).out);
});
