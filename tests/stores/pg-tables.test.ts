// The tables of a shared roster over the years: how many there are without counting, and a roster that an older version made.
import { expect, it } from 'vitest';
import { parsePgAddress } from '../../src/stores/pg/address.ts';
import { migrations } from '../../src/stores/pg/migrations.ts';
import { migrateServer } from '../../src/stores/pg/server-store.ts';
import { sampleJourney, withFact } from './sample.ts';
import { aroundTests, describeTeam } from './team.ts';

describeTeam('the tally of a roster', (team) => {
  const owned = (id: string, owner: string) => {
    const journey = sampleJourney(id);
    return { ...journey, profile: { ...journey.profile, owner } };
  };

  it('is what counting would say, whoever came, went or changed hands', async () => {
    const database = team.newDatabase();
    const store = team.open(team.addressOf(database));
    const counted = () => Number(team.server().query('select count(*) from ascpi.journey', database)[0]?.[0]);
    expect(await store.count()).toBe(0);
    for (let round = 0; round < 40; round++) {
      const ids = Array.from({ length: 5 }, (_, at) => `c${round}-${at}`);
      await store.saveAll(ids.map((id) => owned(id, `owner ${round % 3}`)));
      await store.save(withFact({ ...owned(`c${round}-0`, 'another'), revision: 1 }));
      await store.remove(`c${round}-1`);
      await store.place([{ journey: owned(`c${round}-2`, 'another'), previous: null }]);
      expect(await store.count()).toBe(counted());
    }
    const sql = `select t.owner, sum(change), (select count(*) from ascpi.journey j where j.owner = t.owner)
      from ascpi.tally t group by 1 having sum(change) <> (select count(*) from ascpi.journey j where j.owner = t.owner)`;
    expect(team.server().query(sql, database)).toEqual([['']]);
  });

  it('stays right when many come and go at once, and does not grow for ever', async () => {
    const address = team.addressOf(team.newDatabase());
    const stores = Array.from({ length: 6 }, () => team.open(address));
    await Promise.all(
      stores.map(async (store, at) => {
        for (let round = 0; round < 60; round++) {
          await store.save(sampleJourney(`c${at}-${round}`));
          if (round % 2 === 0) await store.remove(`c${at}-${round}`);
        }
      }),
    );
    const [store] = stores as [(typeof stores)[0]];
    expect(await store.count()).toBe(6 * 30);
    expect(await store.list()).toHaveLength(6 * 30);
    const rows = team.server().query('select count(*) from ascpi.tally', address.replace(/^.*\/(\w+)\?.*$/, '$1'));
    expect(Number(rows[0]?.[0])).toBeLessThan(540);
  });
});

describeTeam('a roster that an older version made', (team) => {
  it('keeps all it holds and who sees whom, and is searched as before', async () => {
    const database = 'older';
    team.server().query('create database older');
    const query = (sql: string, user?: string) => team.server().query(sql, database, user);
    const address = team.addressOf(database);
    const where = parsePgAddress(address.slice('postgres:'.length));
    // As the first version left it: its tables, its policy, a journey without the columns that came later.
    query(`create schema ascpi;
      create table ascpi.migration (number integer primary key, name text not null, at timestamptz not null default now());
      create table ascpi.meta (key text primary key, value text not null);
      insert into ascpi.migration (number, name) values (1, 'first'); insert into ascpi.meta values ('policy', 'owner')`);
    query(migrations[0]?.sql ?? '');
    query(`create role reader login; create role cebu login; grant usage on schema ascpi to reader, cebu;
      alter default privileges in schema ascpi grant select on tables to reader, cebu;
      grant select on all tables in schema ascpi to reader, cebu`);
    query("insert into ascpi.stamp (value, version) values ('earlier rules', '0.9.0')");
    const journey = { ...sampleJourney('rosa'), profile: { ...sampleJourney('rosa').profile, owner: 'cebu' } };
    query(`insert into ascpi.journey (id, revision, body, name, search, credential, owner, tags, since, step, step_after, stamp)
      values ('rosa', 1, '${JSON.stringify(journey)}', 'x', 'x', 'x', 'cebu', '{}', '2026-01-01', 'exam', 'exam', 1)`);
    await expect(team.open(address).list()).rejects.toMatchObject({ hint: expect.stringContaining('store migrate') });
    expect(await migrateServer(where, aroundTests(), undefined)).toEqual([2]);
    const store = team.open(address);
    expect(await store.load('rosa')).toEqual(journey);
    const today = '2026-12-15' as never;
    expect((await store.situations(['rosa'], today)).size).toBe(0);
    expect(await store.find({ today, words: ['rosa'] })).toEqual(['rosa']);
    expect((await store.situations(['rosa'], today)).size).toBe(1);
    const seen = (user: string) => team.open(team.addressOf(database, user)).count();
    expect([await store.count(), await seen('cebu'), await seen('reader')]).toEqual([1, 1, 0]);
    expect(query('select id from ascpi.journey', 'reader')).toEqual([['']]);
  });
});
