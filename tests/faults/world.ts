// Stores to break: a fresh one and a full one, each with a program that always says and makes the same.
import { existsSync, mkdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Terminal, terminal } from '../cli/terminal.ts';
import { copyStore } from '../stores/copied-store.ts';

export interface World extends Terminal {
  /** holds the home and a folder for what is written elsewhere; all of it is watched */
  readonly folder: string;
  readonly out: string;
}

/** The faults are ours, so no real disk need be waited for. */
export const memoryFolder = existsSync('/dev/shm') ? '/dev/shm' : tmpdir();

export function worldIn(folder: string, ids: string): World {
  const out = join(folder, 'out');
  mkdirSync(out, { recursive: true, mode: 0o700 });
  const env = { ASCPI_PASSPHRASE: 'one two three four' };
  return { ...terminal({ home: join(folder, 'home'), day: '2026-12-16', ids, env }), folder, out };
}

/** A copy of a world, in a folder of its own. */
export function startedIn(template: World, folder: string): World {
  if (existsSync(template.folder)) copyStore(template.folder, folder);
  return worldIn(folder, 'n');
}

/** Candidates with a history, one of them certified; settings, documents of the store, texts of messages. */
export async function fill(world: World): Promise<void> {
  const lines = [
    'start --name Maria --credential MLS --country PH --id maria',
    'done eligibility --route 1 --on 2026-09-01 -c maria',
    'done application --on 2026-10-01 -c maria',
    'done admission --on 2026-11-30 -c maria',
    'candidates add --name Ana --email ana@example.org --tag cebu --id ana',
    'done eligibility --route 1 --on 2026-09-01 -c ana',
    'done application --on 2026-11-20 -c ana',
    'candidates note ana Called',
    'remind mute ana application-documents',
    'candidates add --name Anna --id anna',
    'check one-account -c anna',
    'undo -c anna',
    'start --name Kim --credential MLS --country PH --id kim',
    'candidates edit kim --email kim@example.org',
    'done certificate --on 2024-04-01 --expires 2027-01-31 -c kim',
    'cmp table safety=1 ethics=1 --total 36 -c kim',
    'cmp add 3 safety --on 2026-02-10 --title Fire -c kim',
    'config set candidate maria',
    'config set country PH',
    'visa bulletin add 2019-03 --category EB-3 --chargeability PH --date C',
    'agency add Acme',
    'agency answer Acme 1 yes --evidence page',
    'remind templates --write',
    'report --remember',
  ];
  for (const line of lines) {
    const said = await world.run(...line.split(' '));
    if (said.code !== 0) throw new Error(`${line}: ${said.err}`);
  }
}
