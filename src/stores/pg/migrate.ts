// Makes and renews the tables of a shared roster, one at a time among all who try, each step whole or not at all.
import { Failure } from '../../domain/failure.ts';
import { MIGRATING } from './advisory-locks.ts';
import type { Connection } from './driver.ts';
import { migrations, NEWEST, type Policy, policies, withoutPolicies } from './migrations.ts';
import { checkSchema } from './roster-server.ts';

const BEFORE = `
create schema if not exists ascpi;
create table if not exists ascpi.migration (
  number integer primary key,
  name text not null,
  at timestamptz not null default now()
);
create table if not exists ascpi.meta (key text primary key, value text not null)`;

/** Gives the numbers of the steps that were made. `policy` undefined: who sees what stays as it is. */
export async function migrate(connection: Connection, shown: string, policy: Policy | undefined): Promise<number[]> {
  const { query } = connection;
  await refuseOtherLetters(connection);
  await query('select pg_advisory_lock($1, $2)', MIGRATING);
  try {
    await query('begin');
    if ((await numberIn(connection)) === undefined) await query(BEFORE);
    const before = (await numberIn(connection)) ?? 0;
    if (before > NEWEST) checkSchema(before, shown);
    const made = migrations.filter(({ number }) => number > before);
    for (const { number, name, sql } of made) {
      await query(sql);
      await query('insert into ascpi.migration (number, name) values ($1, $2)', [number, name]);
    }
    // A new table has to follow the policy that is in force.
    const kept = policy ?? (made.length > 0 ? await policyIn(connection) : undefined);
    if (kept !== undefined) {
      await query(withoutPolicies + policies[kept]);
      await query(
        "insert into ascpi.meta values ('policy', $1) on conflict (key) do update set value = excluded.value",
        [kept],
      );
    }
    await query('commit');
    return made.map(({ number }) => number);
  } catch (error) {
    await query('rollback').catch(() => {});
    throw error;
  } finally {
    await query('select pg_advisory_unlock($1, $2)', MIGRATING).catch(() => {});
  }
}

/** The last step that was made, 0 where none was yet; undefined where there is nothing of a roster. */
export async function numberIn({ query }: Connection): Promise<number | undefined> {
  const [there] = await query("select to_regclass('ascpi.migration') is not null as it");
  if (there?.['it'] !== true) return undefined;
  return Number((await query('select max(number) as number from ascpi.migration'))[0]?.['number'] ?? 0);
}

async function policyIn({ query }: Connection): Promise<Policy | undefined> {
  const [found] = await query("select value from ascpi.meta where key = 'policy'");
  return found?.['value'] as Policy | undefined;
}

/** In another encoding some names could not be kept. */
async function refuseOtherLetters({ query }: Connection): Promise<void> {
  const [found] = await query('show server_encoding');
  if (found?.['server_encoding'] === 'UTF8') return;
  throw new Failure(
    'machine',
    'this database can’t keep all letters: its encoding is not UTF8',
    'Create another: createdb --encoding UTF8 --template template0 ascpi',
  );
}
