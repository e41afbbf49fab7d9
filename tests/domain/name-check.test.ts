// Names compared: what is harmless, what a person must look at, and what is another name; the order of asking never matters.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareNames, likenesses } from '../../src/domain/name-check.ts';

test.each([
  ['Maria Santos', 'Maria Santos', 'same', [], []],
  ['María Santos', 'Mari\u0301a Santos', 'same', [], []],
  ['María Santos', 'MARIA SANTOS', 'spelling', [], []],
  ['Nguyễn Thị Ánh', 'Nguyen Thi Anh', 'spelling', [], []],
  ['Ana Dela-Cruz', 'Ana Dela Cruz', 'spelling', [], []],
  ["Sean O'Neill", 'Sean O Neill', 'spelling', [], []],
  ['Maria Santos', 'Santos, Maria', 'order', [], []],
  ['Maria Cruz Santos', 'Maria Santos', 'shorter', ['Cruz'], []],
  ['Maria Santos', 'Maria C. Santos', 'shorter', [], ['C']],
  ['Maria Santos', 'Maria Reyes', 'part-differs', ['Santos'], ['Reyes']],
  ['Maria Santos', 'Maria Santos Santos', 'shorter', [], ['Santos']],
  ['Maria Santos', 'Juan Reyes', 'different', ['Maria', 'Santos'], ['Juan', 'Reyes']],
  ['محمد علي', 'محمد علي', 'same', [], []],
  ['陈伟', '陳偉', 'different', ['陈伟'], ['陳偉']],
])('%s and %s: %s', (first, second, likeness, onlyFirst, onlySecond) => {
  expect(compareNames(first, second)).toEqual({ likeness, onlyFirst, onlySecond });
  expect(compareNames(second, first)).toEqual({ likeness, onlyFirst: onlySecond, onlySecond: onlyFirst });
});

test('likeness is the same from both sides, for any names', () => {
  const name = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(name, name, (first, second) => {
      const one = compareNames(first, second).likeness;
      // Words of which all of one side differ are judged from the side that has more of them.
      const other = compareNames(second, first).likeness;
      expect(likenesses).toContain(one);
      const serious = ['part-differs', 'different'];
      expect(one === other || (serious.includes(one) && serious.includes(other))).toBe(true);
    }),
  );
});
