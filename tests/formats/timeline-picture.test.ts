// The timeline as shapes: inside its frame, in the order of time, and no label over another.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addDays, type CivilDate } from '../../src/domain/civil-date.ts';
import { timelinePicture } from '../../src/formats/timeline-picture.ts';
import { type Label, type Rect, type Shape, widthOf } from '../../src/formats/timeline-shapes.ts';
import type { Bar, Block } from '../../src/views/view.ts';

type Bars = Extract<Block, { readonly type: 'bars' }>;

const day = (text: string) => text as CivilDate;
const block: Bars = {
  type: 'bars',
  from: day('2026-11-20'),
  to: day('2027-06-09'),
  today: day('2026-12-15'),
  bars: [
    { label: 'Admission', kind: 'fact', from: day('2026-11-30'), to: day('2026-11-30') },
    { label: 'Exam', kind: 'range', from: day('2026-12-18'), to: day('2027-01-12') },
    { label: 'Certificate', kind: 'range', from: day('2027-03-18'), to: day('2027-06-09') },
    { label: 'Exam window', kind: 'window', from: day('2026-11-30'), to: day('2027-02-27') },
  ],
};

/** The height of a bar; rectangles of the key are lower. */
const BAR = 12;
const rectsOf = (shapes: readonly Shape[]): Rect[] =>
  shapes.filter((shape) => shape.shape === 'rect').filter(({ ink, height }) => ink !== 'plate' && height === BAR);
const labelsOf = (shapes: readonly Shape[]): Label[] => shapes.filter((shape) => shape.shape === 'label');
const textsOf = (shapes: readonly Shape[], ink: Label['ink']): string[] =>
  labelsOf(shapes)
    .filter((label) => label.ink === ink)
    .map(({ text }) => text);

/** Left and right edge of a label. */
function spanOf({ x, text, anchor, size }: Label): [number, number] {
  const width = widthOf(text, size);
  const left = anchor === 'start' ? x : anchor === 'end' ? x - width : x - width / 2;
  return [left, left + width];
}

const anyDay = fc.integer({ min: 0, max: 60_000 }).map((days) => addDays(day('1950-01-01'), days));
const anyBar: fc.Arbitrary<Bar> = fc.record({
  label: fc.constantFrom('Exam', 'Application payment', 'Certificate arrives', 'x'.repeat(200)),
  kind: fc.constantFrom('fact' as const, 'range' as const, 'window' as const),
  from: anyDay,
  to: anyDay,
});
const anyBlock: fc.Arbitrary<Bars> = fc
  .tuple(anyDay, fc.integer({ min: 0, max: 4000 }), anyDay, fc.array(anyBar, { maxLength: 6 }))
  .map(([from, days, today, bars]) => {
    const sorted = bars.map((bar) => (bar.from <= bar.to ? bar : { ...bar, from: bar.to, to: bar.from }));
    return { type: 'bars', from, to: addDays(from, days), today, bars: sorted };
  });

test('everything stays inside the frame, and no label touches another on its line', () => {
  fc.assert(
    fc.property(anyBlock, fc.integer({ min: 280, max: 1000 }), (any, width) => {
      const picture = timelinePicture(any, width);
      for (const shape of picture.shapes) {
        const [left, right, top, bottom] =
          shape.shape === 'rect'
            ? [shape.x, shape.x + shape.width, shape.y, shape.y + shape.height]
            : shape.shape === 'line'
              ? [
                  Math.min(shape.x1, shape.x2),
                  Math.max(shape.x1, shape.x2),
                  ...[shape.y1, shape.y2].sort((a, b) => a - b),
                ]
              : [...spanOf(shape), shape.y - shape.size, shape.y];
        expect(left, JSON.stringify(shape)).toBeGreaterThanOrEqual(-0.01);
        expect(right, JSON.stringify(shape)).toBeLessThanOrEqual(width + 0.01);
        expect(top, JSON.stringify(shape)).toBeGreaterThanOrEqual(0);
        expect(bottom, JSON.stringify(shape)).toBeLessThanOrEqual(picture.height);
      }
      const labels = labelsOf(picture.shapes);
      for (const one of labels) {
        for (const other of labels) {
          if (one === other || one.y !== other.y) continue;
          const [[left], [, right]] = [spanOf(one), spanOf(other)];
          expect(left >= right || spanOf(one)[1] <= spanOf(other)[0], `${one.text} and ${other.text}`).toBe(true);
        }
      }
    }),
    { numRuns: 500 },
  );
});

test.each([300, 680])(
  'at %d points bars stand in the order of time, today between what was and what comes',
  (width) => {
    const { shapes } = timelinePicture(block, width);
    const [admission, exam, certificate, window] = rectsOf(shapes).sort((a, b) => a.y - b.y);
    const today = shapes.find((shape) => shape.shape === 'line' && shape.ink === 'today');
    if (!admission || !exam || !certificate || !window || today?.shape !== 'line')
      throw new Error('a shape is missing');
    expect([admission.ink, exam.ink, certificate.ink, window.ink]).toEqual(['fact', 'range', 'range', 'window']);
    expect(admission.x).toBeCloseTo(window.x, 1);
    expect(admission.x + admission.width).toBeLessThan(today.x1);
    expect(today.x1).toBeLessThan(exam.x);
    expect(exam.x + exam.width).toBeLessThan(window.x + window.width);
    expect(window.x + window.width).toBeLessThan(certificate.x);
    const marks = shapes.filter((shape) => shape.shape === 'line' && shape.ink === 'deadline');
    expect(marks[0]).toMatchObject({ x1: window.x + window.width, x2: window.x + window.width });
  },
);

test('names, days, months and years are told where there is room', () => {
  const { shapes } = timelinePicture(block, 680);
  expect(textsOf(shapes, 'name')).toEqual(['Admission', 'Exam', 'Certificate', 'Exam window']);
  expect(textsOf(shapes, 'days')).toContain('30 Nov 2026 to 27 Feb 2027');
  expect(textsOf(shapes, 'month')).toEqual(['Nov', 'Dec', 'Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun']);
  expect(textsOf(shapes, 'year')).toEqual(['2026', '2027']);
  expect(textsOf(shapes, 'today')).toEqual(['today']);
});

test('a long time is told in years, and a today outside it is not drawn', () => {
  const { shapes } = timelinePicture({ ...block, to: day('2060-01-01'), today: day('2026-01-01') }, 340);
  expect(textsOf(shapes, 'month')).toEqual([]);
  expect(textsOf(shapes, 'year').length).toBeGreaterThan(3);
  expect(textsOf(shapes, 'today')).toEqual([]);
});

test('the key explains the kinds that are shown, and no other', () => {
  const [first] = block.bars;
  const { shapes } = timelinePicture({ ...block, bars: first ? [first] : [] }, 680);
  expect(textsOf(shapes, 'key')).toEqual(['a day that is known']);
  expect(textsOf(timelinePicture(block, 680).shapes, 'key')).toHaveLength(3);
});
