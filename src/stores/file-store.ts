// Keeps journeys in a folder, one JSON file each, written whole under a lock with the version before beside it.
import { existsSync, lstatSync, realpathSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { Failure } from '../domain/failure.ts';
import type { Journey } from '../domain/journey.ts';
import { parseJourneyId } from '../domain/journey-id.ts';
import { sealed } from './checksum.ts';
import { conflictCopies } from './conflict-copies.ts';
import { writeAllDurably } from './durable-write.ts';
import { type FileLayout, layoutOf } from './file-layout.ts';
import { makePrivateFolder } from './folder.ts';
import { codeOf, ioFailure } from './io-failure.ts';
import { readCurrent, readPrevious } from './journey-file.ts';
import { type JourneyFile, journeyFile } from './journey-file-names.ts';
import { journeyText } from './journey-text.ts';
import { type GistSource, idsIn, visitGists } from './kept-gists.ts';
import { tempsIn } from './leftovers.ts';
import { PATIENCE, withLock } from './lock.ts';
import { syncFolder } from './new-file.ts';
import { placeFiles } from './place-files.ts';
import { placingOf, replaceFiles } from './replace-files.ts';
import { readSealed } from './sealed-journey.ts';
import { asidesIn } from './set-aside.ts';
import { placeSharedFile, readSharedFile, writeSharedFile } from './shared-file.ts';
import type { Store } from './store.ts';
import { changedMeanwhile, checkRevision, missing } from './store-failures.ts';

/** `folder` is an absolute path, created by the first save; `patience` is how long to wait for the lock, in ms. */
export function openFileStore(folder: string, patience = PATIENCE): Store {
  const layout = layoutOf(folder);
  const fileOf = (id: string) => journeyFile(layout, parseJourneyId(id));

  const prepare = () => {
    for (const path of [layout.home, layout.journeys, layout.previous]) makePrivateFolder(path);
  };

  async function saveAll(journeys: readonly Journey[], tell?: (count: number) => void): Promise<void> {
    const writings = journeys.map((journey) => ({ journey, file: fileOf(journey.id), text: textOf(journey) }));
    prepare();
    const write = () => {
      for (const { journey, file } of writings) checkRevision(readCurrent(file)?.revision ?? 0, journey);
      const files = writings.map(({ file, text }) => ({
        path: file.current,
        content: text,
        keepPrevious: file.previous,
      }));
      return writeAllDurably(files, tell);
    };
    await withLock(layout.lock, write, patience);
  }

  return {
    address: `file:${folder}`,

    list: async () => idsIn(layout),

    async load(id) {
      const journey = readCurrent(fileOf(id));
      if (journey === undefined) throw missing(id);
      return journey;
    },

    save: (journey) => saveAll([journey]),
    saveAll,

    async replaceAll(replacements, stamp) {
      const placings = replacements.map((replacement) => placingOf(replacement, fileOf(replacement.journey.id)));
      prepare();
      await withLock(layout.lock, () => replaceFiles(placings, stamp), patience);
    },

    async remove(id, revision) {
      const file = fileOf(id);
      // Asked before the lock, which would need a folder to be in.
      if (!isKept(file)) throw missing(id);
      const remove = () => {
        if (revision !== undefined && readCurrent(file)?.revision !== revision) throw changedMeanwhile(id);
        erase(file, layout);
      };
      await withLock(layout.lock, remove, patience);
    },

    async previous(id) {
      const file = fileOf(id);
      if (!isKept(file)) throw missing(id);
      const before = readPrevious(file);
      const current = unlessDamaged(() => readCurrent(file));
      // After a crash in the middle of a save both are the same version.
      const isBefore = before !== undefined && before.revision < (current?.revision ?? Number.POSITIVE_INFINITY);
      return isBefore ? before : undefined;
    },

    async readShared(name) {
      return readSharedFile(layout, name);
    },

    async saveShared(name, document, stamp) {
      makePrivateFolder(layout.home);
      await withLock(layout.lock, () => writeSharedFile(layout, name, document, stamp), patience);
    },

    async place(copies) {
      for (const path of [layout.home, layout.journeys, layout.previous]) makePrivateFolder(path);
      const writings = copies.map(({ journey, previous }) => ({ file: fileOf(journey.id), journey, previous }));
      await withLock(layout.lock, () => placeFiles(writings), patience);
    },

    async placeShared(name, document) {
      makePrivateFolder(layout.home);
      await withLock(layout.lock, () => placeSharedFile(layout, name, document), patience);
    },

    visitGists: (gisting, visit) => visitGists({ layout, read: readAsWritten, keep }, gisting, visit),

    async sending(work) {
      makePrivateFolder(layout.home);
      return withLock(layout.sending, work, patience);
    },

    async close() {},
  };
}

/** What carries its checksum was checked when it was written. */
function readAsWritten(file: JourneyFile): Journey | Failure | undefined {
  try {
    return readSealed(file, () => readCurrent(file));
  } catch (error) {
    if (error instanceof Failure) return error;
    throw error;
  }
}

const keep: GistSource['keep'] = async (...what) => (await import('./keep-gists.ts')).keepGists(...what);

const textOf = (journey: Journey): string => sealed(journeyText(journey));

const isKept = (file: JourneyFile): boolean => isThere(file.current) || isThere(file.previous);

function isThere(path: string): boolean {
  try {
    return lstatSync(path) !== undefined;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return false;
    throw ioFailure('read', path, error);
  }
}

/** The previous version first: cut short, it can be run again. What a killed process left of the person goes too. */
function erase(file: JourneyFile, { home, journeys, previous, gists }: FileLayout): void {
  if (!isKept(file)) throw missing(file.id);
  const folders = [journeys, previous];
  const name = `${file.id}.json`;
  const copies = folders.flatMap((folder) => conflictCopies(folder, file.id).map(({ path }) => path));
  const temps = folders.flatMap((folder) => [...tempsIn(folder, name), ...asidesIn(folder, name), ...copies]);
  const linked = existsSync(file.current) ? [realpathSync(file.current)] : [];
  for (const path of [gists, ...tempsIn(home, basename(gists)), file.previous, ...temps, ...linked, file.current]) {
    try {
      rmSync(path, { force: true });
    } catch (error) {
      throw ioFailure('remove', path, error);
    }
  }
  for (const folder of folders) syncFolder(folder);
}

function unlessDamaged<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Failure && error.kind === 'damaged') return undefined;
    throw error;
  }
}
