// Files take their places, all or none: second names of what is there are made first, and given back if one can't follow.
import { existsSync, linkSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import type { Failure } from '../domain/failure.ts';
import { ioFailure } from './io-failure.ts';
import { syncFolder, writeNew } from './new-file.ts';
import { tempName } from './temp-name.ts';

/** Files that are written together. */
export interface Batch {
  /** what may be left of them that has no place */
  readonly temps: string[];
  readonly previous: Placing[];
  readonly current: Placing[];
  /** the file that something is done with, for messages */
  path: string;
}

export const newBatch = (path: string): Batch => ({ temps: [], previous: [], current: [], path });

/** A file that takes its place, and a second name of what is there, if anything is. */
interface Placing {
  readonly target: string;
  readonly temp: string;
  readonly spare: string | undefined;
}

/** A file whose content is there under another name. */
export interface OnItsWay {
  readonly target: string;
  readonly temp: string;
  readonly keepPrevious: string | undefined;
}

/** Whatever takes space is done before anything takes its place: to go back then needs none. */
export function place(files: readonly OnItsWay[], batch: Batch): void {
  const previous = files.flatMap(({ target, keepPrevious }): Placing[] => {
    batch.path = target;
    if (keepPrevious === undefined || !existsSync(target)) return [];
    const temp = secondOf(target, keepPrevious, batch.temps);
    return [{ target: keepPrevious, temp, spare: spareOf(keepPrevious, batch.temps) }];
  });
  const current = files.map(({ target, temp }): Placing => {
    batch.path = target;
    return { target, temp, spare: spareOf(target, batch.temps) };
  });
  // The previous versions first: after a crash between the two they are copies of the current ones, never older.
  replace(previous, batch.previous, batch);
  replace(current, batch.current, batch);
}

function replace(placings: readonly Placing[], placed: Placing[], batch: Batch): void {
  for (const placing of placings) {
    batch.path = placing.target;
    renameSync(placing.temp, placing.target);
    placed.push(placing);
  }
  syncFolders(placings.map(({ target }) => target));
}

/** The failure to tell, once everything is as it was. */
export function givenBack({ previous, current, path }: Batch, error: unknown): Failure {
  // As long as a file has not got its old content back, its previous version is the only one that holds it.
  if (putBack(current)) putBack(previous);
  return ioFailure('write', path, error);
}

export function newTemp(path: string, temps: string[]): string {
  const temp = tempName(path);
  temps.push(temp);
  return temp;
}

/** A second name of a file, beside where it is to go; a copy where no link can be made. */
function secondOf(path: string, place: string, temps: string[]): string {
  const temp = newTemp(place, temps);
  try {
    linkSync(path, temp);
  } catch {
    writeNew(temp, readFileSync(path), statSync(path).mode & 0o777);
  }
  return temp;
}

const spareOf = (path: string, temps: string[]): string | undefined =>
  existsSync(path) ? secondOf(path, path, temps) : undefined;

/** Where one could not take its place, those before it give theirs back to what was there. Whether all could. */
function putBack(placed: readonly Placing[]): boolean {
  const given = placed.toReversed().map(({ target, spare }) => {
    try {
      if (spare === undefined) rmSync(target, { force: true });
      else renameSync(spare, target);
      return true;
    } catch {
      // What went wrong before is what has to be told.
      return false;
    }
  });
  try {
    syncFolders(placed.map(({ target }) => target));
  } catch {
    return false;
  }
  return given.every(Boolean);
}

const syncFolders = (paths: readonly string[]): void => {
  for (const folder of new Set(paths.map((path) => dirname(path)))) syncFolder(folder);
};

/** Removes what was left without a place. */
export function clear({ temps }: Batch): void {
  for (const temp of temps) {
    try {
      rmSync(temp, { force: true });
    } catch {
      // What went wrong before is what has to be told; doctor finds what is left.
    }
  }
}
