// The address of a roster on PostgreSQL: read strictly, never with a password in it, and never repeated with one.
import { Failure, quote } from '../../domain/failure.ts';

export interface PgAddress {
  /** a name, an IP address, or the absolute path of the folder of a socket */
  readonly host: string;
  readonly port: number;
  /** undefined: the name of the account on this machine */
  readonly user: string | undefined;
  readonly database: string;
  /** for messages */
  readonly shown: string;
}

const FORM =
  'Write it like postgres://maria@db.example.org/ascpi, or postgres:///ascpi?host=/run/postgresql for a socket';
const WAYS = 'Put it in the file that PGPASSFILE names, in PGPASSWORD, or in a file named by ASCPI_STORE_PASSWORD_FILE';

/** `rest` is what follows `postgres:`. Fails with `usage`. */
export function parsePgAddress(rest: string): PgAddress {
  const [, authority = '', path = '', query = ''] =
    /^\/\/([^/?#]*)\/([^/?#]*)(?:\?([^#]*))?$/.exec(rest) ?? refuse('it does not name a server and a database');
  const at = authority.lastIndexOf('@');
  const [login, place] = [authority.slice(0, Math.max(at, 0)), authority.slice(at + 1)];
  if (login.includes(':')) throw new Failure('usage', 'the address of a store may not hold a password', WAYS);
  const [, name = '', digits] =
    /^(\[[0-9a-f:.]+\]|[^:[\]]*)(?::(\d{1,5}))?$/i.exec(place) ?? refuse('its server is no name');
  const port = Number(digits ?? 5432);
  if (port < 1 || port > 65_535) refuse('its port is not between 1 and 65535');
  const database = decoded(path);
  if (database === '') refuse('it does not name a database');
  const socket = socketIn(query);
  if (socket !== undefined && name !== '') refuse('it names a server and a socket');
  const host = socket ?? (decoded(name.replace(/^\[|\]$/g, '')) || 'localhost');
  const user = at === -1 ? undefined : decoded(login) || undefined;
  const shown = `postgres://${user === undefined ? '' : `${encodeURIComponent(user)}@`}${isSocket(host) ? '' : place}/${path}`;
  return { host, port, user, database, shown: shown + (isSocket(host) ? `?host=${host}` : '') };
}

function socketIn(query: string): string | undefined {
  let socket: string | undefined;
  for (const part of query.split('&').filter(Boolean)) {
    const [, key = '', value = ''] = /^([^=]*)=?(.*)$/s.exec(part) ?? [];
    if (/^(password|sslpassword)$/i.test(key)) {
      throw new Failure('usage', 'the address of a store may not hold a password', WAYS);
    }
    if (/^ssl/i.test(key)) {
      const hint = 'It is verified unless you say otherwise: ascpi config set storeTls off';
      throw new Failure('usage', 'how the connection is protected is not said in the address', hint);
    }
    if (key !== 'host' || socket !== undefined) refuse(`it can't say ${quote(key)}`);
    socket = decoded(value);
    if (!isSocket(socket)) refuse('the folder of its socket is not an absolute path');
  }
  return socket;
}

/** Whether a host is the folder of a socket. */
export const isSocket = (host: string): boolean => host.startsWith('/');

/** Whether what is sent to a host never leaves this machine. */
export const isLocal = (host: string): boolean => isSocket(host) || /^(localhost|127(\.\d{1,3}){3}|::1)$/i.test(host);

function decoded(text: string): string {
  const plain = unescaped(text);
  if (plain === undefined) return refuse('a % in it stands before no two hexadecimal digits');
  return /[\p{Cc}]/u.test(plain) ? refuse('it has a control character') : plain;
}

function unescaped(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function refuse(why: string): never {
  // What stands in it may be a password, so nothing of it is repeated.
  throw new Failure('usage', `this is not the address of a store on PostgreSQL: ${why}`, FORM);
}
