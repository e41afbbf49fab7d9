// Whether others on this machine can open what is kept, and how to stop it. Windows has no such modes.
import { chmodSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { layoutOf } from './file-layout.ts';
import { namesIn } from './folder.ts';
import { codeOf, ioFailure } from './io-failure.ts';
import { tempsIn } from './leftovers.ts';

export interface LooseMode {
  readonly path: string;
  /** permission bits, 0644 */
  readonly mode: number;
  /** 0700 for a folder, 0600 for a file */
  readonly wanted: number;
}

/** What is more open than it should be. Fails with `machine`. */
export function looseModes(home: string): LooseMode[] {
  if (process.platform === 'win32') return [];
  const { journeys, previous, shared, templates, lock, sending, settings, previousSettings, guide, backups, gists } =
    layoutOf(home);
  const inner = [journeys, previous, shared, templates];
  const folders = [home, ...inner];
  const inside = inner.flatMap((folder) => namesIn(folder).map((name) => join(folder, name)));
  const files = [settings, previousSettings, guide, backups, gists, lock, sending, ...tempsIn(home), ...inside];
  return [...folders, ...files].flatMap(looseAt);
}

/** Takes from others what they should not have, and tells where. Fails with `machine`. */
export function tightenModes(home: string): LooseMode[] {
  const loose = looseModes(home);
  for (const { path, mode, wanted } of loose) {
    try {
      chmodSync(path, mode & wanted);
    } catch (error) {
      throw ioFailure('write', path, error);
    }
  }
  return loose;
}

function looseAt(path: string): LooseMode[] {
  try {
    const stats = statSync(path);
    const wanted = stats.isDirectory() ? 0o700 : 0o600;
    const mode = stats.mode & 0o777;
    return (mode & ~wanted) === 0 ? [] : [{ path, mode, wanted }];
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return [];
    throw ioFailure('read', path, error);
  }
}
