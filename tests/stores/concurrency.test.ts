// Many real processes at one store, and processes killed at any moment: nothing is lost and no one waits long.
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { openFileStore } from '../../src/stores/file-store.ts';
import { leftovers, sweepLeftovers } from '../../src/stores/leftovers.ts';
import { readSettings } from '../../src/stores/settings.ts';
import { writeSettings } from '../../src/stores/write-settings.ts';
import { ended, said, useWorker } from './processes.ts';
import { sampleJourney, withFact } from './sample.ts';
import { filesIn, tempFolder } from './temp-folder.ts';

const worker = useWorker();

const ID = 'maria';
/** A slow machine included; without the lock's own recovery it would be the patience of 10 s. */
const AT_ONCE = 2000;

/** Numbers from 0 to 1, the same in every run. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

const setRule = (home: string, rule: string) =>
  writeSettings(home, (settings) => ({ ...settings, rules: { ...settings.rules, [rule]: '90d' } }));

async function saveAtOnce(home: string, factId: string): Promise<void> {
  const store = openFileStore(home);
  const start = performance.now();
  await store.save(withFact(await store.load(ID), factId));
  expect(performance.now() - start).toBeLessThan(AT_ONCE);
  expect((await store.load(ID)).facts.at(-1)?.id).toBe(factId);
}

async function expectSweptClean(home: string): Promise<void> {
  await sweepLeftovers(home);
  expect(leftovers(home)).toEqual([]);
  expect(filesIn(home).filter((name) => !/^(journeys|previous)\/maria\.json$/.test(name))).toEqual([]);
}

describe('eight processes', () => {
  it('each adding 25 facts to one journey lose none', async () => {
    const home = tempFolder();
    await openFileStore(home).save(sampleJourney(ID));
    const tags = Array.from({ length: 8 }, (_, index) => `process${index}`);
    const runs = await Promise.all(tags.map((tag) => worker.run(['append', home, ID, tag, '25'])));
    for (const run of runs) expect(run).toMatchObject({ code: 0, err: '' });
    const { facts, revision } = await openFileStore(home).load(ID);
    const expected = tags.flatMap((tag) => Array.from({ length: 25 }, (_, index) => `${tag}-${index}`));
    expect(facts.map(({ id }) => id).sort()).toEqual(expected.sort());
    expect(revision).toBe(201);
    expect((await openFileStore(home).previous(ID))?.revision).toBe(200);
    expect(filesIn(home)).toEqual(['journeys/maria.json', 'previous/maria.json']);
  });
});

describe('a process killed', () => {
  it('at 25 moments by chance leaves a store that reads, saves at once, and can be swept', async () => {
    const home = tempFolder();
    await openFileStore(home).save(sampleJourney(ID));
    const random = seeded(20260301);
    let interrupted = 0;
    for (let round = 0; round < 25; round++) {
      const child = worker.start(['churn', home, ID, `churn${round}`]);
      const before = (await openFileStore(home).load(ID)).revision;
      while ((await openFileStore(home).load(ID)).revision < before + 2) await sleep(2);
      await sleep(random() * 20);
      child.kill('SIGKILL');
      await ended(child);
      if (leftovers(home).length > 0) interrupted += 1;
      const { facts, revision } = await openFileStore(home).load(ID);
      expect(facts).toHaveLength(revision - 1);
      await saveAtOnce(home, `after-${round}`);
    }
    // Kills that all fell between two saves would prove nothing.
    expect(interrupted).toBeGreaterThan(5);
    await expectSweptClean(home);
  });

  it('at every single step of a save leaves the old journey or the new one', async () => {
    const { steps, outcomes } = await dieAtEveryStep(async (home, env) => {
      await openFileStore(home).save(sampleJourney(ID));
      await openFileStore(home).save(withFact(sampleJourney(ID)));
      const run = await worker.run(['append', home, ID, 'victim'], { env });
      const { revision } = await openFileStore(home).load(ID);
      expect([2, 3]).toContain(revision);
      const previous = await openFileStore(home).previous(ID);
      // Between the two renames the version before is not known; it is never a newer one.
      expect([undefined, revision - 1]).toContain(previous?.revision);
      await saveAtOnce(home, 'afterwards');
      await expectSweptClean(home);
      return { run, outcome: revision };
    });
    expect(steps).toBeGreaterThan(25);
    expect(outcomes).toEqual(new Set([2, 3]));
  });

  it('at every single step of the first save leaves nothing or the journey', async () => {
    const { steps, outcomes } = await dieAtEveryStep(async (home, env) => {
      rmSync(home, { recursive: true });
      const run = await worker.run(['begin', home, ID], { env });
      const ids = await openFileStore(home).list();
      if (ids.length === 0) await openFileStore(home).save(sampleJourney(ID));
      await saveAtOnce(home, 'afterwards');
      await expectSweptClean(home);
      return { run, outcome: ids.length };
    });
    expect(steps).toBeGreaterThan(25);
    expect(outcomes).toEqual(new Set([0, 1]));
  });

  it('at every single step of a change of settings leaves the old ones or the new ones', async () => {
    const { steps, outcomes } = await dieAtEveryStep(async (home, env) => {
      for (const rule of ['one', 'two']) await setRule(home, rule);
      const run = await worker.run(['setting', home, 'three'], { env });
      const rules = Object.keys(readSettings(home).rules ?? {});
      expect(rules.slice(0, 2)).toEqual(['one', 'two']);
      await setRule(home, 'four');
      await sweepLeftovers(home);
      expect(readdirSync(home).sort()).toEqual(['config.json', 'config.previous.json']);
      return { run, outcome: rules.length };
    });
    expect(steps).toBeGreaterThan(25);
    expect(outcomes).toEqual(new Set([2, 3]));
  });
});

type Try<T> = (home: string, env: Record<string, string>) => Promise<{ run: { code: number | null }; outcome: T }>;

/** Repeats a change, killing the process at its first, second, third … call of the file system, until it gets through. */
async function dieAtEveryStep<T>(attempt: Try<T>): Promise<{ steps: number; outcomes: Set<T> }> {
  const outcomes = new Set<T>();
  for (let step = 1; step < 200; step++) {
    const home = tempFolder();
    const { run, outcome } = await attempt(home, { FAULT_DIE_AT: String(step) });
    outcomes.add(outcome);
    if (run.code === 0) return { steps: step, outcomes };
    expect(existsSync(home) || outcome === 0).toBe(true);
  }
  throw new Error('the process never got through');
}

it('a process that waits for a lock is told when the holder is still there', async () => {
  const home = tempFolder();
  await openFileStore(home).save(sampleJourney(ID));
  const holder = worker.start(['hold', home]);
  await said(holder, 'held');
  const store = openFileStore(home, 200);
  const journey = withFact(await store.load(ID));
  await expect(store.save(journey)).rejects.toMatchObject({ kind: 'conflict' });
  await expect(store.remove(ID)).rejects.toMatchObject({ kind: 'conflict' });
  await expect(sweepLeftovers(home, 200)).resolves.toEqual([]);
  const waiting = openFileStore(home).save(journey);
  await sleep(50);
  holder.kill('SIGKILL');
  await waiting;
  expect(await store.load(ID)).toEqual(journey);
});
