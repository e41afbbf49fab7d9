// The sample journey of `ascpi demo`: a journey that could be stored, of the credential and items that exist.
import { expect, test } from 'vitest';
import { isFor } from '../../src/domain/checklist.ts';
import { isCivilDate } from '../../src/domain/civil-date.ts';
import { type Journey, journeyShape } from '../../src/domain/journey.ts';
import { readShape } from '../../src/domain/shape.ts';
import { checklists, credentials, readJson } from './data-files.ts';

const demo = readJson('demo.json') as { today: string; journey: Journey };

test('is a day and a journey', () => {
  expect(Object.keys(demo)).toEqual(['today', 'journey']);
  expect(isCivilDate(demo.today)).toBe(true);
  const read = readShape(journeyShape, demo.journey);
  expect(read.ok ? [] : read.faults).toEqual([]);
});

test('was saved once for the profile and once for each fact, each with its own id', () => {
  const { facts, revision } = demo.journey;
  expect(revision).toBe(facts.length + 1);
  expect(new Set(facts.map(({ id }) => id)).size).toBe(facts.length);
});

test('no fact is recorded before it happened, after the demo day, or out of order', () => {
  const { facts } = demo.journey;
  for (const { on, at } of facts) {
    expect(at.slice(0, 10) >= on).toBe(true);
    expect(at.slice(0, 10) <= demo.today).toBe(true);
  }
  expect(facts.map(({ at }) => at)).toEqual(facts.map(({ at }) => at).sort());
});

test('has its credential, its route, and ticks items that are for it', () => {
  const { profile, facts } = demo.journey;
  const credential = credentials().find(({ id }) => id === profile.credential);
  const route = facts.find((fact) => fact.kind === 'eligibility')?.route;
  expect(credential?.routes.map(({ number }) => number)).toContain(route);
  const items = checklists().flatMap((list) => list.items);
  const ticked = facts.filter((fact) => fact.kind === 'check');
  expect(ticked.length).toBeGreaterThan(1);
  for (const { item: id } of ticked) {
    const item = items.find((each) => each.id === id);
    const who = { code: credential?.code ?? '', country: profile.country, route };
    expect(item && isFor(item, who), id).toBe(true);
  }
});
