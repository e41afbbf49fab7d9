// data/instruments.json: read as the program reads it, each instrument once, with its source.
import { expect, test } from 'vitest';
import { knownInstrumentsShape, notNamedYet } from '../../src/domain/known-instruments.ts';
import { readShape } from '../../src/domain/shape.ts';
import { readJson } from './data-files.ts';

test('it has its shape, and names each instrument once', () => {
  const read = readShape(knownInstrumentsShape, readJson('instruments.json'));
  if (!read.ok) throw new Error(read.faults.join('; '));
  const { instruments } = read.value;
  expect(new Set(instruments.map((name) => name.toLowerCase())).size).toBe(instruments.length);
  expect(notNamedYet(read.value, ['sysmex xn-1000, 3 years', 'Vitek 2'])).toEqual(
    instruments.filter((name) => name !== 'Sysmex XN' && name !== 'VITEK 2'),
  );
});
