// Where backups were written: so that who is to be forgotten can be taken out of them too. Known of this machine alone.

import * as v from 'valibot';
import { instantShape } from '../domain/fact.ts';
import { Failure } from '../domain/failure.ts';
import { limits } from '../domain/limits.ts';
import { readShape } from '../domain/shape.ts';
import { lineShape } from '../domain/text.ts';
import { writeDurably } from './durable-write.ts';
import { layoutOf } from './file-layout.ts';
import { makePrivateFolder } from './folder.ts';
import { PATIENCE, withLock } from './lock.ts';
import { shownPath } from './printable.ts';
import { readJson } from './read-json.ts';

const placeShape = v.strictObject({
  /** absolute */
  path: lineShape(4096),
  made: instantShape,
  encrypted: v.boolean(),
});
const placesShape = v.strictObject({ version: v.literal(1), backups: v.array(placeShape) });
export type BackupPlace = v.InferOutput<typeof placeShape>;

/** The oldest is forgotten first. */
const MOST = 200;

/** Fails with `damaged` or `machine`. */
export function readBackupPlaces(home: string): BackupPlace[] {
  const path = layoutOf(home).backups;
  const found = readJson(path, limits.places);
  if (found === undefined) return [];
  const shaped = 'fault' in found ? undefined : readShape(placesShape, found.value);
  if (shaped?.ok) return shaped.value.backups;
  throw new Failure(
    'damaged',
    `can't use ${shownPath(path)}, the list of where backups are; nothing was changed`,
    'Look at what is in it for the sake of the backups, then move it away',
  );
}

/** Remembers a place, or what became of it. Fails like `readBackupPlaces`, and with `conflict`. */
export async function rememberBackup(home: string, place: BackupPlace): Promise<void> {
  makePrivateFolder(home);
  const { lock, backups } = layoutOf(home);
  await withLock(
    lock,
    () => {
      const others = readBackupPlaces(home).filter(({ path }) => path !== place.path);
      const kept = { version: 1, backups: [...others, place].slice(-MOST) };
      writeDurably(backups, `${JSON.stringify(kept, null, 2)}\n`);
    },
    PATIENCE,
  );
}
