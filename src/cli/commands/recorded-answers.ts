// A correction says only what changes: what is not given is taken from the fact that it corrects.

import type { StepFact } from '../../domain/attempts.ts';
import { Failure } from '../../domain/failure.ts';
import type { StepId } from '../../domain/steps.ts';
import type { Timeline } from '../../domain/timeline.ts';
import type { Options } from '../command.ts';
import { stepAnswers } from './step-answers.ts';

type Attempts = Pick<Timeline, 'running' | 'inSight'>;

/** Typed in place of an answer, it leaves the answer out. */
const LEFT_OUT = '-';

/** What the fact is about has to be said each time. */
const SAID_EACH_TIME: readonly string[] = ['exam', 'result'];

/** Acts of their own each time: to book again, or to find another route, happens on a new day. */
const NEW_EACH_TIME: readonly StepId[] = ['eligibility', 'schedule'];

export function withRecorded(step: StepId, options: Options, timeline: Attempts): Options {
  if (options['on'] === LEFT_OUT) {
    throw new Failure('usage', 'the day of a fact can not be left out', 'Give it with --on <date>, or leave out --on');
  }
  const fact = recordedIn(step, timeline);
  const known: Record<string, string> = fact ? answersOf(fact) : {};
  const keys = ['on', ...stepAnswers[step].keys];
  return Object.fromEntries(
    keys.flatMap((key) => {
      const isNew = SAID_EACH_TIME.includes(key) || (key === 'on' && NEW_EACH_TIME.includes(step));
      const answer = options[key] ?? (isNew ? undefined : known[key]);
      return answer === undefined || answer === LEFT_OUT ? [] : [[key, answer]];
    }),
  );
}

/** Of the running attempt; of one that lapsed, as long as no application has begun another. */
function recordedIn(step: StepId, { running, inSight }: Attempts): StepFact | undefined {
  if (running.facts[step]) return running.facts[step];
  const lapsed = running !== inSight && !inSight.facts.exam && !inSight.facts.scores;
  return lapsed && step !== 'application' ? inSight.facts[step] : undefined;
}

/** As options would have been typed. */
function answersOf(fact: StepFact): Record<string, string> {
  const { id: _id, at: _at, by: _by, host: _host, forced: _forced, kind: _kind, ...details } = fact;
  const texts = Object.entries(details).map(([key, value]): [string, string] => [key, textOf(value)]);
  return Object.fromEntries(texts);
}

const textOf = (value: unknown): string =>
  typeof value === 'object' && value !== null ? Object.values(value).join('') : String(value);
