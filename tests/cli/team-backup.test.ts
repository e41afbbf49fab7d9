// Backups and privacy of a shared roster: what is in one file comes back on a server, and who is erased is nowhere on it.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Journey } from '../../src/domain/journey.ts';
import { withFact } from '../stores/sample.ts';
import { describeTeam } from '../stores/team.ts';
import { candidate } from './remind-roster.ts';
import { bookedJourney, type Terminal, temporaryHome, terminal } from './terminal.ts';

const PASSPHRASE = { ASCPI_PASSPHRASE: 'correct horse battery' };
const CANARY = 'Zuzana Kanárková';
const ID = 'zuzana-kanarkova';
const traces = /zuzana|kan[aá]rkov|needles/i;

describeTeam('a shared roster', (team) => {
  const newTeam = () => team.addressOf(team.newDatabase());
  const databaseOf = (address: string) => address.replace(/^.*\/(\w+)\?.*$/, '$1');
  const at = (address: string): Terminal => terminal({ env: { ...PASSPHRASE, ASCPI_STORE: address } });

  async function done(where: Terminal, ...argv: string[]): Promise<void> {
    const { code, err } = await where.run(...argv);
    expect(code, `${argv.join(' ')}: ${err}`).toBe(0);
  }

  /** Three candidates, with history, reminders, a previous version and a document of the store; and a backup of it. */
  async function filled(...argv: string[]): Promise<{ address: string; where: Terminal; file: string }> {
    const address = newTeam();
    const where = at(address);
    await bookedJourney(where);
    await done(where, 'candidates', 'add', '--name', 'Ana Cruz', '--email', 'ana@example.org');
    await done(where, 'candidates', 'add', '--name', CANARY, '--email', 'zuzana@example.org');
    await done(where, 'candidates', 'note', ID, 'Afraid of needles');
    await done(where, 'done', 'application', '--on', '2026-12-01', '-c', ID);
    await done(where, 'remind', '--send', 'print');
    await done(where, 'report', '--remember');
    await done(where, 'report', '--remember', '--search', 'zuzana');
    const file = `${temporaryHome()}-backup.json`;
    await done(where, 'backup', '-o', file, ...argv);
    return { address, where, file };
  }

  /** All that a roster holds. */
  async function contentOf(address: string) {
    const store = team.open(address);
    const ids = await store.list();
    const journeys: (readonly [Journey, Journey | undefined])[] = [];
    for (const id of ids) journeys.push([await store.load(id), await store.previous(id)]);
    const report = await store.readShared('report');
    const tables = team.server().query(
      `select (select json_agg(f order by journey, id) from (select journey, id, kind, on_day, at, by, body from ascpi.fact) f),
        (select json_agg(d order by key) from ascpi.delivery d)`,
      databaseOf(address),
    );
    return { ids, journeys, report: report?.value, tables };
  }

  describe('in one file', () => {
    test.each([[[]], [['--encrypt']]])(
      'with %j comes back whole on another server, and changes nothing again',
      async (argv) => {
        const { address, file } = await filled(...argv);
        const other = newTeam();
        const before = await contentOf(other);
        const dry = await at(other).json('restore', file, '--dry-run');
        expect(dry['candidates']).toHaveLength(3);
        expect(await contentOf(other)).toEqual(before);
        await done(at(other), 'restore', file);
        const came = await contentOf(other);
        expect(came).toEqual(await contentOf(address));
        const again = await at(other).json('restore', file);
        expect(again['candidates']).toMatchObject(Array(3).fill({ state: 'same', deed: 'none' }));
        expect(await contentOf(other)).toEqual(came);
        expect((await at(other).run('remind', '--send', 'print')).out).toBe(
          (await at(address).run('remind', '--send', 'print')).out,
        );
      },
    );

    test('comes back for one candidate alone', async () => {
      const { address, file } = await filled();
      const other = newTeam();
      await done(at(other), 'restore', file, '-c', 'ana-cruz');
      expect(await team.open(other).list()).toEqual(['ana-cruz']);
      expect(await team.open(other).load('ana-cruz')).toEqual(await team.open(address).load('ana-cruz'));
    });

    test('takes nothing back that is newer on the server, unless it is told to', async () => {
      const { address, where, file } = await filled();
      const store = team.open(address);
      const old = await store.load('ana-cruz');
      await store.save(withFact(old, 'later'));
      const kept = await contentOf(address);
      expect(await where.run('restore', file)).toMatchObject({
        code: 2,
        err: expect.stringContaining('has more here than the copy'),
      });
      for (const way of ['--keep-newer', '--merge']) await done(where, 'restore', file, way);
      expect(await contentOf(address)).toEqual(kept);
      await done(where, 'restore', file, '--force', '--yes');
      expect(await store.load('ana-cruz')).toEqual({ ...old, revision: old.revision + 2 });
      expect((await store.previous('ana-cruz'))?.facts.at(-1)?.id).toBe('later');
    });

    test('of a time before a message went out lets it go out again, once, as with files', async () => {
      const address = newTeam();
      const where = at(address);
      await team.open(address).save({ ...candidate('ana-cruz'), revision: 1 });
      const file = `${temporaryHome()}-backup.json`;
      await done(where, 'backup', '-o', file);
      const send = (folder: string) => where.run('remind', '--send', 'eml', '-o', folder);
      const [first, second] = [`${temporaryHome()}-first`, `${temporaryHome()}-second`];
      expect((await send(first)).err.match(/^sent /gm)).toHaveLength(2);
      await done(where, 'restore', file, '--force');
      expect((await send(second)).err.match(/^sent /gm)).toHaveLength(2);
      expect((await send(second)).err).toBe('');
      const { facts } = await team.open(address).load('ana-cruz');
      expect(facts.flatMap((fact) => (fact.kind === 'reminder' ? [fact.state] : []))).toEqual([
        ...['intended', 'intended'],
        ...['sent', 'sent'],
      ]);
    });

    test('adds what only the copy has where both went on', async () => {
      const { address, where, file } = await filled();
      const store = team.open(address);
      const other = newTeam();
      await done(at(other), 'restore', file, '-c', 'ana-cruz');
      await done(at(other), 'candidates', 'note', 'ana-cruz', 'Said on the other server');
      await done(where, 'candidates', 'note', 'ana-cruz', 'Said here');
      const copy = `${temporaryHome()}-copy.json`;
      await done(at(other), 'backup', '-o', copy);
      await done(where, 'restore', copy, '-c', 'ana-cruz', '--merge');
      const said = (await store.load('ana-cruz')).facts.flatMap((fact) => (fact.kind === 'note' ? [fact.text] : []));
      expect(said.sort()).toEqual(['Said here', 'Said on the other server']);
    });

    test('mends a row that can not be read', async () => {
      const { address, where, file } = await filled();
      const before = await team.open(address).load('ana-cruz');
      team.server().query(`update ascpi.journey set body = '{' where id = 'ana-cruz'`, databaseOf(address));
      expect((await where.run('status', '-c', 'ana-cruz')).code).toBe(5);
      await done(where, 'restore', file, '--keep-newer');
      expect(await team.open(address).load('ana-cruz')).toEqual({ ...before, revision: before.revision + 1 });
    });
  });

  test('what somebody else saved meanwhile is not replaced, nor is anything beside it', async () => {
    const { address } = await filled();
    const store = team.open(address);
    const [one, two] = [await store.load('ana-cruz'), await store.load(ID)];
    await store.save(withFact(two, 'meanwhile'));
    const kept = await contentOf(address);
    const over = (journey: Journey) => ({
      journey: { ...journey, revision: journey.revision + 1 },
      over: journey.revision,
    });
    await expect(store.replaceAll([over(one), over(two)], '2026-12-15T08:00:00Z')).rejects.toMatchObject({
      kind: 'conflict',
    });
    await expect(store.replaceAll([{ journey: one, over: 0 }], '2026-12-15T08:00:00Z')).rejects.toMatchObject({
      kind: 'conflict',
    });
    expect(await contentOf(address)).toEqual(kept);
  });

  test('shows a person all that is held, and forgets them everywhere on the server and in the backups', async () => {
    const { address, where, file } = await filled();
    const held = await where.json('privacy', 'export', '-c', ID);
    expect(held).toMatchObject({ journey: { id: ID }, previous: { id: ID } });
    const dumped = () => team.server().run('pg_dump', [databaseOf(address)]);
    expect(dumped()).toMatch(traces);
    expect(dumped()).toContain(ID);
    const said = await where.run('privacy', 'erase', '-c', ID, '--yes');
    expect(said.code, said.err).toBe(0);
    expect(dumped()).not.toMatch(traces);
    expect(dumped()).toContain('ana-cruz');
    expect(readFileSync(file, 'utf8')).not.toMatch(traces);
    expect((await where.run('privacy', 'erase', '-c', ID, '--yes')).code).toBe(3);
    expect(await team.open(address).count()).toBe(2);
  });
});
