// Credentials: all seventeen, each found by its names, each route with documents that exist.
import { expect, test } from 'vitest';
import { isFor } from '../../src/domain/checklist.ts';
import { findCredential, questionIds } from '../../src/domain/credential.ts';
import { boardOf, stepsTables } from '../../src/domain/steps-tables.ts';
import { allFiles, checklists, credentials } from './data-files.ts';

const international = credentials().filter(({ id }) => boardOf(id) === 'ASCPi');

const levels = {
  technician: ['HT', 'MLT', 'PBT'],
  technologist: ['BB', 'C', 'CG', 'CT', 'H', 'HTL', 'M', 'MB', 'MLS'],
  specialist: ['SBB', 'SC', 'SCT', 'SH', 'SM'],
};

test.each(Object.entries(levels))('the %s credentials', (level, codes) => {
  const found = international.filter((each) => each.level === level);
  expect(found.map(({ code }) => code).sort()).toEqual(codes);
});

test.each(allFiles.filter(({ folder }) => folder === 'credentials'))('$path is named for its code', (file) => {
  const [code, board = 'ASCPi'] = file.name.split('-');
  expect(file.content).toMatchObject({ code, id: `${code}(${board})` });
});

test.each(international)('$id points to its official page', ({ code, page }) => {
  expect(page).toBe(`https://www.ascp.org/boc/explore-credentials/view-all-credentials/${code}`);
});

test.each(Object.keys(stepsTables))('no name leads to two credentials of %s', (board) => {
  const names = credentials()
    .filter(({ id }) => boardOf(id) === board)
    .flatMap(({ id, code, aliases }) => [id, code, ...aliases].map((n) => n.toLowerCase()));
  expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
});

test.each([
  ['mt', 'MLS(ASCPi)'],
  ['Medical Technologist', 'MLS(ASCPi)'],
  ['medical laboratory scientist', 'MLS(ASCPi)'],
  ['mls(ascpi)', 'MLS(ASCPi)'],
  ['MLS(ASCPi)CM', 'MLS(ASCPi)'],
  ['cytotechnologist', 'CT(ASCPi)'],
  ['c', 'C(ASCPi)'],
])('%s finds %s', (typed, id) => {
  expect(findCredential(credentials(), typed)?.id).toBe(id);
});

test('a credential of the US is not taken for the international one', () => {
  expect(findCredential(credentials(), 'MLS(ASCP)')).toBeUndefined();
});

const routes = credentials().flatMap(({ code, routes }) => routes.map((route) => ({ code, route })));
const items = checklists().flatMap((list) => list.items);

test.each(routes)('every document of $code route $route.number is an item for that route', ({ code, route }) => {
  expect(route.documents.length).toBeGreaterThan(0);
  for (const id of route.documents) {
    const item = items.find((each) => each.id === id);
    expect(item, id).toBeDefined();
    expect(item && isFor(item, { code, route: route.number }), id).toBe(true);
  }
});

test.each(routes)(
  'a form that is only for some routes is a document of $code route $route.number or hidden',
  (each) => {
    const { code, route } = each;
    const forms = items.filter(({ id }) => ['training-form', 'experience-form', 'route-form'].includes(id));
    const shown = forms.filter((item) => isFor(item, { code, route: route.number })).map(({ id }) => id);
    expect(shown).toEqual(route.documents.filter((id) => id.endsWith('-form')));
  },
);

test.each(credentials())('$id numbers each route once and says what is not known', ({ routes, unknown }) => {
  const numbers = routes.map(({ number }) => number);
  expect(numbers).toEqual([...new Set(numbers)]);
  expect(unknown.length).toBeGreaterThan(0);
});

test.each(credentials())(
  '$id asks the same three questions, in order, where a route is known',
  ({ routes, questions }) => {
    expect(questions?.map(({ id }) => id) ?? []).toEqual(routes.length > 0 ? [...questionIds] : []);
  },
);

test.each(credentials())('$id offers each choice once, and none at the end', ({ questions = [] }) => {
  for (const question of questions) {
    if (question.id === 'experience') expect(question).toHaveProperty('years', true);
    if (!('choices' in question)) continue;
    const ids = question.choices.map(({ id }) => id);
    expect(ids).toEqual([...new Set(ids)]);
    expect(ids.at(-1)).toBe('none');
  }
});

const choicesOf = (code: string, id: string): string[] => {
  const question = international.find((each) => each.code === code)?.questions?.find((each) => each.id === id);
  return question && 'choices' in question ? question.choices.map((choice) => choice.id) : [];
};

test.each(routes)('each line of $code route $route.number has its condition or null, by choices that exist', (each) => {
  const { code, route } = each;
  expect(route.conditions).toHaveLength(route.requires.length);
  for (const [index, condition] of (route.conditions ?? []).entries()) {
    const line = route.requires[index] ?? '';
    expect(condition === null, line).toBe(/not known/.test(line));
    if (condition === null) continue;
    if ('atLeastYears' in condition) {
      expect(condition.question).toBe('experience');
      expect(line).toContain(`At least ${condition.atLeastYears} year`);
      continue;
    }
    const { anyOf, unclear = [] } = condition;
    expect(anyOf.length + unclear.length).toBeGreaterThan(0);
    expect(choicesOf(code, condition.question)).toEqual(expect.arrayContaining([...anyOf, ...unclear]));
    expect([...anyOf, ...unclear]).not.toContain('none');
    expect(anyOf.filter((id) => unclear.includes(id))).toEqual([]);
  }
});

test.each(routes)('what is not known about $code route $route.number names the route', ({ route }) => {
  for (const text of route.unknown ?? []) expect(text).toContain(`route ${route.number}`);
});
