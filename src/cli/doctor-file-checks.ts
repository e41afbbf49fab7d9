// What doctor looks at among the files of a store: documents, versions before, copies of sync services, damaged files kept.
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { isJourneyId } from '../domain/journey-id.ts';
import { readBackupPlaces } from '../stores/backup-places.ts';
import { conflictCopies, otherCopies } from '../stores/conflict-copies.ts';
import { layoutOf } from '../stores/file-layout.ts';
import { namesIn } from '../stores/folder.ts';
import { asidesIn } from '../stores/set-aside.ts';
import { type Store, sharedNames } from '../stores/store.ts';
import { type Finding, fineFinding as ok } from '../views/findings.ts';
import type { Run } from './run.ts';

/** A copy of a journey with the command that unites it: what is kept wins, and what differs is shown. Other files have none. */
export function copies(folder: string): Finding[] {
  const layout = layoutOf(folder);
  const copy = (path: string, of: string, deed: string): Finding => ({
    id: `conflict-copy:${basename(path)}`,
    level: 'warn',
    message: `a second copy of ${of}, as sync services leave it: ${path}`,
    remedy: `${deed}, then remove it: rm ${JSON.stringify(path)}`,
  });
  const found = [
    ...conflictCopies(layout.journeys).map(({ path, id }) =>
      copy(path, `the journey ${id}`, `ascpi restore ${JSON.stringify(path)} --merge`),
    ),
    ...otherCopies(layout).map(({ path, of }) =>
      copy(path, basename(of), `Compare it with ${of}, put there the one that is right`),
    ),
  ];
  return found.length > 0 ? found : [ok('conflict-copies', 'no sync service has left a copy')];
}

export function asides(folder: string): Finding[] {
  const { journeys, shared } = layoutOf(folder);
  const found = [journeys, shared].flatMap((each) => asidesIn(each));
  if (found.length === 0) return [ok('set-aside', 'no damaged file is kept')];
  const message = `${found.length} damaged, kept when a good version took the place: ${found.join(', ')}`;
  return [{ id: 'set-aside', level: 'warn', message, remedy: 'Remove them when nothing of them is needed any more' }];
}

export async function documents(store: Store): Promise<Finding[]> {
  const faults: Finding[] = [];
  for (const name of sharedNames) {
    const fault = await failureOf(() => store.readShared(name));
    if (fault)
      faults.push({ id: `document:${name}`, level: 'fail', message: fault.message, remedy: fault.hint ?? null });
  }
  return faults.length > 0 ? faults : [ok('documents', 'the documents of the store can be read')];
}

/** A version before that can't be read is no help when it is needed. */
export async function previousVersions(folder: string, store: Store): Promise<Finding[]> {
  const faults: Finding[] = [];
  const remedy = (id: string) => `Save ${id} once, with any change, and a good one takes its place; or remove the file`;
  for (const id of await store.list()) {
    const fault = await failureOf(() => store.previous(id));
    // Removed since the list was made.
    if (fault?.kind === 'missing') continue;
    if (fault) faults.push({ id: `previous:${id}`, level: 'warn', message: fault.message, remedy: remedy(id) });
  }
  return faults.length > 0 ? faults : [ok('previous', `the versions before can be read in ${folder}`)];
}

async function failureOf(read: () => Promise<unknown>): Promise<Failure | undefined> {
  try {
    await read();
    return undefined;
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

export function backups(run: Run): Finding[] {
  const gone = readBackupPlaces(run.home()).filter(({ path }) => !existsSync(path));
  if (gone.length === 0) return [ok('backups', 'every backup is where it was written')];
  return [ok('backups', `${gone.length} backups were moved or removed: ${gone.map(({ path }) => path).join(', ')}`)];
}

/** After a crash in the middle of a restore, or where a file was removed by hand. Never removed here: it may be the only one. */
export async function orphans(folder: string, store: Store): Promise<Finding[]> {
  const kept = await store.list();
  const ids = namesIn(layoutOf(folder).previous).flatMap((name) => (name.endsWith('.json') ? [name.slice(0, -5)] : []));
  const found = ids.filter((id) => isJourneyId(id) && !kept.includes(id));
  if (found.length === 0) return [ok('orphans', 'every version before is one of a journey that is kept')];
  return found.map((id) => ({
    id: `orphan:${id}`,
    level: 'warn',
    message: `the version before of ${id} is kept, and the journey is not there`,
    remedy: `Bring it back: ascpi restore -c ${id}; or erase it: ascpi privacy erase -c ${id}`,
  }));
}
