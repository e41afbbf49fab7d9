// Finding candidates on a server: never one too few, whatever the day, and through an index, whatever the size.
import { beforeAll, expect, it } from 'vitest';
import { addDays, type CivilDate } from '../../src/domain/civil-date.ts';
import { channels } from '../../src/domain/fact.ts';
import { type Filter, matches, wordsOf } from '../../src/domain/filter.ts';
import type { Journey } from '../../src/domain/journey.ts';
import { remindersOf } from '../../src/domain/reminder.ts';
import { type RosterRow, rosterRow } from '../../src/domain/roster-row.ts';
import { situationOf } from '../../src/domain/situation.ts';
import { stepIds } from '../../src/domain/steps.ts';
import { searchable } from '../../src/domain/text.ts';
import { searchFor } from '../../src/stores/pg/find-journeys.ts';
import { ANY_STALE, BODIES, BODY, COUNT, SENT, SITUATIONS } from '../../src/stores/pg/statements.ts';
import type { Hint, Store } from '../../src/stores/store.ts';
import { quieted } from '../domain/quieted.ts';
import { scenarios } from '../domain/scenario.ts';
import { shippedRulebook } from '../domain/shipped.ts';
import { describeTeam, type Team, testIndexing } from './team.ts';

const rulebook = shippedRulebook();

/** Every scenario as a candidate of one roster, with something of each to filter by. */
const everybody: readonly Journey[] = scenarios().map(({ file, journey }, index) => ({
  ...journey,
  id: file.replace(/\.json$/, '').slice(0, 60),
  profile: {
    ...journey.profile,
    country: index % 3 === 0 ? 'PH' : 'NG',
    ...(index % 4 === 0 ? { owner: index % 8 === 0 ? 'José' : 'Ngozi' } : {}),
    ...(index % 5 === 0 ? { tags: ['Cebu', 'urgent'] } : {}),
  },
  facts: [...journey.facts, ...(index % 2 === 0 ? [] : quieted(journey, index))],
  revision: 1,
}));

/** The days of the scenarios, those around them, and some far from all. */
const days = [...new Set(scenarios().flatMap(({ today }) => [-400, -1, 0, 1, 13, 120].map((by) => addDays(today, by))))]
  .sort()
  .filter((_, index) => index % 14 === 0);

const filters: readonly { readonly filter: Filter; readonly within?: number }[] = [
  ...[...stepIds, 'all-done' as const].map((step) => ({ filter: { step } })),
  ...[0, 1, 14, 90].map((within) => ({ filter: { due: `${within}d` }, within })),
  { filter: { overdue: true } },
  { filter: { country: 'PH' } },
  { filter: { credential: 'MLS(ASCPi)' } },
  { filter: { tag: ['CEBU', 'urgent'] } },
  { filter: { owner: 'jose' } },
  { filter: { search: 'exam bo' } },
  { filter: { search: '100%_' } },
  { filter: { step: 'schedule', due: '30d', country: 'NG' }, within: 30 },
];

const rows = new Map<string, RosterRow>();

/** Computed once for all filters. */
function rowOn(today: CivilDate, journey: Journey): RosterRow {
  const key = `${today} ${journey.id}`;
  const row = rows.get(key) ?? rosterRow(journey, today, rulebook);
  rows.set(key, row);
  return row;
}

function hintOf({ tag, owner, search, due: _due, ...same }: Filter, today: CivilDate, until?: CivilDate): Hint {
  return {
    ...same,
    today,
    ...(until ? { dueUntil: until } : {}),
    ...(tag ? { tags: tag.map(searchable) } : {}),
    ...(owner ? { owner: searchable(owner) } : {}),
    ...(search ? { words: wordsOf(search) } : {}),
  } as Hint;
}

