// Runs the built program as people do: a bare environment, real streams, and a bound on the memory of JavaScript where asked for.
import { type SpawnSyncReturns, spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
export const binary = join(root, 'bin/ascpi.js');

export interface Around {
  readonly env?: Readonly<Record<string, string>>;
  /** options of Node itself */
  readonly node?: readonly string[];
  readonly cwd?: string;
}

export function built(home: string, argv: readonly string[], around: Around = {}): SpawnSyncReturns<string> {
  if (!readdirSync(join(root, 'dist')).includes('ascpi.js')) throw new Error('npm run build first');
  return spawnSync(process.execPath, [...(around.node ?? []), binary, ...argv], {
    env: { PATH: process.env['PATH'] ?? '', ASCPI_HOME: home, ...around.env },
    encoding: 'utf8',
    maxBuffer: 2 ** 26,
    ...(around.cwd === undefined ? {} : { cwd: around.cwd }),
    // Whatever hangs is a fault of its own: the status is then null.
    timeout: 30_000,
  });
}
