// The conversation of each step: which questions, in which order, and the fact their answers make.
import { type CivilDate, isCivilDate, longDate, shortDate } from '../../domain/civil-date.ts';
import type { Credential } from '../../domain/credential.ts';
import type { NewFact } from '../../domain/fact.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { rulebookFor } from '../../domain/rulebook.ts';
import { readSpokenDate } from '../../domain/spoken-date.ts';
import type { StepId } from '../../domain/steps.ts';
import type { Options } from '../command.ts';
import { stepAnswers } from '../commands/step-answers.ts';
import type { Run } from '../run.ts';
import type { Ask, Choice } from './ask.ts';
import { type Asked, day, later, results } from './sentences.ts';
import { routeUnknown, steps as sentencesOf } from './step-sentences.ts';

/** `happened` is a day up to today, `day` any day; `time` a time of day; the rest is text, read as its option is. */
type Kind = 'happened' | 'day' | 'time' | 'route' | 'result' | 'text';

interface Answer {
  /** key of the option, and of its sentences */
  readonly key: string;
  readonly kind: Kind;
  readonly optional?: boolean;
}

const on: Answer = { key: 'on', kind: 'happened' };
const optional = (key: string, kind: Kind = 'text'): Answer => ({ key, kind, optional: true });

const answersOf: Readonly<Record<StepId, readonly Answer[]>> = {
  eligibility: [on, optional('route', 'route')],
  application: [on, optional('fee'), optional('reference')],
  admission: [on, optional('windowStart', 'day'), optional('windowEnd', 'day')],
  schedule: [on, { key: 'exam', kind: 'day' }, optional('time', 'time'), optional('centre'), optional('zone')],
  exam: [on, { key: 'result', kind: 'result' }],
  scores: [on, { key: 'result', kind: 'result' }, optional('score')],
  certificate: [on, optional('number'), optional('expires', 'day')],
};

export interface StepTalk {
  readonly ask: Ask;
  readonly run: Run;
  readonly credential: Credential;
  /** answers of before, as a fact holds them; they are offered again, so that a correction loses nothing */
  readonly before?: Before | undefined;
}

export type Before = Readonly<Record<string, unknown>>;

/** Asks everything about a step. The fact is the one that the same answers as options of `done` would make. */
export async function talkAboutStep(talk: StepTalk, step: StepId): Promise<NewFact> {
  const options: Record<string, string> = {};
  for (const answer of answersOf[step]) {
    const text = await askOne(talk, step, answer, options);
    if (text !== undefined) options[answer.key] = text;
  }
  const day = options['on'] as CivilDate;
  return { on: day, ...stepAnswers[step].read(asOptions(options), rulebookOf(talk), day) };
}

const rulebookOf = ({ run, credential }: StepTalk) => rulebookFor(credential.id, run.rulebook());

/** `--exam` takes day and time together. */
function asOptions({ time, ...options }: Record<string, string>): Options {
  return time === undefined ? options : { ...options, exam: `${options['exam']}T${time}` };
}

/** An answer of before, as one would type it. */
function typedBefore({ before }: StepTalk, key: string): string | undefined {
  const value = before?.[key];
  if (isCivilDate(value)) return shortDate(value);
  if (typeof value === 'object' && value !== null) return Object.values(value).join('');
  return value === undefined ? undefined : String(value);
}

function askOne(
  talk: StepTalk,
  step: StepId,
  { key, kind, optional = false }: Answer,
  answered: Readonly<Record<string, string>>,
): Promise<string | undefined> {
  const { ask } = talk;
  const { message, why } = (sentencesOf[step] as Record<string, Asked>)[key] as Asked;
  const question = { id: `${step}.${key}`, message, why };
  const known = typedBefore(talk, key);
  switch (kind) {
    case 'route':
      return ask.choose({ ...question, ...routesOf(talk.credential, known) });
    case 'result': {
      const choices = [choice(results.pass, 'pass'), choice(results.fail, 'fail')];
      return ask.choose({ ...question, choices, preset: known === 'fail' ? 1 : 0 });
    }
    case 'happened':
    case 'day':
      return askDay(talk, { ...question, kind, optional, known });
    default: {
      const read = (text: string) => {
        const value = kind === 'time' ? readTime(text) : text.trim();
        stepAnswers[step].read(asOptions({ ...answered, [key]: value }), rulebookOf(talk), answered['on'] as CivilDate);
        return value;
      };
      return optional ? ask.text(leavable(question, known, read)) : ask.text({ ...question, read });
    }
  }
}

const choice = <T>(title: string, value: T): Choice<T> => ({ title, value });

/** A question that may be left out: by an empty answer, or by a hyphen where Enter keeps what is known. */
export function leavable<T>(
  question: Asked & { readonly id: string },
  known: string | undefined,
  read: (text: string) => T,
) {
  const left = known === undefined ? '' : '-';
  return {
    ...question,
    message: `${question.message} ${known === undefined ? later.skip : later.drop}`,
    preset: known ?? '',
    read: (text: string) => (text.trim() === left ? undefined : read(text)),
  };
}

function routesOf({ routes }: Credential, known: string | undefined) {
  const choices: Choice<string | undefined>[] = [
    choice(routeUnknown, undefined),
    ...routes.map(({ number, requires }) => choice(`Route ${number}: ${requires.join(' ')}`, String(number))),
  ];
  return { choices, preset: Math.max(0, known === undefined ? 0 : choices.findIndex(({ value }) => value === known)) };
}

/** On the 24-hour clock, with or without the leading zero. */
function readTime(text: string): string {
  const [, hours, minutes] = /^([01]?\d|2[0-3]):([0-5]\d)$/.exec(text.trim()) ?? [];
  if (hours !== undefined) return `${hours.padStart(2, '0')}:${minutes}`;
  throw new Failure(
    'usage',
    `${quote(text.trim())} is not a time of day`,
    'Type it like 08:30, or 14:00 for the afternoon',
  );
}

interface DayQuestion extends Asked {
  readonly id: string;
  readonly kind: Kind;
  readonly optional: boolean;
  /** the day that is recorded already, as one would type it */
  readonly known?: string | undefined;
}

/** A day is said back in full with its weekday before it is kept. */
export async function askDay(
  { ask, run }: Pick<StepTalk, 'ask' | 'run'>,
  { kind, optional, known, ...question }: DayQuestion,
): Promise<string | undefined> {
  const read = (text: string) => readDay(text, run.today, kind);
  const preset = known ?? (kind === 'happened' ? 'today' : undefined);
  for (;;) {
    const date = await (optional
      ? ask.text(leavable(question, known, read))
      : ask.text({ ...question, ...(preset === undefined ? {} : { preset }), read }));
    if (date === undefined) return undefined;
    const choices = [choice(day.yes, true), choice(day.no, false)];
    if (await ask.choose({ id: `${question.id}.right`, ...day.confirm(longDate(date)), choices })) return date;
  }
}

function readDay(text: string, today: CivilDate, kind: Kind): CivilDate {
  const date = readSpokenDate(text, today);
  if (kind === 'happened' && date > today) {
    throw new Failure('usage', `${longDate(date)} is after today`, 'Type the day on which it happened');
  }
  return date;
}
