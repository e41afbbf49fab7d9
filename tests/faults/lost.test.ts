// What counts as lost after a fault: what was there and should be, or was said to be done; never what the command itself removes.
import { expect, test } from 'vitest';
import { lost, type State } from './state.ts';

const journey = (revision: number, ...facts: readonly string[]): string =>
  JSON.stringify({ id: 'ana', revision, profile: { name: 'Ana' }, facts: facts.map((id) => ({ id, kind: 'note' })) });
const kept = (text: string): State => ({ 'home/journeys/ana.json': text });

const [one, two] = [journey(1, 'f1'), journey(2, 'f1', 'f2')];

test.each<[what: string, before: State, after: State, now: State, isDone: boolean, lost: readonly RegExp[]]>([
  ['the old state after an error', kept(one), kept(two), kept(one), false, []],
  ['the new state after an error', kept(one), kept(two), kept(two), false, []],
  ['the old state after success', kept(one), kept(two), kept(one), true, [/f2/]],
  ['a fact that went', kept(one), kept(two), kept(journey(2, 'f2')), true, [/f1/]],
  ['a file cut short', kept(one), kept(two), kept(two.slice(0, 40)), false, [/id "ana"/, /name "Ana"/, /f1/]],
  ['a file that is gone', kept(one), kept(two), {}, false, [/ana\.json$/, /id "ana"/, /name "Ana"/, /f1/]],
  ['what the command removes', kept(one), {}, {}, true, []],
  ['what the command changes', kept(one), kept(one.replace('"Ana"', '"Ann"')), kept(one), false, []],
  ['another candidate', { ...kept(one), b: 'x' }, { ...kept(two), b: 'x' }, kept(two), true, [/^b$/]],
  ['temporary files and locks', { ...kept(one), 'home/lock': '1' }, kept(one), kept(one), true, []],
])('%s', (_, before, after, now, isDone, expected) => {
  const found = lost(before, after, now, isDone);
  expect(found).toHaveLength(expected.length);
  for (const [index, pattern] of expected.entries()) expect(found[index]).toMatch(pattern);
});
