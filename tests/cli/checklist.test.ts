// Checklists of steps and of occasions: found by their name, the steps alone unless one is named.
import { cpSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { bookedJourney, dataFolder, type Terminal, temporaryHome, terminal } from './terminal.ts';

interface List {
  readonly id: string;
  readonly items: readonly { readonly id: string; readonly ticked: string | null }[];
}
const listsOf = async (where: Terminal, ...argv: string[]) =>
  (await where.json('checklist', ...argv)) as unknown as { steps: readonly List[]; occasions: readonly List[] };
const ids = (lists: readonly List[]) => lists.map(({ id }) => id);

/** The shipped data and one checklist that belongs to no step. */
function withOccasion(): Terminal {
  const data = temporaryHome();
  cpSync(dataFolder, data, { recursive: true });
  const item = {
    id: 'iron-a-shirt',
    title: 'Iron a shirt',
    detail: 'The day before.',
    source: 'this tool',
    checked: '2026-11-01',
    confidence: 'high',
  };
  const list = { occasion: 'party', title: 'Be ready for the party', items: [item] };
  writeFileSync(join(data, 'checklists/party.json'), JSON.stringify(list));
  return terminal({ data });
}

test('without a name there are the seven steps, by a name that of the step', async () => {
  const where = withOccasion();
  await bookedJourney(where);
  const all = await listsOf(where);
  expect(ids(all.steps)).toHaveLength(7);
  expect(all.occasions).toEqual([]);
  for (const name of ['exam', 'EXAM', '5']) expect(ids((await listsOf(where, name)).steps)).toEqual(['exam']);
});

test('an occasion is found by its name, and its items can be ticked', async () => {
  const where = withOccasion();
  await bookedJourney(where);
  await where.run('check', 'iron-a-shirt', '--on', '2026-12-14');
  const { steps, occasions } = await listsOf(where, 'Party');
  expect(steps).toEqual([]);
  expect(occasions).toMatchObject([{ id: 'party', items: [{ id: 'iron-a-shirt', ticked: '2026-12-14' }] }]);
  const said = await where.run('checklist', 'party');
  expect(said.out).toContain('\nBe ready for the party\n');
  expect(said.out).toContain('Iron a shirt');
});

test.each([
  ['prty', /there is no checklist "prty"/, /Did you mean party\?/],
  ['holiday', /there is no checklist "holiday"/, /Checklists: eligibility, .*, certificate, .*party/],
])('a checklist that is not there: %s', async (name, message, hint) => {
  const where = withOccasion();
  await bookedJourney(where);
  const said = await where.run('checklist', name);
  expect(said).toMatchObject({ code: 2, out: '' });
  expect(said.err).toMatch(message);
  expect(said.err).toMatch(hint);
});
