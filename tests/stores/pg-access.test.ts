// Who gets in, over which road, and what they may do: passwords, certificates, roles, and what the tables themselves refuse.
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parsePgAddress } from '../../src/stores/pg/address.ts';
import type { PgSurroundings } from '../../src/stores/pg/pg-store.ts';
import { passwordFor } from '../../src/stores/pg/secret.ts';
import { lookAt, migrateServer } from '../../src/stores/pg/server-store.ts';
import { sampleJourney, withFact } from './sample.ts';
import { describeTeam, testIndexing } from './team.ts';
import { tempFolder } from './temp-folder.ts';

const around = (changed: Partial<PgSurroundings> = {}): PgSurroundings => ({
  env: {},
  tls: undefined,
  newToken: () => 'token',
  indexing: async () => testIndexing,
  ...changed,
});

describe('the password', () => {
  const address = parsePgAddress('//maria@db.example.org:5433/ascpi');
  const file = (text: string, mode = 0o600): string => {
    const path = join(tempFolder(), 'secret');
    writeFileSync(path, text, { mode });
    return path;
  };

  it.each([
    ['of the same server', 'db.example.org:5433:ascpi:maria:s3cret', 's3cret'],
    ['of any server', '*:*:*:*:s3cret', 's3cret'],
    ['with a colon and a backslash', String.raw`*:*:*:*:a\:b\\c`, String.raw`a:b\c`],
    [
      'the first that fits',
      'db.example.org:5432:*:*:other\n#*:*:*:*:remark\n*:*:*:maria:s3cret\n*:*:*:*:late',
      's3cret',
    ],
    ['of nobody here', 'other:*:*:*:s3cret', ''],
    ['of another user', '*:*:*:juan:s3cret', ''],
  ])('is read from a password file: %s', (_, text, password) => {
    expect(passwordFor(address, 'maria', { PGPASSFILE: file(text) })).toBe(password);
  });

  it('is read from the environment, or from a file of its own', () => {
    expect(passwordFor(address, 'maria', { PGPASSWORD: 's3cret' })).toBe('s3cret');
    expect(passwordFor(address, 'maria', { ASCPI_STORE_PASSWORD_FILE: file('s3cret\n'), PGPASSWORD: 'x' })).toBe(
      's3cret',
    );
    expect(passwordFor(address, 'maria', {})).toBe('');
  });

  it('is not read from a file that others can read, nor repeated', () => {
    const path = file('s3cret', 0o644);
    const refusal = { kind: 'usage', message: expect.stringContaining('others can read the password') };
    expect(() => passwordFor(address, 'maria', { ASCPI_STORE_PASSWORD_FILE: path })).toThrow(
      expect.objectContaining(refusal),
    );
    expect(() => passwordFor(address, 'maria', { PGPASSFILE: join(path, 'x') })).toThrow(
      expect.objectContaining({ kind: 'machine' }),
    );
  });
});

const PORT = 20_000 + (process.pid % 20_000);
/** An address of this machine that is none of those that mean it, so that the road to it is not taken for safe. */
const ELSEWHERE = '0.0.0.0';

/** A certificate that vouches for itself, and its key, as files that the server may read. */
function certificate(name: string): { readonly cert: string; readonly key: string } {
  const folder = mkdtempSync(join(tmpdir(), 'ascpi-cert-'));
  chmodSync(folder, 0o755);
  const [cert, key] = [join(folder, 'cert.pem'), join(folder, 'key.pem')];
  const args = ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=ascpi'];
  execFileSync('openssl', [...args, '-addext', `subjectAltName=${name}`, '-keyout', key, '-out', cert], {
    stdio: 'pipe',
  });
  if (process.getuid?.() === 0) execFileSync('chown', ['postgres', key]);
  folders.push(folder);
  return { cert, key };
}

const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

const isOpenSslHere = (() => {
  try {
    return execFileSync('openssl', ['version'], { encoding: 'utf8', stdio: 'pipe' }) !== '';
  } catch {
    return false;
  }
})();

let shown = { cert: '', key: '' };

