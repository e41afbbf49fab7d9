// What each step asks: the options it takes, and the fact they make.
import type { CivilDate } from '../../domain/civil-date.ts';
import type { NewFact } from '../../domain/fact.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { parseDate } from '../../domain/parse-date.ts';
import { parseMoney } from '../../domain/rule.ts';
import type { Rulebook } from '../../domain/rulebook.ts';
import { MOST_SCORE, scaleOn } from '../../domain/score-scale.ts';
import type { StepId } from '../../domain/steps.ts';
import type { Options } from '../command.ts';
import { choiceAnswer, dateAnswer, given, integerAnswer, lineAnswer, needed, zoneAnswer } from './answers.ts';

type WithoutDay<F> = F extends unknown ? Omit<F, 'on' | 'forced'> : never;
type StepFactOf<K extends StepId> = WithoutDay<Extract<NewFact, { kind: K }>>;

interface StepAnswers<K extends StepId> {
  /** the options it takes besides --on */
  readonly keys: readonly string[];
  /** `rulebook` is that of the board */
  readonly read: (options: Options, rulebook: Rulebook, on: CivilDate) => StepFactOf<K>;
}

const results = ['pass', 'fail'] as const;
const RESULT = '--result pass or --result fail';

export const stepAnswers: { readonly [K in StepId]: StepAnswers<K> } = {
  eligibility: {
    keys: ['route'],
    read: (options) => ({ kind: 'eligibility', ...present({ route: integerAnswer(options, 'route', 1, 99) }) }),
  },
  application: {
    keys: ['fee', 'reference', 'windowEnd'],
    read: (options) => ({
      kind: 'application',
      ...present({
        fee: moneyAnswer(options),
        reference: lineAnswer(options, 'reference', 100),
        windowEnd: dateAnswer(options, 'windowEnd'),
      }),
    }),
  },
  admission: {
    keys: ['windowStart', 'windowEnd'],
    read: (options) => ({
      kind: 'admission',
      ...present({ windowStart: dateAnswer(options, 'windowStart'), windowEnd: dateAnswer(options, 'windowEnd') }),
    }),
  },
  schedule: {
    keys: ['exam', 'centre', 'zone'],
    read: (options) => {
      const { exam, time } = appointment(
        needed(given(options, 'exam'), '--exam', 'ascpi done schedule --exam 2027-01-15'),
      );
      const centre = lineAnswer(options, 'centre', 200);
      return { kind: 'schedule', exam, ...present({ time, centre, zone: zoneAnswer(options) }) };
    },
  },
  exam: {
    keys: ['result'],
    read: (options) => ({
      kind: 'exam',
      result: needed(choiceAnswer(options, 'result', results), RESULT, 'ascpi done exam --result pass'),
    }),
  },
  scores: {
    keys: ['result', 'score'],
    read: (options, rulebook, on) => ({
      kind: 'scores',
      result: needed(choiceAnswer(options, 'result', results), RESULT, 'ascpi done scores --result pass --score 512'),
      ...present({ score: scoreAnswer(options, rulebook, on) }),
    }),
  },
  certificate: {
    keys: ['number', 'expires'],
    read: (options) => ({
      kind: 'certificate',
      ...present({ number: lineAnswer(options, 'number', 100), expires: dateAnswer(options, 'expires') }),
    }),
  },
};

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

/** Leaves out what was not answered. */
function present<T extends object>(answers: T): Present<T> {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== undefined)) as Present<T>;
}

function moneyAnswer(options: Options) {
  const text = given(options, 'fee');
  const money = text === undefined ? undefined : parseMoney(text);
  if (text === undefined || money) return money;
  throw new Failure('usage', `${quote(text)} is not an amount with its currency`, 'Write it like 240USD');
}

function appointment(text: string): { exam: CivilDate; time: string | undefined } {
  const [, day = '', time] = /^([^T ]*)[T ](.*)$/s.exec(text) ?? [];
  if (time === undefined) return { exam: parseDate(text), time: undefined };
  if (/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return { exam: parseDate(day), time };
  throw new Failure('usage', `${quote(text)} has no time of day that can be read`, 'Write it like 2027-01-15T08:30');
}

/** On the scale of the board, where that is known. */
function scoreAnswer(options: Options, rulebook: Rulebook, on: CivilDate): number | undefined {
  if (given(options, 'score') === undefined) return undefined;
  const { min, max } = scaleOn(rulebook, on) ?? { min: 0, max: MOST_SCORE };
  return integerAnswer(options, 'score', min, max);
}
