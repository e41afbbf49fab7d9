// Initials: the first letter of each word, in any script, never half of one.
import { expect, test } from 'vitest';
import { initialsOf } from '../../src/views/initials.ts';

test.each([
  ['Maria Santos', 'MS'],
  ['maria  de la cruz-reyes', 'MDLC'],
  ['Nguyễn Thị Ánh', 'NTÁ'],
  ['A\u0301na Cruz', 'ÁC'],
  ["O'Neill, Bob", 'OB'],
  ['"Bob" (Robert)', 'BR'],
  ['陈伟', '陈'],
  ['محمد علي', 'مع'],
  ['👩‍⚕️ Ana', 'A'],
  ['👩‍⚕️', '?'],
  ['\u202eAna', 'A'],
  ['किरण शर्मा', 'किश'],
  ['7of9', '7'],
])('%j is %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials);
});
