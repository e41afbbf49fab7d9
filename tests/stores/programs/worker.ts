// A small program that the tests start as a real process: it does one thing to a store and tells how it went.
import { cpSync } from 'node:fs';
import { writeDurably } from '../../../src/stores/durable-write.ts';
import { layoutOf } from '../../../src/stores/file-layout.ts';
import { openFileStore } from '../../../src/stores/file-store.ts';
import { withLock } from '../../../src/stores/lock.ts';
import { readSettings } from '../../../src/stores/settings.ts';
import type { Store } from '../../../src/stores/store.ts';
import { writeSettings } from '../../../src/stores/write-settings.ts';
import { sampleJourney, withFact } from '../sample.ts';

const isConflict = (error: unknown) => error instanceof Error && 'kind' in error && error.kind === 'conflict';

/** Adds one fact, again and again until no one else saved in between. */
async function append(store: Store, id: string, factId: string): Promise<void> {
  for (;;) {
    try {
      return await store.save(withFact(await store.load(id), factId));
    } catch (error) {
      if (!isConflict(error)) throw error;
    }
  }
}

async function saveMany(folder: string, ids: readonly string[]): Promise<void> {
  const store = openFileStore(folder, 0);
  const kept = await store.list();
  const next = async (id: string) => (kept.includes(id) ? withFact(await store.load(id)) : sampleJourney(id));
  await store.saveAll(await Promise.all(ids.map(next)));
}

const tasks: Record<string, (folder: string, ...args: string[]) => Promise<unknown>> = {
  async begin(folder, id = '') {
    await openFileStore(folder).save(sampleJourney(id));
  },
  async append(folder, id = '', tag = '', count = '1') {
    for (let index = 0; index < Number(count); index++) await append(openFileStore(folder), id, `${tag}-${index}`);
  },
  /** until it is killed */
  async churn(folder, id = '', tag = '') {
    for (let index = 0; ; index++) await append(openFileStore(folder), id, `${tag}-${index}`);
  },
  /** a fact whose text has about so many bytes more than usual */
  async grow(folder, id = '', bytes = '0') {
    const store = openFileStore(folder);
    let journey = await store.load(id);
    const facts = Array.from({ length: Math.ceil(Number(bytes) / 150) }, (_, index) => `grow-${index}`);
    for (const factId of facts) journey = withFact(journey, factId);
    await store.save({ ...journey, revision: journey.revision - facts.length + 1 });
  },
  /** the next version of each journey, all at once */
  many: (folder, ...ids) => saveMany(folder, ids),
  /** the same in copies of a folder, with one fault after the other, until there is none left to meet */
  async failing(folder, onwards = '', ...ids) {
    const fault = (globalThis as unknown as { fault: { at: number; onwards: boolean; calls: number; failed: string } })
      .fault;
    const met: { call: string; kind: string | undefined; copy: string }[] = [];
    for (let at = 1; ; at += 1) {
      const copy = `${folder}-${at}`;
      cpSync(folder, copy, { recursive: true });
      Object.assign(fault, { at, onwards: onwards === 'onwards', calls: 0, failed: '' });
      const kind = await saveMany(copy, ids).then(
        () => undefined,
        (error: { kind?: string }) => error.kind ?? 'unknown',
      );
      fault.at = 0;
      if (fault.failed === '') return met;
      met.push({ call: fault.failed, kind, copy });
    }
  },
  load: (folder, id = '') => openFileStore(folder).load(id),
  list: (folder) => openFileStore(folder).list(),
  async hold(folder) {
    await withLock(layoutOf(folder).lock, () => {
      process.stdout.write('held\n');
      return new Promise(() => setInterval(() => {}, 1000));
    });
  },
  take: (folder, patience = '0') => withLock(layoutOf(folder).lock, () => 'taken', Number(patience)),
  async write(path, bytes = '0') {
    writeDurably(path, 'x'.repeat(Number(bytes)));
  },
  /** one own rule value, named and filled to a length */
  setting: (home, rule = '', length = '3') =>
    writeSettings(home, (settings) => ({
      ...settings,
      rules: { ...settings.rules, [rule]: '9'.repeat(Number(length)) },
    })),
  settings: async (home) => readSettings(home),
};

const [task = '', ...args] = process.argv.slice(2);
Promise.resolve()
  .then(() => tasks[task]?.(...(args as [string])))
  .then(
    (answer) => process.stdout.write(`${JSON.stringify({ answer })}\n`),
    (error: Error & { kind?: string; hint?: string }) => {
      const { kind, message, hint, stack } = error;
      process.stdout.write(`${JSON.stringify({ failure: { kind, message, hint, ...(kind ? {} : { stack }) } })}\n`);
      process.exitCode = 1;
    },
  );
