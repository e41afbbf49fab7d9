// Checklists: one a step, others for occasions, every item once, and every country and route it names exists.
import { expect, test } from 'vitest';
import { checklistId, isFor } from '../../src/domain/checklist.ts';
import { stageIds } from '../../src/domain/stages.ts';
import { stepIds } from '../../src/domain/steps.ts';
import { allFiles, checklists, credentials } from './data-files.ts';

const items = checklists().flatMap((list) => list.items);

const files = allFiles.filter(({ folder }) => folder === 'checklists');

test('each of the seven steps has its checklist', () => {
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining([...stepIds]));
});

test.each(files)('$path is named for its step or its occasion', ({ name, content }) => {
  const isStep = (stepIds as readonly string[]).includes(name);
  expect(content).toHaveProperty(isStep ? 'step' : 'occasion', name);
});

test('no id stands twice over all checklists', () => {
  const ids = items.map(({ id }) => id);
  expect(ids.filter((id, index) => ids.indexOf(id) !== index)).toEqual([]);
});

test.each(checklists().map((list) => [checklistId(list), list] as const))('%s has something to prepare', (_, list) => {
  expect(list.items.length).toBeGreaterThan(0);
});

test.each(items)('$id names routes that exist', ({ routes = [] }) => {
  const known = credentials().flatMap((each) => [
    each.code,
    ...each.routes.map(({ number }) => `${each.code}/${number}`),
  ]);
  for (const route of routes) expect(known).toContain(route);
});

test('an item for one country is hidden from the others', () => {
  const forPH = items.filter(({ countries }) => countries?.includes('PH'));
  expect(forPH.length).toBeGreaterThan(0);
  for (const item of forPH) {
    expect(item.id).toMatch(/^ph-/);
    expect(isFor(item, { code: 'MLS', country: 'PH' })).toBe(true);
    expect(isFor(item, { code: 'MLS', country: 'NP' })).toBe(false);
  }
});

test('whoever has not said the route sees every form there may be', () => {
  const shown = items.filter((item) => isFor(item, { code: 'MLS' })).map(({ id }) => id);
  expect(shown).toEqual(expect.arrayContaining(['training-form', 'experience-form', 'route-form']));
});

/** Numbers that are rules stand in data/rules alone, or they would grow old in two places. */
const repeatsRule = (text: string) => /\b\d+ (business days?|days?|weeks?|months?)\b|\bUSD\b/.test(text);

test.each(items)('$id repeats no number of a rule', ({ title, detail, pitfalls }) => {
  expect([title, detail, ...pitfalls].filter(repeatsRule)).toEqual([]);
});

test('a repeated number would be found', () => {
  expect(repeatsRule('Send it within 8 weeks.')).toBe(true);
  expect(repeatsRule('It costs USD 20.')).toBe(true);
  expect(repeatsRule('At most 10 MB.')).toBe(false);
});

const ending = items.flatMap(({ id, life }) => (life ? [{ id, ...life }] : []));

test.each(ending)('$id is needed until stages that stand in order, each once', ({ neededUntil, name }) => {
  expect(neededUntil).toEqual(stageIds.filter((id) => neededUntil.includes(id)));
  expect(name).toMatch(/^(?:English|VisaScreen|[a-z]+)( [a-z]+)*$/);
});

test('each stage that a paper proves to be over is one that others are needed until', () => {
  const needed = ending.flatMap(({ neededUntil }) => neededUntil);
  const proven = ending.flatMap(({ proves }) => proves ?? []);
  expect(proven.length).toBeGreaterThan(0);
  expect(needed).toEqual(expect.arrayContaining(proven));
});
