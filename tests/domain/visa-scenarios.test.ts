// Runs every story of tests/visa-scenarios: what known cut-offs say about a priority date as of a day.
import { readdirSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { charts, type Entry, standingEntries } from '../../src/domain/bulletin.ts';
import { monthShape } from '../../src/domain/bulletin-month.ts';
import { seriesOf } from '../../src/domain/bulletin-series.ts';
import { areaIds, chargeabilityShape } from '../../src/domain/chargeability.ts';
import { civilDateShape } from '../../src/domain/civil-date.ts';
import { readShape } from '../../src/domain/shape.ts';
import { categoryIds } from '../../src/domain/visa-category.ts';
import { estimateOf, habitsOn } from '../../src/domain/visa-estimate.ts';
import { movementOf } from '../../src/domain/visa-movement.ts';
import { comingPosition, visaPosition } from '../../src/domain/visa-position.ts';
import { shippedRulebook } from './shipped.ts';

const FOLDER = new URL('../visa-scenarios/', import.meta.url);
const cutoff = v.nullable(v.union([civilDateShape, v.picklist(['C', 'U'])]));
const wait = v.nullable(v.tuple([monthShape, v.number()]));

const storyShape = v.strictObject({
  says: v.pipe(v.string(), v.minLength(10)),
  today: civilDateShape,
  visa: v.strictObject({
    priority: civilDateShape,
    category: v.picklist(categoryIds),
    chargeability: chargeabilityShape,
  }),
  chart: v.optional(v.picklist(charts), 'final'),
  bulletins: v.array(
    v.strictObject({
      month: monthShape,
      chart: v.optional(v.picklist(charts), 'final'),
      category: v.optional(v.picklist(categoryIds)),
      area: v.picklist(areaIds),
      cutoff,
      from: v.optional(v.picklist(['hand', 'table', 'page']), 'hand'),
    }),
  ),
  expect: v.strictObject({
    current: v.optional(v.nullable(v.boolean())),
    bulletin: v.optional(v.nullable(monthShape)),
    cutoff: v.optional(cutoff),
    column: v.optional(v.nullable(v.picklist(areaIds))),
    gap: v.optional(v.nullable(v.number())),
    behind: v.optional(v.number()),
    coming: v.optional(cutoff),
    movement: v.optional(v.record(v.string(), v.nullable(v.number()))),
    retrogressions: v.optional(v.array(monthShape)),
    earliest: v.optional(wait),
    latest: v.optional(wait),
    untold: v.optional(v.string()),
  }),
});
type Story = v.InferOutput<typeof storyShape>;

const stories = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .sort()
  .map((file): [string, Story] => {
    const read = readShape(storyShape, JSON.parse(readFileSync(new URL(file, FOLDER), 'utf8')));
    if (!read.ok) throw new Error(`tests/visa-scenarios/${file}: ${read.faults.join('; ')}`);
    return [`${file}: ${read.value.says}`, read.value];
  });

/** What the program says, as far as the story speaks of it. */
function told({ today, visa, chart, bulletins, expect: expected }: Story): object {
  const entries = bulletins.map(({ category = visa.category, ...each }): Entry => {
    return { ...each, category, at: '2026-01-01T00:00:00Z', by: 'expert' };
  });
  const series = seriesOf(visa, chart, standingEntries(entries));
  const position = visaPosition(visa, chart, series, today);
  const movement = position.bulletin === null ? [] : movementOf(series, position.bulletin, 12);
  const estimate = position.current === false && estimateOf(position, series, habitsOn(today, shippedRulebook()));
  const range = estimate && 'earliest' in estimate ? estimate : undefined;
  const reason = estimate && 'untold' in estimate ? estimate.untold : '';
  const pair = (each: { bulletin: string; months: number } | null | undefined) => each && [each.bulletin, each.months];
  const whole: Record<string, unknown> = {
    ...position,
    column: position.entry?.area ?? null,
    coming: comingPosition(visa, chart, series, today)?.cutoff,
    movement: Object.fromEntries(
      movement.filter(({ month }) => month in (expected.movement ?? {})).map(({ month, days }) => [month, days]),
    ),
    retrogressions: movement.filter(({ kind }) => kind === 'back').map(({ month }) => month),
    earliest: pair(range?.earliest),
    latest: pair(range?.latest),
    untold: expected.untold && reason.includes(expected.untold) ? expected.untold : reason,
  };
  return Object.fromEntries(Object.keys(expected).map((key) => [key, whole[key]]));
}

test.each(stories)('%s', (_, story) => {
  expect(told(story)).toEqual(story.expect);
});

test('there are stories of every answer', () => {
  const answers = stories.map(([, story]) => story.expect.current);
  expect(new Set(answers)).toEqual(new Set([true, false, null, undefined]));
  expect(stories.length).toBeGreaterThan(20);
});
