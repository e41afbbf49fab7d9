// `ascpi checklist` for many: one file a candidate, named by id; all of them are written, or none.
import { lstatSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure } from '../../domain/failure.ts';
import { filterText } from '../../domain/filter.ts';
import type { Journey } from '../../domain/journey.ts';
import type { Format } from '../../formats/format.ts';
import { formatNamed } from '../../formats/index.ts';
import { visible } from '../../formats/safe-text.ts';
import { type Writing, writeAllDurably } from '../../stores/durable-write.ts';
import { makePrivateFolder } from '../../stores/folder.ts';
import { shownPath } from '../../stores/printable.ts';
import { filesView } from '../../views/files.ts';
import type { Options, Outcome } from '../command.ts';
import { render } from '../conclude.ts';
import { readFilter, select } from '../roster/selection.ts';
import type { Run } from '../run.ts';
import { flagOf } from './answers.ts';
import { checklist } from './checklist.ts';

/** A page takes long enough that a few of them are worth telling of. */
const WORTH_TELLING = 10;

export async function decide(run: Run, args: readonly string[], options: Options, filter: Options): Promise<Outcome> {
  const stray = ['blank', 'print'].find((key) => options[key] !== undefined);
  if (stray !== undefined) {
    throw new Failure('usage', `${flagOf(stray)} and a filter contradict each other`, 'Give one of them');
  }
  const { folder: named = '', fileFormat = '' } = run.globals;
  const format: Format | undefined = formatNamed(fileFormat);
  if (!format) throw new Failure('bug', 'no format was chosen for the files');
  const folder = folderNamed(named);
  const journeys = await chosen(run, filter);
  const files = journeys.map((journey) => ({
    journey,
    path: join(folder, `${journey.id}.${format.extensions[0]}`),
  }));
  refuseTaken(files, run);
  const view = filesView({ name: 'checklist', folder, format: format.name, files, today: run.today });
  const perform: NonNullable<Outcome['perform']> = async (publish) => {
    const tell = run.progress('Prepared', files.length, WORTH_TELLING);
    const writings: Writing[] = [];
    for (const { journey, path } of files) {
      writings.push({ path, content: await written(run, journey, path, format, args, options) });
      tell(writings.length);
    }
    makePrivateFolder(folder);
    await writeAllDurably(writings);
    await publish(view);
    return {};
  };
  return { view, perform };
}

/** What -o would write for this candidate alone. */
async function written(
  run: Run,
  journey: Journey,
  output: string,
  { name }: Format,
  args: readonly string[],
  options: Options,
): Promise<string | Uint8Array> {
  const globals = { ...run.globals, candidate: journey.id, format: name, output };
  const ofOne: Run = { ...run, globals, journey: async () => journey };
  const { view } = await checklist.decide(ofOne, args, { ...options, candidate: journey.id });
  return render(view, ofOne);
}

function folderNamed(named: string): string {
  const folder = resolve(named);
  if (!isInTheWay(folder)) return folder;
  throw new Failure('usage', `${shownPath(named)} is not a folder`, 'Name a folder that is new, or one for the files');
}

function isInTheWay(folder: string): boolean {
  try {
    // Without throwIfNoEntry: since Node 22 that hides what is asked for here.
    return !statSync(folder).isDirectory();
  } catch (error) {
    // A part of the path is a file. What else may be wrong is told when the folder is made.
    return (error as NodeJS.ErrnoException).code === 'ENOTDIR';
  }
}

/** Who can't be read might be meant too, and then not all would be written. */
async function chosen(run: Run, options: Options): Promise<readonly Journey[]> {
  const filter = readFilter(options, run);
  const { journeys, total, failure } = await select(filter, run);
  if (failure) throw failure;
  if (journeys.length > 0) return journeys;
  const hint = total === 0 ? 'Add one: ascpi candidates add --name "<name>"' : 'See who there is: ascpi candidates';
  throw new Failure('missing', `no candidate is meant by ${visible(filterText(filter)) || '--all'}`, hint);
}

function refuseTaken(files: readonly { readonly path: string }[], { globals }: Run): void {
  const found = files.flatMap(({ path }) => {
    const there = lstatSync(path, { throwIfNoEntry: false });
    return there ? [{ path, isFile: there.isFile() }] : [];
  });
  const odd = found.find(({ isFile }) => !isFile);
  if (odd) throw new Failure('usage', `${shownPath(odd.path)} is in the way: it is not a file`, 'Name another folder');
  const [first] = found;
  if (!first || globals.force) return;
  const more = found.length > 1 ? `, and ${found.length - 1} more are` : '';
  throw new Failure(
    'usage',
    `${shownPath(first.path)} is there already${more}`,
    'Overwrite them with --force, or name another folder',
  );
}
