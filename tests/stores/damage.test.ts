// A damaged journey is named and kept to the byte, and the version before it is offered; nothing is ever cleared.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { sealed } from '../../src/stores/checksum.ts';
import { openFileStore } from '../../src/stores/file-store.ts';
import { sampleJourney, withFact } from './sample.ts';
import { contentsOf, tempFolder } from './temp-folder.ts';

const ID = 'maria-santos';
const whole = `${JSON.stringify(sampleJourney(), null, 2)}\n`;
const changed = (change: object) => JSON.stringify({ ...sampleJourney(), ...change });
/** As a program that knows more would write it. */
const sealedWith = (change: object) => sealed(`${JSON.stringify({ ...sampleJourney(), ...change }, null, 2)}\n`);

function damagedStore(content: string | Uint8Array) {
  const folder = tempFolder();
  const path = join(folder, 'journeys', `${ID}.json`);
  mkdirSync(join(folder, 'journeys'));
  writeFileSync(path, content);
  return { folder, path, store: openFileStore(folder, 200) };
}

async function expectKept(content: string | Uint8Array, reason: string): Promise<void> {
  const { folder, path, store } = damagedStore(content);
  const before = contentsOf(folder);
  const failure = {
    kind: 'damaged',
    message: expect.stringMatching(/; nothing was changed$/),
    hint: expect.stringContaining('The file was kept as it is'),
  };
  await expect(store.load(ID)).rejects.toMatchObject(failure);
  await expect(store.load(ID)).rejects.toThrow(`can't use "${path}": ${reason}`);
  expect(contentsOf(folder)).toEqual(before);
  // A save makes the folders it needs, and still leaves the file.
  for (const journey of [sampleJourney(), withFact(sampleJourney())]) {
    await expect(store.save(journey)).rejects.toMatchObject(failure);
  }
  expect(contentsOf(folder)).toEqual(before);
  expect(await store.list()).toEqual([ID]);
}

describe('a damaged journey', () => {
  it.each<[string, string | Uint8Array, string]>([
    ['an empty file', '', 'it is empty'],
    ['null', 'null', 'it is JSON, but not an object'],
    ['a list', '[]', 'it is JSON, but not an object'],
    ['a number', '42', 'it is JSON, but not an object'],
    ['a text', '"maria"', 'it is JSON, but not an object'],
    ['an empty object', '{}', 'version: '],
    ['NULs', '\0'.repeat(300), 'it holds nothing but NUL bytes'],
    ['NULs at the end', whole.slice(0, 50) + '\0'.repeat(100), 'it is cut short or is not JSON'],
    ['a byte order mark', `\ufeff${whole}`, 'it begins with a byte order mark'],
    ['UTF-16', Buffer.from(whole, 'utf16le'), 'it is not UTF-8 text'],
    ['Latin-1', Buffer.from(whole, 'latin1'), 'it is not UTF-8 text'],
    ['two documents', whole + whole, 'it is cut short or is not JSON'],
    ['a newer version', changed({ version: 2, soul: {} }), 'it was written by a newer version of ascpi (version 2'],
    [
      'a kind of fact of a newer version',
      sealedWith({ facts: [{ kind: 'soul' }] }),
      'it was written by a newer version of ascpi (facts.0.kind: ',
    ],
    ['a version that never was', changed({ version: 0 }), 'version: '],
    ['half a version', changed({ version: 1.5 }), 'version: '],
    ['the id of another', changed({ id: 'juan' }), 'the id in it is not the name of the file'],
    ['no revision', changed({ revision: undefined }), 'revision: '],
    ['revision 0', changed({ revision: 0 }), 'revision: '],
    ['an unknown key', changed({ soul: 1 }), 'soul: '],
    ['a key that would harm a terminal', changed({ '\u001b[31m\u0007': 1 }), '\\u001b[31m\\u0007: '],
    ['a fact of no kind', changed({ facts: [{}] }), 'facts.0.kind: '],
    ['a day that never was', whole.replace('"facts": []', fact('2026-02-30')), 'facts.0.on: is not a day written'],
    ['many facts of no kind', changed({ facts: Array(1000).fill(1) }), 'facts.0: '],
    ['more facts than anyone has', changed({ facts: Array(1e6).fill(1) }), 'it holds more than 20000 facts'],
    ['deep nesting', changed({ facts: '[]' }).replace('"[]"', '['.repeat(1e5) + ']'.repeat(1e5)), 'facts.0.kind: '],
    ['a huge file', ' '.repeat(5e6), 'it is larger than 4 MB'],
  ])('%s', async (_, content, reason) => {
    await expectKept(content, reason);
  });

  function fact(on: string): string {
    const item = '"kind": "check", "id": "abcd", "at": "2026-03-01T08:00:00Z", "by": "m", "item": "x", "ticked": true';
    return `"facts": [{ ${item}, "on": "${on}" }]`;
  }

  it('cut at any byte', async () => {
    // Without its last line break it is still whole.
    const bytes = Buffer.from(whole);
    const { path, store } = damagedStore(bytes.subarray(0, -1));
    expect(await store.load(ID)).toEqual(sampleJourney());
    for (let length = 0; length < bytes.length - 1; length++) {
      const cut = bytes.subarray(0, length);
      writeFileSync(path, cut);
      await expect(store.load(ID)).rejects.toMatchObject({ kind: 'damaged' });
      await expect(store.save(withFact(sampleJourney()))).rejects.toMatchObject({ kind: 'damaged' });
      expect(readFileSync(path).equals(cut)).toBe(true);
    }
  });

  it('with any bytes changed is read as a journey or refused, never a crash', async () => {
    const bytes = Buffer.from(whole);
    const { path, store } = damagedStore(bytes);
    const spot = fc.tuple(fc.nat(bytes.length - 1), fc.nat(255));
    const check = async (spots: [number, number][]) => {
      const mutant = Buffer.from(bytes);
      for (const [at, byte] of spots) mutant[at] = byte;
      writeFileSync(path, mutant);
      const answer = await store.load(ID).catch((error) => error);
      expect(answer instanceof Failure ? answer.kind : answer.id).toMatch(/^(damaged|maria-santos)$/);
    };
    await fc.assert(fc.asyncProperty(fc.array(spot, { minLength: 1, maxLength: 4 }), check), { numRuns: 300, seed: 7 });
  });

  it('that is a folder, or a pipe, does not keep anyone waiting', async () => {
    const { path, store } = damagedStore('');
    rmSync(path);
    mkdirSync(path);
    await expect(store.load(ID)).rejects.toMatchObject({ kind: 'damaged', message: expect.stringContaining('folder') });
    await expect(store.save(sampleJourney())).rejects.toMatchObject({ kind: 'damaged' });
    rmSync(path, { recursive: true });
    if (process.platform === 'win32') return;
    execFileSync('mkfifo', [path]);
    await expect(store.load(ID)).rejects.toMatchObject({ kind: 'damaged', message: expect.stringContaining('a file') });
  });
});

