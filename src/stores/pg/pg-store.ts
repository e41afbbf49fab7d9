// Keeps journeys in PostgreSQL: the store port over one connection, with what a server can do better than files.
import { Failure, quote } from '../../domain/failure.ts';
import type { Journey } from '../../domain/journey.ts';
import { parseJourneyId } from '../../domain/journey-id.ts';
import { checkJourney } from '../journey-text.ts';
import type { Copy, Hint, Shared, SharedName, Store } from '../store.ts';
import { changedMeanwhile, checkSharedRevision, missing } from '../store-failures.ts';
import type { PgAddress } from './address.ts';
import { searchFor } from './find-journeys.ts';
import { refreshStale } from './refresh.ts';
import { dial, type Reach } from './roster-server.ts';
import { placeJourneys, saveJourneys } from './save-journeys.ts';
import { isNoMatter, isStillSender, whileInTurn, whileSending } from './sending.ts';
import { makeSession, type Query } from './session.ts';
import { type Indexing, stampFor } from './stamp.ts';

export interface PgSurroundings extends Reach {
  readonly indexing: () => Promise<Indexing>;
  readonly newToken: () => string;
}

/** Its columns are its gists. */
export type FullStore = Required<Omit<Store, 'visitGists'>>;

export function openPgStore(address: PgAddress, surroundings: PgSurroundings): FullStore {
  const session = makeSession(address.shown, () => dial(address, surroundings), surroundings.newToken);
  const { read, write } = session;
  const { indexing } = surroundings;

  const one = async (query: Query, id: string, column: 'body' | 'previous'): Promise<string | null> => {
    const [row] = await query(`select ${column} as text from ascpi.journey where id = $1`, [parseJourneyId(id)]);
    if (!row) throw missing(id);
    return row['text'] as string | null;
  };

  async function saveAll(journeys: readonly Journey[], tell?: (count: number) => void): Promise<void> {
    for (const { id } of journeys) parseJourneyId(id);
    const how = await indexing();
    await write(async (query) => saveJourneys(query, journeys, { ...how, stamp: await stampFor(query, how) }, tell));
  }

  return {
    address: address.shown,
    isShared: true,

    list: () => read(async (query) => ids(await query('select id from ascpi.journey order by id'))),

    load: (id) => read(async (query) => journeyIn(await one(query, id, 'body'), id)),

    save: (journey) => saveAll([journey]),
    saveAll,

    remove: (id, revision) =>
      write(async (query) => {
        const sql = 'select revision from ascpi.journey where id = $1 for update';
        const [found] = await query(sql, [parseJourneyId(id)]);
        if (!found) throw missing(id);
        if (revision !== undefined && found['revision'] !== revision) throw changedMeanwhile(id);
        await query('delete from ascpi.journey where id = $1', [id]);
      }),

    previous: (id) =>
      read(async (query) => {
        const text = await one(query, id, 'previous');
        return text === null ? undefined : journeyIn(text, id);
      }),

    readShared: (name) => read((query) => sharedNamed(query, name)),

    saveShared: (name, document) =>
      write(async (query) => {
        // Nothing to lock where there is none yet, so the name itself is.
        await query('select pg_advisory_xact_lock(hashtext($1))', [`ascpi shared ${name}`]);
        checkSharedRevision((await sharedNamed(query, name))?.revision ?? 0, name, document.revision);
        await query(KEEP_SHARED, [name, document.revision, JSON.stringify(document.value)]);
      }),

    sending: (work) => session.pinned((query) => whileSending(query, work), isStillSender),

    inTurn: (work) => session.pinned((query) => whileInTurn(query, work), isNoMatter),

    find: async (hint: Hint) => {
      const how = await indexing();
      // Columns were computed with the rules of all, so whoever has own ones looks at every journey.
      const hasDays = hint.step !== undefined || hint.dueUntil !== undefined || hint.overdue || hint.remind;
      if (how.own && hasDays) {
        how.tell('Your own rule values make your dates differ from those of the shared roster, so all of it is read');
        const { step: _step, dueUntil: _until, overdue: _overdue, remind: _remind, ...others } = hint;
        return read(async (query) => found(query, others, await numberOf(query, how)));
      }
      await refreshStale(session, how, 'by itself');
      return read(async (query) => found(query, hint, await numberOf(query, how)));
    },

    count: () => read(async (query) => Number((await query('select count(*) as n from ascpi.journey'))[0]?.['n'])),

    loadMany: (wanted) =>
      read(async (query) => {
        const rows = await query('select id, body from ascpi.journey where id = any($1)', [[...wanted]]);
        return new Map(rows.map(({ id, body }) => [String(id), readable(String(body), String(id))]));
      }),

    // What can't be read stays in the table of facts, which is never written over.
    replaceAll: async (replacements) => {
      const how = await indexing();
      await write(async (query) => {
        const copies: Copy[] = [];
        for (const { journey, previous, over } of replacements) {
          const sql = 'select revision, body from ascpi.journey where id = $1 for update';
          const [row] = await query(sql, [parseJourneyId(journey.id)]);
          const before = row && readable(String(row['body']), journey.id);
          const stored = before instanceof Failure ? 'damaged' : Number(row?.['revision'] ?? 0);
          if (over !== stored) throw changedMeanwhile(journey.id);
          copies.push({ journey, previous: (before instanceof Failure ? undefined : before) ?? previous ?? null });
        }
        await placeJourneys(query, copies, { ...how, stamp: await stampFor(query, how) });
      });
    },

    place: async (placed) => {
      const how = await indexing();
      await write(async (query) => placeJourneys(query, placed, { ...how, stamp: await stampFor(query, how) }));
    },

    placeShared: (name, { revision, value }) =>
      write(async (query) => void (await query(KEEP_SHARED, [name, revision, JSON.stringify(value)]))),

    close: session.close,
  };
}

