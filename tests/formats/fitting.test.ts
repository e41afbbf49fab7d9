// Tables on terminals: columns that can be spared go first, then cells are cut, and no line is wider than the terminal.
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import { text } from '../../src/formats/text.ts';
import type { Column, View } from '../../src/views/view.ts';
import { anyText } from './any-view.ts';
import { onTerminal } from './styles.ts';

const columns: readonly Column[] = [
  { key: 'id', title: 'Id' },
  { key: 'name', title: 'Name', least: 8, spare: 1 },
  { key: 'country', title: 'Country', spare: 3 },
  { key: 'next', title: 'Next', least: 10, spare: 2 },
  { key: 'state', title: 'State' },
];

const table = (...rows: readonly (readonly string[])[]): View => ({
  name: 'table',
  today: '2026-12-15' as CivilDate,
  data: {},
  blocks: [{ type: 'table', columns, rows: rows.map((row) => row.map((value) => ({ value, text: { user: value } }))) }],
});

const linesOf = async (view: View, width: number, more = {}): Promise<string[]> =>
  (await text.render(view, { ...onTerminal, width, ...more })).trimEnd().split('\n');

const roster = table(
  ['maria-santos', 'Maria Santos', 'PH', 'Book your exam', 'soon'],
  ['anh', 'Nguyễn Thị Ánh 阮氏映 👩‍⚕️', 'VN', 'Wait for your notification', 'missed'],
);

const headers: readonly (readonly [width: number, header: string])[] = [
  [100, 'Id Name Country Next State'],
  [64, 'Id Name Country Next State'],
  [49, 'Id Name Next State'],
  [40, 'Id Name State'],
  [30, 'Id Name State'],
  [24, 'Id State'],
];
test.each(headers)('at %i columns there are %s', async (width, header) => {
  const [first = '', , ...rows] = await linesOf(roster, width);
  expect(first.split(/ +/).join(' ')).toBe(header);
  expect(rows).toHaveLength(2);
  for (const line of rows) expect(stringWidth(line)).toBeLessThanOrEqual(width);
});

test('cells are cut between letters, and say so', async () => {
  const [, , , row = ''] = await linesOf(roster, 40);
  expect(row).toMatch(/^anh +Nguyễn Thị Ánh 阮… +missed$/);
  const ascii = await linesOf(roster, 40, { unicode: false });
  expect(ascii[3]).toMatch(/^anh +Nguyễn Thị Ánh \.\.\. +missed$/);
});

test('where even what can not be spared has no room, there is a record after the other, and nothing is cut', async () => {
  const lines = await linesOf(table(['maria-theresa-santos', 'Maria', 'PH', 'Wait for your notification', 'soon']), 24);
  expect(lines.slice(0, 2)).toEqual(['Id: maria-theresa-santos', 'Name: Maria']);
  expect(lines.join(' ').replace(/\s+/g, ' ')).toContain('Next: Wait for your notification');
});

test('a pipe, a page and a screen reader get everything', async () => {
  for (const more of [{ terminal: false }, { accessible: true }]) {
    const said = (await linesOf(roster, 24, more)).join('\n');
    for (const word of ['Nguyễn Thị Ánh 阮氏映 👩‍⚕️', 'VN', 'Wait for your notification']) expect(said).toContain(word);
  }
});

test('whatever is written in it, a table is never wider than the terminal and shows nothing hidden', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, fc.integer({ min: 24, max: 120 }), async (name, width) => {
      const lines = await linesOf(table(['anh', name, name, name, 'missed']), width);
      for (const line of lines) {
        expect(line).not.toMatch(/[\p{Cc}\p{Cs}\u202a-\u202e\u200b]/u);
        if (!/:\/\/|\//.test(name)) expect(stringWidth(line)).toBeLessThanOrEqual(width);
      }
    }),
    { numRuns: 60 },
  );
});
