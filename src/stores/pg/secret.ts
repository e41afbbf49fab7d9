// The password of a store: from the environment, a file, or the password file of PostgreSQL; never from an option.
import { readFileSync, statSync } from 'node:fs';
import { Failure } from '../../domain/failure.ts';
import { ioFailure } from '../io-failure.ts';
import { shownPath } from '../printable.ts';
import { isSocket, type PgAddress } from './address.ts';

type Environment = Readonly<Record<string, string | undefined>>;

const LIMIT = 1024 * 1024;

/** Empty where none is known: a server may trust a socket. Fails with `machine`, or with `usage` for a file others can read. */
export function passwordFor(address: PgAddress, user: string, env: Environment): string {
  const file = env['ASCPI_STORE_PASSWORD_FILE'];
  if (file) return textOf(file).replace(/\r?\n$/, '');
  if (env['PGPASSWORD']) return env['PGPASSWORD'];
  const list = env['PGPASSFILE'];
  return list ? (inPassFile(textOf(list), address, user) ?? '') : '';
}

/** `server:port:database:user:password`, each of the first four also *; a backslash before a colon or a backslash. */
function inPassFile(text: string, { host, port, database }: PgAddress, user: string): string | undefined {
  const wanted = [isSocket(host) ? 'localhost' : host, String(port), database, user];
  for (const line of text.split(/\r?\n/)) {
    if (line.startsWith('#')) continue;
    const [...fields] = line.split(/(?<=(?:^|[^\\])(?:\\\\)*):/).map((field) => field.replace(/:$/, ''));
    const [names, password] = [fields.slice(0, 4), fields.slice(4).join(':')];
    const isMeant = names.length === 4 && names.every((name, at) => name === '*' || plain(name) === wanted[at]);
    if (isMeant && fields.length > 4) return plain(password);
  }
  return undefined;
}

const plain = (field: string): string => field.replace(/\\(.)/g, '$1');

function textOf(path: string): string {
  try {
    const { mode, size } = statSync(path);
    if (size > LIMIT) throw new Failure('usage', `${shownPath(path)} is too large to be a file of passwords`);
    if ((mode & 0o077) !== 0) {
      const message = `others can read the password in ${shownPath(path)}`;
      throw new Failure('usage', message, `Take that from them: chmod 600 ${shownPath(path)}`);
    }
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw ioFailure('read', path, error);
  }
}
