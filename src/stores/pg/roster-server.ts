// How to reach the server of a roster: the login, the protection of the connection, and a check that its tables are ours.
import { hostname, userInfo } from 'node:os';
import { Failure, quote } from '../../domain/failure.ts';
import { limits } from '../../domain/limits.ts';
import { shownPath } from '../printable.ts';
import { readBytes } from '../read-json.ts';
import { isLocal, type PgAddress } from './address.ts';
import { type Connection, connect, type Login } from './driver.ts';
import { NEWEST } from './migrations.ts';
import { pgFailure } from './pg-failure.ts';
import { passwordFor } from './secret.ts';

export interface Reach {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** `off` lets a connection go over a network unprotected */
  readonly tls: 'verify' | 'off' | undefined;
}

/** A connection, whatever is in the database. */
export async function dialAny(address: PgAddress, { env, tls }: Reach): Promise<Connection> {
  const { host, port, database, shown } = address;
  const user = address.user ?? (env['PGUSER'] || userInfo().username);
  const isOpenRoad = isLocal(host) || tls === 'off';
  const login: Login = {
    ...{ host, port, user, database },
    password: passwordFor(address, user, env),
    tls: isOpenRoad ? false : { ca: authorities(env) },
    name: `ascpi on ${hostname()}`.slice(0, 60),
  };
  try {
    return await connect(login);
  } catch (error) {
    throw pgFailure(error, shown);
  }
}

/** A connection to a roster that this version knows. Fails with `machine`, and with `damaged` for a newer one. */
export async function dial(address: PgAddress, reach: Reach): Promise<Connection> {
  const connection = await dialAny(address, reach);
  try {
    const [found] = await connection.query('select max(number) as number from ascpi.migration');
    checkSchema(Number(found?.['number'] ?? 0), address.shown);
    return connection;
  } catch (error) {
    await connection.end();
    throw pgFailure(error, address.shown);
  }
}

export function checkSchema(number: number, shown: string): void {
  if (number > NEWEST) {
    throw new Failure(
      'damaged',
      `the roster in ${quote(shown)} was made by a newer version of ascpi (step ${number} of its tables; this one knows ${NEWEST})`,
      'Nothing was changed. Update ascpi: npm install -g ascpi@latest',
    );
  }
  if (number < NEWEST) {
    const hint = 'Whoever looks after the database can bring it up to date: ascpi store migrate';
    throw new Failure('machine', `the tables of ${quote(shown)} are of an older version of ascpi`, hint);
  }
}

function authorities(env: Reach['env']): string | undefined {
  const path = env['PGSSLROOTCERT'];
  if (!path || path === 'system') return undefined;
  const found = readBytes(path, limits.certificates) ?? { fault: 'it is not there' };
  if ('value' in found) return found.value.toString('utf8');
  throw new Failure(
    'usage',
    `can't use ${shownPath(path)} of PGSSLROOTCERT: ${found.fault}`,
    'Name a file of certificates',
  );
}
