// A backup as a file: sealed with a checksum, encrypted where a passphrase is given; and journeys read from any file that holds some.
import type { Backup } from '../domain/backup.ts';
import { BACKUP_VERSION, backupShape } from '../domain/backup.ts';
import type { Journey } from '../domain/journey.ts';
import { readShape } from '../domain/shape.ts';
import { readStrictJson } from '../domain/strict-json.ts';
import { sealed, unsealed } from './checksum.ts';
import { encrypt } from './encryption.ts';
import { checkJourney, faultText } from './journey-text.ts';
import { type Found, isObject } from './read-json.ts';

/** With a passphrase what comes out says nothing but how large it is. */
export function backupBytes(backup: Backup, passphrase?: string): Buffer {
  const document = { format: 'ascpi-backup', version: BACKUP_VERSION, ...backup };
  const plain = Buffer.from(sealed(`${JSON.stringify(document, null, 2)}\n`));
  return passphrase === undefined ? plain : encrypt(plain, passphrase);
}

/** What a file holds that journeys can be taken from. */
export interface Copies {
  readonly kind: 'backup' | 'packet' | 'journey';
  readonly backup: Backup;
}

/** Reads a backup, an export of candidates, or the file of one journey; already decrypted. */
export function readCopies(bytes: Buffer): Found<Copies> {
  if (!Buffer.from(bytes.toString('utf8')).equals(bytes)) return { fault: 'it is not UTF-8 text' };
  const text = unsealed(bytes);
  if (text === undefined) return { fault: 'its checksum does not fit, so a part of it was changed', unfit: true };
  const isSealed = bytes.length > Buffer.byteLength(text);
  // What has no checksum of ours may come from anybody.
  const parsed = isSealed ? parse(text) : parseStrange(text);
  if ('fault' in parsed) return parsed;
  const value: { readonly format?: unknown; readonly version?: unknown; readonly journeys?: unknown } | undefined =
    isObject(parsed.value) ? parsed.value : undefined;
  if (value === undefined) return { fault: 'it is JSON, but not an object' };
  if (value.format !== undefined)
    return isSealed ? readBackup(value) : { fault: 'its end with the checksum is missing' };
  if (Array.isArray(value.journeys)) {
    return copiesOf(
      'packet',
      value.journeys.map((current: unknown) => ({ current })),
    );
  }
  return copiesOf('journey', [{ current: value }]);
}

function parse(text: string): Found<unknown> {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return { fault: 'it is cut short or is not JSON' };
  }
}

function parseStrange(text: string): Found<unknown> {
  const json = readStrictJson(text);
  if ('value' in json) return json;
  const [first] = json.faults;
  return { fault: `line ${first?.line} ${first?.reason}` };
}

function readBackup(value: { version?: unknown }): Found<Copies> {
  if (typeof value.version === 'number' && value.version > BACKUP_VERSION) {
    return { fault: 'it was written by a newer version of ascpi', newer: true };
  }
  const shaped = readShape(backupShape, value);
  if (!shaped.ok) return { fault: faultText(shaped.faults) };
  const { made, journeys, shared, settings, templates } = shaped.value;
  return copiesOf('backup', journeys, { made, shared, settings, templates });
}

const NOTHING = { made: '', shared: [], settings: {}, templates: {} };

function copiesOf(
  kind: Copies['kind'],
  found: readonly { current: unknown; previous?: unknown }[],
  others: Omit<Backup, 'journeys'> = NOTHING,
): Found<Copies> {
  const journeys: { current: Journey; previous?: Journey }[] = [];
  for (const [index, { current, previous }] of found.entries()) {
    const now = checked(current);
    if ('fault' in now) return { ...now, fault: `journey ${index + 1} in it can't be used: ${now.fault}` };
    const before = previous === undefined ? undefined : checked(previous);
    if (before && 'fault' in before) return before;
    journeys.push({ current: now.value, ...(before ? { previous: before.value } : {}) });
  }
  const seen = new Set<string>();
  const twice = journeys.map(({ current }) => current.id).find((id) => seen.size === seen.add(id).size);
  if (twice !== undefined) return { fault: `it holds the journey ${twice} twice` };
  return { value: { kind, backup: { ...others, journeys } } };
}

const checked = (value: unknown): Found<Journey> =>
  isObject(value) ? checkJourney(value) : { fault: 'it is not an object' };
