// Kaplan–Meier: textbook numbers, a second method that shares no line with it, and laws.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Duration, survivalOf } from '../../src/domain/survival.ts';

/** As textbooks print them: `6 6 6+ 10`, where a plus is one that was not over. */
const durations = (text: string): Duration[] =>
  text.split(' ').map((each) => ({ days: Number.parseInt(each, 10), over: !each.endsWith('+') }));

const curveOf = (text: string) =>
  survivalOf(durations(text)).curve.map(({ days, waiting }) => [days, +waiting.toFixed(3)]);

describe('textbook examples', () => {
  // Freireich et al., Blood 21 (1963): weeks of remission of acute leukaemia; the data are Table 1.1 of
  // Cox & Oakes, Analysis of Survival Data (1984).
  const sixMp = '6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+';
  const placebo = '1 1 2 2 3 4 4 5 5 8 8 8 8 11 11 12 12 15 17 22 23';

  test('6-MP: 9 of 21 were over; the median is 23 weeks, and nine in ten were not reached', () => {
    expect(curveOf(sixMp)).toEqual([
      [6, 0.857],
      [7, 0.807],
      [10, 0.753],
      [13, 0.69],
      [16, 0.627],
      [22, 0.538],
      [23, 0.448],
    ]);
    expect(survivalOf(durations(sixMp))).toMatchObject({ n: 9, open: 12, low: 6, median: 23, high: undefined });
  });

  test('placebo: all 21 were over; the median is 8 weeks', () => {
    expect(curveOf(placebo)).toEqual([
      [1, 0.905],
      [2, 0.81],
      [3, 0.762],
      [4, 0.667],
      [5, 0.571],
      [8, 0.381],
      [11, 0.286],
      [12, 0.19],
      [15, 0.143],
      [17, 0.095],
      [22, 0.048],
      [23, 0],
    ]);
    expect(survivalOf(durations(placebo))).toMatchObject({ n: 21, open: 0, low: 2, median: 8, high: 17 });
  });

  // Miller, Survival Analysis (1981); the data set `aml`, maintained group, of R's package survival: median 31.
  test('maintenance of acute myelogenous leukaemia: the median is 31 weeks', () => {
    const maintained = '9 13 13+ 18 23 28+ 31 34 45+ 48 161+';
    expect(curveOf(maintained)).toEqual([
      [9, 0.909],
      [13, 0.818],
      [18, 0.716],
      [23, 0.614],
      [31, 0.491],
      [34, 0.368],
      [48, 0.184],
    ]);
    expect(survivalOf(durations(maintained))).toMatchObject({ n: 7, open: 4, low: 13, median: 31, high: undefined });
  });
});

test('of nothing, and of waits that all go on, nothing can be said', () => {
  const nothing = { median: undefined, low: undefined, high: undefined, curve: [] };
  expect(survivalOf([])).toMatchObject({ n: 0, open: 0, ...nothing });
  expect(survivalOf(durations('3+ 9+'))).toMatchObject({ n: 0, open: 2, ...nothing });
});

test('waits that go on make the median later: leaving them out would flatter', () => {
  const over = '10 12 14 16 18 20 22 24 26 28';
  expect(survivalOf(durations(over)).median).toBe(18);
  expect(survivalOf(durations(`${over} 19+ 25+ 30+ 40+ 50+`)).median).toBe(24);
});

const anyDays = fc.integer({ min: 0, max: 60 });
const anyDuration = fc.record({ days: anyDays, over: fc.boolean() });
const anyDurations = fc.array(anyDuration, { minLength: 1, maxLength: 60 });

/**
 * The share that waits longer, by redistribution to the right (Efron 1967): each begins with the same mass, and one that was
 * not over hands its mass in equal parts to all that were seen longer. Mass that nobody is left to take stays waiting.
 */
function redistributed(list: readonly Duration[], days: number): number {
  const order = [...list].sort((a, b) => a.days - b.days || Number(b.over) - Number(a.over));
  const mass = order.map(() => 1 / order.length);
  let ended = 0;
  order.forEach((each, index) => {
    const heirs = order.length - 1 - index;
    if (each.over) ended += each.days <= days ? (mass[index] as number) : 0;
    else
      for (let heir = index + 1; heir < order.length; heir += 1)
        (mass[heir] as number) += (mass[index] as number) / heirs;
  });
  return 1 - ended;
}

describe('laws', () => {
  test('without open waits the curve is the plain share, and percentiles are those of the sorted list', () => {
    fc.assert(
      fc.property(fc.array(anyDays, { minLength: 1, maxLength: 200 }), (list) => {
        const { curve, low, median, high } = survivalOf(list.map((days) => ({ days, over: true })));
        for (const { days, waiting } of curve) {
          expect(waiting).toBeCloseTo(list.filter((each) => each > days).length / list.length, 9);
        }
        const sorted = [...list].sort((a, b) => a - b);
        // In whole numbers: the share of the list is tenths of its length, rounded up.
        const at = (tenths: number) => sorted[Math.ceil((tenths * list.length) / 10) - 1];
        expect([low, median, high]).toEqual([at(1), at(5), at(9)]);
      }),
    );
  });

  test('with open waits the curve is what redistribution to the right gives', () => {
    fc.assert(
      fc.property(anyDurations, (list) => {
        for (const { days, waiting } of survivalOf(list).curve)
          expect(waiting).toBeCloseTo(redistributed(list, days), 9);
      }),
    );
  });

  test('the curve only falls, all are counted, and the order they come in changes nothing', () => {
    fc.assert(
      fc.property(anyDurations, (list) => {
        const answer = survivalOf(list);
        const { n, open, curve, low, median, high } = answer;
        expect(n + open).toBe(list.length);
        const shares = [1, ...curve.map(({ waiting }) => waiting)];
        expect(shares.every((share, index) => index === 0 || share < (shares[index - 1] as number))).toBe(true);
        const reached = [low, median, high].map((days) => days ?? Number.POSITIVE_INFINITY);
        expect(reached).toEqual([...reached].sort((a, b) => a - b));
        expect(survivalOf(list.toReversed())).toEqual(answer);
      }),
    );
  });

  test('all waits longer by some days make every percentile longer by as many', () => {
    fc.assert(
      fc.property(anyDurations, anyDays, (list, more) => {
        const before = survivalOf(list);
        const after = survivalOf(list.map(({ days, over }) => ({ days: days + more, over })));
        for (const key of ['low', 'median', 'high'] as const) {
          const days = before[key];
          expect(after[key]).toBe(days === undefined ? undefined : days + more);
        }
      }),
    );
  });

  test('a wait that went on longer makes no percentile earlier', () => {
    fc.assert(
      fc.property(anyDurations, anyDays, (list, more) => {
        const [first, ...others] = list as [Duration, ...Duration[]];
        const before = survivalOf([{ ...first, over: false }, ...others]);
        const after = survivalOf([{ days: first.days + more, over: false }, ...others]);
        for (const key of ['low', 'median', 'high'] as const) {
          expect(after[key] ?? Number.POSITIVE_INFINITY).toBeGreaterThanOrEqual(
            before[key] ?? Number.POSITIVE_INFINITY,
          );
        }
      }),
    );
  });
});
