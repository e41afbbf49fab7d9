// Runs the built binary as a real process in a bare environment, for the tests of delivery.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { storeIn, storeOfHome } from './homes.ts';

const root = join(import.meta.dirname, '../..');
const binary = join(root, 'bin/ascpi.js');
const DAY = '2026-12-15';

export function needBuild(): void {
  if (!existsSync(join(root, 'dist/ascpi.js'))) throw new Error('npm run build first');
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly out: string;
  readonly err: string;
}

type Env = Readonly<Record<string, string>>;

export function start(home: string, argv: readonly string[], env: Env = {}): ChildProcess {
  return spawn(process.execPath, [binary, ...argv], {
    env: {
      PATH: process.env['PATH'] ?? '',
      ...{ ASCPI_HOME: home, ASCPI_TODAY: DAY, ASCPI_USER: 'tester' },
      ...storeOfHome(home),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

export function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  return new Promise((resolve) => child.on('close', (code, signal) => resolve({ code, signal, out, err })));
}

export const ascpi = (home: string, argv: readonly string[], env?: Env): Promise<Ended> =>
  ended(start(home, argv, env));

/** Resolves once the process has said so many lines that begin with `sent`. */
export function sentLines(child: ChildProcess, count: number): Promise<void> {
  let err = '';
  return new Promise((resolve, reject) => {
    child.stderr?.on('data', (chunk) => {
      err += chunk;
      if ((err.match(/^sent /gm) ?? []).length >= count) resolve();
    });
    child.on('close', () => reject(new Error(`ended after: ${err}`)));
  });
}

/** What the journeys say of each message, by key: `intended sent`. */
export async function ledger(home: string): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const store = storeIn(home);
  for (const id of await store.list()) {
    for (const fact of (await store.load(id)).facts)
      if (fact.kind === 'reminder') found.set(fact.key, [...(found.get(fact.key) ?? []), fact.state]);
  }
  return found;
}

/** A key and a certificate of our own for localhost, made by openssl; undefined where there is none. */
export function selfSigned(
  folder: string,
): { readonly key: Buffer; readonly cert: Buffer; readonly path: string } | undefined {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const subject = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  const made = spawnSync('openssl', [
    ...['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'],
    ...['-keyout', key, '-out', cert, ...subject],
  ]);
  return made.status === 0 ? { key: readFileSync(key), cert: readFileSync(cert), path: cert } : undefined;
}

/** Mulberry32: the same moments in every run. */
export function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
