// One journey on the disk: its file, its previous version, and what to say when a file is damaged.
import { Failure } from '../domain/failure.ts';
import type { Journey } from '../domain/journey.ts';
import { limits } from '../domain/limits.ts';
import type { JourneyFile } from './journey-file-names.ts';
import { checkJourney } from './journey-text.ts';
import { shownPath } from './printable.ts';
import { type Fault, type Found, readJson } from './read-json.ts';
import { UPDATE } from './store-failures.ts';

/** Undefined where there is none. Fails with `damaged`, offering the previous version, or with `machine`. */
export function readCurrent(file: JourneyFile): Journey | undefined {
  const found = find(file.current, file.id);
  if (found === undefined || 'value' in found) return found?.value;
  throw damaged(file.current, found.fault, remedy(file, found));
}

/** Undefined where there is none. Fails with `damaged` or `machine`. */
export function readPrevious(file: JourneyFile): Journey | undefined {
  const found = find(file.previous, file.id);
  if (found === undefined || 'value' in found) return found?.value;
  const hint = found.newer ? UPDATE : 'The file was kept as it is; the current version is another file';
  throw damaged(file.previous, found.fault, hint);
}

/** Whether the current version is there and can't be read, though not because it is of a newer version. */
export function isDamaged({ current, id }: JourneyFile): boolean {
  const found = find(current, id);
  return found !== undefined && 'fault' in found && !found.newer;
}

function find(path: string, id: string): Found<Journey> | undefined {
  const read = readJson(path, limits.journey);
  if (read === undefined || 'fault' in read) return read;
  const found = checkJourney(read.value);
  // Nobody changed it, so that what is strange to us is what another version keeps.
  if ('fault' in found && !found.newer && read.whole) {
    return { fault: `it was written by a newer version of ascpi (${found.fault})`, newer: true };
  }
  if ('value' in found && found.value.id !== id) return { fault: 'the id in it is not the name of the file' };
  return found;
}

const damaged = (path: string, fault: string, hint: string): Failure =>
  new Failure('damaged', `can't use ${shownPath(path)}: ${fault}; nothing was changed`, hint);

function remedy(file: JourneyFile, { newer, unfit }: Fault): string {
  if (newer) return UPDATE;
  if (unfit) return `${remedy(file, { fault: '' })}. If you changed it on purpose, delete its line "checksum"`;
  if (isReadable(file)) {
    return `The file was kept as it is. To go back to the version before it: ascpi restore -c ${file.id}`;
  }
  return 'The file was kept as it is. If you have a copy of it elsewhere, put that in its place';
}

function isReadable(file: JourneyFile): boolean {
  try {
    return readPrevious(file) !== undefined;
  } catch {
    return false;
  }
}
