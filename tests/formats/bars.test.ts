// The timeline picture in each of its forms: it fits the width, keeps its order in time, and says in words what it draws.
import { expect, test } from 'vitest';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import type { Style } from '../../src/formats/format.ts';
import { formatNamed } from '../../src/formats/index.ts';
import type { View } from '../../src/views/view.ts';
import { onTerminal } from './styles.ts';

const day = (text: string) => text as CivilDate;
const view: View = {
  name: 'sample',
  today: day('2026-12-15'),
  data: {},
  blocks: [
    {
      type: 'bars',
      from: day('2026-11-30'),
      to: day('2027-03-09'),
      today: day('2026-12-15'),
      bars: [
        { label: 'Admission', kind: 'fact', from: day('2026-11-30'), to: day('2026-11-30') },
        { label: 'Exam', kind: 'range', from: day('2026-12-18'), to: day('2027-01-12') },
        { label: 'Exam window', kind: 'window', from: day('2026-11-30'), to: day('2027-02-27') },
      ],
    },
  ],
};
const written = async (format: string, style: Partial<Style> = {}) =>
  String((await formatNamed(format)?.render(view, { ...onTerminal, ...style })) ?? '');

test.each([40, 60, 80, 120])('it fits %d columns, every bar between its days and today in its place', async (width) => {
  const [months = '', admission = '', exam = '', window = ''] = (await written('text', { width })).split('\n');
  for (const line of [months, admission, exam, window]) expect(line.length).toBeLessThanOrEqual(width);
  expect(months).toMatch(/^ +Nov 2026 .*2027/);
  expect(admission.indexOf('█')).toBe(window.indexOf('─'));
  expect(admission.indexOf('│')).toBeLessThan(exam.indexOf('▒'));
  expect(exam.lastIndexOf('▒')).toBeLessThan(window.lastIndexOf('─'));
});

test('without Unicode it is drawn in ASCII', async () => {
  const text = await written('text', { unicode: false });
  expect(text).toMatch(/^[\x20-\x7e\n]+$/);
  expect(text).toMatch(/Exam +.*=+/);
});

test('in words it says what each bar is, one a line', async () => {
  expect(await written('text', { accessible: true })).toBe(
    'Admission: on 30 Nov 2026\nExam: expected 18 Dec 2026 to 12 Jan 2027\nExam window: from 30 Nov 2026 to 27 Feb 2027\n',
  );
  expect(await written('markdown')).toContain('- **Exam:** 18 Dec 2026 to 12 Jan 2027');
});
