// A small program that the tests start as a real process: it does one thing to a store and tells how it went.
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