describeTeam('finding candidates on a server', (team: Team) => {
  let store: Required<Store>;
  beforeAll(async () => {
    store = team.open(team.addressOf(team.newDatabase()));
    await store.saveAll(everybody);
  });

  it.each(filters.map((each) => [JSON.stringify(each.filter), each] as const))(
    '%s misses nobody on any day',
    async (_, { filter, within }) => {
      let chosen = 0;
      for (const today of days) {
        const until = within === undefined ? undefined : addDays(today, within);
        const found = new Set(await store.find(hintOf(filter, today, until)));
        const meant = everybody.filter((each) => matches(filter, rowOn(today, each), each, until));
        expect({ today, missed: meant.filter(({ id }) => !found.has(id)).map(({ id }) => id) }).toEqual({
          today,
          missed: [],
        });
        chosen += meant.length;
      }
      // A filter that never chose anybody would prove nothing.
      expect(chosen > 0 || filter.search === '100%_').toBe(true);
    },
  );

  it.each([undefined, ...channels])('nobody with reminders is missed on any day: channel %s', async (channel) => {
    let chosen = 0;
    for (const [index, today] of days.filter((_, at) => at % 4 === 0).entries()) {
      const until = addDays(today, (index % 3) * 20);
      const asked = { until, ...(channel === undefined ? {} : { channel }) };
      const found = new Set(await store.find({ today, remind: asked }));
      const meant = everybody.filter((each) =>
        remindersOf(each, today, rulebook, asked).some(({ state }) => channel === undefined || state === 'new'),
      );
      expect({ today, missed: meant.filter(({ id }) => !found.has(id)).map(({ id }) => id) }).toEqual({
        today,
        missed: [],
      });
      chosen += meant.length;
    }
    expect(chosen).toBeGreaterThan(100);
  });

  it('leaves most of them unread', async () => {
    const [late] = days.slice(-1) as [CivilDate];
    const found = await store.find({ today: late, words: ['exam-booked'] });
    expect(found.length).toBeLessThan(everybody.length / 10);
    expect(await store.count()).toBe(everybody.length);
  });

  it('tells where everybody stands on any day, as their journeys would', async () => {
    const ids = everybody.map(({ id }) => id);
    let told = 0;
    for (const today of days) {
      const known = await store.situations(ids, today);
      for (const journey of everybody) {
        const found = known.get(journey.id);
        // As of a day before the latest fact nobody but the journey knows.
        if (!found) expect(journey.facts.some(({ on }) => on > today)).toBe(true);
        else expect(found).toEqual({ profile: journey.profile, situation: situationOf(journey, today, rulebook) });
        told += found ? 1 : 0;
      }
    }
    expect(told).toBeGreaterThan(1000);
  });

  it('tells of nobody by the rules of others, nor to one with own rule values', async () => {
    const [today, ids] = [days.at(-1) as CivilDate, [everybody[0]?.id ?? '']];
    const situationsWith = (changed: object) =>
      team.open(store.address, { indexing: async () => ({ ...testIndexing, ...changed }) }).situations(ids, today);
    expect((await situationsWith({})).size).toBe(1);
    expect((await situationsWith({ own: true })).size).toBe(0);
    expect((await situationsWith({ value: 'other rules' })).size).toBe(0);
  });

  it('reads everybody where rules differ, until the columns are computed again', async () => {
    const address = team.addressOf(team.newDatabase());
    await team.open(address).saveAll(everybody.slice(0, 30));
    const hint = { today: days.at(-1) as CivilDate, words: ['nobody'] };
    const changed = async (version: string) => ({ ...testIndexing, value: `rules of ${version}`, version });
    // An older program leaves alone what a newer one computed, and reads more.
    expect(await team.open(address, { indexing: () => changed('0.9.9') }).find(hint)).toHaveLength(30);
    expect(await team.open(address).find(hint)).toEqual([]);
    // A newer one computes again by itself, and the older one then reads everybody.
    expect(await team.open(address, { indexing: () => changed('1.0.1') }).find(hint)).toEqual([]);
    expect(await team.open(address).find(hint)).toHaveLength(30);
  });

  it('reads everybody for one whose own rule values make other dates, and says so', async () => {
    const said: string[] = [];
    const own = { ...testIndexing, own: true, tell: (message: string) => void said.push(message) };
    const mine = team.open(store.address, { indexing: async () => own });
    const today = days.at(-1) as CivilDate;
    expect(await mine.find({ today, overdue: true })).toHaveLength(everybody.length);
    expect(said).toHaveLength(1);
    expect((await mine.find({ today, country: 'PH', step: 'exam' })).length).toBeLessThan(everybody.length);
  });
});

