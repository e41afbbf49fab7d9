// Runs every scenario of tests/agency-scenarios: what the answers about an agency come to as of a day.
import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { agenciesOn } from '../../src/domain/agency.ts';
import { type AgencyEntry, agenciesShape } from '../../src/domain/agency-entry.ts';
import { assess } from '../../src/domain/agency-verdict.ts';
import { type CivilDate, civilDateShape } from '../../src/domain/civil-date.ts';
import { missingParts } from '../../src/domain/offer.ts';
import { readCriteria } from '../../src/domain/reference.ts';
import { readShape } from '../../src/domain/shape.ts';
import { shippedFiles } from './shipped.ts';

const FOLDER = new URL('../agency-scenarios/', import.meta.url);
const criteria = readCriteria(shippedFiles('criteria'));

const handle = v.union([v.number(), v.string()]);
const scenarioShape = v.strictObject({
  says: v.pipe(v.string(), v.minLength(10)),
  today: civilDateShape,
  happened: v.array(
    v.union([
      v.strictObject({ answer: v.looseObject({ on: v.optional(civilDateShape) }) }),
      v.strictObject({ offer: v.looseObject({}) }),
      v.strictObject({ renamed: v.string() }),
    ]),
  ),
  expect: v.strictObject({
    name: v.optional(v.string()),
    state: v.optional(v.picklist(['unasked', 'open', 'flagged', 'unproven', 'mixed', 'good'])),
    redFlags: v.optional(v.array(v.string())),
    open: v.optional(v.array(handle)),
    words: v.optional(v.array(v.string())),
    missing: v.optional(v.array(v.string())),
  }),
});
type Scenario = v.InferOutput<typeof scenarioShape>;

const scenarios = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.json'))
  .map((file): readonly [string, Scenario] => {
    const read = readShape(scenarioShape, JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));
    if (!read.ok) throw new Error(`tests/agency-scenarios/${file}: ${read.faults.join('; ')}`);
    return [`${file}: ${read.value.says}`, read.value];
  });

const agency = 'the-agency';
const recorded = { at: '2026-12-01T00:00:00Z', by: 'expert', on: '2026-12-01' };

function entriesOf({ happened }: Scenario): readonly AgencyEntry[] {
  const later = happened.map((each, index) => {
    const common = { ...recorded, id: `entry-${index}`, agency };
    if ('answer' in each) return { ...common, kind: 'answer', ...each.answer };
    if ('offer' in each) return { ...common, kind: 'offer', parts: each.offer };
    return { ...common, kind: 'renamed', name: each.renamed };
  });
  const added = { ...recorded, id: agency, kind: 'added', name: 'Example Staffing' };
  const read = readShape(agenciesShape, { entries: [added, ...later] });
  if (!read.ok) throw new Error(read.faults.join('; '));
  return read.value.entries;
}

test.each(scenarios)('%s', (_, scenario) => {
  const { today, expect: expected } = scenario;
  const [found] = agenciesOn(entriesOf(scenario), today as CivilDate);
  if (!found) throw new Error('the agency is gone');
  const { verdict, redFlags, open } = assess(found, criteria);
  const told: Record<keyof Scenario['expect'], unknown> = {
    name: found.name,
    state: verdict.id,
    redFlags: redFlags.map(({ criterion }) => criterion.id),
    open: open.map(({ number, id }) => number ?? id),
    words: expected.words?.map((words) => (verdict.text.includes(words) ? words : verdict.text)),
    missing: missingParts(found.offer),
  };
  const asked = Object.keys(expected) as (keyof Scenario['expect'])[];
  expect(Object.fromEntries(asked.map((key) => [key, told[key]]))).toEqual(expected);
});

test('between them, the scenarios come to every verdict, in whole sentences', () => {
  const states = scenarios.map(
    ([
      ,
      {
        expect: { state },
      },
    ]) => state,
  );
  expect(new Set(states)).toEqual(new Set(['unasked', 'open', 'flagged', 'unproven', 'mixed', 'good', undefined]));
  for (const [, scenario] of scenarios) {
    const [found] = agenciesOn(entriesOf(scenario), scenario.today);
    if (found) expect(assess(found, criteria).verdict.text).toMatch(/^\S.*[.]$/);
  }
});
