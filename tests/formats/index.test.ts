// The registry: formats by name, and by the extension of a file.
import { expect, test } from 'vitest';
import { formatForFile, formatNamed, formatNames, formats } from '../../src/formats/index.ts';

test.each([
  ['status.txt', 'text'],
  ['a/b.c/status.MD', 'markdown'],
  ['C:\\maria\\status.markdown', 'markdown'],
  ['./status.v2.json', 'json'],
  ['status', undefined],
  ['a.md/status', undefined],
  ['.json', undefined],
  ['status.', undefined],
  ['plan.htm', 'html'],
  ['plan.HTML', 'html'],
  ['candidates.csv', 'csv'],
  ['dates.ics', 'ics'],
  ['status.doc', undefined],
  ['-', undefined],
  ['', undefined],
])('%s is written as %s', (path, name) => {
  expect(formatForFile(path)?.name).toBe(name);
});

test('names and extensions are unique', () => {
  const extensions = formats.flatMap((format): readonly string[] => format.extensions);
  expect(new Set(extensions).size).toBe(extensions.length);
  expect(new Set(formatNames).size).toBe(formats.length);
  for (const name of formatNames) expect(formatNamed(name)?.name).toBe(name);
  expect(formatNamed('TEXT')).toBeUndefined();
});
