// How text is laid out: within its width, the same with and without colour, plain in a pipe, in words when spoken.
import fc from 'fast-check';
import stringWidth from 'string-width';
import { expect, test } from 'vitest';
import { csv } from '../../src/formats/csv.ts';
import { html } from '../../src/formats/html.ts';
import { ics } from '../../src/formats/ics.ts';
import { markdown } from '../../src/formats/markdown.ts';
import { text } from '../../src/formats/text.ts';
import { isSimple } from '../../src/formats/width.ts';
import type { Block } from '../../src/views/view.ts';
import { anyText, TABLE_COLUMNS, viewShowing } from './any-view.ts';
import { calendarView } from './sample-events.ts';
import { nastyView, picturedView, plainView } from './sample-view.ts';
import { aloud, inAscii, inPipe, onTerminal } from './styles.ts';

const linesOf = (output: string): string[] => output.split('\n').slice(0, -1);

test('no line is wider than the terminal, but for what must stay whole', async () => {
  const wrappable = anyText.filter((written) => !/[:/]/.test(written));
  await fc.assert(
    fc.asyncProperty(wrappable, fc.integer({ min: 40, max: 120 }), fc.boolean(), async (written, width, unicode) => {
      for (const line of linesOf(await text.render(viewShowing(written), { ...onTerminal, width, unicode }))) {
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
      }
    }),
    { numRuns: 300 },
  );
  for (let width = 40; width <= 120; width++) {
    for (const line of linesOf(await text.render(nastyView, { ...onTerminal, width }))) {
      if (!/ascpi |:\/\//.test(line)) expect(stringWidth(line), line).toBeLessThanOrEqual(width);
    }
  }
});

test('a command is never broken and never shares its line in a callout', async () => {
  for (let width = 20; width <= 120; width++) {
    const lines = linesOf(await text.render(plainView, { ...onTerminal, width })).map((line) => line.trim());
    expect(lines).toContain('ascpi done schedule --exam <date>');
    expect(lines).toContain('ascpi done admission --window-end <date>');
  }
});

test('colour changes nothing but colour', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, async (written) => {
      const view = viewShowing(written);
      const painted = await text.render(view, { ...onTerminal, color: true });
      expect(painted.replace(/\u001b\[\d+m/g, '')).toBe(await text.render(view, onTerminal));
    }),
  );
});

test('ASCII where Unicode is not safe', async () => {
  const typographic: Block[] = [
    ...plainView.blocks.slice(1),
    { type: 'paragraph', text: 'Don’t wait – “book” now… · 3 × 2 → 6 ≥ 5' },
  ];
  const output = await text.render({ ...plainView, blocks: typographic }, inAscii);
  expect(output).toMatch(/^[\x20-\x7e\n]*$/);
  expect(output).toContain('Don\'t wait - "book" now... - 3 x 2 -> 6 >= 5');
});

test('in a pipe a record is one line that splits into its columns', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, fc.integer({ min: 40, max: 120 }), async (written, width) => {
      const view = viewShowing(written);
      const blocks = view.blocks.filter(({ type }) => type === 'table');
      const lines = linesOf(await text.render({ ...view, blocks }, { ...inPipe, width }));
      expect(lines).toHaveLength(3);
      for (const line of lines) expect(line.split(/ {2,}/)).toHaveLength(TABLE_COLUMNS);
    }),
  );
});

test('spoken, every line is a sentence with a key', async () => {
  const sentence = /^[^\s:][^:]*: \S/;
  for (const line of linesOf(await text.render(nastyView, aloud))) expect(line).toMatch(sentence);
  for (const line of linesOf(await text.render(plainView, aloud))) {
    expect(line).toMatch(sentence);
    expect(line).toMatch(/^[\x20-\x7e]*$/);
    expect(line).not.toMatch(/ {2}/);
  }
});

test('the same view gives the same bytes, whatever the zone and the language of the machine', async () => {
  const all = async () => [
    await text.render(nastyView, onTerminal),
    await markdown.render(nastyView),
    await html.render(picturedView),
    await csv.render(nastyView),
    await ics.render(calendarView),
  ];
  const before = { ...process.env };
  const first = await all();
  for (const TZ of ['America/New_York', 'Pacific/Kiritimati', 'UTC']) {
    Object.assign(process.env, { TZ, LANG: 'ar_SA.UTF-8', LC_ALL: 'th_TH.UTF-8', COLUMNS: '33' });
    expect(await all()).toEqual(first);
  }
  process.env = before;
});

test('a view without blocks is an empty line', async () => {
  const empty = { ...plainView, blocks: [] };
  for (const style of [onTerminal, aloud]) expect(await text.render(empty, style)).toBe('\n');
  expect(await markdown.render(empty)).toBe('\n');
});

test('every simple character takes one column, alone and beside others', () => {
  for (let point = 0; point <= 0x1_0000; point++) {
    const character = String.fromCodePoint(point);
    if (isSimple(character)) expect(stringWidth(`a${character}1${character}`), point.toString(16)).toBe(4);
  }
});
