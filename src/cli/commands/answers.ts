// Reads answers given as options; a missing or wrong one is refused by the name of its flag.
import type { CivilDate } from '../../domain/civil-date.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { parseDate } from '../../domain/parse-date.ts';
import { textFault } from '../../domain/text.ts';
import type { Options } from '../command.ts';

export const given = (options: Options, key: string): string | undefined => {
  const value = options[key];
  return typeof value === 'string' ? value : undefined;
};

/** What an option that takes several was given, none when it was not. */
export const givenList = (options: Options, key: string): readonly string[] => {
  const value = options[key];
  return Array.isArray(value) ? value : [];
};

export function dateAnswer(options: Options, key: string): CivilDate | undefined {
  const text = given(options, key);
  return text === undefined ? undefined : parseDate(text);
}

/** One line of text of at most `limit` characters. */
export function lineAnswer(options: Options, key: string, limit: number): string | undefined {
  const text = given(options, key);
  const fault = text === undefined ? undefined : textFault(text, limit);
  if (text === undefined || fault === undefined) return text;
  throw new Failure(
    'usage',
    `the value ${quote(text)} of ${flagOf(key)} ${fault}`,
    `Give one line of at most ${limit} characters`,
  );
}

export function choiceAnswer<const T extends string>(
  options: Options,
  key: string,
  choices: readonly T[],
): T | undefined {
  const text = given(options, key);
  if (text === undefined) return undefined;
  const choice = choices.find((each) => each === text.toLowerCase());
  if (choice) return choice;
  throw new Failure('usage', `${quote(text)} is not an answer to ${flagOf(key)}`, `Give ${choices.join(' or ')}`);
}

export function integerAnswer(options: Options, key: string, least: number, most: number): number | undefined {
  const text = given(options, key);
  if (text === undefined) return undefined;
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN;
  if (value >= least && value <= most) return value;
  throw new Failure(
    'usage',
    `${quote(text)} is not an answer to ${flagOf(key)}`,
    `Give a whole number from ${least} to ${most}`,
  );
}

/** The IANA name of a time zone. */
export function zoneAnswer(options: Options): string | undefined {
  const zone = lineAnswer(options, 'zone', 60);
  if (zone === undefined) return undefined;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone && zone;
  } catch (error) {
    throw new Failure('usage', `${quote(zone)} is not a time zone`, 'Use a name such as Asia/Manila', error);
  }
}

/** The answer, or a usage failure that names the flag. */
export function needed<T>(answer: T | undefined, flag: string, example: string): T {
  if (answer !== undefined) return answer;
  throw new Failure('usage', `${flag} is missing`, `For example: ${example}`);
}

/** `windowEnd` is typed `--window-end`. */
export const flagOf = (key: string): string => `--${key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`;
