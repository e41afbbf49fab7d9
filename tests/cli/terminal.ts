// A scripted terminal: runs the program in-process with its own home, clock and streams, and hands back what it said.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Context, EndSignal } from '../../src/cli/context.ts';
import { main } from '../../src/cli/main.ts';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import { storeOfHome } from './homes.ts';

export interface Said {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface Terminal {
  readonly home: string;
  /** Runs one command line, given as words. */
  readonly run: (...argv: string[]) => Promise<Said>;
  /** Runs it with --json and parses stdout. */
  readonly json: (...argv: string[]) => Promise<Record<string, never>>;
}

export interface Setting {
  /** the day on the wall; 2026-12-15 unless given */
  readonly day?: string;
  readonly env?: Record<string, string>;
  readonly tty?: boolean;
  readonly columns?: number;
  /** the name of the machine */
  readonly host?: string;
  /** another folder of data/ */
  readonly data?: string;
  /** what stdin gives */
  readonly input?: string | Uint8Array;
  /** what ids of facts begin with; f unless given */
  readonly ids?: string;
  /** the home of another terminal */
  readonly home?: string;
  /** answers questions; without it a question is a fault */
  readonly ask?: Context['ask'];
}

const fontFolder = join(import.meta.dirname, '../../node_modules/dejavu-fonts-ttf/ttf');
export const dataFolder = join(import.meta.dirname, '../../data');

export function temporaryHome(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ascpi-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'home');
}

export function terminal(setting: Setting = {}): Terminal {
  const {
    day = '2026-12-15',
    env = {},
    tty = false,
    columns,
    ask,
    input = '',
    data = dataFolder,
    host = 'desk',
  } = setting;
  const home = setting.home ?? temporaryHome();
  let ids = 0;
  const signals = new Set<(signal: EndSignal) => void>();
  const run = async (...argv: string[]): Promise<Said> => {
    let out = '';
    let err = '';
    const sink = (hear: (text: string) => void) => ({
      // Bytes are heard as one character each, so that a test can have them back.
      write: (said: string | Uint8Array) =>
        hear(typeof said === 'string' ? said : Buffer.from(said).toString('latin1')),
      isTTY: tty,
      columns,
    });
    const context: Context = {
      env: { ASCPI_HOME: home, ASCPI_USER: 'tester', LANG: 'en_US.UTF-8', ...storeOfHome(home), ...env },
      platform: 'linux',
      nodeVersion: '20.0.0',
      loginName: () => 'login',
      loginHome: () => '/home/login',
      hostName: () => host,
      now: () => new Date(`${day}T08:00:00Z`),
      localDay: () => day as CivilDate,
      newId: () => {
        ids += 1;
        return `${setting.ids ?? 'f'}${String(ids).padStart(5, '0')}`;
      },
      onSignal: (act) => {
        signals.add(act);
        return () => void signals.delete(act);
      },
      stdin: { isTTY: tty },
      readInput: async () => Buffer.from(input),
      stdout: sink((text) => {
        out += text;
      }),
      stderr: sink((text) => {
        err += text;
      }),
      ask: async (manner) => {
        if (ask) return ask(manner);
        throw new Error('a question was asked where none was expected');
      },
      dataFolder: data,
      fontFolder,
      version: '0.0.0-test',
    };
    const code = await main(argv, context);
    return { code, out, err };
  };
  const json = async (...argv: string[]) => {
    const said = await run(...argv, '--json');
    if (said.code !== 0) throw new Error(`exit ${said.code}: ${said.err}`);
    return JSON.parse(said.out);
  };
  return { home, run, json };
}

/** A journey with the facts of the life up to a booked exam, each recorded on its own day. */
export async function bookedJourney(where: Terminal): Promise<void> {
  await where.run('start', '--name', 'Maria Santos', '--credential', 'MLS', '--country', 'PH');
  for (const [day, ...argv] of [
    ['2026-09-01', 'eligibility', '--route', '1'],
    ['2026-10-01', 'application'],
    ['2026-11-30', 'admission'],
    ['2026-12-10', 'schedule', '--exam', '2027-01-15'],
  ] as const) {
    const said = await where.run('done', ...argv, '--today', day);
    if (said.code !== 0) throw new Error(said.err);
  }
}

/** The invented agencies that examples speak of. */
export async function exampleAgencies(where: Terminal): Promise<void> {
  for (const name of ['Example Staffing', 'Sample Staffing']) await where.run('agency', 'add', name);
}
