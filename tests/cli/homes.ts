// Where tests keep the journeys of a home: in its files, unless a test file gives every home a roster on a server.
import { test } from 'vitest';
import { openFileStore } from '../../src/stores/file-store.ts';
import type { Store } from '../../src/stores/store.ts';

interface Server {
  /** the address of a roster that nobody has used yet */
  readonly newRoster: () => string;
  readonly open: (address: string) => Store;
}

let server: Server | undefined;
const addresses = new Map<string, string>();

/** Called before the tests that it is to hold for are described. */
export function keepHomesOn(one: Server): void {
  server = one;
}

export const isOnServer = (): boolean => server !== undefined;

/** For a test that looks into files or at what is said of them, or to which no store makes a difference. */
export const ofFiles = () => test.skipIf(isOnServer());

/** What the environment says of the store of a home. */
export function storeOfHome(home: string): { readonly ASCPI_STORE?: string } {
  if (!server) return {};
  const address = addresses.get(home) ?? server.newRoster();
  addresses.set(home, address);
  return { ASCPI_STORE: address };
}

export function storeIn(home: string): Store {
  const { ASCPI_STORE: address } = storeOfHome(home);
  return server && address !== undefined ? server.open(address) : openFileStore(home);
}
