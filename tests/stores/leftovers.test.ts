// What killed processes leave: found, swept, and never mistaken for what people keep.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openFileStore } from '../../src/stores/file-store.ts';
import { heldLock, leftovers, sweepLeftovers } from '../../src/stores/leftovers.ts';
import { newHolder } from '../../src/stores/lock-holder.ts';
import { tempName, tempOf } from '../../src/stores/temp-name.ts';
import { sampleJourney } from './sample.ts';
import { filesIn, tempFolder } from './temp-folder.ts';

const dead = JSON.stringify({ ...newHolder(), pid: 2 ** 30 });
const living = JSON.stringify({ ...newHolder(), nonce: 'other' });
const far = JSON.stringify({ ...newHolder(), host: 'elsewhere', nonce: 'other' });

async function littered() {
  const home = tempFolder();
  await openFileStore(home).save(sampleJourney('maria'));
  const strays = [
    tempName(join(home, 'journeys', 'maria.json')),
    tempName(join(home, 'previous', 'maria.json')),
    tempName(join(home, 'lock')),
    join(home, 'config.json.tmp-1234567890abcdef'),
  ];
  const others = [
    'journeys/.maria.json.swp',
    'journeys/maria.json~',
    'notes.tmp',
    '.hidden.12-ab.tmp',
    'journeys/juan.json',
  ];
  for (const path of [...strays, ...others.map((name) => join(home, name))]) writeFileSync(path, 'part of a pers');
  return { home, strays, kept: [...others, 'journeys/maria.json'].sort() };
}

describe('leftovers', () => {
  it('are found and swept, and nothing else is', async () => {
    const { home, strays, kept } = await littered();
    expect(leftovers(home).sort()).toEqual([...strays].sort());
    expect((await sweepLeftovers(home)).sort()).toEqual([...strays].sort());
    expect(leftovers(home)).toEqual([]);
    expect(filesIn(home)).toEqual(kept);
    expect(await sweepLeftovers(home)).toEqual([]);
  });

  it('include the locks of the dead', async () => {
    const { home, strays, kept } = await littered();
    const locks = [join(home, 'lock'), join(home, 'lock.break')];
    for (const path of locks) writeFileSync(path, dead);
    expect(heldLock(home)).toBeUndefined();
    expect(leftovers(home).sort()).toEqual([...locks, ...strays].sort());
    expect((await sweepLeftovers(home)).sort()).toEqual([...locks, ...strays].sort());
    expect(filesIn(home)).toEqual(kept);
  });

  it('include a dead guard alone', async () => {
    const home = tempFolder();
    writeFileSync(join(home, 'lock.break'), dead);
    expect(await sweepLeftovers(home)).toEqual([join(home, 'lock.break')]);
    expect(filesIn(home)).toEqual([]);
  });

  it.each([
    ['living', living],
    ['far away', far],
  ])('are not touched while a holder is %s', async (_, lock) => {
    const { home, strays } = await littered();
    writeFileSync(join(home, 'lock'), lock);
    expect(heldLock(home)?.holder?.nonce).toBe('other');
    expect(leftovers(home)).toEqual([]);
    await expect(sweepLeftovers(home, 100)).rejects.toMatchObject({ kind: 'conflict' });
    expect(strays.every((path) => existsSync(path))).toBe(true);
  });

  it('of a home that is not there are none, and it is not created', async () => {
    const home = join(tempFolder(), 'home');
    expect(leftovers(home)).toEqual([]);
    expect(await sweepLeftovers(home)).toEqual([]);
    expect(existsSync(home)).toBe(false);
  });

  it('that name a person go with the person', async () => {
    const { home, strays } = await littered();
    const other = tempName(join(home, 'journeys', 'maria-santos.json'));
    writeFileSync(other, '');
    await openFileStore(home).remove('maria');
    expect(strays.map((path) => existsSync(path))).toEqual([false, false, true, true]);
    expect(existsSync(other)).toBe(true);
  });

  it('that can’t be removed are named', async () => {
    const home = tempFolder();
    const path = tempName(join(home, 'lock'));
    mkdirSync(path);
    await expect(sweepLeftovers(home)).rejects.toMatchObject({
      kind: 'machine',
      message: `can't remove "${path}": it is a folder`,
    });
  });
});

it('names of temporary files are told from all others', () => {
  const names = Array.from({ length: 1000 }, () => tempName('/x/maria-santos.json').slice('/x/'.length));
  expect(new Set(names.map(tempOf))).toEqual(new Set(['maria-santos.json']));
  expect(new Set(names).size).toBe(1000);
  expect(['a.json', '.a.json', '.a.json.tmp', '.a.json.1-short.tmp', 'a.tmp', ''].map(tempOf)).toEqual(
    Array(6).fill(undefined),
  );
});
