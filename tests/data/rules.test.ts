// Every rule the code relies on is there, in the unit the code relies on, dated and sourced.
import { expect, test } from 'vitest';
import { localDay } from '../../src/domain/civil-date.ts';
import { type RuleValue, valueOn } from '../../src/domain/rule.ts';
import { allFiles, calendarFiles, credentials, rules } from './data-files.ts';

/** The unit of each rule; a changed number is a change of data, a changed unit is a change of code. */
const units: Record<string, string> = {
  'amt-exam-window': 'years',
  'application-documents': 'weeks',
  'application-draft': 'days',
  'application-fee-mls': 'amount currency',
  'application-fee-mls-us': 'amount currency',
  'application-payment': 'days',
  'application-update': 'from.weeks to.weeks',
  attempts: 'count',
  'book-by': 'weeks',
  'booking-notice': 'businessDays calendar',
  'certificate-eta': 'from.weeks to.weeks',
  'cmp-cycle': 'years',
  'cmp-declaration-closes': 'days',
  'cmp-declaration-opens': 'days',
  'exam-window': 'months',
  'final-scores': 'businessDays calendar',
  'mls-exam': 'questions minutes',
  'observed-least': 'count',
  'office-closure': 'closedFrom closedTo',
  'passing-score': 'passing min max',
  'plan-slack': 'days',
  'pbt-exam': 'questions minutes',
  'reschedule-notice': 'businessDays calendar',
  'retake-wait': 'days',
  'rules-stale-after': 'months',
  'rungs-advice': 'daysBefore onceAfter',
  'rungs-deadline': 'daysBefore onceAfter',
  'rungs-estimate': 'daysBefore onceAfter',
  'rungs-event': 'daysBefore onceAfter',
  'rungs-opening': 'daysBefore onceAfter',
  'rungs-transcript-check': 'daysBefore onceAfter',
  soon: 'days',
  'transcript-check': 'weeks',
  'transcript-review': 'weeks',
  'upload-limit': 'megabytes',
  'verification-fee': 'amount currency',
  'visa-look-back': 'months',
  'visa-moves-least': 'count',
  'visa-run': 'months',
};

/** The points of a credential: its file may be added without a change here, and names its own areas. */
const POINTS = /^(?:amt-)?cmp-points-([a-z]+)$/;

const unitOf = (value: object): string =>
  Object.entries(value)
    .flatMap(([key, inner]) =>
      typeof inner === 'object' && !Array.isArray(inner)
        ? Object.keys(inner as object).map((each) => `${key}.${each}`)
        : [key],
    )
    .join(' ');

const everyValue = rules().flatMap((rule) => rule.values.map((dated, index) => ({ rule, dated, index })));

test('the rules are these, no more and no fewer', () => {
  const ids = rules()
    .map(({ id }) => id)
    .filter((id) => !POINTS.test(id));
  expect(ids.sort(), 'a new rule has its unit in the table of this test').toEqual(Object.keys(units).sort());
});

test.each(everyValue)('$rule.id, value $index, is in its unit', ({ rule, dated }) => {
  const [, code] = POINTS.exec(rule.id) ?? [];
  if (code === undefined) return expect(unitOf(dated.value)).toBe(units[rule.id]);
  expect(credentials().map((credential) => credential.code.toLowerCase())).toContain(code);
  expect(unitOf(dated.value)).toMatch(/^points( areas\.[a-z]+(-[a-z]+)*)* areas\.other$/);
});

test.each(allFiles.filter(({ folder }) => folder === 'rules'))('$path is named for its id', ({ name, content }) => {
  expect(content).toHaveProperty('id', name);
});

test.each(rules())('the values of $id stand oldest first, one a day', ({ values }) => {
  const days = values.map(({ from }) => from ?? '');
  expect(days).toEqual([...new Set(days)].sort());
});

test('the fee in force is the one of the day', () => {
  const fee = rules().find(({ id }) => id === 'application-fee-mls-us');
  const on = (day: string) => fee && valueOn(fee, day as Parameters<typeof valueOn>[1])?.value;
  expect(on('2025-12-31')).toEqual({ amount: 250, currency: 'USD' });
  expect(on('2026-01-01')).toEqual({ amount: 260, currency: 'USD' });
});

test('credentials earned before 2012 have no maintenance cycle', () => {
  const cycle = rules().find(({ id }) => id === 'cmp-cycle');
  expect(cycle && valueOn(cycle, '2011-12-31' as Parameters<typeof valueOn>[1])).toBeUndefined();
});

/** Business days name their calendar, at the top of a value or in both ends of a span. */
const calendarsOf = (value: RuleValue): string[] => {
  const periods = 'from' in value ? [value.from, value.to] : [value];
  return periods.flatMap((each) => ('calendar' in each ? [each.calendar] : []));
};

test.each(everyValue)('$rule.id, value $index, counts in a calendar that exists', ({ dated }) => {
  const ids = calendarFiles().map(({ id }) => id);
  for (const named of calendarsOf(dated.value)) expect(ids).toContain(named);
});

test.each(everyValue)('$rule.id, value $index, holds together', ({ dated: { value } }) => {
  if ('areas' in value) {
    expect(Object.values(value.areas).reduce((sum, points) => sum + points, 0)).toBe(value.points);
  }
  if ('passing' in value) {
    expect(value.passing).toBeGreaterThan(value.min);
    expect(value.passing).toBeLessThan(value.max);
  }
  if ('closedFrom' in value) {
    for (const day of [value.closedFrom, value.closedTo]) expect(Number.isNaN(Date.parse(`2024-${day}`))).toBe(false);
  }
  if ('daysBefore' in value) {
    expect(value.daysBefore).toEqual([...new Set(value.daysBefore)].sort((one, other) => other - one));
  }
  if ('from' in value) {
    const [from, to] = [value.from, value.to].map((end) => Object.entries(end)[0]);
    expect(from?.[0]).toBe(to?.[0]);
    expect(Number(from?.[1])).toBeLessThan(Number(to?.[1]));
  }
});

test.each(rules())('$id: what this tool recommends is advice, what others publish is a rule', ({ kind, values }) => {
  for (const { source } of values) expect(source === 'this tool').toBe(kind === 'advice');
});

/** Every `checked` and `source` in a file, however deep. */
function found(key: string, value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => (name === key ? [String(inner)] : found(key, inner)));
}

test.each(allFiles)('$path was not checked in the future', ({ content }) => {
  const days = found('checked', content);
  expect(days.length).toBeGreaterThan(0);
  for (const day of days) {
    expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(day <= localDay(new Date())).toBe(true);
  }
});

test.each(allFiles)('$path names its sources with a year', ({ content }) => {
  const sources = found('source', content);
  expect(sources.length).toBeGreaterThan(0);
  for (const source of sources) expect(source).toMatch(/\b20\d\d\b|^this tool$/);
});
