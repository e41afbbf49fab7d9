// `ascpi documents names`: one name in several places, compared two by two.
import { TRANSCRIPT } from '../../domain/dates.ts';
import { documentsIn } from '../../domain/document.ts';
import { Failure } from '../../domain/failure.ts';
import { factsOn } from '../../domain/journey.ts';
import { NAME_LIMIT } from '../../domain/profile.ts';
import { namesView } from '../../views/name-check.ts';
import type { Options, Outcome } from '../command.ts';
import { lineAnswer } from '../commands/answers.ts';
import { EXIT_NO } from '../exit-codes.ts';
import type { Run } from '../run.ts';

const places = ['account', 'passport', 'transcript', 'journey'] as const;

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  const typed = Object.fromEntries(places.map((place) => [place, lineAnswer(options, place, NAME_LIMIT)]));
  const known = places.every((place) => typed[place] !== undefined) ? {} : await recorded(run);
  const names = places.flatMap((where) => {
    const name = typed[where] ?? known[where];
    return name === undefined ? [] : [{ where, name }];
  });
  if (names.length < 2) {
    throw new Failure(
      'usage',
      'there is only one name to look at',
      'Give two of --account, --passport and --transcript',
    );
  }
  const { view, isSettled } = namesView(names, run.today);
  return { view, ...(options['check'] === true && !isSettled ? { exit: EXIT_NO } : {}) };
}

/** What the journey knows; nothing where there is none. */
async function recorded(run: Run): Promise<Partial<Record<(typeof places)[number], string>>> {
  try {
    const journey = await run.journey();
    const transcript = documentsIn(factsOn(journey, run.today)).get(TRANSCRIPT)?.name;
    return { journey: journey.profile.name, ...(transcript ? { transcript } : {}) };
  } catch (error) {
    if (error instanceof Failure && error.kind === 'missing' && run.globals.candidate === undefined) return {};
    throw error;
  }
}
