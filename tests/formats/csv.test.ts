// Sheets: what goes in comes out of another reader, nothing calculates, and a mail merge gets every value as it is.
import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { csv } from '../../src/formats/csv.ts';
import { inert, restored } from '../../src/formats/formulas.ts';
import type { CellValue, Sheet, View } from '../../src/views/view.ts';
import { anyText, viewShowing } from './any-view.ts';
import { hostileNames, nastyView, plainView } from './sample-view.ts';

const showing = (rows: readonly (readonly CellValue[])[], reader?: Sheet['for']): View => ({
  ...plainView,
  sheet: {
    columns: [
      { key: 'id', title: 'Id' },
      { key: 'note', title: 'Note' },
    ],
    rows: rows.map((row) => row.map((value) => ({ value }))),
    ...(reader ? { for: reader } : {}),
  },
});
const read = (text: string): string[][] => parse(text, { bom: true });
const cellsOf = async (value: CellValue, reader?: Sheet['for']) =>
  read(await csv.render(showing([[1, value]], reader)))[1]?.[1];

const readers = [undefined, 'excel', 'merge'] as const;
/** What no file can hold is written out. */
const kept = (text: string) =>
  text.replace(/\0/g, '\\u{0}').replace(/\p{Cs}/gu, (half) => `\\u{${half.charCodeAt(0).toString(16)}}`);

test('every text comes out of another reader as it went in', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(anyText, anyText), { minLength: 1, maxLength: 4 }),
      fc.constantFrom(...readers),
      async (rows, reader) => {
        const given = rows.map(([one, other]) => [`${one}.`, other]);
        const [head, ...back] = read(await csv.render(showing(given, reader)));
        expect(head).toEqual(['id', 'note']);
        const taken = reader === 'merge' ? back : back.map((row) => row.map(restored));
        expect(taken).toEqual(given.map((row) => row.map(kept)));
      },
    ),
    { numRuns: 500 },
  );
});

test.each([
  '=1+1',
  '+639171234567',
  '-2+3',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '\n=1',
  '＝1+1',
  '＋1',
  '－1',
  '＠x',
  "'=1",
  "''=1",
  '-',
])('%j can not act as a formula, and is raw for a merge', async (formula) => {
  for (const reader of [undefined, 'excel'] as const) expect(await cellsOf(formula, reader)).toBe(`'${formula}`);
  expect(await cellsOf(formula, 'merge')).toBe(formula);
  expect(restored(`'${formula}`)).toBe(formula);
});

test.each([-5, 5, 0.5, '-5', '-12.50', '007', "O'Neill", "'quoted'", 'a=b', '', 'Nguyễn', '2026-12-15'])(
  '%j is left alone',
  async (value) => {
    for (const reader of readers) expect(await cellsOf(value, reader)).toBe(String(value));
  },
);

test('what is neutralised can be taken back, whatever it was', () => {
  const any = fc.oneof(anyText, fc.stringMatching(/^'{0,3}[=+\-@＝][0-9.]*$/));
  fc.assert(fc.property(any, (text) => restored(inert(text)) === text));
});

test('absence, truth and numbers', async () => {
  expect(
    await csv.render(
      showing([
        [null, true],
        [false, -3],
      ]),
    ),
  ).toBe('id,note\r\n,true\r\nfalse,-3\r\n');
});

test('every record ends in CR LF, and only Excel gets a byte order mark', async () => {
  const rows = [
    ['a\nb', 'c\rd'],
    ['say "so"', 'x,y'],
  ];
  const text = 'id,note\r\n"a\nb","c\rd"\r\n"say ""so""","x,y"\r\n';
  expect(await csv.render(showing(rows))).toBe(text);
  expect(await csv.render(showing(rows, 'merge'))).toBe(text);
  expect(await csv.render(showing(rows, 'excel'))).toBe(`\ufeff${text}`);
  expect(await csv.render(showing([]))).toBe('id,note\r\n');
});

test('a sheet wins over the first table, and the values over the words', async () => {
  expect(read(await csv.render(nastyView))[1]).toEqual(['maria', 'Maria Santos', '54', '2027-02-07']);
  expect(read(await csv.render({ ...nastyView, ...showing([['sheet', '']]) }))[1]?.[0]).toBe('sheet');
  expect(read(await csv.render(viewShowing('=x'))).slice(1)).toEqual([
    ["'=x", '7', ''],
    ["'=x", '7', ''],
  ]);
});

test('hidden characters are data and stay', async () => {
  for (const [, text] of hostileNames) expect(restored((await cellsOf(text)) ?? '')).toBe(kept(text));
  expect(await cellsOf('a\u202eb')).toBe('a\u202eb');
});

test('a view without a table lacks one', () => {
  expect(csv.lacks(plainView)).toBe('table');
  expect(csv.lacks(nastyView)).toBeUndefined();
  expect(csv.lacks(showing([]))).toBeUndefined();
});
