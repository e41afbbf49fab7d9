// Journeys that anybody may have: hostile names, notes of any form, facts in any order, contradictions among them.
import fc from 'fast-check';
import { addDays, type CivilDate } from '../../../src/domain/civil-date.ts';
import type { Fact, NewFact } from '../../../src/domain/fact.ts';
import type { Journey } from '../../../src/domain/journey.ts';
import { noteFault, textFault } from '../../../src/domain/text.ts';

const pieces = fc.constantFrom(
  ...[
    "'",
    '=',
    '+',
    '-',
    '@',
    '"',
    ',',
    ';',
    '|',
    ' ',
    '\\',
    '<b>',
    '&',
    '%',
    '007',
    '1E5',
    'Maria',
    'O',
    '＝',
    '#REF!',
  ],
  ...[
    'é',
    'e\u0301',
    'Nguyễn',
    '陈',
    'محمد',
    '👩🏽‍🔬',
    '\u202e',
    '\u200d',
    '\ufeff',
    '\ufffd',
    '\u00a0',
    '\u2066',
    'İ',
  ],
);
const line = fc.string({ unit: pieces, minLength: 1, maxLength: 8 });

/** What a spreadsheet shows for a fault is no name: an import refuses it. */
const isName = (text: string) => textFault(text, 100) === undefined && !/^#REF!$/.test(text.trim());
export const names = line.filter(isName);
export const notes = fc
  .string({ unit: fc.oneof(pieces, fc.constantFrom('\n', '\r\n', '\t', '\n---\n')), minLength: 1, maxLength: 12 })
  .filter((text) => noteFault(text, 4000) === undefined && isName(text.replace(/\s/g, ' ')));

const profiles = fc.record(
  {
    name: names,
    credential: fc.constantFrom('MLS(ASCPi)', 'HT(ASCPi)', 'MLS(AMT)'),
    country: fc.constantFrom('PH', 'NP', 'XK'),
    zone: fc.constantFrom('Asia/Manila', 'Africa/Lagos'),
    email: fc.constantFrom(
      'maria@example.org',
      'josé@bücher.example',
      "o'neill@example.org",
      '=x@example.org',
      '+63@example.org',
    ),
    owner: names,
    tags: fc.uniqueArray(fc.constantFrom('cebu', '2027', 'Ánh', '陈', 'a.b-c_d'), { minLength: 1 }),
  },
  { requiredKeys: ['name', 'credential'] },
);

const FIRST = '2026-01-01' as CivilDate;
const days = fc.integer({ min: 0, max: 340 }).map((count) => addDays(FIRST, count));
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const results = fc.constantFrom('pass' as const, 'fail' as const);
const facts: fc.Arbitrary<NewFact> = fc.oneof(
  fc.record({ kind: fc.constant('application' as const), on: days }),
  fc.record({ kind: fc.constant('admission' as const), on: days, windowStart: maybe(days), windowEnd: maybe(days) }),
  fc.record({ kind: fc.constant('schedule' as const), on: days, exam: days }),
  fc.record({ kind: fc.constant('exam' as const), on: days, result: results }),
  fc.record({
    kind: fc.constant('scores' as const),
    on: days,
    result: results,
    score: maybe(fc.integer({ min: 100, max: 999 })),
  }),
  fc.record({ kind: fc.constant('certificate' as const), on: days, expires: maybe(days) }),
  fc.record({ kind: fc.constant('note' as const), on: days, text: notes }),
) as fc.Arbitrary<NewFact>;

const recorded = (fact: NewFact, index: number): Fact =>
  JSON.parse(JSON.stringify({ id: `fact-${index}`, at: '2026-12-01T08:00:00Z', by: 'maria', ...fact })) as Fact;

export const journeys = (most: number): fc.Arbitrary<Journey> =>
  fc
    .record({ id: fc.constantFrom('a', 'b-2', 'zoe'), profile: profiles, facts: fc.array(facts, { maxLength: most }) })
    .map(
      ({ id, profile, facts: all }) => ({ version: 1, id, revision: 3, profile, facts: all.map(recorded) }) as Journey,
    );

/** A document as `candidates export --format json` writes it. */
export const exported = (...all: readonly Journey[]): string =>
  JSON.stringify({ schema: 'ascpi/candidates-export@1', today: '2026-12-15', journeys: all });
