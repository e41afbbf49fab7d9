// Documents of the whole store on the disk: one JSON file each, with its previous version beside it.

import { join } from 'node:path';
import * as v from 'valibot';
import { Failure } from '../domain/failure.ts';
import { limits } from '../domain/limits.ts';
import { readShape } from '../domain/shape.ts';
import { sealed } from './checksum.ts';
import { writeDurably } from './durable-write.ts';
import type { FileLayout } from './file-layout.ts';
import { makePrivateFolder } from './folder.ts';
import { faultText } from './journey-text.ts';
import { shownPath } from './printable.ts';
import { isObject, readJson } from './read-json.ts';
import { replacing } from './set-aside.ts';
import type { Shared, SharedName } from './store.ts';
import { checkSharedRevision, isNewer, UPDATE } from './store-failures.ts';

const VERSION = 1;

const sharedShape = v.strictObject({
  version: v.literal(VERSION),
  revision: v.pipe(v.number(), v.integer(), v.minValue(1)),
  value: v.custom<object>(isObject, 'is not an object'),
});

/** Undefined where there is none. Fails with `damaged` or `machine`. */
export function readSharedFile({ shared }: FileLayout, name: SharedName): Shared | undefined {
  const path = join(shared, `${name}.json`);
  const found = readJson(path, limits.shared);
  if (found === undefined) return undefined;
  if ('fault' in found) throw damaged(path, found.fault);
  const { version } = found.value as { version?: unknown };
  if (typeof version === 'number' && version > VERSION) throw newer(path);
  const shaped = readShape(sharedShape, found.value);
  if (!shaped.ok) throw damaged(path, faultText(shaped.faults));
  const { revision, value } = shaped.value;
  return { revision, value };
}

const damaged = (path: string, fault: string): Failure =>
  new Failure(
    'damaged',
    `can't use ${shownPath(path)}: ${fault}; nothing was changed`,
    `The file was kept as it is. The version before it is ${shownPath(previousOf(path))}, if it is there`,
  );

const newer = (path: string): Failure =>
  new Failure('damaged', `can't use ${shownPath(path)}: it was written by a newer version of ascpi`, UPDATE);

const previousOf = (path: string): string => path.replace(/\.json$/, '.previous.json');

const pathIn = (layout: FileLayout, name: SharedName): string => join(layout.shared, `${name}.json`);

function textOf(name: SharedName, { revision, value }: Shared): string {
  const text = sealed(`${JSON.stringify({ version: VERSION, revision, value }, null, 2)}\n`);
  if (Buffer.byteLength(text) <= limits.shared) return text;
  throw new Failure('usage', `the ${name} would be too large to keep`, 'Remove some of them first');
}

/** Keeps a document whatever is stored. */
export function placeSharedFile(layout: FileLayout, name: SharedName, { revision, value }: Shared): void {
  makePrivateFolder(layout.shared);
  writeDurably(pathIn(layout, name), textOf(name, { revision, value }), {
    keepPrevious: previousOf(pathIn(layout, name)),
  });
}

/**
 * Called under the lock. Fails with `conflict`, `damaged` or `machine`; with a stamp a document that can't be read is
 * set aside instead, unless a newer version wrote it.
 */
export async function writeSharedFile(
  layout: FileLayout,
  name: SharedName,
  { revision, value }: Shared,
  stamp?: string,
): Promise<void> {
  const kept = stamp === undefined ? readSharedFile(layout, name) : unlessDamaged(() => readSharedFile(layout, name));
  const isDamaged = kept === 'damaged';
  if (!isDamaged) checkSharedRevision(kept?.revision ?? 0, name, revision);
  makePrivateFolder(layout.shared);
  const path = pathIn(layout, name);
  const text = textOf(name, { revision, value });
  await replacing(isDamaged ? [path] : [], stamp ?? '', () =>
    writeDurably(path, text, isDamaged ? {} : { keepPrevious: previousOf(path) }),
  );
}

function unlessDamaged<T>(read: () => T): T | 'damaged' {
  try {
    return read();
  } catch (error) {
    if (error instanceof Failure && error.kind === 'damaged' && !isNewer(error)) return 'damaged';
    throw error;
  }
}
