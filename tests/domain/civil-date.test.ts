// The laws of days, over every day of 1995 to 2040, against Temporal and PostgreSQL, in three hostile time zones.
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  type CivilDate,
  civilDate,
  dayDate,
  daysBetween,
  daysInMonth,
  isCivilDate,
  localDay,
  longDate,
  partsOf,
  shortDate,
  weekdayIndex,
  weekdayOf,
} from '../../src/domain/civil-date.ts';
import { parseDate } from '../../src/domain/parse-date.ts';
import {
  checksum,
  checksums,
  type DayMath,
  everyDay,
  FIRST_DAY,
  instants,
  LAST_DAY,
  MONTHS,
  tableOf,
} from './every-day.ts';
import { missingPostgres, type Postgres, startPostgres } from './postgres.ts';
import { isDay, localDayIn, temporalMath } from './temporal-math.ts';

const ours: DayMath = {
  addDays: (day, count) => addDays(day as CivilDate, count),
  addMonths: (day, count) => addMonths(day as CivilDate, count),
  daysBetween: (from, to) => daysBetween(from as CivilDate, to as CivilDate),
  weekday: (day) => weekdayIndex(day as CivilDate),
};

const days = everyDay();
const oracle = tableOf(temporalMath, days);

/** The first few days on which two ways to compute differ: `1996-02-29: 1996-03-29, not 1996-03-28`. */
function differences(got: (day: string) => string | number, wanted: (day: string) => string | number): string[] {
  const wrong = days.filter((day) => got(day) !== wanted(day));
  return wrong.slice(0, 5).map((day) => `${day}: ${got(day)}, not ${wanted(day)}`);
}

test('the days are all the days there are, in order', () => {
  expect(days[0]).toBe(FIRST_DAY);
  expect(days.at(-1)).toBe(LAST_DAY);
  expect(days.length - 1).toBe(temporalMath.daysBetween(FIRST_DAY, LAST_DAY));
  expect(days.filter((day) => !isDay(day))).toEqual([]);
  expect([...days].sort()).toEqual(days);
});

describe('every day 1995 to 2040, against Temporal', () => {
  const results = tableOf(ours, days);

  test.each(Object.keys(oracle))('%s', (name) => {
    const wrong = days.flatMap((day, at) => {
      const [got, wanted] = [results[name]?.[at], oracle[name]?.[at]];
      return got === wanted ? [] : [`${day}: ${got}, not ${wanted}`];
    });
    expect(wrong.slice(0, 5)).toEqual([]);
  });

  test('is read as it is written, and made again from its parts', () => {
    const again = (day: string) => {
      const { year, month, day: number } = partsOf(parseDate(day));
      return civilDate(year, month, number) ?? 'none';
    };
    expect(differences(again, (day) => day)).toEqual([]);
  });

  test('the last day of its month is the day before the first of the next', () => {
    const last = (day: string) => {
      const { year, month } = partsOf(day as CivilDate);
      return daysInMonth(year, month);
    };
    const wanted = (day: string) => {
      const first = temporalMath.addMonths(`${day.slice(0, 7)}-01`, 1);
      return Number(temporalMath.addDays(first, -1).slice(8));
    };
    expect(differences(last, wanted)).toEqual([]);
  });
});

describe.each(['Pacific/Apia', 'America/New_York', 'Asia/Manila'])('in the zone %s', (zone) => {
  let folder: string;
  let said: { zone: string; local: string; sums: Record<string, string> };

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'ascpi-days-'));
    const bundle = await rolldown({ input: join(import.meta.dirname, 'programs', 'date-sums.ts'), platform: 'node' });
    await bundle.write({ dir: folder, format: 'cjs', entryFileNames: 'date-sums.cjs' });
    await bundle.close();
    const env = { TZ: zone };
    const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'date-sums.cjs')], { env });
    said = JSON.parse(stdout);
  });

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test('the program runs in it', () => {
    expect(said.zone).toBe(zone);
  });

  test('every sum of every day is the one of Temporal', () => {
    expect(said.sums).toEqual(checksums(oracle));
  });

  test('today is the day on the wall there', () => {
    expect(said.local).toBe(checksum(instants(days).map((instant) => localDayIn(zone, instant))));
  });
});

