// What was sent is kept, whoever saves the same journey at the same moment.
import { expect, test } from 'vitest';
import { keepAll } from '../../src/cli/remind/keep.ts';
import type { Run } from '../../src/cli/run.ts';
import { openMemoryStore } from '../../src/stores/memory-store.ts';
import type { Store } from '../../src/stores/store.ts';
import { sampleJourney, withFact } from '../stores/sample.ts';

/** A store on which somebody else saves just before the first of our saves. */
function racedStore(store: Store, race: () => Promise<void>): Store {
  let isRaced = false;
  return {
    ...store,
    saveAll: async (journeys, tell) => {
      if (!isRaced) await race();
      isRaced = true;
      await store.saveAll(journeys, tell);
    },
  };
}

test('a save that was overtaken is decided and made again', async () => {
  const store = openMemoryStore();
  const journeys = [sampleJourney('one'), sampleJourney('two')];
  await store.saveAll(journeys);
  const raced = racedStore(store, () => store.save(withFact(sampleJourney('two'), 'by-another')));
  let ids = 0;
  const newId = () => {
    ids += 1;
    return `note-${ids}`;
  };
  const run = {
    store: () => raced,
    context: { now: () => new Date() },
    recorder: () => ({ by: 'tester', at: '2026-12-15T08:00:00Z', newId }),
  } as unknown as Run;
  const text = 'kept';
  await keepAll(run, new Map(journeys.map(({ id }) => [id, 0])).keys(), () => [
    { kind: 'note', on: '2026-12-15' as never, text },
  ]);
  for (const { id } of journeys) expect((await store.load(id)).facts.at(-1)).toMatchObject({ kind: 'note', text });
  expect((await store.load('two')).facts.map((fact) => fact.id)).toContain('by-another');
});
