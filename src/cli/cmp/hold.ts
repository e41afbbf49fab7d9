// `ascpi cmp hold`: another credential that is held, so that one activity counts for each.
import { dayDate } from '../../domain/civil-date.ts';
import { typedName } from '../../domain/cmp-held.ts';
import { Failure } from '../../domain/failure.ts';
import { factsOn, recordAll } from '../../domain/journey.ts';
import type { Options, Outcome } from '../command.ts';
import { dateAnswer, flagOf, needed } from '../commands/answers.ts';
import { changed, recordFact } from '../commands/change.ts';
import { credentialNamed, type Run } from '../run.ts';
import { withCycle } from './receipt.ts';

export async function decide(run: Run, [typed = '']: readonly string[], options: Options): Promise<Outcome> {
  const journey = await run.journey();
  const { id } = credentialNamed(run, typed);
  if (id === journey.profile.credential) {
    throw new Failure(
      'usage',
      `this journey leads to ${id}`,
      'Record its certificate: ascpi done certificate --on <date>',
    );
  }
  if (options['off'] === true) return withCycle(letGo(run, journey, id, options), []);
  const example = `ascpi cmp hold ${typedName(id)} --on 2026-03-01 --expires 2029-02-28`;
  const on = needed(dateAnswer(options, 'on'), '--on', example);
  const expires = dateAnswer(options, 'expires');
  const outcome = recordFact(
    run,
    journey,
    { kind: 'held', credential: id, on, ...(expires ? { expires } : {}) },
    {
      name: 'cmp-hold',
      verb: ['Recorded', 'Would record'],
      what: `${id} is held, its cycle from ${dayDate(on)}`,
    },
  );
  return withCycle(outcome, []);
}

/** Takes back every recording of it. */
function letGo(run: Run, journey: Awaited<ReturnType<Run['journey']>>, id: string, options: Options): Outcome {
  const foreign = ['on', 'expires'].find((key) => options[key] !== undefined);
  if (foreign) throw new Failure('usage', `${flagOf(foreign)} makes no sense with --off`, 'Give one of them');
  const recordings = factsOn(journey, run.today).filter((fact) => fact.kind === 'held' && fact.credential === id);
  if (recordings.length === 0) throw new Failure('missing', `${id} is not recorded as held`, 'See: ascpi cmp');
  const undone = recordings.map((fact) => ({ kind: 'undo', of: fact.id, on: run.today }) as const);
  return {
    ...changed(run, journey, recordAll(journey, undone, run.recorder()), {
      name: 'cmp-hold',
      verb: ['Took back', 'Would take back'],
      what: `${id} is held`,
    }),
    hints: ['Bring it back: ascpi redo'],
  };
}
