// `ascpi backup`: everything that is kept, in one file that is read back before success is said.
import { resolve } from 'node:path';
import type { Backup } from '../../domain/backup.ts';
import { Failure } from '../../domain/failure.ts';
import type { Journey } from '../../domain/journey.ts';
import { limits } from '../../domain/limits.ts';
import { backupBytes } from '../../stores/backup-file.ts';
import { sharedNames } from '../../stores/store.ts';
import { readTemplates } from '../../stores/templates.ts';
import { backupView, type Unread } from '../../views/backup.ts';
import type { Options, Outcome } from '../command.ts';
import type { Run } from '../run.ts';
import { passphrase } from './passphrase.ts';

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  const file = fileOf(run);
  const encrypted = options['encrypt'] === true;
  const secret = encrypted ? await passphrase(run, true) : undefined;
  const { backup, unread } = await gather(run);
  const bytes = backupBytes(backup, secret);
  if (bytes.length > limits.backup) {
    throw new Failure('usage', 'all of it together is too large for one file', 'Export candidates by a filter instead');
  }
  const { dryRun } = run.globals;
  return {
    view: backupView({ backup, unread, file, size: bytes.length, encrypted, dryRun, today: run.today }),
    save: [{ backup: file, bytes, place: { path: file, made: backup.made, encrypted } }],
    ...(unread.length > 0 ? { failure: leftOut(unread) } : {}),
    hints: [`See what it would bring back: ascpi restore ${run.globals.file} --dry-run`],
  };
}

function fileOf(run: Run): string {
  const { file } = run.globals;
  if (file === undefined || file === '') {
    throw new Failure('usage', 'the file to write is missing', 'For example: ascpi backup -o backup.json');
  }
  if (file === '-') throw new Failure('usage', 'a backup is written to a file, not to stdout', 'Name a file with -o');
  const path = resolve(file);
  if (`${path}/`.startsWith(`${run.home()}/`)) {
    const why = 'what happens to the one happens to the other';
    throw new Failure(
      'usage',
      `the backup would be in the folder that it is a backup of: ${why}`,
      'Name a file elsewhere',
    );
  }
  return path;
}

/** What can't be read is left out and told; where its previous version can be read, that one stands in its place. Whoever was removed meanwhile is gone. */
async function gather(run: Run): Promise<{ backup: Backup; unread: Unread[] }> {
  const store = run.store();
  const ids = await store.list();
  const tell = run.progress('Read', ids.length);
  const unread: Unread[] = [];
  const journeys: { current: Journey; previous?: Journey }[] = [];
  for (const [index, id] of ids.entries()) {
    const current = await orUnread(() => store.load(id), id, unread);
    const previous = await orUnread(() => store.previous(id), id, current ? [] : unread);
    const [first = previous] = [current];
    if (first) journeys.push({ current: first, ...(current && previous ? { previous } : {}) });
    tell(index + 1);
  }
  const shared = [];
  for (const name of sharedNames) {
    const document = await orUnread(() => store.readShared(name), name, unread);
    if (document) shared.push({ name, ...document });
  }
  // Where journeys are kept belongs to the machine, and may hold a password.
  const { store: _address, ...settings } = run.settings();
  const { at: made } = run.recorder();
  return { backup: { made, journeys, shared, settings, templates: readTemplates(run.home()) }, unread };
}

async function orUnread<T>(read: () => Promise<T>, what: string, unread: Unread[]): Promise<T | undefined> {
  try {
    return await read();
  } catch (error) {
    if (!(error instanceof Failure) || !['damaged', 'missing'].includes(error.kind)) throw error;
    if (error.kind === 'damaged' && !unread.some((each) => each.what === what))
      unread.push({ what, reason: error.message });
    return undefined;
  }
}

const leftOut = (unread: readonly Unread[]): Failure =>
  new Failure(
    'damaged',
    `the backup is not of everything: ${unread.map(({ what }) => what).join(', ')} can't be read`,
    'See ascpi doctor',
  );
