// Charts in each form: they fit the width, their bars are as long as their amounts, and a table says the same.
import { parse } from 'parse5';
import { expect, test } from 'vitest';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import { chartPicture } from '../../src/formats/chart-picture.ts';
import type { Style } from '../../src/formats/format.ts';
import { formatNamed } from '../../src/formats/index.ts';
import type { ChartRow, View } from '../../src/views/view.ts';
import { onTerminal } from './styles.ts';

const rows: readonly ChartRow[] = [
  { label: 'Eligibility', value: 200, note: '3 not booked' },
  { label: 'Exam', value: 50 },
  { label: 'Final scores', value: 1, tone: 'bad' },
  { label: 'All done', value: 0 },
];
const chart = {
  type: 'chart',
  title: 'Candidates by step',
  of: 'Step',
  unit: ['candidate', 'candidates'],
  noted: 'Of them',
  rows,
} as const;
const view: View = { name: 'sample', today: '2027-06-05' as CivilDate, data: {}, blocks: [chart] };

const written = async (format: string, style: Partial<Style> = {}, of: View = view) =>
  String((await formatNamed(format)?.render(of, { ...onTerminal, ...style })) ?? '');

test.each([40, 60, 80, 120])('at %d columns a line each under the title, none too long', async (width) => {
  const [title, ...lines] = (await written('text', { width })).trimEnd().split('\n');
  expect(title).toBe('Candidates by step:');
  for (const line of lines) expect(line.length).toBeLessThanOrEqual(width);
  if (width >= 60) expect(lines).toHaveLength(rows.length);
});

test('bars are as long as their amounts, and what is there can be seen', async () => {
  const lines = (await written('text')).trimEnd().split('\n').slice(1);
  const lengths = lines.map((line) => /[█▓]+/.exec(line)?.[0].length ?? 0);
  expect(lengths).toEqual([40, 10, 1, 0]);
  expect(lines.map((line) => /(\d+)(?:, 3 not booked)?$/.exec(line)?.[1])).toEqual(['200', '50', '1', '0']);
});

test('without Unicode it is drawn in ASCII, and what stands out has another letter', async () => {
  const text = await written('text', { unicode: false });
  expect(text).toMatch(/^[\x20-\x7e\n]+$/);
  expect(text).toMatch(/^Final scores +% +1$/m);
});

test('where no bar fits, and in words, amounts are said', async () => {
  expect(await written('text', { width: 24 })).toContain('Exam: 50 candidates\n');
  const spoken = await written('text', { accessible: true });
  expect(spoken).toContain('Candidates by step, Eligibility: 200 candidates, 3 not booked\n');
  expect(spoken).toContain('Candidates by step, Final scores: 1 candidate\n');
});

test('in Markdown it is a table under its title', async () => {
  expect(await written('markdown')).toContain(
    '**Candidates by step**\n\n| Step | Candidates | Of them |\n| --- | ---: | --- |\n| Eligibility | 200 | 3 not booked |\n',
  );
});

test('on a page it is an image with a name, and a table of the same stands beside it', async () => {
  const page = await written('html');
  const tags: Record<string, string[]> = {};
  const walk = (node: { nodeName: string; childNodes?: never[]; attrs?: { name: string; value: string }[] }) => {
    tags[node.nodeName] = [...(tags[node.nodeName] ?? []), JSON.stringify(node.attrs ?? [])];
    for (const child of node.childNodes ?? []) walk(child);
  };
  walk(parse(page) as never);
  expect(tags['figure']).toHaveLength(1);
  expect(tags['svg']).toHaveLength(2);
  for (const attributes of tags['svg'] ?? []) expect(attributes).toContain('"role","value":"img"');
  expect(tags['table']).toHaveLength(1);
  expect(tags['tr']).toHaveLength(rows.length + 1);
});

test.each([300, 460, 700])('at %d points nothing is drawn outside, and bars keep their shares', (width) => {
  const { shapes, height } = chartPicture(chart, width);
  const bars = shapes.flatMap((shape) => (shape.shape === 'rect' ? [shape] : []));
  expect(bars.map((bar) => bar.ink)).toEqual(['fact', 'fact', 'range']);
  expect((bars[1]?.width ?? 0) / (bars[0]?.width ?? 1)).toBeCloseTo(0.25, 2);
  for (const bar of bars) {
    expect(bar.x).toBeGreaterThanOrEqual(0);
    expect(bar.x + bar.width).toBeLessThanOrEqual(width);
    expect(bar.y + bar.height).toBeLessThanOrEqual(height);
  }
});

test('a chart without rows, or of nothing, is no fault', async () => {
  for (const some of [[], [{ label: 'Exam', value: 0 }]]) {
    for (const format of ['text', 'markdown', 'html', 'json']) {
      await expect(written(format, {}, { ...view, blocks: [{ ...chart, rows: some }] })).resolves.toBeTypeOf('string');
    }
  }
});
