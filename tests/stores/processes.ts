// Builds the worker once a test file and starts it as a real process, under limits where a test asks for them.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { afterAll, beforeAll } from 'vitest';

const PRELOAD = join(import.meta.dirname, 'programs', 'fault.cjs');

export interface Conditions {
  /** a line of shell before the program starts: `umask 000`, `ulimit -f 1` */
  readonly shell?: string;
  /** an account other than this one; root only */
  readonly uid?: number;
  readonly env?: Readonly<Record<string, string>>;
}

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly answer?: unknown;
  readonly failure?: { kind?: string; message: string; hint?: string };
  readonly err: string;
}

export interface Worker {
  readonly path: string;
  readonly start: (args: readonly string[], conditions?: Conditions) => ChildProcess;
  readonly run: (args: readonly string[], conditions?: Conditions) => Promise<Ended>;
}

/** Called once at the top of a test file; it is built before the first test and gone after the last. */
export function useWorker(): Worker {
  const folder = mkdtempSync(join(tmpdir(), 'ascpi-worker-'));
  const path = join(folder, 'worker.cjs');
  beforeAll(async () => {
    chmodSync(folder, 0o755);
    const bundle = await rolldown({ input: join(import.meta.dirname, 'programs', 'worker.ts'), platform: 'node' });
    await bundle.write({ dir: folder, format: 'cjs', entryFileNames: 'worker.cjs' });
    await bundle.close();
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const start: Worker['start'] = (args, { shell = ':', uid, env = {} } = {}) =>
    spawn('bash', ['-c', `${shell}; exec "$0" "$@"`, process.execPath, ...preload(env), path, ...args], {
      env: { PATH: process.env['PATH'], ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
      ...(uid === undefined ? {} : { uid, gid: uid }),
    });
  return { path, start, run: (args, conditions) => ended(start(args, conditions)) };
}

const preload = (env: object) => (Object.keys(env).some((name) => name.startsWith('FAULT_')) ? ['-r', PRELOAD] : []);

export function ended(child: ChildProcess): Promise<Ended> {
  let out = '';
  let err = '';
  child.stdout?.on('data', (chunk) => {
    out += chunk;
  });
  child.stderr?.on('data', (chunk) => {
    err += chunk;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code, signal) => {
      const last = out.trimEnd().split('\n').at(-1) ?? '';
      resolve({ code, signal, err, ...(last.startsWith('{') ? JSON.parse(last) : {}) });
    });
  });
}

/** Resolves at the first output that has this word in it. */
export function said(child: ChildProcess, word: string): Promise<string> {
  let out = '';
  return new Promise((resolve, reject) => {
    child.stdout?.on('data', (chunk) => {
      out += chunk;
      if (out.includes(word)) resolve(out);
    });
    child.on('close', () => reject(new Error(`ended without saying ${word}: ${out}`)));
  });
}

/** The account that may nothing, for a test run by root; undefined (the account itself) for anyone else. */
export const NOBODY = process.getuid?.() === 0 ? 65534 : undefined;
/** Node itself may be in the home of an account that is closed to others, as version managers keep it. */
export const unreachable =
  NOBODY !== undefined && spawnSync(process.execPath, ['--version'], { uid: NOBODY }).status !== 0
    ? 'this Node is where no other account can start it'
    : undefined;
export const asNobody: Conditions = NOBODY === undefined ? {} : { uid: NOBODY };
