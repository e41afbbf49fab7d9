// Weeks before and after the arrival in words, and as days once the day of arrival is known.
import { expect, test } from 'vitest';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import { whenText } from '../../src/views/arrival-weeks.ts';

const arrival = '2027-03-01' as CivilDate;

test.each([
  [-26, -12, '26 to 12 weeks before you arrive', '31 Aug 2026 to 7 Dec 2026'],
  [-1, -1, '1 week before you arrive', '22 Feb 2027'],
  [-2, -1, '2 to 1 week before you arrive', '15 Feb 2027 to 22 Feb 2027'],
  [-4, 0, 'in the last 4 weeks before you arrive', '1 Feb 2027 to 1 Mar 2027'],
  [-1, 0, 'in the last week before you arrive', '22 Feb 2027 to 1 Mar 2027'],
  [-1, 2, 'from 1 week before to 2 weeks after you arrive', '22 Feb 2027 to 15 Mar 2027'],
  [0, 0, 'on the day you arrive', '1 Mar 2027'],
  [0, 1, 'in the first week', '1 Mar 2027 to 8 Mar 2027'],
  [0, 6, 'in the first 6 weeks', '1 Mar 2027 to 12 Apr 2027'],
  [2, 2, '2 weeks after you arrive', '15 Mar 2027'],
  [1, 3, '1 to 3 weeks after you arrive', '8 Mar 2027 to 22 Mar 2027'],
])('from %d to %d: %s', (from, to, words, days) => {
  expect(whenText({ from, to }, undefined)).toBe(words);
  expect(whenText({ from, to }, arrival)).toBe(`${days}, ${words}`);
});