/** Rows enough that the server would rather use an index than read all. */
const MANY = `
insert into ascpi.journey (id, revision, body, name, search, credential, country, owner, tags, since, step, lapse, step_after, stamp)
select 'candidate-' || n, 1, repeat('x', 500), 'name ' || n, 'candidate-' || n || E'\\n' || md5(n::text), 'MLS(ASCPi)',
  chr(65 + n % 26) || chr(65 + n / 26 % 26), 'owner' || n % 500, array['tag' || n % 500], date '2026-01-01', 'exam',
  case when n % 100 = 0 then date '2026-02-01' + n % 3000 end, 'application', 1
from generate_series(1, 30000) n;
insert into ascpi.mark select 'candidate-' || n, kind, date '2026-01-01' + n % 3000
from generate_series(1, 30000) n, unnest(array['open', 'late', 'rung', 'wake-smtp']) kind;
insert into ascpi.stamp (value, version) values ('test', '1.0.0');
insert into ascpi.delivery select 'key-' || n, 'candidate-' || n, 'sent', now() from generate_series(1, 30000) n;
analyze ascpi.journey; analyze ascpi.mark; analyze ascpi.delivery`;

describeTeam('the plans of the server', (team) => {
  let database = '';
  beforeAll(() => {
    database = team.newDatabase();
    team.server().query(MANY, database);
  });

  const today = '2026-01-10' as CivilDate;
  const plans: readonly (readonly [what: string, hint: Hint, index: RegExp])[] = [
    ['a search', { today, words: ['candidate-12345'] }, /journey_search/],
    ['a search of two words', { today, words: ['c4ca42', '23ae'] }, /journey_search/],
    ['what is due', { today, dueUntil: addDays(today, 3) }, /mark_day/],
    ['what is overdue', { today, overdue: true }, /mark_day/],
    ['what there are reminders of', { today, remind: { until: today } }, /mark_day/],
    ['what is to be sent', { today, remind: { until: today, channel: 'smtp' } }, /mark_day/],
    ['a country', { today, country: 'PH' }, /journey_country/],
    ['an owner', { today, owner: 'owner7' }, /journey_owner/],
    ['a tag', { today, tags: ['tag7'] }, /journey_tags/],
    ['a step', { today, step: 'certificate' }, /journey_step/],
    ['the step after a lapse', { today: '2026-02-20' as CivilDate, step: 'application' }, /journey_step_after/],
  ];

  it.each(plans)('%s is found through its index, and nothing is read as a whole', (_, hint, index) => {
    const plan = explain(searchFor(hint, 1));
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(/Seq Scan/);
  });

  it.each([
    ['one journey', { sql: BODY, values: ['candidate-7'] }, /Index Scan using journey_pkey/],
    ['some journeys', { sql: BODIES, values: [['candidate-7', 'candidate-8']] }, /journey_pkey/],
    ['where some stand', { sql: SITUATIONS, values: [['candidate-7', 'candidate-8'], today, 1] }, /journey_pkey/],
    ['whether any has columns of other rules', { sql: ANY_STALE, values: [1] }, /journey_stamp/],
    ['whether a message was sent', { sql: SENT, values: [['c/exam/1']] }, /delivery_pkey/],
  ])('%s is found through its key', (_, search, index) => {
    const plan = explain(search);
    expect(plan).toMatch(index);
    expect(plan).not.toMatch(/Seq Scan/);
  });

  it('all are counted without looking at any of them', () => {
    expect(explain({ sql: COUNT, values: [] })).not.toMatch(/journey/);
  });

  function explain({ sql, values }: { readonly sql: string; readonly values: readonly unknown[] }): string {
    const literal = (value: unknown): string =>
      Array.isArray(value)
        ? `array[${value.map(literal).join(',')}]`
        : typeof value === 'number'
          ? `${value}`
          : `'${value}'`;
    const filled = sql.replace(/\$(\d+)/g, (_, number) => literal(values[Number(number) - 1]));
    return team
      .server()
      .query(`explain ${filled}`, database)
      .map((row) => row.join(' '))
      .join('\n');
  }
});
