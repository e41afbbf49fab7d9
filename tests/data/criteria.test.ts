// Criteria: the article's ten and the red flags, each with its source, its day and both sides of what its absence says.
import { expect, test } from 'vitest';
import { inOrderOfAsking } from '../../src/domain/criterion.ts';
import { allFiles, checklists, criteria } from './data-files.ts';

test('the ten criteria are there, each with its number once', () => {
  const numbered = criteria().filter(({ number }) => number !== undefined);
  expect(numbered.sort((a, b) => Number(a.number) - Number(b.number)).map(({ number, id }) => [number, id])).toEqual([
    [1, 'no-fee'],
    [2, 'joint-commission'],
    [3, 'code-of-ethics'],
    [4, 'brand'],
    [5, 'relocation'],
    [6, 'benefits'],
    [7, 'track-record'],
    [8, 'recruiter'],
    [9, 'compensation'],
    [10, 'family-visas'],
  ]);
});

test('every red flag is there: a fee, a penalty, a payer left unsaid, original documents', () => {
  const flags = criteria().flatMap(({ id, redFlag }) => (redFlag ? [[id, redFlag.when, redFlag.offer]] : []));
  expect(flags).toEqual([
    ['free-to-leave', ['no'], ['penalty']],
    ['keep-originals', ['no'], []],
    ['no-fee', ['no'], []],
    ['payers-named', ['no', 'unknown'], ['examPayer', 'visascreenPayer', 'petitionPayer']],
  ]);
});

test('red flags are asked about first, then the criteria by number', () => {
  const order = inOrderOfAsking(criteria()).map(({ number, id }) => number ?? id);
  expect(order).toEqual(['free-to-leave', 'keep-originals', 'payers-named', 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
});

test.each(allFiles.filter(({ folder }) => folder === 'criteria'))('$path is named for its id', ({ name, content }) => {
  expect(content).toHaveProperty('id', name);
});

test.each(criteria())('$id says what its absence proves, and what it does not', ({ absence, source, checked }) => {
  expect(absence.proves).not.toMatch(/^That /);
  expect(absence.doesNotProve).toMatch(/^That /);
  expect(source).toMatch(/20\d\d/);
  expect(checked >= '2026-11-01').toBe(true);
});

/** Whom the texts may name: offices, bodies, lists and places. No firm is among them. */
const KNOWN = [
  'AAIHR',
  'Alliance',
  'CGFNS',
  'Certified Ethical Recruiters',
  'Department of Migrant Workers',
  'DMW',
  'Joint Commission',
  'POEA',
  'Philippine',
  'Philippines',
  'TruMerit',
  'United States',
  'VisaScreen',
];

/** Names are words with a capital letter that do not begin a sentence. */
function namesIn(text: string): string[] {
  const known = KNOWN.reduce((left, name) => left.replaceAll(name, ''), text);
  return [...known.matchAll(/(?<![.?:]\s)(?<=\S\s\(?)[A-Z][\w-]+/g)].map(([name]) => name);
}

/** Every text of a file but its sources and the names of places. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => (key === 'source' || key === 'askedIn' ? [] : textsOf(each)));
}

const occasions = checklists().filter(({ step }) => step === undefined);

test.each([...criteria(), ...occasions])('nothing names a firm: $title', (content) => {
  const texts = textsOf(content);
  expect(texts.length).toBeGreaterThan(5);
  expect(texts.flatMap(namesIn)).toEqual([]);
});

test('a name would be found', () => {
  expect(namesIn('Ask whether Example Staffing is on the list.')).toEqual(['Example', 'Staffing']);
  expect(namesIn('Ask the DMW. The Joint Commission knows.')).toEqual([]);
});
