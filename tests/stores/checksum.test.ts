// The checksum: Node's own CRC-32 is the oracle, and no changed byte of a stored journey passes.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 as nodes } from 'node:zlib';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { crc32, sealed, unsealed } from '../../src/stores/checksum.ts';
import { openFileStore } from '../../src/stores/file-store.ts';
import { sampleJourney, withFact } from './sample.ts';
import { tempFolder } from './temp-folder.ts';

const textOf = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

it("agrees with Node's CRC-32 on any bytes", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
      expect(crc32(bytes)).toBe(nodes(Buffer.from(bytes)).toString(16).padStart(8, '0'));
    }),
  );
});

it('is taken away again', () => {
  const objects = fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 });
  fc.assert(
    fc.property(objects, (value) => {
      const text = textOf(value);
      expect(JSON.parse(sealed(text))).toHaveProperty('checksum');
      expect(unsealed(Buffer.from(sealed(text)))).toBe(text);
    }),
  );
});

it('a text without one is taken as it is', () => {
  expect(unsealed(Buffer.from('{"a": "ñ"}'))).toBe('{"a": "ñ"}');
});

it('every changed byte and every cut of a stored journey is damage, and never a silent repair', async () => {
  const folder = tempFolder();
  const store = openFileStore(folder, 200);
  const journey = withFact(sampleJourney());
  await store.save(sampleJourney());
  await store.save(journey);
  const path = join(folder, 'journeys', `${journey.id}.json`);
  const bytes = readFileSync(path);
  const damages = [...bytes.keys()].flatMap((index) => [
    ...[0x01, 0x20, 0x80].map((bit) => Buffer.from(bytes.map((byte, at) => (at === index ? byte ^ bit : byte)))),
    bytes.subarray(0, index),
  ]);
  for (const damaged of damages) {
    writeFileSync(path, damaged);
    await expect(store.load(journey.id)).rejects.toMatchObject({ kind: 'damaged' });
    expect(readFileSync(path).equals(damaged)).toBe(true);
  }
  writeFileSync(path, bytes);
  expect(await store.load(journey.id)).toEqual(journey);
});

it('a journey of before there were checksums can be read', async () => {
  const folder = tempFolder();
  mkdirSync(join(folder, 'journeys'));
  writeFileSync(join(folder, 'journeys', 'maria-santos.json'), textOf(sampleJourney()));
  expect(await openFileStore(folder).load('maria-santos')).toEqual(sampleJourney());
});

it('who changed a file on purpose is told how to keep it', async () => {
  const folder = tempFolder();
  const store = openFileStore(folder, 200);
  await store.save(sampleJourney());
  const path = join(folder, 'journeys', 'maria-santos.json');
  writeFileSync(path, readFileSync(path, 'utf8').replace('María', 'Marta'));
  await expect(store.load('maria-santos')).rejects.toMatchObject({
    hint: expect.stringContaining('delete its line "checksum"'),
  });
  writeFileSync(path, readFileSync(path, 'utf8').replace(/,\n {2}"checksum": .*/, ''));
  expect((await store.load('maria-santos')).profile.name).toBe('Marta Santos');
});
