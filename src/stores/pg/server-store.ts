// What whoever looks after a shared roster does: make its tables, look at it, compute its columns again.
import type { PgAddress } from './address.ts';
import type { Row } from './driver.ts';
import { migrate, numberIn } from './migrate.ts';
import { NEWEST, type Policy } from './migrations.ts';
import { pgFailure } from './pg-failure.ts';
import type { PgSurroundings } from './pg-store.ts';
import { countStale, refreshStale } from './refresh.ts';
import { dial, dialAny } from './roster-server.ts';
import { makeSession } from './session.ts';

export interface ServerState {
  /** `15.8` */
  readonly server: string;
  /** the user as the server knows it */
  readonly role: string;
  /** whether what is sent is encrypted; null where the server does not tell */
  readonly protected: boolean | null;
  /** of its tables; null where there is no roster yet */
  readonly step: number | null;
  readonly newest: number;
  /** absent unless its tables are those of this version */
  readonly holds?: {
    readonly journeys: number;
    readonly facts: number;
    /** messages that were sent */
    readonly sent: number;
    /** journeys whose columns were computed with other rules */
    readonly stale: number;
    readonly policy: string;
    readonly mayWrite: boolean;
  };
}

/** Fails with `machine`. */
export async function lookAt(address: PgAddress, around: PgSurroundings): Promise<ServerState> {
  const connection = await dialAny(address, around);
  try {
    const [about] = await connection.query(
      `select current_setting('server_version') as server, current_user as role,
        (select ssl from pg_stat_ssl where pid = pg_backend_pid()) as ssl`,
    );
    const step = (await numberIn(connection)) ?? null;
    const { value } = await around.indexing();
    const holds = step === NEWEST ? { holds: await countsIn(connection.query, value) } : {};
    const { server, role, ssl } = about ?? {};
    return {
      server: String(server),
      role: String(role),
      protected: (ssl ?? null) as boolean | null,
      step,
      newest: NEWEST,
      ...holds,
    };
  } catch (error) {
    throw pgFailure(error, address.shown);
  } finally {
    await connection.end();
  }
}

async function countsIn(
  query: (sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>,
  stamp: string,
): Promise<NonNullable<ServerState['holds']>> {
  const [counts] = await query(
    `select (select count(*) from ascpi.journey) as journeys, (select count(*) from ascpi.fact) as facts,
      (select count(*) from ascpi.delivery where state = 'sent') as sent,
      coalesce((select value from ascpi.meta where key = 'policy'), 'none') as policy,
      has_table_privilege('ascpi.journey', 'insert') as may_write,
      coalesce((select number from ascpi.stamp where value = $1), 0) as stamp`,
    [stamp],
  );
  const stale = await countStale(query, Number(counts?.['stamp']));
  const number = (name: string) => Number(counts?.[name]);
  return {
    ...{ journeys: number('journeys'), facts: number('facts'), sent: number('sent'), stale },
    policy: String(counts?.['policy']),
    mayWrite: counts?.['may_write'] === true,
  };
}

/** Gives the numbers of the steps that were made. */
export async function migrateServer(
  address: PgAddress,
  around: PgSurroundings,
  policy: Policy | undefined,
): Promise<number[]> {
  const connection = await dialAny(address, around);
  try {
    return await migrate(connection, address.shown, policy);
  } catch (error) {
    throw pgFailure(error, address.shown);
  } finally {
    await connection.end();
  }
}

/** Gives how many journeys were computed again. */
export async function refreshServer(address: PgAddress, around: PgSurroundings): Promise<number> {
  const session = makeSession(address.shown, () => dial(address, around), around.newToken);
  try {
    return await refreshStale(session, await around.indexing(), 'asked');
  } finally {
    await session.close();
  }
}
