// Stores to break: a fresh one and a full one, each with a program that always says and makes the same.
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Terminal, terminal } from '../cli/terminal.ts';
import { copyStore } from '../stores/copied-store.ts';

export interface World extends Terminal {
  /** holds the home and a folder for what is written elsewhere; all of it is watched */
  readonly folder: string;
  readonly out: string;
}

export function worldIn(folder: string, ids: string): World {
  const out = join(folder, 'out');
  mkdirSync(out, { recursive: true, mode: 0o700 });
  return { ...terminal({ home: join(folder, 'home'), day: '2026-12-16', ids }), folder, out };
}

/** A copy of a world, in a folder of its own. */
export function startedIn(template: World, folder: string): World {
  if (existsSync(template.folder)) copyStore(template.folder, folder);
  return worldIn(folder, 'n');
}

/** Two candidates with a history, settings, a document of the store, what the guide remembers. */
export async function fill(world: World): Promise<void> {
  const lines = [
    'start --name Maria --credential MLS --country PH --id maria',
    'done eligibility --route 1 --on 2026-09-01 -c maria',
    'done application --on 2026-10-01 -c maria',
    'done admission --on 2026-11-30 -c maria',
    'candidates add --name Ana --email ana@example.org --tag cebu --id ana',
    'candidates note ana Called',
    'candidates add --name Anna --id anna',
    'config set candidate maria',
    'config set country PH',
    'visa bulletin add 2019-03 --category EB-3 --chargeability PH --date C',
  ];
  for (const line of lines) {
    const said = await world.run(...line.split(' '));
    if (said.code !== 0) throw new Error(`${line}: ${said.err}`);
  }
}
