// `ascpi restore`: brings back candidates from a file, or the version of one before; never goes back in time unasked.
import { Failure, quote } from '../../domain/failure.ts';
import { restoreView } from '../../views/restore.ts';
import type { Change, Options, Outcome } from '../command.ts';
import { given } from '../commands/answers.ts';
import type { Run } from '../run.ts';
import { readFile } from './read-file.ts';
import { type Other, othersOf } from './restore-others.ts';
import { type Copy, type Restoring, restoringOf, type Way } from './restoring.ts';

interface Source {
  readonly kind: 'backup' | 'packet' | 'journey' | 'previous';
  readonly file: string | null;
  readonly made: string | null;
  readonly copies: readonly Copy[];
  readonly others: readonly Other[];
}

export async function decide(run: Run, [file]: readonly string[], options: Options): Promise<Outcome> {
  const way: Way = {
    merge: options['merge'] === true,
    keepNewer: options['keepNewer'] === true,
    force: run.globals.force,
  };
  if ([way.merge, way.keepNewer, way.force].filter(Boolean).length > 1) {
    throw new Failure('usage', '--merge, --keep-newer and --force exclude each other', 'Give one of them');
  }
  const source = file === undefined ? await previousVersion(run) : await fromFile(run, file, options, way);
  const restorings: Restoring[] = [];
  for (const copy of source.copies) restorings.push(await restoringOf(copy, way, run));
  if (!run.globals.dryRun) refuse(restorings, source.kind);
  const { dryRun } = run.globals;
  return {
    view: restoreView({
      dryRun,
      today: run.today,
      kind: source.kind,
      file: source.file,
      made: source.made,
      candidates: restorings.map(({ said }) => said),
      others: source.others.map(({ said }) => said),
    }),
    save: [...replacing(restorings, run), ...source.others.flatMap(({ save }) => save)],
    hints: hintsOf(restorings, source.kind, file),
  };
}

function replacing(restorings: readonly Restoring[], run: Run): Change[] {
  const replace = restorings.flatMap(({ replacement }) => (replacement ? [replacement] : []));
  return replace.length > 0 ? [{ replace, stamp: run.recorder().at }] : [];
}

function hintsOf(restorings: readonly Restoring[], kind: Source['kind'], file = ''): string[] {
  const isThroughOneCopy = kind === 'journey' && restorings.every(({ said }) => said.clashes.length === 0);
  return isThroughOneCopy && file !== '-'
    ? [`All that is in the copy is kept now. Remove it: rm ${JSON.stringify(file)}`]
    : [];
}

async function fromFile(run: Run, file: string, options: Options, way: Way): Promise<Source> {
  const { kind, backup } = await readFile(run, file);
  const wanted = given(options, 'candidate')?.toLowerCase();
  const all = backup.journeys.map(({ current, previous }): Copy => ({ journey: current, previous }));
  const copies = wanted === undefined ? all : all.filter(({ journey }) => journey.id === wanted);
  if (wanted !== undefined && copies.length === 0) {
    const ids = all.slice(0, 8).map(({ journey }) => journey.id);
    const more = all.length > ids.length ? `, and ${all.length - ids.length} more` : '';
    throw new Failure('missing', `there is no candidate ${quote(wanted)} in it`, `It holds ${ids.join(', ')}${more}`);
  }
  const others = wanted === undefined && kind === 'backup' && !way.merge ? await othersOf(backup, way.force, run) : [];
  return { kind, file, made: backup.made || null, copies, others };
}

/** Of the chosen journey, whether the current version can be read or not. */
async function previousVersion(run: Run): Promise<Source> {
  const id = await chosen(run);
  const journey = await run.store().previous(id);
  if (!journey) {
    throw new Failure(
      'missing',
      `there is no version of "${id}" before this one`,
      'Name a backup: ascpi restore <file>',
    );
  }
  return { kind: 'previous', file: null, made: null, copies: [{ journey }], others: [] };
}

async function chosen(run: Run): Promise<string> {
  const named = run.globals.candidate?.toLowerCase() ?? run.settings().candidate;
  if (named !== undefined) return named;
  const ids = await run.store().list();
  const [only] = ids;
  if (only !== undefined && ids.length === 1) return only;
  throw ids.length === 0
    ? new Failure('missing', 'there is no journey yet', 'Name a backup: ascpi restore <file>')
    : new Failure('usage', `there are ${ids.length} journeys`, 'Choose one with -c <id>, or name a backup');
}

/** Nothing is restored where something would be lost by it. */
function refuse(restorings: readonly Restoring[], kind: Source['kind']): void {
  const refused = restorings.filter(({ said }) => said.deed === 'refused');
  const [first] = refused;
  if (!first) return;
  const others = refused.length > 1 ? `, and so do ${refused.length - 1} others` : '';
  const { id, state, facts } = first.said;
  const more = state === 'older' ? 'more' : 'other facts';
  const what = kind === 'previous' ? 'the version before' : 'the copy';
  throw new Failure(
    'usage',
    `"${id}" has ${more} here than ${what} (${facts.kept} facts, ${what} ${facts.copy})${others}; nothing was changed`,
    kind === 'previous'
      ? 'To go back all the same: --force. To take back the last fact: ascpi undo'
      : 'To add what is missing here: --merge. To leave these alone: --keep-newer. To go back all the same: --force',
  );
}
