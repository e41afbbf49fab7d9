// One connection to the server, made when it is first needed: one piece of work at a time, and none whose end stays unknown.
import { Failure } from '../../domain/failure.ts';
import type { Connection, Row } from './driver.ts';
import { isLost, pgFailure } from './pg-failure.ts';

/** Asks the server; gives the rows of the answer. */
export type Query = (sql: string, values?: readonly unknown[]) => Promise<readonly Row[]>;

export interface Session {
  readonly read: <T>(work: (query: Query) => Promise<T>) => Promise<T>;
  /** All of it or nothing. Fails with `machine` where the connection is lost, and says then whether it was saved. */
  readonly write: <T>(work: (query: Query) => Promise<T>) => Promise<T>;
  /**
   * Keeps to one connection, for what ends with it. Once that is lost, `renew` is asked on a new one: where it says no,
   * everything fails until the work is over.
   */
  readonly pinned: <T>(work: (query: Query) => Promise<T>, renew: (query: Query) => Promise<boolean>) => Promise<T>;
  readonly close: () => Promise<void>;
}

const PATIENCE_MS = 10_000;
/** No step takes that long: a server that is silent for so long is taken for lost. */
const SILENCE_MS = 60_000;
const IDLE_MS = 2000;
/** Rows that another is clearing away are left to it. */
const TIDY = `delete from ascpi.deed where token in (
  select token from ascpi.deed where at < now() - interval '1 day' limit 1000 for update skip locked)`;
/** The share of writes that also clear away the tokens of others. */
const TIDY_SHARE = 0.01;

/** `dial` makes a connection that is ready for use; `newToken` a word that no other write has. */
export function makeSession(shown: string, dial: () => Promise<Connection>, newToken: () => string): Session {
  let connection: Connection | undefined;
  let renew: ((query: Query) => Promise<boolean>) | undefined;
  let last: Promise<unknown> = Promise.resolve();
  let idle: NodeJS.Timeout | undefined;

  async function current(): Promise<Connection> {
    if (connection?.isOpen()) return connection;
    const fresh = await dial();
    if (renew && !(await renew(fresh.query))) {
      await fresh.end();
      throw lost();
    }
    connection = { ...fresh, query: (sql, values) => answered(fresh.query(sql, values), SILENCE_MS) };
    return connection;
  }

  async function drop(): Promise<void> {
    const before = connection;
    connection = undefined;
    await before?.end();
  }

  /** One after the other: what is asked between two parts of a write would become a part of it. */
  function inTurn<T>(work: () => Promise<T>): Promise<T> {
    const turn = last.then(async () => {
      clearTimeout(idle);
      connection?.wake();
      try {
        return await work();
      } catch (error) {
        throw pgFailure(error, shown);
      } finally {
        connection?.rest();
        if (!renew) idle = setTimeout(() => void drop(), IDLE_MS).unref();
      }
    });
    last = turn.catch(() => {});
    return turn;
  }

  const lost = () =>
    new Failure('machine', 'the connection to the store was lost; nothing of this step was saved', 'Run it again');

  async function read<T>(work: (query: Query) => Promise<T>): Promise<T> {
    try {
      return await work((await current()).query);
    } catch (error) {
      // Nothing is changed by asking again.
      if (!isLost(error)) throw error;
      await drop();
      return work((await current()).query);
    }
  }

  /** A connection may be lost at any time, so what was surely not saved is tried again on another, for a while. */
  async function write<T>(work: (query: Query) => Promise<T>): Promise<T> {
    const end = performance.now() + PATIENCE_MS;
    do {
      const written = await writeOnce(work);
      if (written) return written.result;
    } while (performance.now() < end);
    throw lost();
  }

  /** Undefined where the connection was lost and nothing was saved. */
  async function writeOnce<T>(work: (query: Query) => Promise<T>): Promise<{ readonly result: T } | undefined> {
    const { query } = await current();
    const token = newToken();
    let result: T;
    try {
      await query("begin; set local lock_timeout = '10s'");
      result = await work(query);
      await query('insert into ascpi.deed (token) values ($1)', [token]);
      if (Math.random() < TIDY_SHARE) await query(TIDY);
    } catch (error) {
      if (!isLost(error)) {
        await query('rollback').catch(drop);
        throw error;
      }
      await drop();
      return undefined;
    }
    try {
      await answered(query('commit'), PATIENCE_MS);
    } catch (error) {
      if (!isLost(error)) throw error;
      await drop();
      if (!(await wasSaved(token))) return undefined;
    }
    return { result };
  }

  /**
   * Whether a write whose commit was cut off had come through. Taking its token for ourselves waits for it where it still goes
   * on, fails where it was saved, and else keeps it from ever being saved.
   */
  async function wasSaved(token: string): Promise<boolean> {
    const end = performance.now() + PATIENCE_MS;
    for (;;) {
      let other: Connection | undefined;
      try {
        // Of its own, also where others have to keep to one: nothing is done with it but to ask.
        other = await dial();
        const sql = 'insert into ascpi.deed (token) values ($1) on conflict do nothing returning token';
        return (await other.query(sql, [token])).length === 0;
      } catch (error) {
        if (performance.now() > end) throw unknown(error);
        await new Promise((resolve) => setTimeout(resolve, 100));
      } finally {
        await other?.end();
      }
    }
  }

  const unknown = (cause: unknown) =>
    new Failure(
      'machine',
      'the connection to the store was lost at the very end, and it does not come back: whether this was saved is not known',
      'Look before you run it again: ascpi history',
      cause,
    );

  return {
    read: (work) => inTurn(() => read(work)),
    write: (work) => inTurn(() => write(work)),
    async pinned(work, again) {
      const before = renew;
      await inTurn(current);
      renew = again;
      try {
        return await work((sql, values) => inTurn(async () => (await current()).query(sql, values)));
      } finally {
        renew = before;
      }
    },
    close: () =>
      inTurn(async () => {
        await drop();
      }).finally(() => clearTimeout(idle)),
  };
}

/** Fails like a lost connection where no answer comes. */
async function answered<T>(answer: Promise<T>, patience: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const silence = new Promise<never>((_, reject) => {
    const why = Object.assign(new Error('the server is silent'), { code: CONNECTION_FAILURE });
    timer = setTimeout(() => reject(why), patience);
  });
  return Promise.race([answer, silence]).finally(() => clearTimeout(timer));
}

/** As PostgreSQL itself would say it. */
const CONNECTION_FAILURE = '08006';
