// Folding: as the calendar library folds, which is too slow for a whole roster.
import fc from 'fast-check';
import { foldLines } from 'ical-generator';
import { expect, test } from 'vitest';
import { folded } from '../../src/formats/ics-fold.ts';
import { visible } from '../../src/formats/safe-text.ts';
import { anyText } from './any-view.ts';

const lines: readonly string[] = [
  '',
  'x'.repeat(74),
  'x'.repeat(75),
  'x'.repeat(149),
  `${'x'.repeat(73)}é`,
  `${'x'.repeat(72)}陈`,
  `${'x'.repeat(71)}👩`,
  '👩🏽‍🔬'.repeat(40),
];

test.each(lines)('%j', (line) => {
  expect(folded(line)).toBe(foldLines(line));
  expect(folded(line).replaceAll('\r\n ', '')).toBe(line);
});

test('any lines', () => {
  fc.assert(
    fc.property(fc.array(anyText), (texts) => {
      const text = texts.map((each) => `DESCRIPTION:${visible(each).repeat(3)}`).join('\r\n');
      expect(folded(text)).toBe(foldLines(text));
    }),
  );
});
