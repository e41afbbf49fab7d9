// Shared rosters for tests: one throw-away PostgreSQL a test file, a database of its own a test.
import { afterAll, beforeAll, describe } from 'vitest';
import { rosterColumns } from '../../src/domain/roster-columns.ts';
import { openStore } from '../../src/stores/index.ts';
import { parsePgAddress } from '../../src/stores/pg/address.ts';
import { migrate } from '../../src/stores/pg/migrate.ts';
import type { PgSurroundings } from '../../src/stores/pg/pg-store.ts';
import { dialAny } from '../../src/stores/pg/roster-server.ts';
import type { Indexing } from '../../src/stores/pg/stamp.ts';
import type { Store } from '../../src/stores/store.ts';
import { missingPostgres, type Postgres, startPostgres } from '../domain/postgres.ts';
import { shippedRulebook } from '../domain/shipped.ts';

/** Describes what needs a server; skipped, saying why, where there is none. */
export function describeServer(
  name: string,
  tests: (server: () => Postgres) => void | Promise<void>,
  network?: Network,
): void {
  const title = missingPostgres === undefined ? name : `${name} (skipped: ${missingPostgres})`;
  describe.skipIf(missingPostgres !== undefined)(title, () => {
    let postgres: Postgres | undefined;
    beforeAll(() => {
      postgres = startPostgres(network?.());
    });
    afterAll(() => postgres?.stop());
    return tests(() => {
      if (!postgres) throw new Error('the server is not there yet');
      return postgres;
    });
  });
}

/** The same, with rosters on it. */
export function describeTeam(name: string, tests: (team: Team) => void | Promise<void>, network?: Network): void {
  const describeRosters = (server: () => Postgres) => {
    let count = 0;
    const addressOf = (database: string, user = 'ascpi') =>
      `postgres://${user}@:${server().port}/${database}?host=${server().folder}`;
    beforeAll(async () => {
      server().query('create database ready');
      const address = parsePgAddress(addressOf('ready').slice('postgres:'.length));
      const connection = await dialAny(address, { env: {}, tls: undefined });
      await migrate(connection, address.shown, undefined);
      await connection.end();
    });
    const opened: Store[] = [];
    afterAll(async () => {
      await Promise.all(opened.map((store) => store.close().catch(() => {})));
    });
    return tests({
      server,
      addressOf,
      newDatabase: () => {
        count += 1;
        server().query(`create database roster${count} template ready`);
        return `roster${count}`;
      },
      open: (address, changed = {}) => {
        const store = openStore(address, () => ({ ...aroundTests(), ...changed })) as Required<Store>;
        opened.push(store);
        return store;
      },
    });
  };
  describeServer(name, describeRosters, network);
}

type Network = () => NonNullable<Parameters<typeof startPostgres>[0]>;

export interface Team {
  readonly server: () => Postgres;
  readonly addressOf: (database: string, user?: string) => string;
  /** the name of a roster that nobody has used yet */
  readonly newDatabase: () => string;
  readonly open: (address: string, changed?: Partial<PgSurroundings>) => Required<Store>;
}

let tokens = 0;

export const aroundTests = (): PgSurroundings => ({
  env: {},
  tls: undefined,
  newToken: () => {
    tokens += 1;
    return `token-${process.pid}-${tokens}`;
  },
  indexing: async () => testIndexing,
});

const rulebook = shippedRulebook();

export const testIndexing: Indexing = {
  of: (journey) => rosterColumns(journey, rulebook),
  value: 'test',
  version: '1.0.0',
  own: false,
  tell: () => {},
  progress: () => () => {},
};
