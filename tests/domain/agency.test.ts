// Agencies from entries: found by their names however they are typed, renamed, removed, and as of a day.
import { expect, test } from 'vitest';
import { agenciesOn, agencyNamed } from '../../src/domain/agency.ts';
import type { AgencyEntry, NewAgencyEntry } from '../../src/domain/agency-entry.ts';
import type { CivilDate } from '../../src/domain/civil-date.ts';

const day = (text: string) => text as CivilDate;
const today = day('2026-12-15');
const on = day('2026-12-01');

const entriesOf = (...given: readonly NewAgencyEntry[]): AgencyEntry[] =>
  given.map((entry, index) => ({ id: `entry-${index}`, at: '2026-12-01T00:00:00Z', by: 'tester', ...entry }));
const names = (entries: readonly AgencyEntry[], as = today) => agenciesOn(entries, as).map(({ name }) => name);

test.each([
  ['Example Staffing', 'example  staffing'],
  ['Example Staffing', ' EXAMPLE STAFFING '],
  ['Agencia Nuñez', 'agencia nunez'],
  ['Agencia Nun\u0303ez', 'Agencia Nu\u00f1ez'],
  ['陈氏', '陈氏'],
  ['__proto__', '__PROTO__'],
])('%s is found as %j', (name, typed) => {
  const agencies = agenciesOn(entriesOf({ kind: 'added', on, name }), today);
  expect(agencyNamed(agencies, typed)?.name).toBe(name);
  expect(agencyNamed(agencies, `${typed}x`)).toBeUndefined();
});

test('a removed agency is gone, and one of its name is another one without its answers', () => {
  const entries = entriesOf(
    { kind: 'added', on, name: 'Example' },
    { kind: 'answer', on, agency: 'entry-0', criterion: 'no-fee', answer: 'no' },
    { kind: 'removed', on, agency: 'entry-0' },
    { kind: 'answer', on, agency: 'entry-0', criterion: 'no-fee', answer: 'yes' },
    { kind: 'added', on, name: 'Example' },
  );
  const [again, ...others] = agenciesOn(entries, today);
  expect(others).toEqual([]);
  expect(again).toMatchObject({ id: 'entry-4', name: 'Example' });
  expect(again?.answers.size).toBe(0);
});

test('on a day before it was added there is none, before it was renamed it has its old name', () => {
  const entries = entriesOf(
    { kind: 'added', on: day('2026-12-02'), name: 'Example' },
    { kind: 'renamed', on: day('2026-12-04'), agency: 'entry-0', name: 'Sample' },
    { kind: 'removed', on: day('2026-12-06'), agency: 'entry-0' },
  );
  expect(names(entries, day('2026-12-01'))).toEqual([]);
  expect(names(entries, day('2026-12-03'))).toEqual(['Example']);
  expect(names(entries, day('2026-12-04'))).toEqual(['Sample']);
  expect(names(entries, day('2026-12-06'))).toEqual([]);
});
