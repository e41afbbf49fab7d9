// `ascpi report`: the cohort that a filter chooses, and what changed in it since the report that is remembered.
import { unveiled, veilOver } from '../../domain/anonymous.ts';
import { calibrateWaits, observedLeast } from '../../domain/calibration.ts';
import { cohortOf } from '../../domain/cohort.ts';
import { changesSince, remember, snapshotOf } from '../../domain/cohort-changes.ts';
import { Failure } from '../../domain/failure.ts';
import { waitOn } from '../../domain/waits.ts';
import { reportView } from '../../views/report.ts';
import type { Options, Outcome } from '../command.ts';
import { integerAnswer } from '../commands/answers.ts';
import { selectMembers } from '../roster/members.ts';
import { readFilter } from '../roster/selection.ts';
import type { Run } from '../run.ts';
import { keyOf, lastOf, readMemory } from './memory.ts';

const SHOWN = 25;
const MOST = 5000;

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  if (options['with'] !== undefined) {
    throw new Failure('usage', '--with is about one candidate, and none is named', 'Name one: -c <id>');
  }
  const most = integerAnswer(options, 'most', 1, MOST) ?? SHOWN;
  const filter = readFilter(options, run);
  const { today } = run;
  const memory = await readMemory(run.store());
  const { members, total, unread, failure } = await selectMembers(filter, run);
  const rows = members.map(({ row }) => row);
  const cohort = cohortOf(members, today);
  const book = run.planbook({});
  const key = keyOf(filter);
  const last = lastOf(memory, key);
  const now = snapshotOf(members, today);
  const waits = members.flatMap(({ waits }) => waits.map((span) => waitOn(today, span)));
  const changes = last && changesSince(last, now, unread);
  const isAnonymous = options['anonymous'] === true;
  const veil = isAnonymous
    ? veilOver(
        await run.store().list(),
        rows.map(({ owner }) => owner),
      )
    : unveiled;
  const shown = rows.map(veil.row);
  const view = reportView(
    {
      cohort,
      worklist: cohort.worklist.slice(0, most).map(veil.row),
      total,
      filter: veil.filter(filter),
      waits: { rows: calibrateWaits(waits, today, book), least: observedLeast(book, today) },
      changes: changes && veil.changes(changes),
      names: new Map(shown.map(({ id, name }) => [id, name])),
      unread: unread.map(veil.id),
    },
    today,
  );
  // The next report would take for new who can't be read today.
  const isRemembered = options['remember'] === true && unread.length === 0;
  return {
    view,
    ...(isRemembered
      ? {
          save: [
            {
              shared: 'report',
              document: { revision: memory.revision + 1, value: remember(memory.value, key, now) },
            } as const,
          ],
          hints: ['Remembered. The next report of the same candidates says what changed.'],
        }
      : {}),
    ...(options['remember'] === true && !isRemembered
      ? { notices: ['This report was not remembered, because not all candidates can be read.'] }
      : {}),
    ...(failure ? { failure: isAnonymous ? nameless(failure, unread.length) : failure } : {}),
  };
}

/** Where nobody is to be named, a failure names nobody either. */
const nameless = ({ kind }: Failure, count: number): Failure =>
  new Failure(
    kind,
    `${count} ${count === 1 ? "candidate can't" : "candidates can't"} be read`,
    'Those are left out. Which, and what to do: ascpi doctor',
  );
