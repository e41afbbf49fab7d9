// Turns an error of the file system into a failure that says which file, why, and what to do about it.
import { lstatSync } from 'node:fs';
import { dirname } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { shownPath } from './printable.ts';

const REASONS: Record<string, string> = {
  EACCES: 'permission is denied',
  EDQUOT: 'the disk quota is used up',
  EEXIST: 'a file is in the way',
  EFBIG: 'it would be larger than files may be here',
  EIO: 'the disk reports an error',
  EISDIR: 'it is a folder',
  ELOOP: 'its links run in a circle',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the path is too long',
  ENFILE: 'too many files are open',
  ENOENT: 'its folder is not there',
  ENOSPC: 'the disk is full',
  ENOTDIR: 'a part of its path is not a folder',
  EPERM: 'the system does not permit it',
  ERR_FS_EISDIR: 'it is a folder',
  EROFS: 'the disk can only be read',
};

/** The system's code of an error, `ENOENT`. */
export function codeOf(error: unknown): string | undefined {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' ? code : undefined;
}

/** A failure of kind `machine`; a failure that already says what is wrong is passed on. */
export function ioFailure(deed: 'read' | 'write' | 'create' | 'remove', path: string, error: unknown): Failure {
  if (error instanceof Failure) return error;
  const code = codeOf(error) ?? '';
  const reason = REASONS[code] ?? `the system says ${code || String(error)}`;
  return new Failure('machine', `can't ${deed} ${shownPath(path)}: ${reason}`, hintFor(code, path), error);
}

/** An error of the system that nobody expected where it came; undefined for any other, which is a bug. */
export function systemFailure(error: unknown): Failure | undefined {
  const code = codeOf(error);
  if (code === undefined || !/^E[A-Z]+$/.test(code)) return undefined;
  const { path, syscall = '' } = error as NodeJS.ErrnoException;
  const deed = /^(read|stat|lstat|scandir|open)/.test(syscall) ? 'read' : 'write';
  return path === undefined ? undefined : ioFailure(deed, path, error);
}

function hintFor(code: string, path: string): string {
  if (['ENOSPC', 'EDQUOT', 'EFBIG'].includes(code)) return 'Nothing was changed. Free some space, then run it again';
  if (code === 'EACCES' || code === 'EPERM') return ownerHint(path);
  return 'See ascpi doctor, or set ASCPI_HOME to a folder that can be read and written';
}

function ownerHint(path: string): string {
  const nearest = nearestVisible(path);
  const me = process.getuid?.();
  if (nearest === undefined || me === undefined) return 'Set ASCPI_HOME to a folder that you may write';
  const place = shownPath(nearest.path);
  // Only the file or the folder of the store may be taken back: never one further up, which others use too.
  const isInside = /[\\/](journeys|previous)$/.test(dirname(path)) && nearest.path === dirname(dirname(path));
  const isOurs = isInside || nearest.path === path || nearest.path === dirname(path);
  if (!isOurs) return 'Set ASCPI_HOME to a folder that you may write';
  if (nearest.uid === me) return `Give yourself access: chmod -R u+rwX ${place}`;
  const owner = nearest.uid === 0 ? 'root' : `user ${nearest.uid}`;
  return `${place} belongs to ${owner}. Take it back with: sudo chown -R "$(id -un)" ${place}`;
}

/** The path itself or, where it can't be seen, the nearest folder above it. */
function nearestVisible(path: string): { path: string; uid: number } | undefined {
  try {
    return { path, uid: lstatSync(path).uid };
  } catch {
    return dirname(path) === path ? undefined : nearestVisible(dirname(path));
  }
}
