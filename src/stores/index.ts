// The kinds of stores there are, and which one an address means.
import { isAbsolute, normalize } from 'node:path';
import { Failure, quote } from '../domain/failure.ts';
import { openFileStore } from './file-store.ts';
import { openMemoryStore } from './memory-store.ts';
import { parsePgAddress } from './pg/address.ts';
import { latePgStore } from './pg/late-pg-store.ts';
import type { PgSurroundings } from './pg/pg-store.ts';
import { shownPath } from './printable.ts';
import type { Store } from './store.ts';

/** What a store on a server needs to know; nothing of it is asked for before that store is used. */
export type Surroundings = () => PgSurroundings;

const KINDS = {
  file: (path: string) => openFileStore(folderOf(path)),
  memory: (rest: string) => {
    if (rest === '') return openMemoryStore();
    throw new Failure('usage', 'a store in memory has no name', FORMS);
  },
  postgres: (rest: string, surroundings: Surroundings) => latePgStore(parsePgAddress(rest), surroundings),
} as const satisfies Record<string, (rest: string, surroundings: Surroundings) => Store>;

const FORMS = 'An address is file:/absolute/path, an absolute path alone, postgres://user@server/database, or memory:';

/** The store at an address. Nothing is read or created yet. Fails with `usage`; never repeats a password. */
export function openStore(address: string, surroundings: Surroundings = nothingAround): Store {
  if (isAbsolute(address)) return KINDS.file(address);
  const [, scheme, rest = ''] = /^([a-z][a-z0-9+.-]*):(.*)$/is.exec(address) ?? [];
  if (scheme === undefined) throw new Failure('usage', `${shown(address)} is not the address of a store`, FORMS);
  const kind = scheme === 'postgresql' ? 'postgres' : scheme;
  if (Object.hasOwn(KINDS, kind)) return KINDS[kind as keyof typeof KINDS](rest, surroundings);
  throw new Failure('usage', `there is no store of the kind ${quote(`${scheme}:`)}`, FORMS);
}

const nothingAround: Surroundings = () => {
  throw new Failure('bug', 'a store on a server was used without what it needs');
};

function folderOf(path: string): string {
  // file:///home/maria names a path, file://server/share a machine.
  if (/^\/\/[^/]/.test(path)) throw new Failure('usage', 'a store is a folder of this machine, not of a server', FORMS);
  if (isAbsolute(path) && !path.includes('\0')) return normalize(path).replace(/(?<=[^\\/:])[\\/]+$/, '');
  throw new Failure('usage', `the folder of a store is not an absolute path: ${shownPath(path)}`, FORMS);
}

// What stands before an @ may be a name and a password.
const shown = (address: string): string => (address.includes('@') ? 'this' : quote(address));
