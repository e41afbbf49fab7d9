// Many journeys saved at once, with every call to the disk failing in turn: all of them are new, or all are as they were.
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { useWorker } from './processes.ts';
import { contentsOf, tempFolder } from './temp-folder.ts';

const worker = useWorker();

/** With a previous version, without one, and two that are not there yet. */
const ids = ['ana', 'ben', 'eve', 'zoe'];

async function begun(): Promise<{ home: string; after: Record<string, string> }> {
  const home = join(tempFolder(), 'home');
  for (const id of ['ana', 'ben', 'joy']) await worker.run(['begin', home, id]);
  await worker.run(['append', home, 'ana', 'tag', '2']);
  const copy = join(tempFolder(), 'home');
  mkdirSync(copy);
  cpSync(home, copy, { recursive: true });
  expect(await worker.run(['many', copy, ...ids])).toMatchObject({ code: 0 });
  return { home, after: contentsOf(copy) };
}

interface Met {
  readonly call: string;
  readonly kind?: string;
  readonly copy: string;
}

describe.each([
  ['one call', {}, ''],
  ['every call that needs space, from one on,', {}, 'onwards'],
  ['one call, where no links can be made,', { FAULT_NO_LINKS: '1' }, ''],
])('%s fails', (_name, env, onwards) => {
  it('leaves all of them new or all of them old, and nothing else', async () => {
    const { home, after } = await begun();
    const before = contentsOf(home);
    const { answer } = await worker.run(['failing', home, onwards, ...ids], { env: { ...env, FAULT_FAIL: '1' } });
    const met = answer as Met[];
    expect(met.length).toBeGreaterThan(20);
    expect(new Set(met.map(({ call }) => call))).toContain('writeSync');
    if (onwards === '') expect(new Set(met.map(({ call }) => call))).toContain('renameSync');
    for (const { call, kind, copy } of met) {
      const found = contentsOf(copy);
      // A fault may be one that can be passed over, such as a mode that can't be set.
      expect.soft(found, `${call} in ${copy}: ${kind}`).toEqual(kind === undefined ? after : before);
      expect.soft([undefined, 'machine'], call).toContain(kind);
    }
    expect(met.filter(({ kind }) => kind === 'machine').length).toBeGreaterThan(15);
  });
});
