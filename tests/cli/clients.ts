// Real processes that each run many commands of a built program, one after the other, and tell how each ended.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ended } from './remind-process.ts';

const CLIENT = join(import.meta.dirname, '../stores/programs/told-client.cjs');
/** What it starts is built by `npm run build`. */
const bundled = join(import.meta.dirname, '../../bin/ascpi.js');

export interface Told {
  readonly words: readonly string[];
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** One process. The environment is that of the process, as `LD_PRELOAD`; commands see only their home. */
export async function told(
  home: string,
  commands: readonly (readonly string[])[],
  { bundle = bundled, env = {} }: { readonly bundle?: string; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Told[]> {
  const client = spawn(process.execPath, [CLIENT, bundle, home], {
    env: { PATH: process.env['PATH'] ?? '', ...env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const end = ended(client);
  client.stdin?.end(commands.map((words) => `${JSON.stringify(words)}\n`).join(''));
  const { code, out, err } = await end;
  if (code !== 0) throw new Error(`exit ${code}: ${err}`);
  return out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Told);
}