describeTeam(
  `a server of a network${isOpenSslHere ? '' : ' (without certificates: openssl is not installed)'}`,
  (team) => {
    const address = `postgres://ascpi@${ELSEWHERE}:${PORT}/ready`;
    const password = { PGPASSWORD: 's3cret' };

    it.runIf(isOpenSslHere)('is used when it proves who it is', async () => {
      const env = { PGSSLROOTCERT: shown.cert };
      expect(await team.open(address, { env }).list()).toEqual([]);
      const state = await lookAt(parsePgAddress(address.slice('postgres:'.length)), around({ env }));
      expect(state).toMatchObject({ protected: true, step: 2 });
    });

    it.runIf(isOpenSslHere).each([
      ['vouched for by nobody', address, () => ({})],
      ['vouched for by another', address, () => ({ PGSSLROOTCERT: certificate(`IP:${ELSEWHERE}`).cert })],
      [
        'another than it should be',
        address.replace(ELSEWHERE, '[::ffff:127.0.0.1]'),
        () => ({ PGSSLROOTCERT: shown.cert }),
      ],
    ])('is refused when it is %s', async (_, where, more) => {
      const refused = team.open(where, { env: { ...password, ...more() } }).list();
      await expect(refused).rejects.toMatchObject({
        kind: 'machine',
        message: expect.stringContaining('does not prove'),
      });
      await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('s3cret') });
    });
  },
  () => {
    if (!isOpenSslHere) return { port: PORT, words: '' };
    shown = certificate(`IP:${ELSEWHERE}`);
    return { port: PORT, words: `-c ssl=on -c ssl_cert_file=${shown.cert} -c ssl_key_file=${shown.key}` };
  },
);

