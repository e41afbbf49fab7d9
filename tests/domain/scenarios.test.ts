// Runs every scenario of tests/scenarios: what the facts of a journey say as of a day.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { dateIds } from '../../src/domain/dates.ts';
import { paperFaults } from '../../src/domain/document.ts';
import { factsOn, type Journey } from '../../src/domain/journey.ts';
import { type Position, positionOf } from '../../src/domain/position.ts';
import type { Rulebook } from '../../src/domain/rulebook.ts';
import { dateNamed, type Timeline, type TimelineDate, timelineOf } from '../../src/domain/timeline.ts';
import { validityWarnings } from '../../src/domain/validity.ts';
import { warningsOf } from '../../src/domain/warnings.ts';
import { type Expected, type Scenario, scenarios } from './scenario.ts';
import { shippedChecklists, shippedPlanbook, shippedRulebook } from './shipped.ts';

const all = scenarios();
const rules = shippedRulebook();
const planbook = shippedPlanbook();

/** Of what is there, what the scenario speaks of. */
const spokenOf = (there: object, expected: object): object =>
  Object.fromEntries(Object.keys(expected).map((key) => [key, (there as Record<string, unknown>)[key]]));

/** The kinds of reasons behind a date; `rule, adjustment, adjustment` reads `rule, adjustment`. */
const kindsOf = ({ chain }: TimelineDate) =>
  chain.map(({ kind }) => kind).filter((kind, index, kinds) => kind !== kinds[index - 1]);

function datesTold(timeline: Timeline, expected: NonNullable<Expected['dates']>) {
  const told = Object.entries(expected).map(([id, wanted]) => {
    const date = dateNamed(timeline, id);
    return [id, date ? spokenOf({ ...date, why: kindsOf(date) }, wanted ?? { date: '', latest: '' }) : null];
  });
  return Object.fromEntries(told);
}

function nextTold({ next }: Position, expected: NonNullable<Expected['next']>) {
  if (!next) return null;
  const says = expected.says?.map((words) => (next.action.includes(words) ? words : next.action));
  return spokenOf({ ...next, says }, expected);
}

const allWarnings = (journey: Journey, timeline: Timeline, rulebook: Rulebook) => [
  ...warningsOf(timeline, rulebook),
  ...paperFaults(factsOn(journey, timeline.today)),
  ...validityWarnings(journey, timeline, rulebook, () => shippedChecklists),
];

/** What the program says, in the words of the scenario. */
function told({ journey, today, plan, expect: expected }: Scenario): object {
  const rulebook = plan ? planbook : rules;
  const timeline = timelineOf(journey, today, rulebook);
  const position = positionOf(timeline, rulebook);
  const { dates, next } = expected;
  const whole = {
    attempt: position.attempt,
    current: position.current,
    steps: spokenOf(Object.fromEntries(position.steps.map(({ id, state }) => [id, state])), expected.steps ?? {}),
    dates: dates && datesTold(timeline, dates),
    unknown: timeline.unknown.map(({ id }) => id),
    warnings: allWarnings(journey, timeline, rulebook).map(({ id }) => id),
    next: next ? nextTold(position, next) : position.next,
  };
  return spokenOf(whole, expected);
}

const named = all.map((scenario) => [`${scenario.file}: ${scenario.says}`, scenario] as const);

test.each(named)('%s', (_, scenario) => {
  expect(told(scenario)).toEqual(scenario.expect);
});

test.each(named)('%s Said in words.', (_, { journey, today, plan }) => {
  const rulebook = plan ? planbook : rules;
  const timeline = timelineOf(journey, today, rulebook);
  for (const { reason } of timeline.unknown) expect(reason).toMatch(/\w[^.]$/);
  for (const { message, hint } of allWarnings(journey, timeline, rulebook)) {
    expect(message).toMatch(/\w.*[^.]$/);
    expect(hint).toMatch(/\w.*[^.]$/);
  }
});

describe('between them, the scenarios speak of', () => {
  const expected: Expected[] = all.map((each) => each.expect);
  const spoken = expected.flatMap(({ dates = {} }) => Object.entries(dates));

  test.each(dateIds)('the date %s', (id) => {
    expect(spoken.some(([key, date]) => key === id && date)).toBe(true);
    expect(spoken.some(([key, date]) => key === id && (date?.date ?? date?.latest))).toBe(true);
  });

  const source = (name: string) => readFileSync(new URL(`../../src/domain/${name}`, import.meta.url), 'utf8');
  const ids = ['contradictions.ts', 'cmp-faults.ts', 'warnings.ts'].flatMap((name) =>
    [...source(name).matchAll(/\bid: '([a-z-]+)'/g)].map((match) => match[1] ?? ''),
  );

  test('many warnings', () => {
    expect(ids.length).toBeGreaterThan(12);
  });

  test.each(ids)('the warning %s', (id) => {
    expect(expected.some(({ warnings }) => warnings?.includes(id))).toBe(true);
  });

  test('no two of the same', () => {
    const seen = all.map(({ journey, today }) => JSON.stringify([today, journey.facts]));
    expect(seen.filter((each, index) => seen.indexOf(each) !== index)).toEqual([]);
  });
});
