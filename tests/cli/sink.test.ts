// What is written in pieces arrives as what was said.
import { expect, test } from 'vitest';
import { bytesOf } from '../../src/cli/sink.ts';

const PIECE = 256 * 1024;

test.each([
  ['nothing', ''],
  ['a few words', 'Maria Santos'],
  ['as much as a piece', 'x'.repeat(PIECE)],
  ['one more', 'x'.repeat(PIECE + 1)],
  ['letters of three bytes', '一'.repeat(2 * PIECE + 7)],
  ['a pair of surrogates across the edge', `${'x'.repeat(PIECE - 1)}🧪${'y'.repeat(PIECE)}`],
  ['pairs across both edges', '🧪'.repeat(PIECE + 3)],
  ['pairs after an odd letter', `x${'🧪'.repeat(PIECE + 3)}`],
  ['half a pair at the edge and at the end', `${'x'.repeat(PIECE - 1)}\ud83e${'y'.repeat(PIECE - 2)}\ud83e`],
])('%s', (_, text) => {
  const pieces = Array.from(bytesOf(text), (piece) => Buffer.from(piece));
  expect(Buffer.concat(pieces).equals(Buffer.from(text))).toBe(true);
  if (text.length <= PIECE) expect(pieces).toHaveLength(1);
  if (text.length > PIECE + 1) expect(pieces.length).toBeGreaterThan(1);
});