describeTeam(
  'access to a server',
  (team) => {
    it('goes to no server of a network unprotected, unless a setting lets it', async () => {
      const address = `postgres://ascpi@${ELSEWHERE}:${PORT + 1}/${team.newDatabase()}`;
      const env = { PGPASSWORD: 's3cret' };
      const refused = team.open(address, { env }).list();
      await expect(refused).rejects.toMatchObject({
        kind: 'machine',
        hint: expect.stringContaining('config set storeTls off'),
      });
      await expect(refused).rejects.not.toMatchObject({ message: expect.stringContaining('s3cret') });
      expect(await team.open(address, { env, tls: 'off' }).list()).toEqual([]);
    });

    it('is refused in one line where nobody answers', async () => {
      for (const address of [
        `postgres://127.0.0.1:1/ascpi`,
        `postgres://no.such.host.invalid/ascpi`,
        'postgres:///x?host=/nowhere',
      ]) {
        const refused = team.open(address, { env: { PGPASSWORD: 's3cret' } }).list();
        await expect(refused).rejects.toMatchObject({
          kind: 'machine',
          message: expect.stringMatching(/^can't use the store "postgres:[^\n]*$/),
        });
      }
    });

    it.each([
      ['a database that is not there', 'nowhere', 'ascpi', 'there is no such database'],
      ['a user that is not there', 'ready', 'nobody', 'it does not let this user in'],
      ['a database without a roster', 'postgres', 'ascpi', 'there is no roster in this database yet'],
    ])('says what is wrong with %s', async (_, database, user, message) => {
      const refused = team.open(team.addressOf(database, user)).list();
      await expect(refused).rejects.toMatchObject({ kind: 'machine', message: expect.stringContaining(message) });
    });

    it('leaves tables of a newer version alone', async () => {
      const database = team.newDatabase();
      team.server().query("insert into ascpi.migration values (999, 'from the future')", database);
      const address = team.addressOf(database);
      await expect(team.open(address).list()).rejects.toMatchObject({ kind: 'damaged' });
      await expect(
        migrateServer(parsePgAddress(address.slice('postgres:'.length)), around(), undefined),
      ).rejects.toMatchObject({ kind: 'damaged' });
    });

    it('makes the tables once, however many try at once', async () => {
      team.server().query('create database fresh');
      const address = parsePgAddress(team.addressOf('fresh').slice('postgres:'.length));
      const made = await Promise.all(Array.from({ length: 6 }, () => migrateServer(address, around(), undefined)));
      expect(made.flat()).toEqual([1, 2]);
      expect(await team.open(team.addressOf('fresh')).list()).toEqual([]);
    });
  },
  () => ({ port: PORT + 1, words: '' }),
);

describeTeam('the tables themselves', (team) => {
  it('keep facts for good, except of a journey that is erased', async () => {
    const database = team.newDatabase();
    const store = team.open(team.addressOf(database));
    await store.save(sampleJourney());
    await store.save(withFact(sampleJourney()));
    for (const sql of ["update ascpi.fact set by = 'x'", 'delete from ascpi.fact', 'truncate ascpi.fact']) {
      expect(() => team.server().query(sql, database)).toThrow(/facts are only ever added/);
    }
    expect(team.server().query('select id, by, host is null from ascpi.fact', database)).toEqual([
      ['fact-1', 'maria', 't'],
    ]);
    await store.remove('maria-santos');
    expect(team.server().query('select count(*) from ascpi.fact', database)).toEqual([['0']]);
  });

  it('hold what a newer version wrote, and say so', async () => {
    const database = team.newDatabase();
    const store = team.open(team.addressOf(database));
    await store.save(sampleJourney());
    team.server().query(`update ascpi.journey set body = replace(body, '"version": 1', '"version": 2')`, database);
    await expect(store.load('maria-santos')).rejects.toMatchObject({
      kind: 'damaged',
      message: expect.stringContaining('newer version'),
    });
    expect((await store.loadMany(['maria-santos'])).get('maria-santos')).toMatchObject({ kind: 'damaged' });
  });
});

describeTeam('roles as docs/team.md creates them', (team) => {
  let database = '';
  beforeAll(() => {
    database = team.newDatabase();
    for (const sql of sqlOf('Roles')) team.server().query(sql, database);
    for (const role of ['maria', 'juan', 'ngozi'])
      team.server().query(`create role ${role} login in role ascpi_recruiter`, database);
    team.server().query('create role auditor login in role ascpi_reader', database);
    team.server().query('create role cebu nologin; grant cebu to juan', database);
    team.server().query('grant ascpi_lead to ngozi', database);
  });
  const as = (user: string) => team.open(team.addressOf(database, user));
  const owned = (id: string, owner?: string) => {
    const journey = sampleJourney(id);
    return owner === undefined ? journey : { ...journey, profile: { ...journey.profile, owner } };
  };

  it('let a recruiter record and erase, and a reader read', async () => {
    await as('maria').save(sampleJourney('rosa'));
    await as('juan').save(withFact(sampleJourney('rosa')));
    expect(await as('auditor').list()).toEqual(['rosa']);
    await expect(as('auditor').save(sampleJourney('eve'))).rejects.toMatchObject({
      kind: 'machine',
      message: expect.stringContaining('may not'),
    });
    expect(await as('auditor').find({ today: '2026-12-15' as never, words: ['rosa'] })).toEqual(['rosa']);
    await as('juan').remove('rosa');
    expect(await as('auditor').list()).toEqual([]);
    expect(() => team.server().query('drop table ascpi.journey', database, 'maria')).toThrow(/must be owner/);
    expect(() => team.server().query('delete from ascpi.fact', database, 'maria')).toThrow(/permission denied/);
  });

  it('let each see their own where the policy says so: by owner, by team, and what is nobody’s', async () => {
    await migrateServer(parsePgAddress(team.addressOf(database).slice('postgres:'.length)), around(), 'owner');
    const all = [
      owned('of-maria', 'Maria'),
      owned('of-cebu', 'cebu'),
      owned('of-nobody'),
      owned('of-one-who-left', 'Pedro'),
    ];
    for (const journey of all) await team.open(team.addressOf(database)).save(withFact({ ...journey, revision: 0 }));
    expect(await as('maria').list()).toEqual(['of-maria', 'of-nobody']);
    expect(await as('juan').list()).toEqual(['of-cebu', 'of-nobody']);
    expect(await as('ngozi').list()).toEqual(['of-cebu', 'of-maria', 'of-nobody', 'of-one-who-left']);
    expect(await as('juan').find({ today: '2026-12-15' as never, words: ['santos'] })).toEqual([
      'of-cebu',
      'of-nobody',
    ]);
    await expect(as('juan').load('of-maria')).rejects.toMatchObject({ kind: 'missing' });
    await expect(as('juan').remove('of-maria')).rejects.toMatchObject({ kind: 'missing' });
    await expect(as('juan').save(owned('another', 'maria'))).rejects.toMatchObject({
      kind: 'usage',
      message: expect.stringContaining('may see'),
    });
    await as('juan').save(withFact(withFact({ ...owned('of-cebu', 'cebu'), revision: 0 })));
    for (const table of ['fact', 'mark', 'delivery']) {
      const seen = team
        .server()
        .query(`select distinct journey from ascpi.${table} order by 1`, database, 'juan')
        .flat();
      expect(seen.filter((id) => id === 'of-maria' || id === 'of-one-who-left')).toEqual([]);
    }
    await migrateServer(parsePgAddress(team.addressOf(database).slice('postgres:'.length)), around(), 'none');
    expect(await as('juan').list()).toHaveLength(4);
  });

  /** The statements of one chapter of the guide for teams. */
  function sqlOf(chapter: string): string[] {
    const text = readFileSync(join(import.meta.dirname, '../../docs/team.md'), 'utf8');
    const part = text.split(/^## /m).find((each) => each.startsWith(chapter)) ?? '';
    return [...part.matchAll(/```sql\n([\s\S]*?)```/g)].map((match) => match[1] ?? '');
  }
});
