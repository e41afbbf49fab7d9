// The self-check against the credentials as shipped: what fits, what can't be told, and which condition decided.
import { describe, expect, test } from 'vitest';
import { type Credential, findCredential } from '../../src/domain/credential.ts';
import {
  type Answers,
  type Fit,
  fitOf,
  fits,
  openQuestions,
  parseYears,
  questionsOf,
  unknownsOf,
} from '../../src/domain/eligibility.ts';
import { readCredentials } from '../../src/domain/reference.ts';
import { shippedFiles } from './shipped.ts';

const all = readCredentials(shippedFiles('credentials'));
const named = (code: string): Credential => {
  const found = findCredential(all, code);
  if (!found) throw new Error(code);
  return found;
};

/** `1 3|4|2 5`: the routes that may fit, can't be told, do not seem to fit. */
const summary = (code: string, answers: Answers): string => {
  const routes = fitOf(named(code), answers);
  const numbers = (fit: Fit) => routes.filter((each) => each.fit === fit).map(({ route }) => route.number);
  return fits.map((fit) => numbers(fit).join(' ')).join('|');
};

const mls = ['bachelor-mls'];

test.each<[string, Answers, string]>([
  ['MLS', {}, '|1 2 3 4 5|'],
  ['MLS', { degree: [], training: [] }, '|1 2 3 4 5|'],
  ['MLS', { degree: ['none'] }, '||1 2 3 4 5'],
  ['MLS', { degree: mls }, '|1 2 3 4 5|'],
  ['MLS', { degree: mls, training: ['internship'], experience: 0 }, '1||2 3 4 5'],
  ['MLS', { degree: mls, training: ['none'], experience: 2 }, '||1 2 3 4 5'],
  ['MLS', { degree: mls, training: ['none'], experience: 3 }, '2||1 3 4 5'],
  ['MLS', { degree: mls, training: ['none'], experience: 5 }, '2|4|1 3 5'],
  ['MLS', { degree: mls, training: ['some-fields'], experience: 4 }, '2||1 3 4 5'],
  ['MLS', { degree: mls, training: ['internship', 'diploma'], experience: 5 }, '1 2 5|4|3'],
  ['MLS', { degree: ['bachelor-other'], training: ['two-year-programme'] }, '3||1 2 4 5'],
  ['MLS', { degree: ['bachelor-other'], training: ['diploma'], experience: 5 }, '5||1 2 3 4'],
  ['MLS', { degree: ['bachelor-other-science'], training: ['none'], experience: 9 }, '|4|1 2 3 5'],
  ['MLS', { degree: ['bachelor-other', 'bachelor-mls'], experience: 3 }, '2|1 3|4 5'],
  ['MLS', { experience: 4 }, '|1 2 3|4 5'],
  ['MLT', { degree: ['diploma-mls'], training: ['four-fields'], experience: 0 }, '1|3|2'],
  ['MLT', { degree: ['diploma-biology-chemistry'], training: ['four-fields'], experience: 9 }, '|2 3|1'],
  ['MLT', { degree: ['bachelor'], training: ['none'], experience: 9 }, '|2 3|1'],
  ['MLT', { degree: ['none'], training: ['none'], experience: 0 }, '|3|1 2'],
  ['HT', { degree: ['secondary'], training: ['approved-programme'], experience: 0 }, '1||2'],
  ['HT', { degree: ['secondary'], training: ['other-programme'], experience: 5 }, '|1|2'],
  ['HT', { degree: ['diploma'], training: ['none'], experience: 1 }, '2||1'],
  ['HT', { degree: ['bachelor'], training: ['none'], experience: 1 }, '|2|1'],
  ['BB', {}, '||'],
])('%s, %j: %s', (code, answers, expected) => {
  expect(summary(code, answers)).toBe(expected);
});

describe('the conditions that decided', () => {
  const because = (code: string, number: number, answers: Answers) =>
    fitOf(named(code), answers).find(({ route }) => route.number === number)?.because;

  test('of a route that does not seem to fit are those not met, whatever else is open', () => {
    expect(because('MLS', 5, { degree: mls, experience: 4 })).toEqual([
      { requires: expect.stringContaining('5 years'), standing: 'unmet' },
    ]);
  });

  test('of a route that can not be told are those open, unclear or never published', () => {
    expect(because('MLS', 2, { degree: mls })).toEqual([
      { requires: expect.stringContaining('3 years'), standing: 'unanswered' },
    ]);
    expect(because('MLT', 2, { degree: ['bachelor'] })).toEqual([
      { requires: expect.stringContaining('diploma'), standing: 'unclear' },
      { requires: expect.stringContaining('how much is not known'), standing: 'unpublished' },
    ]);
  });

  test('of a route that may fit are all of them', () => {
    const found = because('MLS', 1, { degree: mls, training: ['internship'] });
    expect(found?.map(({ standing }) => standing)).toEqual(['met', 'met']);
  });

  test('a route without conditions for machines is never said to fit or not', () => {
    const [route] = named('MLS').routes;
    if (!route) throw new Error('no route');
    const bare = { ...named('MLS'), routes: [{ ...route, conditions: undefined }] };
    expect(fitOf(bare, { degree: ['none'] }).map(({ fit }) => fit)).toEqual(['cannot-tell']);
  });
});

test('every answer that can be given to a question leaves each route with a fit and a reason', () => {
  for (const credential of all) {
    for (const question of questionsOf(credential)) {
      const answers = 'choices' in question ? question.choices.map(({ id }) => [id]) : [0, 1, 60];
      for (const answer of answers) {
        for (const { because } of fitOf(credential, { [question.id]: answer })) expect(because).not.toEqual([]);
      }
    }
  }
});

test('more years never take a route away', () => {
  const rank = (fit: Fit) => fits.indexOf(fit);
  for (let years = 0; years < 60; years += 1) {
    const [less, more] = [years, years + 1].map((experience) =>
      fitOf(named('MLS'), { degree: mls, training: ['diploma'], experience }).map(({ fit }) => rank(fit)),
    );
    expect(more?.every((fit, index) => fit <= (less?.[index] ?? -1))).toBe(true);
  }
});

test('open are the questions without an answer; no choice at all is none', () => {
  const open = (answers: Answers) => openQuestions(named('MLS'), answers).map(({ id }) => id);
  expect(open({})).toEqual(['degree', 'training', 'experience']);
  expect(open({ degree: [], experience: 0 })).toEqual(['degree', 'training']);
  expect(openQuestions(named('BB'), {})).toEqual([]);
});

test('what is not known gathers the credential and its routes', () => {
  expect(unknownsOf(named('MLS'))).toEqual(
    expect.arrayContaining([expect.stringContaining('recent'), expect.stringContaining('route 4')]),
  );
});

test.each([
  ['0', 0],
  [' 7 ', 7],
  ['60', 60],
])('%j is %i years', (text, years) => {
  expect(parseYears(text)).toBe(years);
});

test.each(['', ' ', '61', '-1', '3.5', '3y', '٣', '1e1', '100000'])('%j is no number of years', (text) => {
  expect(() => parseYears(text)).toThrow(/is not a number of full years/);
});
