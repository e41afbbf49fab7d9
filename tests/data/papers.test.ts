// Paper: which countries have another one than A4.
import { expect, test } from 'vitest';
import { usualPaper } from '../../src/domain/paper.ts';
import { papers } from './data-files.ts';

test.each(papers())('the countries of $id stand in order, each once', ({ countries }) => {
  expect(countries).toEqual([...new Set(countries)].sort());
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  for (const country of countries) expect(names.of(country), country).toBeDefined();
});

test.each([
  ['US', 'letter'],
  ['CA', 'letter'],
  ['MX', 'letter'],
  ['PH', 'letter'],
  ['NP', 'a4'],
  ['NG', 'a4'],
  ['SA', 'a4'],
  ['GB', 'a4'],
  [undefined, 'a4'],
])('in %s the usual paper is %s', (country, paper) => {
  expect(usualPaper(country, papers())).toBe(paper);
});
