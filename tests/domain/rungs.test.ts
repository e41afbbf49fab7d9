// Rungs: how lead times are said and typed.
import { expect, test } from 'vitest';
import { describeValue, parseValue, ruleValueShape } from '../../src/domain/rule.ts';
import { describeLadder, ladderOf, parseLadder } from '../../src/domain/rungs.ts';
import { readShape } from '../../src/domain/shape.ts';

const typed: readonly (readonly [text: string, daysBefore: number[], onceAfter: boolean, said: string])[] = [
  [
    '60,30,14,7,3,1,0,after',
    [60, 30, 14, 7, 3, 1, 0],
    true,
    '60, 30, 14, 7, 3 and 1 days before, on the day, once after',
  ],
  ['0,after,30,7,30', [30, 7, 0], true, '30 and 7 days before, on the day, once after'],
  ['1', [1], false, '1 day before'],
  ['14', [14], false, '14 days before'],
  ['0', [0], false, 'on the day'],
  ['after', [], true, 'once after'],
  ['none', [], false, 'no reminders'],
  [' 7 , 1 ', [7, 1], false, '7 and 1 days before'],
];

test.each(typed)('%j is read and said', (text, daysBefore, onceAfter, said) => {
  const ladder = { daysBefore, onceAfter };
  expect(parseLadder(text)).toEqual(ladder);
  expect(describeLadder(ladder)).toBe(said);
  expect(describeValue(ladder)).toBe(said);
  expect(parseValue(text, { daysBefore: [0], onceAfter: false })).toEqual(ladder);
  expect(readShape(ruleValueShape, ladder).ok).toBe(true);
});

test.each(['', '30d', '-1', '30;7', '7,,1', 'before', 'after 3', '401', '1e2', '٣٠', 'none,7'])(
  '%j is no ladder',
  (text) => {
    expect(parseLadder(text)).toBeUndefined();
  },
);

test('the rungs of a profile, where -1 is once after', () => {
  expect(ladderOf([0, 30, -1, 30])).toEqual({ daysBefore: [30, 0], onceAfter: true });
  expect(ladderOf([])).toEqual({ daysBefore: [], onceAfter: false });
});
