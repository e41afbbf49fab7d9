// The password of a store: from the environment, a file, or the password file of PostgreSQL; never from an option.
import { statSync } from 'node:fs';
import { Failure } from '../../domain/failure.ts';
import { limits } from '../../domain/limits.ts';
import { shownPath } from '../printable.ts';
import { readBytes } from '../read-json.ts';
import { isSocket, type PgAddress } from './address.ts';

type Environment = Readonly<Record<string, string | undefined>>;

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
  const found = readBytes(path, limits.secret, true) ?? { fault: 'it is not there' };
  if ('fault' in found)
    throw new Failure('usage', `can't use the file of a password ${shownPath(path)}: ${found.fault}`);
  if ((statSync(path).mode & 0o077) === 0) return found.value.toString('utf8');
  const message = `others can read the password in ${shownPath(path)}`;
  throw new Failure('usage', message, `Take that from them: chmod 600 ${shownPath(path)}`);
}
