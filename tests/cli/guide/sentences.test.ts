// Every sentence of the guide: short, explained, without values that belong to the rules.
import { describe, expect, test } from 'vitest';
import * as aboutAgencies from '../../../src/cli/guide/agency-sentences.ts';
import * as aboutCompanions from '../../../src/cli/guide/companion-sentences.ts';
import * as conversation from '../../../src/cli/guide/sentences.ts';
import * as aboutSteps from '../../../src/cli/guide/step-sentences.ts';

/** What stands in for the blanks of a sentence; marked, so that only our own digits count. */
const SAMPLE = '«Final scores»';

/** All texts in a value: functions are called with samples. */
function textsIn(value: unknown, path: string): (readonly [path: string, text: string])[] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') {
    return textsIn((value as (...blanks: string[]) => unknown)(...Array<string>(value.length).fill(SAMPLE)), path);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, path === '' ? key : `${path}.${key}`));
}

const texts = [
  ...textsIn({ ...conversation }, ''),
  ...textsIn({ ...aboutSteps }, 'step'),
  ...textsIn({ ...aboutAgencies }, 'agency'),
  ...textsIn({ ...aboutCompanions }, 'companions'),
];

const sentencesOf = (text: string): string[] => text.split(/(?<=[.?!])\s+/);
const wordsOf = (sentence: string): string[] =>
  sentence.replaceAll(SAMPLE, 'Final scores').match(/[\p{L}\d][\p{L}\d'’.:/-]*/gu) ?? [];

test('there are sentences, and functions give theirs too', () => {
  expect(texts.length).toBeGreaterThan(120);
  expect(texts.filter(([, text]) => text.includes(SAMPLE)).length).toBeGreaterThan(10);
});

test.each(texts)('%s is short', (_path, text) => {
  for (const sentence of sentencesOf(text)) expect(wordsOf(sentence).length, sentence).toBeLessThanOrEqual(25);
});

/** Examples of how to type something; all other digits would be values, which belong to the rules. */
const EXAMPLES = /2027-01-15|15 Jan 2027|240USD|08:30|14:00|\b512\b|24-hour clock|from 1 to/g;

test.each(texts)('%s names no value of a rule', (_path, text) => {
  expect(text.replaceAll(EXAMPLES, '')).not.toMatch(
    /\d|\b(two|three|four|five|six|eight|ten) (days|weeks|months|years)/i,
  );
});

test.each(texts)('%s is clean: no option, no doubled space, no blank', (_path, text) => {
  expect(text).toMatch(/^\S(.*\S)?$/);
  expect(text).not.toMatch(/ {2}|--[a-z]|undefined|\[object/);
});

/** Words that a reader would look up, and what must stand beside them wherever they are used in a question or its why. */
const explained: Readonly<Record<string, RegExp>> = {
  preliminary: /means a first one/,
  transcript: /lists? of your courses and marks/,
  'admission notification': /letter/,
  scaled: /same scale/,
  'exam window': /time in which|window is the time|first|last|second/,
};

describe.each(Object.entries(explained))('the word "%s"', (word, explanation) => {
  const askedWith = texts.filter(([, text]) => text.toLowerCase().includes(word));
  test('is used', () => expect(askedWith.length).toBeGreaterThan(0));

  test.each(askedWith)('is explained near %s', (path) => {
    const parent = path.replace(/\.[^.]+$/, '');
    const near = texts.filter(([other]) => other.startsWith(`${parent}.`)).map(([, text]) => text);
    expect(near.join(' ')).toMatch(explanation);
  });
});

describe('the watchman wakes up', () => {
  test('at a long sentence', () => {
    expect(wordsOf(`One ${'more '.repeat(25)}`).length).toBe(26);
    expect(sentencesOf('One. Two? Three.')).toHaveLength(3);
  });
  test('at a value', () => {
    expect('within 90 days'.replaceAll(EXAMPLES, '')).toMatch(/\d/);
    expect('like 2027-01-15'.replaceAll(EXAMPLES, '')).not.toMatch(/\d/);
  });
});
