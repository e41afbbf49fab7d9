// The phases of a situation, found by looking at a few days, say on every day what looking at that day would say.
import { expect, test } from 'vitest';
import { addDays, type CivilDate } from '../../src/domain/civil-date.ts';
import { endOf } from '../../src/domain/derivation.ts';
import type { Journey } from '../../src/domain/journey.ts';
import { rosterColumns } from '../../src/domain/roster-columns.ts';
import { situationOf } from '../../src/domain/situation.ts';
import { timelineOf } from '../../src/domain/timeline.ts';
import { scenarios } from './scenario.ts';
import { shippedRulebook } from './shipped.ts';

const rulebook = shippedRulebook();

/** ASCPI_TEST_DAYS=every looks at every day of nine years, which takes some minutes. */
const STEP = process.env['ASCPI_TEST_DAYS'] === 'every' ? 1 : 61;
const YEARS = 9;

/** Days around those on which a date begins or ends, and some of every year. */
function daysOf(journey: Journey, since: CivilDate): CivilDate[] {
  const far = Array.from({ length: (YEARS * 366) / STEP }, (_, at) => addDays(since, at * STEP));
  const near = [since, addDays(since, 200), addDays(since, 1500)].flatMap((day) =>
    timelineOf(journey, day, rulebook).dates.flatMap((date) =>
      [endOf(date), date.start ?? endOf(date)].flatMap((turn) =>
        [-15, -14, -13, -1, 0, 1].map((by) => addDays(turn, by)),
      ),
    ),
  );
  return [...new Set([...far, ...near])].filter((day) => day >= since);
}

test.each(scenarios().map(({ file, journey }) => [file, journey] as const))(
  '%s',
  (_, journey) => {
    const { since, phases } = rosterColumns(journey, rulebook);
    expect(phases[0]?.from).toBe(since);
    expect(phases.every((phase) => phase.situation !== null)).toBe(true);
    for (const day of daysOf(journey, since)) {
      const found = phases.findLast(({ from }) => from <= day)?.situation;
      // As text: whoever writes it out writes the same.
      expect(JSON.stringify({ day, ...found })).toBe(JSON.stringify({ day, ...situationOf(journey, day, rulebook) }));
    }
  },
  600_000,
);

test('they are few', () => {
  const counts = scenarios().map(({ journey }) => rosterColumns(journey, rulebook).phases.length);
  expect(Math.max(...counts)).toBeLessThan(40);
});
