// What every format makes of the sample views, kept as files to be looked at.
import { expect, test } from 'vitest';
import { csv } from '../../src/formats/csv.ts';
import type { Format, Style } from '../../src/formats/format.ts';
import { html } from '../../src/formats/html.ts';
import { ics } from '../../src/formats/ics.ts';
import { formatNamed, formats } from '../../src/formats/index.ts';
import { json } from '../../src/formats/json.ts';
import { markdown } from '../../src/formats/markdown.ts';
import { text } from '../../src/formats/text.ts';
import { calendarView } from './sample-events.ts';
import { nastyView, picturedView, plainView } from './sample-view.ts';
import { aloud, inAscii, inPipe, onTerminal } from './styles.ts';

const renderings: readonly (readonly [name: string, format: Format, style: Style])[] = [
  ['text-40.txt', text, { ...onTerminal, width: 40 }],
  ['text-60.txt', text, { ...onTerminal, width: 60 }],
  ['text-80.txt', text, onTerminal],
  ['text-120.txt', text, { ...onTerminal, width: 120 }],
  ['text-pipe.txt', text, inPipe],
  ['text-ascii.txt', text, inAscii],
  ['text-color.txt', text, { ...onTerminal, color: true }],
  ['text-accessible.txt', text, aloud],
  ['markdown.md', markdown, onTerminal],
  ['json.json', json, onTerminal],
];

test.each(renderings)('%s', async (name, format, style) => {
  await expect(await format.render(nastyView, style)).toMatchFileSnapshot(`golden/nasty-${name}`);
  await expect(await format.render(plainView, style)).toMatchFileSnapshot(`golden/plain-${name}`);
});

test('pages, sheets and calendars', async () => {
  await expect(await html.render(picturedView)).toMatchFileSnapshot('golden/nasty.html');
  await expect(await html.render(plainView)).toMatchFileSnapshot('golden/plain.html');
  await expect(await csv.render(nastyView)).toMatchFileSnapshot('golden/nasty.csv');
  await expect(await ics.render(calendarView)).toMatchFileSnapshot('golden/sample.ics');
});

test('every format is found by its name', () => {
  for (const format of formats) expect(formatNamed(format.name)).toBe(format);
});
