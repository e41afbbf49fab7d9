// Scenarios: journeys as data, with what must follow from them. How to write one: tests/scenarios/README.md.
import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { type CivilDate, civilDateShape } from '../../src/domain/civil-date.ts';
import { dateIds } from '../../src/domain/dates.ts';
import type { NewFact } from '../../src/domain/fact.ts';
import { beginJourney, type Journey, journeyShape, record, standing } from '../../src/domain/journey.ts';
import { readShape } from '../../src/domain/shape.ts';
import { stepIds } from '../../src/domain/steps.ts';

const FOLDER = new URL('../scenarios/', import.meta.url);

const dateShape = v.strictObject({
  date: v.optional(civilDateShape),
  earliest: v.optional(civilDateShape),
  latest: v.optional(civilDateShape),
  start: v.optional(civilDateShape),
  kind: v.optional(v.picklist(['deadline', 'estimate', 'advice', 'opening', 'event'])),
  basis: v.optional(v.picklist(['fact', 'notice', 'rule'])),
  provisional: v.optional(v.boolean()),
  rule: v.optional(v.string()),
  state: v.optional(v.picklist(['met', 'past', 'missed', 'due', 'soon', 'ahead'])),
  daysLeft: v.optional(v.number()),
  attempt: v.optional(v.number()),
  moment: v.optional(
    v.strictObject({
      at: v.string(),
      zone: v.string(),
      inYourZone: v.optional(v.strictObject({ at: v.string(), zone: v.string() })),
    }),
  ),
  why: v.optional(v.array(v.picklist(['fact', 'notice', 'rule', 'assumption', 'override', 'adjustment']))),
});

/** `credential-expires-mlt` is that of another credential. */
const dateId = v.union([
  v.picklist(dateIds),
  v.pipe(v.string(), v.regex(/^(cmp-declare|credential-expires)(-[a-z]+){1,2}$/)),
]);

const expectShape = v.strictObject({
  attempt: v.optional(v.number()),
  current: v.optional(v.nullable(v.picklist(stepIds))),
  steps: v.optional(v.record(v.picklist(stepIds), v.picklist(['done', 'current', 'waiting', 'missed']))),
  dates: v.optional(v.record(dateId, v.nullable(dateShape))),
  unknown: v.optional(v.array(dateId)),
  warnings: v.optional(v.array(v.string())),
  next: v.optional(
    v.nullable(
      v.strictObject({
        by: v.optional(v.nullable(civilDateShape)),
        command: v.optional(v.string()),
        says: v.optional(v.array(v.string())),
      }),
    ),
  ),
});

const scenarioShape = v.strictObject({
  says: v.pipe(v.string(), v.minLength(10)),
  today: civilDateShape,
  /** look with the assumptions of plans */
  plan: v.optional(v.literal(true)),
  candidate: v.optional(v.record(v.string(), v.string())),
  facts: v.array(v.pipe(v.record(v.string(), v.looseObject({ on: civilDateShape })), v.maxEntries(1), v.minEntries(1))),
  expect: expectShape,
});

type Shape = v.InferOutput<typeof scenarioShape>;
export type Expected = Shape['expect'];

export interface Scenario {
  /** name of its file */
  readonly file: string;
  readonly says: string;
  readonly today: CivilDate;
  readonly plan: boolean;
  readonly journey: Journey;
  readonly expect: Expected;
}

/** Every scenario. Fails with the name of the file and every fault in it. */
export function scenarios(): Scenario[] {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith('.json'));
  return files.sort().map((file) => {
    const read = readShape(scenarioShape, JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));
    if (!read.ok) throw new Error(`tests/scenarios/${file}: ${read.faults.join('; ')}`);
    const { says, today, plan = false, expect } = read.value;
    return { file, says, today, plan, journey: journeyOf(file, read.value), expect };
  });
}

function journeyOf(file: string, { candidate, facts }: Shape): Journey {
  const profile = { name: 'Maria Santos', credential: 'MLS(ASCPi)', country: 'PH', ...candidate };
  let journey = beginJourney('scenario', profile);
  for (const each of facts) {
    const [kind = '', details] = Object.entries(each)[0] ?? [];
    const { last, redoable } = standing(journey);
    const of = kind === 'undo' ? { of: last?.id } : kind === 'redo' ? { of: redoable?.id } : {};
    const newId = () => `fact-${journey.facts.length + 1}`;
    journey = record(journey, { kind, ...details, ...of } as NewFact, {
      by: 'expert',
      at: '2026-01-01T00:00:00Z',
      newId,
    });
  }
  const read = readShape(journeyShape, journey);
  if (!read.ok) throw new Error(`tests/scenarios/${file}: ${read.faults.join('; ')}`);
  return read.value;
}
