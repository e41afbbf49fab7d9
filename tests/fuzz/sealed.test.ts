// The quick reader of journeys and the one with the shape: what the one takes the other takes, and alike.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Journey } from '../../src/domain/journey.ts';
import { sealed } from '../../src/stores/checksum.ts';
import { layoutOf } from '../../src/stores/file-layout.ts';
import { readCurrent } from '../../src/stores/journey-file.ts';
import { journeyFile } from '../../src/stores/journey-file-names.ts';
import { journeyText } from '../../src/stores/journey-text.ts';
import { readSealed } from '../../src/stores/sealed-journey.ts';
import { scenarios } from '../domain/scenario.ts';
import { tempFolder } from '../stores/temp-folder.ts';
import { anyBytes } from './inputs.ts';
import { PATIENCE_MS, tryLaw } from './law.ts';

class Left extends Error {}

function readers() {
  const file = journeyFile(layoutOf(tempFolder()), 'maria');
  mkdirSync(dirname(file.current), { recursive: true });
  const quick = (): Journey | undefined => {
    try {
      return readSealed(file, () => {
        throw new Left();
      });
    } catch (error) {
      if (error instanceof Left) return undefined;
      throw error;
    }
  };
  return {
    file,
    quick,
    whole: () => readCurrent(file),
    write: (bytes: Uint8Array) => writeFileSync(file.current, bytes),
  };
}

const journeys = scenarios().map(({ journey }) => ({ ...journey, id: 'maria', revision: 1 }));

test('every journey that is written is read alike by both', () => {
  const { quick, whole, write } = readers();
  for (const journey of journeys) {
    write(Buffer.from(sealed(journeyText(journey))));
    expect(quick()).toEqual(journey);
    expect(whole()).toEqual(journey);
  }
});

test('whatever became of the file, the quick one takes nothing that the other does not', {
  timeout: PATIENCE_MS,
}, async () => {
  const { quick, whole, write } = readers();
  const texts = journeys.slice(0, 20).map((journey) => sealed(journeyText(journey)));
  const torn = fc.oneof(
    anyBytes(texts),
    fc.constantFrom(...texts).map((text) => Buffer.from(text)),
  );
  await tryLaw('both readers of journeys', torn, 300, (bytes) => {
    write(bytes);
    const [found, checked] = [quick(), whole()];
    if (found !== undefined && !isDeepStrictEqual(found, checked)) throw new Error('the readers differ');
    return checked;
  });
});
