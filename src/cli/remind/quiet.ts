// `ascpi remind snooze`, `mute` and `unmute`: facts that keep reminders quiet, taken back like any other.
import { dayDate } from '../../domain/civil-date.ts';
import { dateIds, knownDate } from '../../domain/dates.ts';
import type { NewFact } from '../../domain/fact.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { factsOn, type Journey } from '../../domain/journey.ts';
import { isMuted } from '../../domain/quiet.ts';
import { closest } from '../../domain/suggest.ts';
import { timelineOf } from '../../domain/timeline.ts';
import { typedFor } from '../../views/typed-for.ts';
import type { Options, Outcome } from '../command.ts';
import { dateAnswer, needed } from '../commands/answers.ts';
import { recordFact, unchanged } from '../commands/change.ts';
import { isOfOne } from '../is-of-one.ts';
import type { Run } from '../run.ts';

export async function snooze(run: Run, [id = '', typed = '']: readonly string[], options: Options): Promise<Outcome> {
  const journey = await run.journeyNamed(id);
  const date = parseDateId(typed, journey, run);
  const example = `ascpi remind snooze ${id} ${date} --until 2027-02-01`;
  const until = needed(dateAnswer(options, 'until'), '--until', example);
  if (until < run.today)
    throw new Failure('usage', `${until} is before today, ${run.today}`, 'Give the day on which it may remind again');
  const before = factsOn(journey, run.today).findLast((fact) => fact.kind === 'snooze' && fact.date === date);
  if (before?.kind === 'snooze' && before.until === until) return unchanged(run, journey, 'remind-snooze');
  const what = `no reminders of ${titleOf(date)} before ${dayDate(until)}`;
  return quieted(run, journey, { kind: 'snooze', on: run.today, date, until }, 'remind-snooze', what);
}

export const mute = (run: Run, words: readonly string[]): Promise<Outcome> => setMuted(run, words, true);

export const unmute = (run: Run, words: readonly string[]): Promise<Outcome> => setMuted(run, words, false);

async function setMuted(run: Run, [id = '', typed]: readonly string[], muted: boolean): Promise<Outcome> {
  const journey = await run.journeyNamed(id);
  const date = typed === undefined ? undefined : parseDateId(typed, journey, run);
  const name = muted ? 'remind-mute' : 'remind-unmute';
  if (isMuted(factsOn(journey, run.today), date) === muted) return unchanged(run, journey, name);
  const fact = { kind: 'mute', on: run.today, muted, ...(date === undefined ? {} : { date }) } as const;
  const of = date === undefined ? 'any date' : titleOf(date);
  const what = muted ? `no more reminders of ${of}` : `reminders again of ${of}`;
  return quieted(run, journey, fact, name, what);
}

function quieted(run: Run, journey: Journey, fact: NewFact, name: string, what: string): Outcome {
  const outcome = recordFact(run, journey, fact, { name, verb: ['Recorded', 'Would record'], what });
  return {
    ...outcome,
    view: typedFor(outcome.view, journey.id, isOfOne),
    hints: [`Take it back: ascpi undo -c ${journey.id}`],
  };
}

const titleOf = (date: string): string => knownDate(date)?.title ?? date;

/** An id of the dates table, or of a date that this journey alone has. */
function parseDateId(typed: string, journey: Journey, run: Run): string {
  const own = timelineOf(journey, run.today, run.rulebook()).dates.map(({ id }) => id);
  const all = [...new Set([...dateIds, ...own])];
  const known = all.find((id) => id === typed.toLowerCase());
  if (known) return known;
  const near = closest(typed, all);
  const hint = near ? `Did you mean ${near}?` : `Dates: ${all.join(', ')}`;
  throw new Failure('usage', `there is no date ${quote(typed)}`, hint);
}
