// Days as people say them: what is understood, and what is refused because it could mean two days or none.
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate, shortDate } from '../../../src/domain/civil-date.ts';
import { Failure } from '../../../src/domain/failure.ts';
import { readSpokenDate } from '../../../src/domain/spoken-date.ts';

/** A Tuesday. */
const TODAY = '2026-12-15' as CivilDate;
const read = (text: string, today = TODAY) => readSpokenDate(text, today);

test.each([
  ['2027-01-15', '2027-01-15'],
  [' 2027-01-15 ', '2027-01-15'],
  ['15 Jan 2027', '2027-01-15'],
  ['15 jan 2027', '2027-01-15'],
  ['15 JANUARY 2027', '2027-01-15'],
  ['15th January 2027', '2027-01-15'],
  ['1st Jan 2027', '2027-01-01'],
  ['2nd feb 2027', '2027-02-02'],
  ['3rd March 2027', '2027-03-03'],
  ['5 Sept 2027', '2027-09-05'],
  ['05 Mar 2027', '2027-03-05'],
  ['15  Jan   2027', '2027-01-15'],
  ['15 Jan. 2027', '2027-01-15'],
  ['15 Jan, 2027', '2027-01-15'],
  ['January 15 2027', '2027-01-15'],
  ['January 15th, 2027', '2027-01-15'],
  ['Jan 15, 2027', '2027-01-15'],
  ['Jan 15,2027', '2027-01-15'],
  ['15-Jan-2027', '2027-01-15'],
  ['15/JAN/2027', '2027-01-15'],
  ['15Jan2027', '2027-01-15'],
  ['May 5 2027', '2027-05-05'],
  ['29 Feb 2028', '2028-02-29'],
  ['today', '2026-12-15'],
  ['Today', '2026-12-15'],
  ['today.', '2026-12-15'],
  ['yesterday', '2026-12-14'],
  ['tomorrow', '2026-12-16'],
  ['last friday', '2026-12-11'],
  ['Last Fri', '2026-12-11'],
  ['last monday', '2026-12-14'],
  ['last tuesday', '2026-12-08'],
  ['last wed', '2026-12-09'],
  ['last sunday', '2026-12-13'],
  ['next mon', '2026-12-21'],
  ['next tuesday', '2026-12-22'],
  ['next thurs', '2026-12-17'],
])('%s is %s', (text, day) => {
  expect(read(text)).toBe(day);
});

test('over the end of a year', () => {
  const newYear = '2027-01-01' as CivilDate;
  expect(read('yesterday', newYear)).toBe('2026-12-31');
  expect(read('last friday', newYear)).toBe('2026-12-25');
  expect(read('next friday', newYear)).toBe('2027-01-08');
});

test('every day of two years is read back from the way it is written', () => {
  for (let day = '2027-01-01' as CivilDate; day < '2029-01-01'; day = addDays(day, 1)) {
    expect(read(shortDate(day))).toBe(day);
    expect(read(day)).toBe(day);
  }
});

test('a last weekday lies one to seven days back, a next one as far ahead', () => {
  for (let today = TODAY; today < '2027-01-20'; today = addDays(today, 1)) {
    for (const name of ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']) {
      const [last, next] = [read(`last ${name}`, today), read(`next ${name}`, today)];
      expect(last < today && last >= addDays(today, -7)).toBe(true);
      expect(next > today && next <= addDays(today, 7)).toBe(true);
      expect(addDays(last, last === addDays(today, -7) ? 14 : 7)).toBe(next);
    }
  }
});

/** Refused with a reason or a remedy that a person can act on. */
const refused: readonly (readonly [text: string, why: RegExp])[] = [
  ['', /empty/],
  ['03/04/2027', /ambiguous.*2027-04-03 or 2027-03-04/],
  ['03-04-2027', /ambiguous/],
  ['3.4.2027', /ambiguous/],
  ['25/12/2026', /not certain.*2026-12-25/],
  ['15/01/27', /two digits/],
  ['20270115', /2027-01-15/],
  ['2027-1-5', /2027-01-05/],
  ['2027-W03', /week/],
  ['2027-02-31', /2027-02-28/],
  ['31 Feb 2027', /February 2027 has the days 1 to 28/],
  ['30 February 2028', /February 2028 has the days 1 to 29/],
  ['Feb 30, 2027', /1 to 28/],
  ['31 April 2027', /1 to 30/],
  ['0 Jan 2027', /1 to 31/],
  ['15 Jan 27', /15 Jan 2027/],
  ['15 Jan', /15 Jan 2027/],
  ['15 Ja 2027', /15 Jan 2027/],
  ['15 Ju 2027', /15 Jan 2027/],
  ['15 01 2027', /15 Jan 2027/],
  ['Jan 2027', /15 Jan 2027/],
  ['15 Jan 2027 08:30', /15 Jan 2027/],
  ['friday', /last friday/],
  ['last fr', /last friday/],
  ['last week', /last friday/],
  ['this friday', /last friday/],
  ['last last friday', /last friday/],
  ['next month', /last friday/],
  ['in 3 days', /15 Jan 2027/],
  ['constructor', /15 Jan 2027/],
  ['١٥ Jan 2027', /15 Jan 2027/],
  ['15 Jan 2570', /1900 to 2199.*Buddhist.*2027-01-15/],
  ['31 Feb 1850', /1900 to 2199/],
  ['2027-01-15T08:30', /time/],
  ['2027 Jan 15', /15 Jan 2027/],
  ['99th Jan 2027', /1 to 31/],
];

describe('refused', () => {
  test.each(refused)('%j', (text, why) => {
    let thrown: unknown;
    try {
      read(text);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(Failure);
    const { kind, message, hint } = thrown as Failure;
    expect(kind).toBe('usage');
    expect(`${message}. ${hint}`).toMatch(why);
  });
});
