// Back-off: later after each failure, at most a day, and never held up by a clock that was set back.
import { expect, test } from 'vitest';
import { isWaiting, retryAt } from '../../src/domain/back-off.ts';

test.each([
  ['2026-12-15T08:00:00Z', 1, '2026-12-15T08:10:00Z'],
  ['2026-12-15T08:00:07Z', 2, '2026-12-15T08:20:07Z'],
  ['2026-12-15T08:00:00.123Z', 3, '2026-12-15T08:40:00Z'],
  ['2026-12-15T23:55:59Z', 1, '2026-12-16T00:05:59Z'],
  ['2026-12-31T23:00:00Z', 8, '2027-01-01T20:20:00Z'],
  ['2026-12-15T08:00:00Z', 9, '2026-12-16T08:00:00Z'],
  ['2026-12-15T08:00:00Z', 5000, '2026-12-16T08:00:00Z'],
])('after a failure at %s, the %ith, it is tried again from %s', (at, failures, again) => {
  expect(retryAt(at, failures)).toBe(again);
  // The same sum by the clock of the machine.
  const wait = Math.min(10 * 60_000 * 2 ** (failures - 1), 86_400_000);
  expect(Date.parse(again)).toBe(Math.floor((Date.parse(at) + wait) / 1000) * 1000);
  const before = new Date(Date.parse(again) - 1000).toISOString().replace('.000', '');
  expect(isWaiting(before, at, failures)).toBe(true);
  expect(isWaiting(again, at, failures)).toBe(false);
});

test('a failure later than now holds up nothing', () => {
  expect(isWaiting('2026-12-15T07:59:59Z', '2026-12-15T08:00:00Z', 3)).toBe(false);
});
