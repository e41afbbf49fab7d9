// `ascpi visa bulletin import`: saved pages and tables of the Visa Bulletin, all of them or none.
import { basename } from 'node:path';
import { Failure, quote } from '../../domain/failure.ts';
import { bulletinChangeView } from '../../views/bulletin-change.ts';
import type { Options, Outcome } from '../command.ts';
import type { Run } from '../run.ts';
import { addBatches, readBulletins } from './bulletin-document.ts';
import { readBulletinFile } from './bulletin-file.ts';

const TOLD_AT_MOST = 5;
/** of a name that is kept */
const NAME_LIMIT = 200;

export async function decide(run: Run, paths: readonly string[], _options: Options): Promise<Outcome> {
  const files = paths.map((path) => ({ path, ...readBulletinFile(path) }));
  const faults = files.flatMap((file) => file.faults.map((fault) => `${quote(basename(file.path))}: ${fault}`));
  if (faults.length > 0) throw refusal(faults);
  const batches = files.map(({ path, cells, from }) => ({ cells, from, file: nameOf(path) }));
  const { save, ...added } = addBatches(run, await readBulletins(run), batches);
  const leftOut = [...new Set(files.flatMap((file) => file.leftOut))];
  const view = bulletinChangeView({
    name: 'visa-bulletin-import',
    added,
    dryRun: run.globals.dryRun,
    today: run.today,
    leftOut,
  });
  return { view, save, hints: ['See where you stand: ascpi visa'] };
}

/** Printable, whatever the file is called. */
const nameOf = (path: string): string =>
  basename(path)
    .toWellFormed()
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?')
    .slice(0, NAME_LIMIT)
    .toWellFormed();

function refusal(faults: readonly string[]): Failure {
  const more = faults.length - TOLD_AT_MOST;
  const told = faults.slice(0, TOLD_AT_MOST).join('; ');
  return new Failure(
    'usage',
    `nothing was imported: ${told}${more > 0 ? `; and ${more} more` : ''}`,
    'Record what is missing by hand: ascpi help visa bulletin add',
  );
}
