// Meters in each form: they fit the width, look complete only where they are, and say in words what they draw.
import { expect, test } from 'vitest';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import type { Style } from '../../src/formats/format.ts';
import { formatNamed } from '../../src/formats/index.ts';
import type { Meter, View } from '../../src/views/view.ts';
import { onTerminal } from './styles.ts';

const meters: readonly Meter[] = [
  { label: 'Medical ethics', value: 1, of: 1 },
  { label: 'Others', value: 25.99, of: 26 },
  { label: 'Chemistry', value: 0.01, of: 26 },
  { label: 'Safety', value: 0, of: 2 },
  { label: 'More', value: 30, of: 26 },
  { label: 'Nothing asked', value: 0, of: 0 },
];
const view: View = {
  name: 'sample',
  today: '2027-06-05' as CivilDate,
  data: {},
  blocks: [{ type: 'meters', unit: 'points', meters }],
};

const written = async (format: string, style: Partial<Style> = {}) =>
  String((await formatNamed(format)?.render(view, { ...onTerminal, ...style })) ?? '');
const lines = async (style: Partial<Style> = {}) => (await written('text', style)).trimEnd().split('\n');

test.each([40, 60, 80, 120])('at %d columns one line each, amounts under each other', async (width) => {
  const all = await lines({ width });
  expect(all).toHaveLength(meters.length);
  expect(new Set(all.map((line) => line.length)).size).toBe(1);
  expect(all[0]?.length).toBeLessThanOrEqual(width);
});

test('what is complete looks complete, and nothing else does; what has begun looks begun', async () => {
  const bars = (await lines()).map((line) => /[█░]+/.exec(line)?.[0] ?? '');
  const [complete = '', nearly = '', begun = '', none = '', more = '', nothing = ''] = bars;
  expect(complete).toMatch(/^█+$/);
  expect(nearly).toMatch(/^█+░$/);
  expect(begun).toMatch(/^█░+$/);
  expect(none).toMatch(/^░+$/);
  expect([more, nothing]).toEqual([complete, complete]);
});

test('without Unicode it is drawn in ASCII', async () => {
  expect(await written('text', { unicode: false })).toMatch(/^[\x20-\x7e\n]+$/);
  expect((await lines({ unicode: false }))[3]).toMatch(/^Safety +\.+ +0 of 2$/);
});

test('where no bar fits, the words are left', async () => {
  const text = await written('text', { width: 24 });
  expect(text).not.toMatch(/[█░]/);
  expect(text.replace(/\s+/g, ' ')).toContain('Medical ethics: 1 of 1 points Others: 25.99 of 26 points');
  for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(24);
});

test('in words it says how much of what, one a line', async () => {
  expect(await written('text', { accessible: true })).toContain(
    'Others: 25.99 of 26 points\nChemistry: 0.01 of 26 points\n',
  );
  expect(await written('markdown')).toContain('- **Others:** 25\\.99 of 26 points\n');
});

test('colour marks what is complete, beside the numbers', async () => {
  const text = await written('text', { color: true });
  expect(text).toMatch(/Medical ethics {2,}\u001b\[\d+m█+\u001b/);
});

test('on a page the numbers stand beside a drawing that is as full as they say', async () => {
  const page = await written('html');
  expect(page).toMatch(/<dt>Others<\/dt><dd><svg [^>]*aria-hidden="true".*<\/svg> 25\.99 of 26 points<\/dd>/);
  const widths = [...page.matchAll(/<rect class="fact" width="([\d.]+)"/g)].map((match) => Number(match[1]));
  expect(widths).toEqual([100, 99.96, 0.04, 0, 100, 100]);
});
