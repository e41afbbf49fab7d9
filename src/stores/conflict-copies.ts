// Copies of files that sync services and file managers leave beside them: `maria (conflicted copy).json`, `maria-LAPTOP.json`.
import { basename, join } from 'node:path';
import { isJourneyId } from '../domain/journey-id.ts';
import { limits } from '../domain/limits.ts';
import type { FileLayout } from './file-layout.ts';
import { namesIn } from './folder.ts';
import { readJson } from './read-json.ts';
import { asideOf } from './set-aside.ts';
import { sharedNames } from './store.ts';
import { tempOf } from './temp-name.ts';

export interface ConflictCopy {
  readonly path: string;
  /** of the journey it is a copy of */
  readonly id: string;
}

/** All copies in a folder, or those of one journey. Fails with `machine`. */
export function conflictCopies(folder: string, of?: string): ConflictCopy[] {
  return namesIn(folder)
    .filter((name) => tempOf(name) === undefined && asideOf(name) === undefined && /\.json$/i.test(name))
    .filter((name) => of === undefined || (name.startsWith(of) && name !== `${of}.json`))
    .flatMap((name) => {
      const path = join(folder, name);
      const id = idByName(name) ?? idInside(path);
      return id === undefined || name === `${id}.json` || (of !== undefined && id !== of) ? [] : [{ path, id }];
    });
}

/** Copies of the documents of a store, and of the settings, each with the file that it is a copy of. */
export function otherCopies({ home, shared, settings }: FileLayout): { readonly path: string; readonly of: string }[] {
  const beside = (file: string, folder: string) =>
    namesIn(folder)
      .filter((name) => tempOf(name) === undefined && isCopyOf(basename(file, '.json'), name))
      .map((name) => ({ path: join(folder, name), of: file }));
  return [...sharedNames.flatMap((name) => beside(join(shared, `${name}.json`), shared)), ...beside(settings, home)];
}

const isCopyOf = (stem: string, name: string): boolean =>
  new RegExp(`^${stem}[^a-z].*\\.json$`, 'i').test(name) && name !== `${stem}.previous.json`;

/** What services write after the whole name, so that the id is known even where the copy can't be read. */
function idByName(name: string): string | undefined {
  const id = /^(.+?)( \([^)]*\)|\.sync-conflict-[^.]*)\.json$/i.exec(name)?.[1];
  return id !== undefined && isJourneyId(id) ? id : undefined;
}

function idInside(path: string): string | undefined {
  const found = readJson(path, limits.journey);
  const { id } = found !== undefined && 'value' in found ? (found.value as { id?: unknown }) : {};
  return typeof id === 'string' && isJourneyId(id) ? id : undefined;
}
