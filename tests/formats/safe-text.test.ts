// What is shown escaped, what is isolated, and what is left alone.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isolated, visible } from '../../src/formats/safe-text.ts';
import { anyText } from './any-view.ts';

const ENGLAND = '\u{1f3f4}\u{e0067}\u{e0062}\u{e0065}\u{e006e}\u{e0067}\u{e007f}';

test.each([
  ['\u001b[31m', '\\u{1b}[31m'],
  ['a\r\nb\tc\u0000', 'a\\u{d}\\u{a}b\\u{9}c\\u{0}'],
  ['\u0085\u009b', '\\u{85}\\u{9b}'],
  ['\u202egpj\u202c', '\\u{202e}gpj\\u{202c}'],
  ['\u2066\u2067\u2068\u2069\u200e\u200f\u061c', '\\u{2066}\\u{2067}\\u{2068}\\u{2069}\\u{200e}\\u{200f}\\u{61c}'],
  ['\u2028\u2029\u200b\ufeff\u00ad\u2060', '\\u{2028}\\u{2029}\\u{200b}\\u{feff}\\u{ad}\\u{2060}'],
  ['\ud800 \udc00', '\\u{d800} \\u{dc00}'],
  ['a\u{e0041}', 'a\\u{e0041}'],
  ['\ufffe\ufdd0\u{1ffff}', '\\u{fffe}\\u{fdd0}\\u{1ffff}'],
])('%j is shown as %s', (given, shown) => {
  expect(visible(given)).toBe(shown);
});

test.each(['Núñez', 'محمد', '陈伟', '👩‍👩‍👧‍👦', 'क्‍ष', 'می‌خواهم', ENGLAND, '葛\u{e0100}', '❤️', '\\u{202e}'])(
  '%s is left alone',
  (given) => {
    expect(visible(given)).toBe(given);
  },
);

test('what is visible stays as it is', () => {
  fc.assert(fc.property(anyText, (written) => visible(visible(written)) === visible(written)));
});

test('only right-to-left text is isolated', () => {
  expect(isolated('محمد (RN)')).toBe('\u2068محمد (RN)\u2069');
  expect(isolated('Dr. דוד')).toBe('\u2068Dr. דוד\u2069');
  expect(isolated('Maria 陈')).toBe('Maria 陈');
});
