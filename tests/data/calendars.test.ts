// Calendars: what they refer to exists, and the days they close are the days that were kept.
import { describe, expect, test } from 'vitest';
import { closedBecause } from '../../src/domain/business-days.ts';
import { addDays, type CivilDate, weekdayOf } from '../../src/domain/civil-date.ts';
import { allFiles, calendar, calendarFiles, rules } from './data-files.ts';

const day = (text: string) => text as CivilDate;

test.each(allFiles.filter(({ folder }) => folder === 'calendars'))('$path is named for its id', ({ name, content }) => {
  expect(content).toHaveProperty('id', name);
});

test.each(calendarFiles())('$id refers to calendars and closures that exist', ({ id, holidaysOf, closures }) => {
  if (holidaysOf !== undefined) expect(calendarFiles().map((each) => each.id)).toContain(holidaysOf);
  expect(holidaysOf).not.toBe(id);
  for (const closure of closures) {
    const rule = rules().find((each) => each.id === closure);
    for (const { value } of rule?.values ?? [{ value: undefined }]) expect(value).toHaveProperty('closedFrom');
  }
});

test('holidays are inherited over one step only', () => {
  const inheriting = calendarFiles().filter(({ holidaysOf }) => holidaysOf !== undefined);
  const inherited = new Set(inheriting.map(({ holidaysOf }) => holidaysOf));
  expect(inheriting.filter(({ id }) => inherited.has(id))).toEqual([]);
});

/** The days off of federal offices, as published for each year, taken down by hand. */
const observed: Record<number, string> = {
  2020: '01-01 01-20 02-17 05-25 07-03 09-07 10-12 11-11 11-26 12-25',
  2021: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
  2022: '01-17 02-21 05-30 06-20 07-04 09-05 10-10 11-11 11-24 12-26',
  2023: '01-02 01-16 02-20 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
  2024: '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25',
  2025: '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25',
  2026: '01-01 01-19 02-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
  2027: '01-01 01-18 02-15 05-31 06-18 07-05 09-06 10-11 11-11 11-25 12-24 12-31',
  2028: '01-17 02-21 05-29 06-19 07-04 09-04 10-09 11-10 11-23 12-25',
  2029: '01-01 01-15 02-19 05-28 06-19 07-04 09-03 10-08 11-12 11-22 12-25',
  2030: '01-01 01-21 02-18 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25',
};

function daysOf(year: number): CivilDate[] {
  const days: CivilDate[] = [];
  for (let date = day(`${year}-01-01`); date <= `${year}-12-31`; date = addDays(date, 1)) days.push(date);
  return days;
}

describe('us-federal', () => {
  const federal = calendar('us-federal');

  test.each(Object.entries(observed))('%s: closed on these weekdays and no others', (year, days) => {
    const closed = daysOf(Number(year)).filter(
      (date) => ![undefined, 'weekend'].includes(closedBecause(federal, date)),
    );
    expect(closed.map((date) => date.slice(5)).join(' ')).toBe(days);
  });

  test.each(Object.keys(observed))('%s: closed on every Saturday and Sunday', (year) => {
    const weekends = daysOf(Number(year)).filter((date) => ['Sat', 'Sun'].includes(weekdayOf(date)));
    expect(new Set(weekends.map((date) => closedBecause(federal, date)))).toEqual(new Set(['weekend']));
  });

  test.each([
    ['2021-06-18', 'Juneteenth'],
    ['2021-12-31', "New Year's Day"],
    ['2022-06-20', 'Juneteenth'],
    ['2023-11-10', 'Veterans Day'],
    ['2027-01-18', 'Martin Luther King Jr. Day'],
    ['2027-07-05', 'Independence Day'],
    ['2026-11-26', 'Thanksgiving Day'],
    ['2026-05-25', 'Memorial Day'],
    ['2021-12-24', 'Christmas Day'],
  ])('%s is %s', (date, name) => {
    expect(closedBecause(federal, day(date))).toBe(name);
  });

  test.each(['2020-06-19', '2019-06-19', '1985-01-21'])('%s was a working day: the holiday came later', (date) => {
    expect(closedBecause(federal, day(date))).toBeUndefined();
  });

  test('the first Martin Luther King Jr. Day was in 1986', () => {
    expect(closedBecause(federal, day('1986-01-20'))).toBe('Martin Luther King Jr. Day');
  });
});

describe('ascp-office', () => {
  const office = calendar('ascp-office');

  test.each([
    ['2026-12-22', undefined],
    ['2026-12-23', 'Year-end office closure'],
    ['2026-12-31', 'Year-end office closure'],
    ['2025-01-03', 'Year-end office closure'],
    ['2027-01-04', undefined],
    ['2027-07-05', 'Independence Day'],
  ])('%s: %s', (date, reason) => {
    expect(closedBecause(office, day(date))).toBe(reason);
  });
});

describe('test-centre', () => {
  const centre = calendar('test-centre');

  test.each([
    ['2026-12-12', undefined],
    ['2026-12-13', 'weekend'],
    ['2026-12-14', undefined],
    ['2026-12-25', 'Christmas Day'],
  ])('%s: %s', (date, reason) => {
    expect(closedBecause(centre, day(date))).toBe(reason);
  });
});

/** Easter Sunday in the western churches, from printed tables. */
const easter =
  '2000-04-23 2001-04-15 2002-03-31 2003-04-20 2004-04-11 2005-03-27 2006-04-16 2007-04-08 2008-03-23 2009-04-12 ' +
  '2010-04-04 2011-04-24 2012-04-08 2013-03-31 2014-04-20 2015-04-05 2016-03-27 2017-04-16 2018-04-01 2019-04-21 ' +
  '2020-04-12 2021-04-04 2022-04-17 2023-04-09 2024-03-31 2025-04-20 2026-04-05 2027-03-28 2028-04-16 2029-04-01 ' +
  '2030-04-21 2031-04-13 2032-03-28 2033-04-17 2034-04-09 2035-03-25 2036-04-13 2037-04-05 2038-04-25 2039-04-10 ' +
  '2040-04-01';

describe('test-centre-ph', () => {
  const centre = calendar('test-centre-ph');

  test.each(easter.split(' '))(
    'Maundy Thursday and Good Friday before Easter on %s, and no others that year',
    (sunday) => {
      const named = (name: string) =>
        daysOf(Number(sunday.slice(0, 4))).filter((date) =>
          centre.holidays.some(
            (each) =>
              each.name === name && closedBecause({ ...centre, closedWeekdays: [], holidays: [each] }, date) === name,
          ),
        );
      expect(named('Good Friday')).toEqual([addDays(day(sunday), -2)]);
      expect(named('Maundy Thursday')).toEqual([addDays(day(sunday), -3)]);
    },
  );

  test.each([
    ['2027-03-25', 'Maundy Thursday'],
    ['2027-03-26', 'Good Friday'],
    ['2027-03-27', undefined],
    ['2026-08-31', 'National Heroes Day'],
    ['2026-12-30', 'Rizal Day'],
    ['2027-01-18', undefined],
    ['2027-02-28', 'weekend'],
  ])('%s: %s', (date, reason) => {
    expect(closedBecause(centre, day(date))).toBe(reason);
  });
});