const orSkipped = missingPostgres ? ` (skipped: ${missingPostgres})` : '';
describe.skipIf(missingPostgres)(`every day 1995 to 2040, against PostgreSQL${orSkipped}`, () => {
  let postgres: Postgres;
  let rows: string[][];

  beforeAll(() => {
    postgres = startPostgres();
    const months = MONTHS.map((count) => `(d + interval '${count} months')::date`).join(', ');
    rows = postgres.query(
      `select d::date, extract(dow from d)::int, d::date - date '2000-02-29', (d + interval '90 days')::date, ${months}
         from generate_series(timestamp '${FIRST_DAY}', '${LAST_DAY}', '1 day') d order by d`,
    );
  });

  afterAll(() => postgres?.stop());

  test('the days are the same', () => {
    expect(rows.map(([day]) => day)).toEqual(days);
  });

  const column = (index: number) => {
    const byDay = new Map(rows.map((row) => [row[0] ?? '', row[index] ?? '']));
    return (day: string) => byDay.get(day) ?? 'none';
  };

  test('weekday', () => {
    expect(differences((day) => String(ours.weekday(day)), column(1))).toEqual([]);
  });

  test('days between', () => {
    expect(differences((day) => String(ours.daysBetween('2000-02-29', day)), column(2))).toEqual([]);
  });

  test('90 days', () => {
    expect(differences((day) => ours.addDays(day, 90), column(3))).toEqual([]);
  });

  test.each(MONTHS.map((count, index) => [count, index] as const))('%i months', (count, index) => {
    expect(differences((day) => ours.addMonths(day, count), column(4 + index))).toEqual([]);
  });
});

describe('the end of a month', () => {
  test.each([
    ['2026-11-30', 3, '2027-02-28'],
    ['2027-11-30', 3, '2028-02-29'],
    ['2027-11-29', 3, '2028-02-29'],
    ['2026-08-31', 1, '2026-09-30'],
    ['2026-12-31', 2, '2027-02-28'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2028-02-29', 48, '2032-02-29'],
    ['2027-05-31', -3, '2027-02-28'],
    ['1999-11-30', 3, '2000-02-29'],
    ['2099-11-30', 3, '2100-02-28'],
  ])('%s and %i months is %s', (from, months, to) => {
    expect(addMonths(from as CivilDate, months)).toBe(to);
  });
});

describe('a day that the calendar lacks', () => {
  test.each([
    [2026, 2, 29],
    [2100, 2, 29],
    [2026, 4, 31],
    [2026, 13, 1],
    [2026, 0, 1],
    [2026, 1, 0],
    [1899, 12, 31],
    [2200, 1, 1],
    [2026, 1.5, 1],
    [2026, 1, 1.5],
    [Number.NaN, 1, 1],
    [2026, 1, Number.NaN],
  ])('%d, %d, %d is not made', (year, month, day) => {
    expect(civilDate(year, month, day)).toBeUndefined();
  });

  test.each([
    '2026-02-29',
    '2026-1-01',
    '2026-01-01 ',
    ' 2026-01-01',
    '2026-01-01\n',
    '',
    20_260_101,
    null,
    undefined,
    {},
  ])('%j is none', (value) => {
    expect(isCivilDate(value)).toBe(false);
  });

  test.each(['1900-01-01', '2000-02-29', '2199-12-31'])('%s is one', (value) => {
    expect(isCivilDate(value)).toBe(true);
  });
});

describe('how a day is said', () => {
  const day = '2027-02-07' as CivilDate;
  test('short, with its weekday, in full', () => {
    expect(shortDate(day)).toBe('7 Feb 2027');
    expect(dayDate(day)).toBe('Sun 7 Feb 2027');
    expect(longDate(day)).toBe('Sunday, 7 February 2027');
    expect(weekdayOf(day)).toBe('Sun');
  });

  test('the names are the ones of English, over every day', () => {
    const names = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });
    const wanted = (text: string) => names.format(new Date(`${text}T12:00:00Z`)).replace(/^(\w+),? /, '$1, ');
    expect(differences((text) => longDate(text as CivilDate), wanted)).toEqual([]);
  });

  test('a clock far off is no day', () => {
    expect(() => localDay(new Date(8.64e15))).toThrow(RangeError);
  });
});
