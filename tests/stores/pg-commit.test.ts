// The worst moment: the road to the server is cut at a commit. A command then finds out what became of it, or says that it can't.
import { beforeAll, expect, it } from 'vitest';
import { connect } from '../../src/stores/pg/driver.ts';
import { ascpi, needBuild } from '../cli/remind-process.ts';
import { temporaryHome } from '../cli/terminal.ts';
import { type Fate, roadTo } from './pg-road.ts';
import { sampleJourney } from './sample.ts';
import { describeTeam } from './team.ts';

beforeAll(needBuild);

describeTeam('a road that is cut at a commit', (team) => {
  /** A command over such a road, and what the roster holds after it. */
  async function recorded(fate: Fate) {
    const database = team.newDatabase();
    await team.open(team.addressOf(database)).save(sampleJourney());
    const folder = await roadTo(team.server(), fate);
    const address = `postgres://ascpi@:${team.server().port}/${database}?host=${folder}`;
    const words = ['done', 'eligibility', '--route', '1', '--on', '2026-12-01', '-c', 'maria-santos'];
    const home = temporaryHome();
    const said = await ascpi(home, [...words, '--store', address]);
    // What came late comes through by now.
    await team.server().query('select pg_sleep(0.3)', database);
    const history = await ascpi(home, ['history', '-c', 'maria-santos', '--json', '--store', team.addressOf(database)]);
    const facts = team.server().query(`select kind from ascpi.fact where kind = 'eligibility'`, database);
    return { ...said, history: history.out, times: facts.filter(([kind]) => kind !== '').length };
  }

  it.each([
    ['before it arrived', { arrives: false, later: 'open' }],
    ['after it arrived', { arrives: true, later: 'open' }],
  ] as const)('costs nothing, %s, where the road is good again: it is saved once', async (_, fate) => {
    expect(await recorded(fate)).toMatchObject({ code: 0, times: 1 });
  });

  it('is told where the road stays cut, and the history then shows which it was', async () => {
    const fates: readonly Fate[] = [
      { arrives: false, later: 'closed' },
      { arrives: true, later: 'closed' },
      { arrives: true, later: 'silent' },
    ];
    const all = await Promise.all(fates.map(recorded));
    for (const [index, { code, out, err, history, times }] of all.entries()) {
      expect({ code, out }).toEqual({ code: 1, out: '' });
      expect(err).toContain('whether this was saved is not known');
      expect(err).toContain('ascpi history');
      expect(times).toBe(fates[index]?.arrives ? 1 : 0);
      expect(history.includes('"fact": "eligibility"')).toBe(fates[index]?.arrives);
    }
  }, 60_000);
});

describeTeam('a message, by its key', (team) => {
  it('can be there once: of two who write it down at once, one is refused', async () => {
    const database = team.newDatabase();
    await team.open(team.addressOf(database)).saveAll([sampleJourney('one'), sampleJourney('two')]);
    const insert = (journey: string) =>
      `begin; insert into ascpi.delivery values ('key', '${journey}', 'intended', now()); select pg_sleep(0.3); commit`;
    const both = await Promise.allSettled(
      ['one', 'two'].map(async (journey) => {
        const { folder: host, port } = team.server();
        const login = { host, port, user: 'ascpi', database, password: '', tls: false as const, name: 'test' };
        const connection = await connect(login);
        await connection.query(insert(journey)).finally(connection.end);
      }),
    );
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(both.find((each) => each.status === 'rejected')).toMatchObject({ reason: { code: '23505' } });
    expect(team.server().query('select count(*) from ascpi.delivery', database)).toEqual([['1']]);
  });
});