describe('the way back from damage', () => {
  async function keptTwice() {
    const folder = tempFolder();
    const store = openFileStore(folder);
    const current = join(folder, 'journeys', `${ID}.json`);
    const previous = join(folder, 'previous', `${ID}.json`);
    await store.save(sampleJourney());
    await store.save(withFact(sampleJourney()));
    return { store, current, previous };
  }

  it('is the previous version, by its path, and then work goes on', async () => {
    const { store, current, previous } = await keptTwice();
    writeFileSync(current, whole.slice(0, 99));
    await expect(store.load(ID)).rejects.toMatchObject({
      hint: `The file was kept as it is. To go back to the version before it: ascpi restore -c ${ID}`,
    });
    expect(await store.previous(ID)).toEqual(sampleJourney());
    writeFileSync(current, readFileSync(previous));
    await store.save(withFact(sampleJourney()));
    expect(await store.load(ID)).toEqual(withFact(sampleJourney()));
  });

  it('is not offered where it is damaged too', async () => {
    const { store, current, previous } = await keptTwice();
    for (const path of [current, previous]) writeFileSync(path, whole.slice(0, 99));
    await expect(store.load(ID)).rejects.toMatchObject({ hint: expect.stringContaining('a copy of it elsewhere') });
    await expect(store.previous(ID)).rejects.toMatchObject({
      kind: 'damaged',
      message: expect.stringContaining(previous),
    });
  });

  it('is not an older version where a newer program wrote the file', async () => {
    const { store, current } = await keptTwice();
    writeFileSync(current, changed({ version: 2 }));
    await expect(store.load(ID)).rejects.toMatchObject({ hint: expect.stringContaining('Update ascpi') });
  });

  it('leaves the others alone, and a damaged person can still be erased', async () => {
    const { store, current, previous } = await keptTwice();
    await store.save(sampleJourney('juan'));
    writeFileSync(current, 'garbage');
    expect(await store.load('juan')).toEqual(sampleJourney('juan'));
    await store.remove(ID);
    expect([existsSync(current), existsSync(previous)]).toEqual([false, false]);
    expect(await store.list()).toEqual(['juan']);
  });

  it('starts over when only the previous version is left', async () => {
    const { store, current } = await keptTwice();
    rmSync(current);
    await expect(store.load(ID)).rejects.toMatchObject({ kind: 'missing' });
    expect(await store.previous(ID)).toEqual(sampleJourney());
    await store.save(sampleJourney());
    expect(await store.previous(ID)).toBeUndefined();
  });
});

it('reading creates nothing, and only names of journeys are listed', async () => {
  const folder = join(tempFolder(), 'home');
  const store = openFileStore(folder);
  expect(await store.list()).toEqual([]);
  await expect(store.load(ID)).rejects.toMatchObject({ kind: 'missing' });
  await expect(store.remove(ID)).rejects.toMatchObject({ kind: 'missing' });
  expect(existsSync(folder)).toBe(false);
  mkdirSync(join(folder, 'journeys'), { recursive: true });
  const names = [
    'juan.json',
    '.juan.json.4711-k3j9x0q2ab.tmp',
    'CON.json',
    'con.json',
    'a.b.json',
    'notes.txt',
    'x',
    'X.json',
  ];
  for (const name of names) writeFileSync(join(folder, 'journeys', name), '');
  expect(await store.list()).toEqual(['juan']);
});
