// What every store must do, whatever keeps it. Run by each adapter on stores that begin empty.
import { describe, expect, it } from 'vitest';
import { beginJourney } from '../../src/domain/journey.ts';
import type { Store } from '../../src/stores/store.ts';
import { sampleJourney, withFact } from './sample.ts';

export function storeContract(name: string, open: () => Store): void {
  describe(`store contract: ${name}`, () => {
    it('is empty at first, and lists what is saved in the order of the ids', async () => {
      const store = open();
      expect(await store.list()).toEqual([]);
      for (const id of ['zoe', 'adam', 'maria-santos', 'a1', 'a-1']) await store.save(sampleJourney(id));
      expect(await store.list()).toEqual(['a-1', 'a1', 'adam', 'maria-santos', 'zoe']);
    });

    it('gives back what was saved', async () => {
      const store = open();
      const journey = withFact(beginJourney('nguyen', { name: 'Nguyễn 陈 👩‍⚕️ "x"\\', credential: 'MLS(ASCPi)' }));
      await store.save({ ...journey, revision: 1 });
      expect(await store.load('nguyen')).toEqual({ ...journey, revision: 1 });
    });

    it('keeps its own copy: what a caller changes later is not stored', async () => {
      const store = open();
      const journey = withFact({ ...sampleJourney(), revision: 0 });
      await store.save(journey);
      journey.facts.length = 0;
      (await store.load('maria-santos')).profile.name = 'Someone else';
      const loaded = await store.load('maria-santos');
      expect(loaded.facts).toHaveLength(1);
      expect(loaded.profile.name).toBe('María Santos');
    });

    it('keeps some journeys together, and tells how many', async () => {
      const store = open();
      const told: number[] = [];
      const some = ['adam', 'maria-santos', 'zoe'].map((id) => sampleJourney(id));
      await store.saveAll(some, (count) => told.push(count));
      expect(await Promise.all(some.map(({ id }) => store.load(id)))).toEqual(some);
      expect(told.at(-1)).toBe(3);
      await store.saveAll([]);
    });

    it('keeps none of some journeys where one can not follow', async () => {
      const store = open();
      const [adam, zoe] = [sampleJourney('adam'), sampleJourney('zoe')];
      await store.save(zoe);
      const saving = store.saveAll([adam, withFact(withFact(zoe)), sampleJourney('eve')]);
      await expect(saving).rejects.toMatchObject({ kind: 'conflict' });
      expect(await store.list()).toEqual(['zoe']);
      expect(await store.load('zoe')).toEqual(zoe);
    });

    it('keeps documents of the whole store beside the journeys', async () => {
      const store = open();
      expect(await store.readShared('agencies')).toBeUndefined();
      await store.saveShared('agencies', { revision: 1, value: { names: ['Nguyễn 陈'] } });
      await store.saveShared('agencies', { revision: 2, value: { names: [] } });
      expect(await store.readShared('agencies')).toEqual({ revision: 2, value: { names: [] } });
      expect(await store.readShared('bulletins')).toBeUndefined();
      expect(await store.list()).toEqual([]);
      const late = store.saveShared('agencies', { revision: 2, value: { names: ['late'] } });
      await expect(late).rejects.toMatchObject({ kind: 'conflict' });
      expect(await store.readShared('agencies')).toEqual({ revision: 2, value: { names: [] } });
    });

    it('keeps the version before the last save', async () => {
      const store = open();
      const first = sampleJourney();
      await store.save(first);
      expect(await store.previous(first.id)).toBeUndefined();
      const second = withFact(first);
      await store.save(second);
      expect(await store.previous(first.id)).toEqual(first);
      await store.save(withFact(second));
      expect(await store.previous(first.id)).toEqual(second);
    });

    it.each([
      ['a first revision over a stored one', 1, 'there is a candidate "maria-santos" already'],
      ['the stored revision again', 2, 'was changed meanwhile'],
      ['a revision too many', 4, 'was changed meanwhile'],
    ])('refuses %s and keeps what it has', async (_, revision, message) => {
      const store = open();
      const stored = withFact(sampleJourney());
      await store.save(sampleJourney());
      await store.save(stored);
      const saving = store.save({ ...withFact(stored, 'other'), revision });
      await expect(saving).rejects.toMatchObject({ kind: 'conflict', message: expect.stringContaining(message) });
      expect(await store.load(stored.id)).toEqual(stored);
      expect(await store.previous(stored.id)).toEqual(sampleJourney());
    });

    it('refuses a later revision of what is not stored', async () => {
      const store = open();
      await expect(store.save(withFact(sampleJourney()))).rejects.toMatchObject({ kind: 'conflict' });
      expect(await store.list()).toEqual([]);
    });

    it('lets one of many saves at once win', async () => {
      const store = open();
      await store.save(sampleJourney());
      const tries = ['one1', 'two2', 'three', 'four'].map((id) => store.save(withFact(sampleJourney(), id)));
      const kinds = (await Promise.allSettled(tries)).map((each) =>
        each.status === 'fulfilled' ? 'saved' : each.reason.kind,
      );
      expect(kinds.sort()).toEqual(['conflict', 'conflict', 'conflict', 'saved']);
    });

    it('erases a journey with its previous version, and no other', async () => {
      const store = open();
      for (const id of ['maria', 'maria-santos']) {
        await store.save(sampleJourney(id));
        await store.save(withFact(sampleJourney(id)));
      }
      await store.remove('maria');
      expect(await store.list()).toEqual(['maria-santos']);
      await expect(store.load('maria')).rejects.toMatchObject({ kind: 'missing' });
      await store.save(sampleJourney('maria'));
      expect(await store.previous('maria')).toBeUndefined();
      expect(await store.previous('maria-santos')).toEqual(sampleJourney('maria-santos'));
    });

    it('removes no version that was not seen', async () => {
      const store = open();
      await store.save(sampleJourney());
      await store.save(withFact(sampleJourney()));
      await expect(store.remove('maria-santos', 1)).rejects.toMatchObject({ kind: 'conflict' });
      expect(await store.load('maria-santos')).toEqual(withFact(sampleJourney()));
      await store.remove('maria-santos', 2);
      expect(await store.list()).toEqual([]);
    });

    it.each(['load', 'remove', 'previous'] as const)('%s tells of an id that is not there', async (act) => {
      const store = open();
      const failure = { kind: 'missing', message: 'there is no candidate "nobody"', hint: expect.any(String) };
      await expect(store[act]('nobody')).rejects.toMatchObject(failure);
      expect(await store.list()).toEqual([]);
    });

    it.each(['', '.', '..', '../x', 'a/b', 'a\\b', 'a\0b', 'A', 'con', '__proto__', 'x'.repeat(65), '-a', 'a.b'])(
      'refuses the id %j',
      async (id) => {
        const store = open();
        for (const act of ['load', 'remove', 'previous'] as const) {
          await expect(store[act](id)).rejects.toMatchObject({ kind: 'usage' });
        }
        await expect(store.save({ ...sampleJourney(), id })).rejects.toMatchObject({ kind: 'usage' });
        expect(await store.list()).toEqual([]);
      },
    );

    it('never keeps what it could not read again', async () => {
      const store = open();
      const broken = { ...sampleJourney(), profile: { name: 'half \ud800', credential: 'MLS(ASCPi)' } };
      await expect(store.save(broken)).rejects.toMatchObject({ kind: 'bug' });
      const fact = withFact(sampleJourney()).facts[0];
      const huge = { ...sampleJourney(), facts: Array.from({ length: 40_000 }, () => fact) } as typeof broken;
      await expect(store.save(huge)).rejects.toMatchObject({ kind: 'bug' });
      expect(await store.list()).toEqual([]);
    });

    it('lets one sender at a time go on, while others save', async () => {
      const store = open();
      const order: string[] = [];
      let finish = () => {};
      const isFinished = new Promise<void>((resolve) => {
        finish = resolve;
      });
      const first = store.sending(async () => {
        order.push('first begins');
        await isFinished;
        order.push('first ends');
        return 'sent';
      });
      const second = store.sending(async () => void order.push('second'));
      await store.save(sampleJourney());
      order.push('saved');
      finish();
      expect(await first).toBe('sent');
      await second;
      expect(order.filter((each) => each !== 'saved')).toEqual(['first begins', 'first ends', 'second']);
      expect(order.indexOf('saved')).toBeLessThan(order.indexOf('first ends'));
    });

    it('lets the next sender go on when one fails', async () => {
      const store = open();
      const failing = store.sending(async () => {
        throw new Error('no connection');
      });
      await expect(failing).rejects.toThrow('no connection');
      expect(await store.sending(async () => 'sent')).toBe('sent');
      expect(await store.list()).toEqual([]);
    });

    it('can be closed', async () => {
      await open().close();
    });
  });
}
