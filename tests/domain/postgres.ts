// A throw-away PostgreSQL: a cluster in a temporary folder, reached over a socket, gone after the tests.
import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PLACES = ['/usr/lib/postgresql', '/usr/local/lib/postgresql'];
const isRoot = process.getuid?.() === 0;

/** Its programs, the newest version first. */
function programs(): string | undefined {
  const folders = PLACES.filter((place) => existsSync(place)).flatMap((place) =>
    readdirSync(place)
      .sort((a, b) => Number(b) - Number(a))
      .map((version) => join(place, version, 'bin')),
  );
  return folders.find((folder) => existsSync(join(folder, 'initdb')));
}

/** The account that runs the server: PostgreSQL refuses root. */
function account(): { uid: number; gid: number } | undefined {
  const id = (flag: string) => Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** Why there is none to be had here, or undefined when there is one. */
export const missingPostgres: string | undefined = !programs()
  ? 'PostgreSQL is not installed'
  : isRoot && !account()
    ? 'there is no account postgres to run it'
    : undefined;

export interface Postgres {
  /** rows of columns, all as text */
  readonly query: (sql: string, database?: string, user?: string) => string[][];
  /** what one of its programs says: `run('pg_dump', ['ascpi'])` */
  readonly run: (program: string, args: readonly string[]) => string;
  /** the folder of its programs */
  readonly bin: string;
  /** the folder of its socket */
  readonly folder: string;
  readonly port: number;
  /** ends it as a power cut would */
  readonly crash: () => void;
  readonly start: () => void;
  readonly stop: () => void;
}

/** On its socket alone, unless `network` names a port, and further words for the server. */
export function startPostgres(network?: { readonly port: number; readonly words: string }): Postgres {
  const bin = programs() ?? '';
  const folder = mkdtempSync(join(tmpdir(), 'ascpi-pg-'));
  const owner = isRoot ? account() : undefined;
  chmodSync(folder, 0o700);
  if (owner) chownSync(folder, owner.uid, owner.gid);
  const data = join(folder, 'data');
  const port = network?.port ?? 5432;
  const run = (program: string, args: readonly string[], stdio: 'ignore' | 'pipe' = 'pipe') => {
    const command = [join(bin, program), ...args];
    const as = ['setpriv', '--reuid=postgres', '--regid=postgres', '--init-groups', '--reset-env', '--'];
    const [file = '', ...rest] = owner ? [...as, ...command] : command;
    const env = { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' };
    return execFileSync(file, rest, { cwd: '/', encoding: 'utf8', env, stdio, maxBuffer: 1 << 28 });
  };
  const stop = () => {
    try {
      run('pg_ctl', ['stop', '-D', data, '-m', 'immediate', '-w'], 'ignore');
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const start = () => {
    const server = `-k ${folder} -c fsync=off ${network ? `-p ${network.port} -h 127.0.0.1 ${network.words}` : "-c listen_addresses=''"}`;
    run('pg_ctl', ['start', '-D', data, '-o', server, '-l', join(folder, 'log'), '-w'], 'ignore');
  };
  const crash = () => void run('pg_ctl', ['stop', '-D', data, '-m', 'immediate', '-w'], 'ignore');
  try {
    run('initdb', ['-D', data, '-A', 'trust', '-U', 'ascpi', '-E', 'UTF8', '--locale=C', '--no-sync']);
    start();
  } catch (error) {
    rmSync(folder, { recursive: true, force: true });
    throw error;
  }
  const query = (sql: string, database = 'postgres', user = 'ascpi') =>
    run('psql', [
      '-h',
      folder,
      '-p',
      String(port),
      '-U',
      user,
      '-d',
      database,
      '-X',
      '-q',
      '-v',
      'ON_ERROR_STOP=1',
      '-At',
      '-F',
      ' ',
      '-c',
      sql,
    ])
      .trimEnd()
      .split('\n')
      .map((line) => line.split(' '));
  const at = ['-h', folder, '-p', String(port), '-U', 'ascpi'];
  return { query, run: (program, args) => run(program, [...at, ...args]), bin, folder, port, crash, start, stop };
}
