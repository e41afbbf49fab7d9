// Reads what is told about a person beyond the journey: tags, mail address, owner, lead times, whether to write at all.
import * as v from 'valibot';
import { Failure, quote } from '../../domain/failure.ts';
import { addressFault } from '../../domain/mail-address.ts';
import {
  joinTags,
  MOST_SKILLS,
  OWNER_LIMIT,
  type Profile,
  rungsShape,
  SKILL_LIMIT,
  type SkillField,
  skillFields,
  tagShape,
} from '../../domain/profile.ts';
import { searchable, textFault } from '../../domain/text.ts';
import type { Options } from '../command.ts';
import { choiceAnswer, flagOf, given, lineAnswer } from '../commands/answers.ts';

type Told = Pick<Profile, 'email' | 'owner' | 'tags' | 'optOut' | 'rungs' | SkillField>;

/** What was told of these; nothing of what was not. Fails with `usage`. */
export function toldOf(options: Options): Told {
  const email = given(options, 'email');
  const owner = lineAnswer(options, 'owner', OWNER_LIMIT);
  const tags = given(options, 'tag');
  const rungs = given(options, 'rungs');
  return {
    ...(email === undefined ? {} : { email: emailIn(email) }),
    ...(owner === undefined ? {} : { owner }),
    ...(tags === undefined ? {} : { tags: tagsIn(tags) }),
    ...(choiceAnswer(options, 'optOut', ['yes', 'no']) === 'yes' ? { optOut: true as const } : {}),
    ...(rungs === undefined ? {} : { rungs: rungsIn(rungs) }),
    ...skillsOf(options),
  };
}

/** Tags joined by commas, each once. Fails with `usage`. */
export function tagsIn(text: string): string[] {
  const tags = text
    .split(',')
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  const wrong = tags.find((tag) => !v.is(tagShape, tag));
  if (tags.length === 0 || wrong !== undefined) {
    throw new Failure(
      'usage',
      `${quote(wrong ?? text)} is not a tag`,
      'A tag is one word of at most 50 letters, digits, dots, - and _; several are joined by commas, like cebu,2027',
    );
  }
  return joinTags([], tags);
}

function emailIn(text: string): string {
  const fault = addressFault(text);
  if (fault === undefined) return text;
  throw new Failure(
    'usage',
    `${quote(text)} is not a mail address: it ${fault}`,
    'Write one address like maria@example.org',
  );
}

/** `30,7,1,0,after` */
function rungsIn(text: string): number[] {
  const rungs = text.split(',').map((part) => {
    const word = part.trim().toLowerCase();
    if (word === 'after') return -1;
    return /^\d{1,3}$/.test(word) ? Number(word) : Number.NaN;
  });
  const sorted = [...new Set(rungs)].sort((one, other) => other - one);
  if (v.is(rungsShape, sorted)) return sorted;
  throw new Failure(
    'usage',
    `${quote(text)} are no lead times`,
    'Write days before a date, 0 for the day itself and after for once after it, like 30,7,1,0,after',
  );
}

function skillsOf(options: Options): Pick<Profile, SkillField> {
  const told = skillFields.flatMap((field) => {
    const text = given(options, field);
    return text === undefined ? [] : [[field, skillsIn(field, text)] as const];
  });
  return Object.fromEntries(told);
}

/** Lines joined by semicolons, each once. Fails with `usage`. */
function skillsIn(field: SkillField, text: string): string[] {
  const lines = text
    .split(';')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const keys = lines.map(searchable);
  const once = lines.filter((_line, index) => keys.indexOf(keys[index] ?? '') === index);
  const [wrong = '', fault] =
    once.length === 0
      ? [text, 'is empty']
      : (once.map((line) => [line, textFault(line, SKILL_LIMIT)] as const).find(([, found]) => found) ?? []);
  if (fault !== undefined) {
    throw new Failure(
      'usage',
      `${quote(wrong)} in ${flagOf(field)} ${fault}`,
      `Join them by semicolons, each at most ${SKILL_LIMIT} characters, or write - to leave them out`,
    );
  }
  if (once.length <= MOST_SKILLS) return once;
  throw new Failure('usage', `${once.length} are too many for ${flagOf(field)}`, `Keep at most ${MOST_SKILLS}`);
}
