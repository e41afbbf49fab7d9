// What is taken for a day and what is not: every refusal quotes the value, gives the reason and names the remedy.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Failure } from '../../src/domain/failure.ts';
import { parseDate } from '../../src/domain/parse-date.ts';
import { isDay } from './temporal-math.ts';

function refusalOf(text: string): Failure {
  try {
    parseDate(text);
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
  throw new Error(`${JSON.stringify(text)} was taken for a day`);
}

test.each(['2026-11-30', '2028-02-29', '2000-02-29', '1900-01-01', '2199-12-31'])('%s is a day', (text) => {
  expect(parseDate(text)).toBe(text);
});

/** What is typed, words of the reason, words of the remedy. */
const refused: readonly [typed: string, reason: RegExp, remedy: RegExp][] = [
  // days the calendar lacks
  ['2026-02-30', /February 2026 has 28 days/, /2026-02-28/],
  ['2026-02-29', /February 2026 has 28 days/, /2026-02-28/],
  ['2028-02-30', /February 2028 has 29 days/, /2028-02-29/],
  ['2100-02-29', /February 2100 has 28 days/, /2100-02-28/],
  ['2026-04-31', /April 2026 has 30 days/, /2026-04-30/],
  ['2026-12-32', /December 2026 has 31 days/, /2026-12-31/],
  ['2026-02-00', /from 1/, /2026-02-01/],
  ['2026-13-01', /twelve months/, /second part|01 to 12/],
  ['2026-00-10', /twelve months/, /second part|01 to 12/],
  // years
  ['1899-12-31', /1899 is outside 1900 to 2199/, /YYYY-MM-DD/],
  ['2200-01-01', /2200 is outside 1900 to 2199/, /YYYY-MM-DD/],
  ['0000-01-01', /outside 1900 to 2199/, /YYYY-MM-DD/],
  ['9999-12-31', /outside 1900 to 2199/, /YYYY-MM-DD/],
  ['2569-11-30', /2569 is outside/, /Buddhist.*2026-11-30/],
  ['2571-02-29', /2571 is outside/, /Buddhist.*2028-02-29/],
  ['2569-02-29', /2569 is outside/, /Buddhist.*2026/],
  ['1405-09-09', /1405 is outside/, /Jalali.*2026/],
  // the order of the parts
  ['03/04/2026', /ambiguous/, /2026-04-03 or 2026-03-04/],
  ['3.4.2026', /ambiguous/, /2026-04-03 or 2026-03-04/],
  ['03-04-2026', /ambiguous/, /2026-04-03 or 2026-03-04/],
  ['30/11/2026', /order/, /2026-11-30/],
  ['11/30/2026', /order/, /2026-11-30/],
  ['05/05/2026', /order/, /2026-05-05/],
  ['31/31/2026', /no such day/, /YYYY-MM-DD/],
  ['26-1-1', /two digits/, /YYYY-MM-DD/],
  ['1/2/26', /two digits/, /YYYY-MM-DD/],
  ['01.02.03', /two digits/, /YYYY-MM-DD/],
  // separators and zeros
  ['20260304', /not separated/, /2026-03-04/],
  ['20261340', /not separated/, /YYYY-MM-DD/],
  ['2026-2-3', /two digits and hyphens/, /2026-02-03/],
  ['2026/11/30', /two digits and hyphens/, /2026-11-30/],
  ['2026.11.30', /two digits and hyphens/, /2026-11-30/],
  ['2026-2-30', /two digits and hyphens/, /YYYY-MM-DD/],
  // other scripts
  ['٢٠٢٦-٠٣-٠٤', /digits are not 0 to 9/, /2026-03-04/],
  ['۲۰۲۶-۰۳-۰۴', /digits are not 0 to 9/, /2026-03-04/],
  ['२०२६-०३-०४', /digits are not 0 to 9/, /2026-03-04/],
  ['２０２６-０３-０４', /digits are not 0 to 9/, /2026-03-04/],
  ['２０２６－０３－０４', /digits are not 0 to 9/, /2026-03-04/],
  ['𝟐𝟎𝟐𝟔-𝟎𝟑-𝟎𝟒', /digits are not 0 to 9/, /2026-03-04/],
  ['๒๕๖๙-๑๑-๓๐', /digits are not 0 to 9|outside/, /2026-11-30|YYYY-MM-DD|Buddhist/],
  ['2026‐11‐30', /characters other than|digits/, /2026-11-30|YYYY-MM-DD/],
  ['2026年11月30日', /characters|digits/, /YYYY-MM-DD/],
  // more or less than a day
  ['', /empty/, /YYYY-MM-DD/],
  [' ', /empty/, /YYYY-MM-DD/],
  ['\t\n', /empty/, /YYYY-MM-DD/],
  ['2026', /YYYY-MM-DD/, /YYYY-MM-DD/],
  ['2026-11', /YYYY-MM-DD/, /YYYY-MM-DD/],
  ['2026-W48-1', /week/, /YYYY-MM-DD/],
  ['2026W481', /week/, /YYYY-MM-DD/],
  ['2026-334', /YYYY-MM-DD/, /YYYY-MM-DD/],
  ['2026-11-30T08:30', /time/, /2026-11-30/],
  ['2026-11-30 08:30', /time/, /2026-11-30/],
  ['2026-11-30T00:00:00Z', /time/, /2026-11-30/],
  ['2026-02-30T08:30', /time|28 days/, /2026-02-28|YYYY-MM-DD/],
  ['2026-11-30Z', /YYYY-MM-DD/, /YYYY-MM-DD/],
  ['+2026-11-30', /YYYY-MM-DD/, /YYYY-MM-DD/],
  ['-2026-11-30', /YYYY-MM-DD/, /YYYY-MM-DD/],
  [' 2026-11-30', /YYYY-MM-DD/, /YYYY-MM-DD/],
  ['2026-11-30 ', /./, /2026-11-30|YYYY-MM-DD/],
  ['2026-11-30\n', /./, /2026-11-30|YYYY-MM-DD/],
  ['2026-11-300', /YYYY-MM-DD/, /YYYY-MM-DD/],
  ['tomorrow', /YYYY-MM-DD/, /YYYY-MM-DD/],
  ['30 Nov 2026', /YYYY-MM-DD/, /YYYY-MM-DD/],
  ['NaN-NaN-NaN', /YYYY-MM-DD/, /YYYY-MM-DD/],
];

describe.each(refused)('%j', (typed, reason, remedy) => {
  test('is refused by its value, the reason and the remedy', () => {
    const { kind, message, hint } = refusalOf(typed);
    expect(kind).toBe('usage');
    expect(message).toContain(JSON.stringify(typed));
    expect(message.slice(message.indexOf(JSON.stringify(typed)) + JSON.stringify(typed).length)).toMatch(reason);
    expect(hint).toMatch(remedy);
  });
});

/** Days that the remedy tells to type and that would be refused in their turn. */
const deadEnds = (typed: string): string[] =>
  [...(refusalOf(typed).hint ?? '').matchAll(/(?<!\d)\d{4}-\d{2}-\d{2}(?!\d)/g)]
    .filter(([day]) => !isDay(day) || day < '1900' || day >= '2200')
    .map(([day]) => `${typed}: ${day}`);

test('every day a remedy names would be taken', () => {
  expect(refused.flatMap(([typed]) => deadEnds(typed))).toEqual([]);
});

/** The ten digits of every script that Intl can write numbers in. */
const scripts = Intl.supportedValuesOf('numberingSystem')
  .map((system) => {
    const format = new Intl.NumberFormat('en', { numberingSystem: system, useGrouping: false });
    return [system, Array.from({ length: 10 }, (_, digit) => format.format(digit))] as const;
  })
  .filter(([, digits]) => digits.every((digit) => /^\p{Nd}$/u.test(digit) && !/[0-9]/.test(digit)));

test('Intl knows many scripts', () => {
  expect(scripts.length).toBeGreaterThan(30);
});

test.each(scripts)('a day in the digits of %s is read back to its author in 0 to 9', (_, digits) => {
  for (const day of ['2026-03-04', '1987-06-15']) {
    const typed = day.replace(/\d/g, (digit) => digits[Number(digit)] ?? '');
    expect(refusalOf(typed).hint).toContain(day);
  }
});

const piece = fc.oneof(
  fc.integer({ min: 0, max: 99 }).map(String),
  fc.integer({ min: 0, max: 99 }).map((part) => String(part).padStart(2, '0')),
  fc.integer({ min: 0, max: 9999 }).map((year) => String(year).padStart(4, '0')),
  fc.constantFrom('٠٣', '２０２６', 'W10', 'T08:30', '', '-', '\u202e'),
);
const separator = fc.constantFrom('-', '-', '/', '.', ' ', '', '–', 'T');
const dateLike = fc.tuple(piece, separator, piece, separator, piece).map((parts) => parts.join(''));
const anyDay = fc
  .record({
    year: fc.integer({ min: 1850, max: 2250 }),
    month: fc.integer({ min: 0, max: 14 }),
    day: fc.integer({ min: 0, max: 33 }),
  })
  .map(({ year, month, day }) => `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`);

describe('any text at all', () => {
  const anything = fc.oneof(
    { weight: 2, arbitrary: anyDay },
    { weight: 2, arbitrary: dateLike },
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'binary-ascii', maxLength: 200 }),
  );

  test('is a day that Temporal knows too, in the years 1900 to 2199, or is refused', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const shouldPass = /^\d{4}-\d{2}-\d{2}$/.test(text) && isDay(text) && text >= '1900' && text < '2200';
        if (shouldPass) expect(parseDate(text)).toBe(text);
        else expect(refusalOf(text).kind).toBe('usage');
      }),
      { numRuns: 3000 },
    );
  });

  test('is refused in one short line that is safe to print', () => {
    fc.assert(
      fc.property(anything, (text) => {
        if (isDay(text) && text >= '1900' && text < '2200') return;
        const { message, hint = '' } = refusalOf(text);
        for (const said of [message, hint]) {
          expect(said).toMatch(/^[^\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]+$/u);
          expect(said.isWellFormed()).toBe(true);
          expect(said).not.toMatch(/\.$/);
          expect(said.length).toBeLessThan(500);
        }
      }),
      { numRuns: 3000 },
    );
  });
});
