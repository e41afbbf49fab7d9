// What every format makes of the sample views, kept as files to be looked at.
import { expect, test } from 'vitest';
import type { Style } from '../../src/formats/format.ts';
import { type FormatName, formatNamed } from '../../src/formats/index.ts';
import type { View } from '../../src/views/view.ts';
import { calendarView } from './sample-events.ts';
import { nastyView, picturedView, plainView } from './sample-view.ts';
import { aloud, inAscii, inPipe, onTerminal } from './styles.ts';

type Samples = Readonly<Record<string, readonly [view: View, style: Style]>>;

const both = (name: string, style = onTerminal): Samples => ({
  [`nasty-${name}`]: [nastyView, style],
  [`plain-${name}`]: [plainView, style],
});

/** By format, so that a new one does not compile before it has a sample. */
const samples: Readonly<Record<FormatName, Samples>> = {
  text: {
    ...both('text-40.txt', { ...onTerminal, width: 40 }),
    ...both('text-60.txt', { ...onTerminal, width: 60 }),
    ...both('text-80.txt'),
    ...both('text-120.txt', { ...onTerminal, width: 120 }),
    ...both('text-pipe.txt', inPipe),
    ...both('text-ascii.txt', inAscii),
    ...both('text-color.txt', { ...onTerminal, color: true }),
    ...both('text-accessible.txt', aloud),
  },
  markdown: both('markdown.md'),
  json: both('json.json'),
  html: { 'nasty.html': [picturedView, onTerminal], 'plain.html': [plainView, onTerminal] },
  csv: { 'nasty.csv': [nastyView, onTerminal] },
  ics: { 'sample.ics': [calendarView, onTerminal] },
  // What other programs read in it: pdf.test.ts.
  pdf: {},
};

const each = Object.entries(samples).flatMap(([name, files]) =>
  Object.entries(files).map(([file, [view, style]]) => [file, formatNamed(name), view, style] as const),
);

test.each(each)('%s', async (file, format, view, style) => {
  const written = await format?.render(view, style);
  expect(String(written).endsWith('\n')).toBe(true);
  await expect(written).toMatchFileSnapshot(`golden/${file}`);
});
