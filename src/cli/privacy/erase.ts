// `ascpi privacy erase`: forgets one candidate everywhere it can reach, and lists what it can't.
import { Failure } from '../../domain/failure.ts';
import { parseJourneyId } from '../../domain/journey-id.ts';
import { type Erased, erasureView } from '../../views/privacy.ts';
import type { Change, Options, Outcome } from '../command.ts';
import { given } from '../commands/answers.ts';
import type { Run } from '../run.ts';
import { type FromBackups, fromBackups } from './from-backups.ts';
import { goneOut, type Held, heldOf } from './held.ts';

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  const typed = given(options, 'candidate');
  // Neither a setting nor being the only one is reason enough to be erased.
  if (typed === undefined) {
    throw new Failure('usage', 'the candidate to erase is not named', 'For example: ascpi privacy erase -c <id>');
  }
  const id = parseJourneyId(typed.toLowerCase());
  const held = await heldOf(id, run);
  const backups = fromBackups(held, run);
  if (!held.isKept && !held.seen && !held.isChosen && backups.changes.length === 0) {
    throw new Failure(
      'missing',
      `there is no candidate "${id}", nor anything that is kept of one`,
      'See who there is: ascpi candidates',
    );
  }
  const erased = erasedOf(held, backups);
  const left = [...backups.left, ...held.elsewhere, ...goneOut(held), ...always];
  const view = (dryRun: boolean) =>
    erasureView({
      id,
      name: held.journey?.profile.name ?? held.previous?.profile.name,
      erased,
      left,
      dryRun,
      today: run.today,
    });
  return {
    view: view(run.globals.dryRun),
    save: [...backups.changes, ...removal(held)],
    confirm: {
      preview: async () => view(true),
      question: `To erase all of it for good, type the id, ${id}. Which id?`,
      why: 'Everything that is kept of this candidate is erased, in backups too, and nothing can bring it back.',
      typed: id,
      refusal: `erasing ${id} takes away for good all that is kept of this candidate`,
    },
  };
}

/** The journey goes last: cut short, the same command can be run again. */
function removal({ id, isKept, journey, previous }: Held): Change[] {
  const names = [journey, previous].flatMap((each) => (each ? [each.profile.name] : []));
  return [{ forget: id, names }, ...(isKept ? [{ remove: id } as const] : [])];
}

const counted = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;

function erasedOf({ isKept, journey, previous, seen, isDraft, isChosen }: Held, { reached }: FromBackups): Erased[] {
  const what: (string | false)[] = [
    isKept &&
      (journey
        ? `the journey with ${counted(journey.facts.length, 'fact')}`
        : 'the journey, whose file can not be read'),
    previous !== undefined && 'the version before it',
    seen !== undefined && 'what the guide remembers of it',
    isDraft && 'an unfinished start under this name',
    isChosen && 'the setting that names it',
  ];
  return [...what.filter((each) => each !== false), ...reached.map((path) => `its part of the backup ${path}`)];
}

/** What no program can know. */
const always = [
  {
    what: 'files that were written with -o, copies of backups, and what a sync service or the disk keeps of earlier versions',
    remedy: 'Remove those that you know of',
  },
];
