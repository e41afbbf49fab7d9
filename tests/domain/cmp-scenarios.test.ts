// Runs the table of cycles worked by hand: tests/cmp-scenarios/cycles.json. How to write a case: the README beside it.
import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { type CivilDate, civilDateShape } from '../../src/domain/civil-date.ts';
import { cycleBegun } from '../../src/domain/cmp-cycles.ts';
import { standingIn } from '../../src/domain/cmp-standing.ts';
import { factsOn, type Journey } from '../../src/domain/journey.ts';
import { readShape } from '../../src/domain/shape.ts';
import { timelineOf } from '../../src/domain/timeline.ts';
import { cmpJourney } from './cmp-journey.ts';
import { shippedRulebook } from './shipped.ts';

const FILE = new URL('../cmp-scenarios/cycles.json', import.meta.url);

const cycleShape = v.strictObject({
  cycle: v.string(),
  declare: v.optional(v.string()),
  earned: v.string(),
  missing: v.string(),
  beyond: v.optional(v.number()),
});
const caseShape = v.strictObject({
  says: v.pipe(v.string(), v.minLength(10)),
  credential: v.optional(v.string()),
  today: civilDateShape,
  facts: v.array(v.string()),
  points: v.array(v.string()),
  expect: v.objectWithRest({ nowhere: v.optional(v.number()) }, cycleShape),
});
type Case = v.InferOutput<typeof caseShape>;

const read = readShape(v.array(caseShape), JSON.parse(readFileSync(FILE, 'utf8')));
if (!read.ok) throw new Error(`tests/cmp-scenarios/cycles.json: ${read.faults.join('; ')}`);
const cases: readonly Case[] = read.value;
const rulebook = shippedRulebook();

const listed = (areas: readonly (readonly [id: string, points: number | null])[]): string =>
  areas
    .filter(([, points]) => points)
    .map(([id, points]) => `${id} ${points}`)
    .join(', ');

/** What the program says of one cycle, in the words of the table. */
function told(journey: Journey, today: CivilDate, name: string, expected: v.InferOutput<typeof cycleShape>) {
  const [code, number] = name.split(' ');
  const { held } = timelineOf(journey, today, rulebook).maintenance;
  const found = held.find(({ credential }) => credential === `${code}(ASCPi)`);
  if (!found) return undefined;
  const cycle = number ? found.cycles[Number(number) - 1] : cycleBegun(found.cycles, today);
  if (!cycle) return undefined;
  const own = journey.profile.credential;
  const { state, tally } = standingIn(cycle, found, own, factsOn(journey, today), rulebook, today);
  const missing =
    tally.missing === null ? 'not known' : `${tally.missing} = ${listed(tally.areas.map((a) => [a.id, a.missing]))}`;
  const { declaration } = cycle;
  return {
    cycle: `${cycle.number}, ${cycle.start} to ${cycle.end.date}, ${state}`,
    earned: listed(tally.areas.map(({ id, earned }) => [id, earned])),
    missing: tally.missing === 0 ? '0' : missing,
    ...(tally.beyond ? { beyond: tally.beyond } : {}),
    ...(expected.declare && 'date' in declaration ? { declare: `${declaration.start} to ${declaration.date}` } : {}),
  };
}

test('the table has at least 30 cases', () => {
  expect(cases.length).toBeGreaterThanOrEqual(30);
  expect(new Set(cases.map(({ says }) => says)).size).toBe(cases.length);
});

test.each(cases.map((each) => [each.says, each] as const))('%s', (_, { credential, today, facts, points, ...rest }) => {
  const { nowhere = 0, ...expected } = rest.expect;
  const journey = cmpJourney(facts, points, credential);
  const cycles = Object.entries(expected) as [string, v.InferOutput<typeof cycleShape>][];
  const said = cycles.map(([name, cycle]) => [name, told(journey, today, name, cycle)]);
  expect(Object.fromEntries(said)).toEqual(expected);
  const { faults } = timelineOf(journey, today, rulebook).maintenance;
  expect(faults.map(({ id }) => id)).toEqual(Array.from({ length: nowhere }, () => 'activity-outside-cycle'));
});