const KEEP_SHARED = `insert into ascpi.shared as s (name, revision, body) values ($1, $2, $3)
  on conflict (name) do update set revision = excluded.revision, body = excluded.body, previous = s.body`;

const ids = (rows: readonly { readonly [column: string]: unknown }[]): string[] => rows.map(({ id }) => String(id));

/** The number of the rules at hand, 0 where the database never heard of them: then all columns are of others. */
const numberOf = async (query: Query, { value }: Indexing): Promise<number> =>
  Number((await query('select number from ascpi.stamp where value = $1', [value]))[0]?.['number'] ?? 0);

async function found(query: Query, hint: Hint, stamp: number): Promise<string[]> {
  const { sql, values } = searchFor(hint, stamp);
  return ids(await query(sql, values)).sort();
}

async function sharedNamed(query: Query, name: SharedName): Promise<Shared | undefined> {
  const [row] = await query('select revision, body from ascpi.shared where name = $1', [name]);
  return row && { revision: Number(row['revision']), value: JSON.parse(String(row['body'])) as object };
}

/** Fails with `damaged`. */
function journeyIn(text: string | null, id: string): Journey {
  const read = readable(text ?? '', id);
  if (read instanceof Failure) throw read;
  return read;
}

function readable(text: string, id: string): Journey | Failure {
  const checked = checkText(text);
  if ('value' in checked && checked.value.id === id) return checked.value;
  const fault = 'value' in checked ? 'the id in it is another' : checked.fault;
  const hint =
    'newer' in checked && checked.newer
      ? 'Update ascpi: npm install -g ascpi@latest'
      : 'Its row was kept as it is. Whoever looks after the database can bring back a copy: see docs/team.md';
  return new Failure('damaged', `can't use the journey ${quote(id)}: ${fault}; nothing was changed`, hint);
}

function checkText(text: string) {
  try {
    return checkJourney(JSON.parse(text));
  } catch {
    return { fault: 'it is not JSON' };
  }
}
