// The one file that knows the driver of PostgreSQL. Loaded only when a roster on a server is used.
import pg from 'pg';

export interface Row {
  readonly [column: string]: unknown;
}

export interface Connection {
  readonly query: (sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>;
  /** whether it still stands, as far as is known */
  readonly isOpen: () => boolean;
  /** lets the process end while nothing is asked */
  readonly rest: () => void;
  readonly wake: () => void;
  /** Waits a moment for a good end, then cuts it off. */
  readonly end: () => Promise<void>;
}

export interface Login {
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly database: string;
  readonly password: string;
  /** what is sent is encrypted, and the server has to show who it is; `ca` holds those who may vouch for it */
  readonly tls: false | { readonly ca: string | undefined };
  /** who this is, as the server lists it */
  readonly name: string;
}

const CONNECT_MS = 10_000;
const FAREWELL_MS = 1000;

/** Fails with the error of the driver or the system. */
export async function connect({ password, tls, name, ...where }: Login): Promise<Connection> {
  const client = new pg.Client({
    ...where,
    // As a function: the driver then looks for no password of its own.
    password: () => password,
    ssl: tls ? { rejectUnauthorized: true, ...(tls.ca === undefined ? {} : { ca: tls.ca }) } : false,
    application_name: name,
    connectionTimeoutMillis: CONNECT_MS,
    keepAlive: true,
  });
  // The driver has them, its types do not.
  const inner = client as unknown as {
    readonly ref: () => void;
    readonly unref: () => void;
    readonly connection: { readonly stream: { readonly destroy: () => void } };
  };
  let open = true;
  // A connection that is lost while nothing is asked says so here; whoever asks next hears it.
  client.on('error', () => {
    open = false;
  });
  client.on('end', () => {
    open = false;
  });
  await client.connect();
  return {
    query: async (sql, values = []) => {
      if (values.length === 0) return [await client.query(sql)].flat().at(-1)?.rows ?? [];
      return (await client.query(sql, [...values])).rows;
    },
    isOpen: () => open,
    rest: () => inner.unref(),
    wake: () => inner.ref(),
    end: async () => {
      open = false;
      // A server that has fallen silent says no farewell either.
      const cut = setTimeout(() => inner.connection.stream.destroy(), FAREWELL_MS);
      await client.end().catch(() => {});
      clearTimeout(cut);
    },
  };
}
