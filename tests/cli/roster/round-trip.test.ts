// Out and in again: what was exported is taken back unchanged, whole as JSON, and as far as it goes as a table.
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Journey } from '../../../src/domain/journey.ts';
import { type Terminal, terminal } from '../terminal.ts';
import { exported, journeys, names, notes } from './any-journey.ts';

async function told(where: Terminal, ...argv: string[]): Promise<string> {
  const said = await where.run(...argv);
  expect(said.code, said.out + said.err).toBe(0);
  return said.out;
}
const storeWith = async (...all: readonly Journey[]): Promise<Terminal> => {
  const where = terminal({ input: exported(...all) });
  await told(where, 'candidates', 'import', '-');
  return where;
};
const csv = (where: Terminal, profile = 'excel') =>
  told(where, 'candidates', 'export', '--format', 'csv', '--for', profile);
const json = (where: Terminal) => told(where, 'candidates', 'export', '--json');
const first = (text: string): Journey => (JSON.parse(text) as { journeys: [Journey] }).journeys[0];
/** As it is kept: a first save, and keys in no order that counts. */
const fresh = (journey: Journey) => ({ ...journey, revision: 1 });

const RUNS = { numRuns: 30 };

test('whole journeys come back whole, byte for byte the same export', async () => {
  await fc.assert(
    fc.asyncProperty(journeys(12), async (journey) => {
      const before = await json(await storeWith(journey));
      expect(first(before)).toEqual(fresh(journey));
      const again = terminal({ input: before });
      await told(again, 'candidates', 'import', '-');
      expect(await json(again)).toBe(before);
      expect(await told(again, 'candidates', 'import', '-')).toMatch(/^Nothing to change/);
    }),
    RUNS,
  );
});

test.each(['excel', 'merge'])(
  'a table for %s says to an empty store what it said, and nothing new to its own',
  async (profile) => {
    await fc.assert(
      fc.asyncProperty(journeys(6), async (journey) => {
        const where = await storeWith(journey);
        const before = await csv(where, profile);
        const own = terminal({ home: where.home, input: before });
        expect(await told(own, 'candidates', 'import', '-')).toMatch(/^Nothing to change/);
        // What was recorded although it contradicts has to be forced again.
        const other = terminal({ input: before });
        await told(other, 'candidates', 'import', '-', '--force');
        expect(await csv(other, profile)).toBe(before);
        expect(first(await json(other)).profile).toEqual(first(await json(where)).profile);
        expect(await told(other, 'candidates', 'import', '-', '--force')).toMatch(/^Nothing to change/);
      }),
      RUNS,
    );
  },
);

test.each(['excel', 'merge'])('hostile names and notes survive a table for %s', async (profile) => {
  await fc.assert(
    fc.asyncProperty(names, names, notes, async (name, owner, note) => {
      const fact = {
        id: 'fact-1',
        on: '2026-12-01',
        at: '2026-12-01T08:00:00Z',
        by: 'maria',
        kind: 'note',
        text: note,
      };
      const journey = {
        version: 1,
        id: 'a',
        revision: 1,
        profile: { name, credential: 'MLS(ASCPi)', owner },
        facts: [fact],
      };
      const where = await storeWith(journey as Journey);
      const other = terminal({ input: await csv(where, profile) });
      await told(other, 'candidates', 'import', '-');
      const { profile: found, facts } = first(await json(other));
      expect(found).toEqual(journey.profile);
      expect(facts.map((each) => each.kind === 'note' && each.text).join('\n---\n')).toBe(note);
    }),
    RUNS,
  );
});

const NAMED = [
  "=cmd|' /C calc'!A0",
  'Nguyễn Thị Ánh',
  'محمد',
  'O\'Neill, "Bob"',
  '👩🏽‍🔬 Zoë',
  "'=x",
  '007',
  '@x',
  '+63',
  "''-5",
  '-5',
  '＝1',
];
const NOTED = 'first, "quoted"\nsecond; third\r\n\tfourth';

test.each(['csv', 'merge', 'json'])('the names of the issue survive %s, through a file too', async (way) => {
  const where = terminal();
  const all = NAMED.map((name, index) => ({
    ...{ version: 1, id: `n${index}`, revision: 1, profile: { name, credential: 'MLS(ASCPi)' } },
    facts: [{ id: 'note-1', on: '2026-12-01', at: '2026-12-01T08:00:00Z', by: 'maria', kind: 'note', text: NOTED }],
  })) as unknown as Journey[];
  const store = terminal({ home: where.home, input: exported(...all) });
  await told(store, 'candidates', 'import', '-');
  const file = `${where.home}.${way === 'json' ? 'json' : 'csv'}`;
  await told(store, 'candidates', 'export', '-o', file, ...(way === 'merge' ? ['--for', 'merge'] : []));
  const other = terminal();
  await told(other, 'candidates', 'import', file);
  const found = (JSON.parse(await json(other)) as { journeys: Journey[] }).journeys;
  const byNumber = [...found].sort((a, b) => Number(a.id.slice(1)) - Number(b.id.slice(1)));
  expect(byNumber.map(({ profile }) => profile.name)).toEqual(NAMED);
  expect(new Set(byNumber.flatMap(({ facts }) => facts.map((fact) => fact.kind === 'note' && fact.text)))).toEqual(
    new Set([NOTED]),
  );
  const bytes = readFileSync(file, 'utf8');
  expect(bytes.startsWith('\ufeff')).toBe(way === 'csv');
  if (way === 'csv') expect(bytes).toContain("'=cmd|' /C calc'!A0");
  if (way === 'merge') expect(bytes).toMatch(/,=cmd\|/);
});
