// A roster that a team shares, through the command line: the same commands, one roster, each message once, and the way in and out.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import type { Fact } from '../../src/domain/fact.ts';
import { openFileStore } from '../../src/stores/file-store.ts';
import { scenarios } from '../domain/scenario.ts';
import { withFact } from '../stores/sample.ts';
import { describeTeam } from '../stores/team.ts';
import { mailSink } from './mail-sink.ts';
import { ascpi, ended, needBuild, start } from './remind-process.ts';
import { candidate } from './remind-roster.ts';
import { bookedJourney, type Said, temporaryHome, terminal } from './terminal.ts';

beforeAll(needBuild);

const SIZE = 40;

describeTeam('a team on the command line', (team) => {
  const newTeam = () => team.addressOf(team.newDatabase());

  test('answers of every command are those of files', async () => {
    const address = newTeam();
    const [files, server] = [terminal(), terminal({ env: { ASCPI_STORE: address } })];
    for (const where of [files, server]) {
      await bookedJourney(where);
      await where.run('start', '--name', 'Juan Cruz', '--credential', 'MLT', '--id', 'juan');
      await where.run('undo', '-c', 'maria-santos');
      await where.run('redo', '-c', 'maria-santos');
    }
    const words = (line: string): string[] =>
      [...line.matchAll(/"([^"]*)"|(\S+)/g)].map((match) => match[1] ?? match[2] ?? '');
    const aDay = [
      'candidates add --name "Ana Cruz" --country PH --email ana@example.org --tag cebu,2027 --owner Rosa',
      'candidates add --name "Ben Ito" --country JP --email ben@example.org --tag manila',
      'candidates edit ben-ito --owner Rosa',
      'candidates edit --search ito --rungs 30,7,1,0,after',
      'candidates tag urgent --owner rosa --yes',
      'candidates untag 2027 ana-cruz',
      'candidates note ana-cruz "Called, passport renewed"',
      'done application -c ana-cruz --on 2026-12-01',
      'done application -c ben-ito --on 2026-12-02 --force',
      'undo -c ben-ito',
      'redo -c ben-ito',
      'remind snooze ana-cruz application-payment --until 2026-12-28',
      'remind mute ben-ito',
      'remind unmute ben-ito',
      'remind --send print',
      'remind --send print',
      'remind --all --json',
      'candidates --tag urgent --save-filter mine',
      'candidates --filter mine --json',
      'candidates --owner ROSA --due 30d',
      'candidates --search "cruz ana"',
      'candidates --country JP',
      'candidates --step admission',
      'candidates --overdue',
      'candidates show ana-cruz --json',
      'candidates merge ana-cruz ben-ito --dry-run --force',
      'candidates merge ana-cruz ben-ito --yes --force',
      'candidates remove juan --dry-run',
      'candidates remove juan --yes',
      'candidates remove nobody --yes',
      'candidates',
      'history -c ana-cruz --json',
    ];
    // Ids are random in life, and the machine is told only by a shared roster.
    const alike = ({ out, ...said }: Said) => ({
      ...said,
      out: out.replace(/^\s*"host": .*\n/gm, '').replace(/f\d{5}/g, 'ID'),
    });
    for (const line of aDay) {
      const [one, other] = [await files.run(...words(line)), await server.run(...words(line))];
      expect({ line, ...alike(other) }).toEqual({ line, ...alike(one) });
      expect([0, 3], `${line}: ${one.err}`).toContain(one.code);
    }
    const said = [
      ...['status', 'next', 'plan', 'checklist', 'cmp', 'calendar'].map((name) => [name, '-c', 'maria-santos']),
      ...[
        ['candidates'],
        ['candidates', '--due', '60d'],
        ['candidates', '--step', 'eligibility'],
        ['remind'],
        ['agency'],
      ],
      ...[
        ['why', 'exam-window', '-c', 'maria-santos'],
        ['remind', '--within', '3mo', '--json'],
        ['status', '-c', 'nobody'],
        ['report', '--json'],
        ['report', '--anonymous'],
        ['report', '--country', 'PH'],
        // Before some of it happened, and after time has gone by.
        ...['2026-11-20', '2027-01-31', '2027-06-01'].flatMap((today) => [
          ['report', '--json', '--today', today],
          ['candidates', '--json', '--today', today],
        ]),
      ],
    ];
    for (const argv of said)
      expect({ argv, ...(await server.run(...argv)) }).toEqual({ argv, ...(await files.run(...argv)) });
  });

  test('history says who recorded what on which machine', async () => {
    const address = newTeam();
    const first = terminal({ env: { ASCPI_STORE: address, ASCPI_USER: 'maria' }, host: 'front-desk' });
    const second = terminal({ env: { ASCPI_USER: 'juan' }, host: 'laptop\u001b[31m' });
    await first.run('start', '--name', 'Rosa Diaz', '--credential', 'MLS');
    await first.run('done', 'eligibility', '--route', '1', '--on', '2026-12-01');
    const recorded = await second.run('done', 'application', '--on', '2026-12-02', '--store', address);
    expect(recorded).toMatchObject({ code: 0 });
    const history = await first.json('history');
    expect(history['entries']).toMatchObject([
      { fact: 'eligibility', by: 'maria', host: 'front-desk' },
      { fact: 'application', by: 'juan', host: 'laptop\\u001b[31m' },
    ]);
    expect((await first.run('history')).out).toMatch(/maria\s+front-desk/);
    const here = terminal();
    await bookedJourney(here);
    expect((await here.run('history', '--json')).out).not.toContain('"host"');
  });

  test('two machines with the same minute in cron, and six more, write each message once', async () => {
    const address = newTeam();
    const letters = join(temporaryHome(), 'letters');
    await keep(address);
    const all = await Promise.all(
      Array.from({ length: 8 }, () =>
        ascpi(temporaryHome(), ['remind', '--send', 'eml', '-o', letters, '--store', address]),
      ),
    );
    for (const { code, err } of all) expect([0, 6], err).toContain(code);
    const sent = all.flatMap(({ err }) => err.match(/^sent .*$/gm) ?? []);
    expect(sent).toHaveLength(SIZE);
    expect(new Set(sent).size).toBe(SIZE);
    await expectEachSentOnce(address);
  });

  test('a connection that is cut while messages go out sends none twice', async () => {
    const address = newTeam();
    const database = address.replace(/^.*\/(\w+)\?.*$/, '$1');
    await keep(address);
    const sink = await mailSink({ slow: 20 });
    const homes = [temporaryHome(), temporaryHome()];
    for (const home of homes) {
      mkdirSync(home, { recursive: true });
      const settings = {
        'mail.host': '127.0.0.1',
        'mail.port': sink.port,
        'mail.secure': 'none',
        'mail.from': 'a@example.org',
        'mail.perMinute': 6000,
      };
      writeFileSync(join(home, 'config.json'), JSON.stringify(settings), { mode: 0o600 });
    }
    const argv = ['remind', '--send', 'smtp', '--yes', '--store', address];
    const sql = `select count(pg_terminate_backend(pid)) from pg_stat_activity where datname = '${database}' and pid <> pg_backend_pid()`;
    let cut = 0;
    const child = start(homes[1] as string, argv);
    const cutting = setInterval(() => {
      cut += Number(team.server().query(sql)[0]?.[0]);
    }, 250);
    const { code, err } = await ended(child);
    clearInterval(cutting);
    expect(code, err).toBe(0);
    expect(await ascpi(homes[0] as string, argv)).toMatchObject({ code: 0 });
    const ids = sink.taken.map(({ id }) => id);
    expect(cut).toBeGreaterThan(2);
    expect(ids).toHaveLength(SIZE);
    expect(new Set(ids).size).toBe(SIZE);
    await expectEachSentOnce(address);
  });

  test('what has come due is found without reading the others', async () => {
    const address = newTeam();
    await keep(address);
    const store = team.open(address);
    const today = '2026-12-15' as never;
    expect(await store.find({ today, remind: { until: today, channel: 'eml' } })).toHaveLength(SIZE);
    const letters = join(temporaryHome(), 'letters');
    await ascpi(temporaryHome(), ['remind', '--send', 'eml', '-o', letters, '--store', address]);
    expect(await store.find({ today, remind: { until: today, channel: 'eml' } })).toEqual([]);
    expect(await store.find({ today, remind: { until: today, channel: 'smtp' } })).toHaveLength(SIZE);
    expect(await store.find({ today, remind: { until: today } })).toHaveLength(SIZE);
  });

  test('a copy to a server and back loses nothing: history, reminders and previous versions', async () => {
    const facts = scenarios().flatMap(({ journey }) => journey.facts.slice(0, 1));
    const names = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
      .filter((name) => /^\p{L}[^\p{C}\p{Z}]*$/u.test(name));
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(names, fc.subarray(facts, { maxLength: 4 })), { minLength: 1, maxLength: 12 }),
        async (people) => {
          const [from, back] = [temporaryHome(), temporaryHome()];
          const source = openFileStore(from);
          for (const [index, [name, some]] of people.entries()) {
            const first = candidate(`c${index}`, { name });
            const begun = { ...first, revision: 1, facts: [...first.facts, ...numbered(some, index)] };
            await source.save(begun);
            if (index % 2 === 0) await source.save(withFact(begun, `later-${index}`));
          }
          await source.saveShared('agencies', { revision: 1, value: { names: people.map(([name]) => name) } });
          const address = newTeam();
          const where = terminal({ home: from });
          const there = await where.json('store', 'copy', '--to', address);
          expect(there).toMatchObject({ copied: people.length, same: 0, differing: [], journeys: people.length });
          const home = await where.json('store', 'copy', '--from', address, '--to', `file:${back}`);
          expect(home).toMatchObject({ copied: people.length, checksum: there['checksum'] });
          for (const { path } of people.map((_, index) => ({ path: `c${index}.json` }))) {
            for (const folder of ['journeys', 'previous']) {
              const [one, other] = [from, back].map((each) => join(each, folder, path)) as [string, string];
              expect(existsSync(other)).toBe(existsSync(one));
              if (existsSync(one)) expect(journeyOf(other)).toEqual(journeyOf(one));
            }
          }
          expect(await openFileStore(back).readShared('agencies')).toEqual(await source.readShared('agencies'));
          expect(await where.json('store', 'copy', '--to', address)).toMatchObject({ copied: 0, same: people.length });
        },
      ),
      { numRuns: 8, endOnFailure: true },
    );
  });

  test('a copy goes on where it was cut, and leaves alone what is newer there', async () => {
    const address = newTeam();
    const where = terminal();
    const source = openFileStore(where.home);
    const store = team.open(address);
    const journeys = ['aaaa', 'bbbb', 'cccc', 'dddd'].map((id) => ({ ...candidate(id), revision: 1 }));
    await source.saveAll(journeys);
    const [a, b, c] = journeys as [(typeof journeys)[0], (typeof journeys)[0], (typeof journeys)[0]];
    await store.saveAll([a, b, c]);
    await source.save(withFact(b, 'newer-here'));
    await store.save(withFact(c, 'newer-there'));
    const dry = await where.json('store', 'copy', '--to', address, '--dry-run');
    expect(dry).toMatchObject({ copied: 2, same: 1, differing: ['cccc'], dryRun: true });
    expect(await store.list()).toEqual(['aaaa', 'bbbb', 'cccc']);
    const said = await where.run('store', 'copy', '--to', address, '--json');
    expect(said.code).toBe(1);
    expect(JSON.parse(said.out)).toMatchObject({ copied: 2, same: 1, differing: ['cccc'], journeys: 3, isSame: true });
    expect((await store.load('cccc')).facts.at(-1)?.id).toBe('newer-there');
    expect((await store.load('bbbb')).facts.at(-1)?.id).toBe('newer-here');
    expect(await where.json('store', 'copy', '--to', address, '--force')).toMatchObject({ copied: 1, same: 3 });
    expect(await store.load('cccc')).toEqual(c);
  });

  test('store status, migrate and refresh say what is and what was done', async () => {
    team.server().query('create database empty');
    const address = team.addressOf('empty');
    const where = terminal({ env: { ASCPI_STORE: address } });
    expect(await where.run('status')).toMatchObject({ code: 1, err: expect.stringContaining('ascpi store migrate') });
    expect(await where.json('store', 'status')).toMatchObject({ step: null, newest: 2, journeys: null });
    expect(await where.json('store', 'migrate', '--dry-run')).toMatchObject({ made: [1, 2], dryRun: true });
    expect(await where.json('store', 'migrate')).toMatchObject({ made: [1, 2], dryRun: false });
    expect(await where.json('store', 'migrate')).toMatchObject({ made: [] });
    await bookedJourney(where);
    expect(await where.json('store', 'status')).toMatchObject({ journeys: 1, facts: 4, stale: 0, policy: 'none' });
    team.server().query('update ascpi.journey set stamp = 0', 'empty');
    expect(await where.json('store', 'status')).toMatchObject({ stale: 1 });
    expect(await where.json('store', 'refresh')).toMatchObject({ refreshed: 1 });
    expect(await where.json('store', 'status')).toMatchObject({ stale: 0 });
    expect(await where.run('doctor')).toMatchObject({ code: 0 });
  });

  async function keep(address: string): Promise<void> {
    const store = team.open(address);
    const paid = { kind: 'application', on: '2026-12-01', fee: { amount: 240, currency: 'USD' } } as never;
    const ids = Array.from({ length: SIZE }, (_, index) => `c${String(index).padStart(4, '0')}`);
    await store.saveAll(ids.map((id) => ({ ...candidate(id, {}, [paid]), revision: 1 })));
    // Of these nothing is due.
    await store.saveAll(ids.map((id) => ({ ...candidate(`quiet-${id}`, {}, []), revision: 1 })));
  }

  async function expectEachSentOnce(address: string): Promise<void> {
    const store = team.open(address);
    for (const journey of (await store.loadMany(await store.list())).values()) {
      if (!('facts' in journey) || journey.id.startsWith('quiet-')) continue;
      const states = journey.facts.flatMap((fact) => (fact.kind === 'reminder' ? [fact.state] : []));
      expect({ id: journey.id, sent: states.filter((state) => state === 'sent') }).toEqual({
        id: journey.id,
        sent: ['sent'],
      });
    }
    const database = address.replace(/^.*\/(\w+)\?.*$/, '$1');
    expect(team.server().query('select state, count(*) from ascpi.delivery group by 1', database)).toEqual([
      ['sent', String(SIZE)],
    ]);
  }
});

/** As it is in a file, without its checksum, which depends on the order of what it holds. */
const journeyOf = (path: string) => ({ ...JSON.parse(readFileSync(path, 'utf8')), checksum: undefined });

const numbered = (facts: readonly Fact[], index: number): Fact[] =>
  facts.map((fact, at) => ({ ...fact, id: `fact-${index}-${at}` }));
