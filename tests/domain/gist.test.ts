// A gist is right on every day on which it says that it holds: the same row, the same reminders as computed anew.
import { expect, test } from 'vitest';
import { addDays, type CivilDate, FIRST_DAY } from '../../src/domain/civil-date.ts';
import { gistOf, type MadeGist, remindersOn } from '../../src/domain/gist.ts';
import { type Journey, withFacts } from '../../src/domain/journey.ts';
import { type Reminder, remindersOf } from '../../src/domain/reminder.ts';
import { type RosterRow, rosterRow, rowOf } from '../../src/domain/roster-row.ts';
import type { Rulebook } from '../../src/domain/rulebook.ts';
import { generatedCohort } from './generated-cohort.ts';
import { quieted } from './quieted.ts';
import { day, journeyOf, windowUntil } from './reminders.ts';
import { scenarios } from './scenario.ts';
import { shippedRulebook } from './shipped.ts';

const rulebook = shippedRulebook();
const DAYS = 250;

const latest = ({ facts }: Journey): CivilDate => facts.reduce((last, { on }) => (on > last ? on : last), FIRST_DAY);

/** As it comes out of a file in which it was kept. */
const kept = (gist: MadeGist): MadeGist => JSON.parse(JSON.stringify(gist));

const withoutChain = (reminder: Reminder): Reminder =>
  reminder.source ? { ...reminder, source: { ...reminder.source, chain: [] } } : reminder;

/** What is said on a day, as text: two thousand comparisons of objects take half a minute. */
const said = (row: RosterRow, reminders: readonly Reminder[]) =>
  JSON.stringify({ row, reminders: reminders.map(inOrder) }, null, 1);
const inOrder = ({ source, ...reminder }: Reminder) => ({
  ...sorted(reminder),
  ...(source ? { source: sorted(source) } : {}),
});
const sorted = (value: object) => Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));

/** Each kind in its order. */
const newFirst = (reminders: readonly Reminder[]) => [
  ...reminders.filter(({ state }) => state === 'new'),
  ...reminders.filter(({ state }) => state !== 'new'),
];

/** Goes from day to day, each gist as long as it holds; gives how many it took. */
function walk(journey: Journey, from: CivilDate, book: Rulebook = rulebook): number {
  const end = addDays(from, DAYS);
  let gists = 0;
  for (let day = from; day < end; gists += 1) {
    const gist = kept(gistOf(journey, day, book));
    const row = rowOf({ id: journey.id, profile: gist.profile }, gist.standing);
    expect(gist.from <= day && day <= gist.until).toBe(true);
    for (; day <= gist.until && day < end; day = addDays(day, 1)) {
      const anew = said(rosterRow(journey, day, book), newFirst(remindersOf(journey, day, book)).map(withoutChain));
      if (said(row, remindersOn(journey.id, [...gist.fresh, ...gist.others], day)) !== anew)
        expect(
          said(row, remindersOn(journey.id, [...gist.fresh, ...gist.others], day)),
          `on ${day}, by the gist of ${gist.from}`,
        ).toBe(anew);
    }
  }
  return gists;
}

test.each(scenarios().map((scenario, index) => ({ ...scenario, index })))('$file', ({ journey, index }) => {
  const from = addDays(latest(journey), -20);
  const gists = walk(
    index % 2 === 0 ? journey : withFacts(journey, [...journey.facts, ...quieted(journey, index)]),
    from,
  );
  // Kept for one day only it would hold just as truly, and serve nobody.
  expect(gists).toBeLessThan(DAYS / 2);
});

test('generated candidates', () => {
  const today = day('2026-12-15');
  for (const journey of generatedCohort(80, today)) walk(journey, addDays(today, -150));
});

test('own rungs', () => {
  const journey = journeyOf(windowUntil('2027-03-10'), { rungs: [77, 33, 2, -1] });
  walk(journey, day('2026-12-02'));
});

test('no day is passed on which another value of a rule comes into force', () => {
  const from = day('2027-01-20');
  const changed: Rulebook = {
    ...rulebook,
    inForce(id, on) {
      const rule = rulebook.inForce(id, on);
      if (!rule || on < from) return rule;
      if (id === 'soon') return { ...rule, from, value: { days: 60 } };
      if (id.startsWith('rungs-')) return { ...rule, from, value: { daysBefore: [40, 39, 38], onceAfter: false } };
      return rule;
    },
  };
  walk(journeyOf(windowUntil('2027-03-10')), day('2026-12-02'), changed);
});
