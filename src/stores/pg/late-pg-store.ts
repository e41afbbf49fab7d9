// A store on PostgreSQL whose code and driver are loaded when it is first used, so that no other store pays for them.
import type { Store } from '../store.ts';
import type { PgAddress } from './address.ts';
import type { FullStore, PgSurroundings } from './pg-store.ts';

export function latePgStore(address: PgAddress, surroundings: () => PgSurroundings): Store {
  let opened: Promise<FullStore> | undefined;
  const open = (): Promise<FullStore> => {
    opened ??= import('./pg-store.ts').then(({ openPgStore }) => openPgStore(address, surroundings()));
    return opened;
  };
  return {
    address: address.shown,
    isShared: true,
    list: async () => (await open()).list(),
    load: async (id) => (await open()).load(id),
    save: async (journey) => (await open()).save(journey),
    saveAll: async (journeys, tell) => (await open()).saveAll(journeys, tell),
    replaceAll: async (replacements, stamp) => (await open()).replaceAll(replacements, stamp),
    remove: async (id, revision) => (await open()).remove(id, revision),
    previous: async (id) => (await open()).previous(id),
    readShared: async (name) => (await open()).readShared(name),
    saveShared: async (name, document, stamp) => (await open()).saveShared(name, document, stamp),
    sending: async (work) => (await open()).sending(work),
    inTurn: async (work) => (await open()).inTurn(work),
    find: async (hint) => (await open()).find(hint),
    count: async () => (await open()).count(),
    loadMany: async (ids) => (await open()).loadMany(ids),
    place: async (copies) => (await open()).place(copies),
    placeShared: async (name, document) => (await open()).placeShared(name, document),
    close: async () => (await opened)?.close(),
  };
}
