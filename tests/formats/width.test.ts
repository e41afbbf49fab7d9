// Long texts are measured and cut piece by piece, with what measuring them whole would give.
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { graphemesOf, measureFor } from '../../src/formats/width.ts';

const letters = [
  'x',
  ' ',
  'é',
  'e\u0301',
  '一',
  '🧪',
  '👩🏽‍🔬',
  '🇵🇭',
  '🇺🇸',
  '1️⃣',
  'क्षि',
  '각',
  'ᄀ',
  'ᅡ',
  '\u200b',
  '\u0301',
  '\ud83e',
];
const long = fc
  .array(fc.constantFrom(...letters), { minLength: 600, maxLength: 1400, size: 'max' })
  .map((all) => all.join(''));
const whole = (text: string) => Array.from(new Intl.Segmenter('en').segment(text), ({ segment }) => segment);
const measure = await measureFor([{ type: 'paragraph', text: '一' }]);

test('any text', () => {
  fc.assert(
    fc.property(long, (text) => {
      expect(graphemesOf(text)).toEqual(whole(text));
      expect(measure(text)).toBe(stringWidth(text));
    }),
    { numRuns: 300 },
  );
});

test.each([
  ['flags, whose pairs are counted from the first', '🇵🇭'.repeat(900)],
  ['one letter that is longer than a piece', `x${'\u0301'.repeat(2500)}y`],
  ['one family that goes on and on', `${'👩‍'.repeat(1500)}👩`],
])('%s', (_, text) => {
  expect(graphemesOf(text)).toEqual(whole(text));
  expect(measure(text)).toBe(stringWidth(text));
});
