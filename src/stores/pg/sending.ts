// One sender at a time among all machines: a lock that the server gives back by itself when the sender is gone.
import { Failure, quote } from '../../domain/failure.ts';
import { IN_TURN, SENDING } from './advisory-locks.ts';
import type { Query } from './session.ts';

const PATIENCE_MS = 10_000;
const PAUSE_MS = 100;

/** Waits a while for another sender, then fails with `conflict`, naming it. */
export async function whileSending<T>(query: Query, work: () => Promise<T>): Promise<T> {
  const end = performance.now() + PATIENCE_MS;
  for (;;) {
    if (await isStillSender(query)) break;
    if (performance.now() > end) throw await busy(query);
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  try {
    return await work();
  } finally {
    // A connection that was lost has given it back already.
    await query('select pg_advisory_unlock($1, $2)', SENDING).catch(() => {});
  }
}

/** Whether nobody else became the sender: on a new connection too, before anybody else asked. */
export async function isStillSender(query: Query): Promise<boolean> {
  const [{ free } = { free: false }] = await query('select pg_try_advisory_lock($1, $2) as free', SENDING);
  return free === true;
}

/** Without its turn one only has to race again. */
export const isNoMatter = async (): Promise<boolean> => true;

/** Waits for those who wait already; the server fails it when that takes too long. */
export async function whileInTurn<T>(query: Query, work: () => Promise<T>): Promise<T> {
  await query("set lock_timeout = '10s'");
  await query('select pg_advisory_lock($1, $2)', IN_TURN);
  try {
    return await work();
  } finally {
    await query('select pg_advisory_unlock($1, $2)', IN_TURN).catch(() => {});
  }
}

async function busy(query: Query): Promise<Failure> {
  const sql = `select a.usename as who, a.application_name as program from pg_locks l join pg_stat_activity a using (pid)
    where l.locktype = 'advisory' and l.granted and l.classid::bigint = $1 and l.objid::bigint = $2`;
  const [holder] = await query(sql, SENDING);
  const who = holder ? `${quote(String(holder['who']))}, with ${quote(String(holder['program']))},` : 'somebody else';
  return new Failure('conflict', `${who} is sending reminders now`, 'Nothing was sent. Run it again when that is over');
}
