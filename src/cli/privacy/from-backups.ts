// Takes one candidate out of the backups that can be reached, and tells which can't.
import { type Backup, same } from '../../domain/backup.ts';
import { forgetting, rememberedShape } from '../../domain/cohort-changes.ts';
import { Failure } from '../../domain/failure.ts';
import { limits } from '../../domain/limits.ts';
import { mentions } from '../../domain/mentions.ts';
import { readShape } from '../../domain/shape.ts';
import { backupBytes, readCopies } from '../../stores/backup-file.ts';
import { decrypt, isEncrypted } from '../../stores/encryption.ts';
import { readBytes } from '../../stores/read-json.ts';
import { presetPassphrase } from '../backup/passphrase.ts';
import type { Change } from '../command.ts';
import type { Run } from '../run.ts';
import type { Held } from './held.ts';

interface Left {
  readonly what: string;
  readonly remedy: string;
}

export interface FromBackups {
  readonly changes: readonly Change[];
  readonly reached: readonly string[];
  readonly left: readonly Left[];
}

export function fromBackups({ id, backups }: Held, run: Run): FromBackups {
  const found = backups.map((place) => without(id, place, run));
  return {
    changes: found.flatMap(({ change }) => (change ? [change] : [])),
    reached: found.flatMap(({ change, path }) => (change ? [path] : [])),
    left: found.flatMap(({ left }) => left),
  };
}

interface Found {
  readonly path: string;
  readonly change?: Change;
  readonly left: readonly Left[];
}

function without(id: string, { path, made, encrypted }: Held['backups'][number], run: Run): Found {
  const cannot = (why: string, remedy: string): Found => ({
    path,
    left: [{ what: `the backup ${path}: ${why}`, remedy }],
  });
  try {
    const file = readBytes(path, limits.backup);
    if (file === undefined) return cannot('it was moved or removed', 'Remove it where it is now, and its copies');
    if ('fault' in file) return cannot(file.fault, 'Look at it, and remove it');
    const secret = isEncrypted(file.value) ? presetPassphrase(run) : undefined;
    if (isEncrypted(file.value) && secret === undefined) {
      return cannot('it is encrypted', 'Set ASCPI_PASSPHRASE and run this again, or remove the backup');
    }
    const plain = secret === undefined ? file : decrypt(file.value, secret);
    const copies = 'fault' in plain ? plain : readCopies(plain.value);
    if ('fault' in copies) return cannot(copies.fault, 'Look at it, and remove it');
    const { backup } = copies.value;
    const { candidate, ...settings } = backup.settings as { candidate?: unknown };
    const journeys = backup.journeys.filter(({ current }) => current.id !== id);
    const [gone] = backup.journeys.filter(({ current }) => current.id === id);
    const texts = gone ? [gone.current.profile.name] : [];
    const shared = backup.shared.map((document) => ({ ...document, value: withoutIn(document, id) }));
    const isLeft = mentions([journeys, shared, settings], { id, texts });
    const left = isLeft
      ? [
          {
            what: `the backup ${path}: other entries in it name the candidate`,
            remedy: 'Make a new backup, and remove this one',
          },
        ]
      : [];
    if (!gone && candidate !== id && same(shared, backup.shared)) return { path, left };
    const after = { ...backup, journeys, shared, settings: candidate === id ? settings : backup.settings };
    return {
      path,
      left,
      change: { backup: path, bytes: backupBytes(after, secret), place: { path, made, encrypted } },
    };
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return cannot(error.message, error.hint ?? 'Remove it');
  }
}

/** What reports remember names candidates by their ids. */
function withoutIn({ name, value }: Backup['shared'][number], id: string): object {
  const reports = name === 'report' ? readShape(rememberedShape, value) : undefined;
  return reports?.ok ? forgetting(reports.value, id) : value;
}
