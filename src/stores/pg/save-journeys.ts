// Keeps journeys in the tables: bodies, columns, marks, facts and reminders, all in one transaction.
import { Failure, quote } from '../../domain/failure.ts';
import type { Journey } from '../../domain/journey.ts';
import { parseJourneyId } from '../../domain/journey-id.ts';
import type { RosterColumns } from '../../domain/roster-columns.ts';
import { journeyText } from '../journey-text.ts';
import type { Copy } from '../store.ts';
import { checkRevision } from '../store-failures.ts';
import type { Query } from './session.ts';
import { SENT } from './statements.ts';

/** How columns are computed, and the number under which this way is known to the database. */
export interface Columns {
  readonly of: (journey: Journey) => RosterColumns;
  readonly stamp: number;
}

/** So many at a time, so that no statement grows without end. */
const CHUNK = 500;

/** Each must follow what is stored. Fails with `conflict`. */
export async function saveJourneys(
  query: Query,
  journeys: readonly Journey[],
  columns: Columns,
  tell: (count: number) => void = () => {},
): Promise<void> {
  const rows = sortedRows(journeys.map(unaccompanied), columns);
  // Locked in one order, so that two who save the same journeys wait for each other instead of both failing.
  const held = await query('select id, revision from ascpi.journey where id = any($1) order by id for update', [
    rows.map(({ journey }) => journey.id),
  ]);
  const revisions = new Map(held.map(({ id, revision }) => [id, Number(revision)]));
  for (const { journey } of rows) checkRevision(revisions.get(journey.id) ?? 0, journey);
  await refuseSentTwice(query, journeys);
  await inChunks(rows, tell, async (some) => {
    const sql = `${INSERT} on conflict (id) do update set ${SET}, previous = ascpi.journey.body
      where ascpi.journey.revision = excluded.revision - 1 returning id`;
    const kept = new Set((await query(sql, [json(some.map((row) => columnsOf(row, columns)))])).map(({ id }) => id));
    // One that nobody had when we looked, and somebody has by now.
    for (const { journey } of some) if (!kept.has(journey.id)) checkRevision(journey.revision, journey);
    await keepParts(query, some);
  });
}

/** Whatever was stored: each becomes what is given, its revision and its previous version too. */
export async function placeJourneys(query: Query, placed: readonly Copy[], columns: Columns): Promise<void> {
  const rows = sortedRows(placed, columns);
  await inChunks(
    rows,
    () => {},
    async (some) => {
      const sql = `${INSERT} on conflict (id) do update set ${SET}, previous = excluded.previous returning id`;
      await query(sql, [json(some.map((row) => columnsOf(row, columns)))]);
      // What a copy does not know to have been sent goes out again, as it does with files.
      await query("update ascpi.delivery set state = 'intended' where journey = any($1)", [idsOf(some)]);
      await keepParts(query, some);
    },
  );
}

/** Computes the columns of journeys again, where they are still the ones that were read. */
export async function refreshColumns(query: Query, journeys: readonly Journey[], columns: Columns): Promise<void> {
  const rows = sortedRows(journeys.map(unaccompanied), columns);
  const set = NAMES.filter((name) => !['id', 'revision', 'body', 'previous'].includes(name));
  const sql = `update ascpi.journey j set ${set.map((name) => `${name} = r.${name}`).join(', ')}
    from json_to_recordset($1::json) as r(${TYPES}) where j.id = r.id and j.revision = r.revision returning j.id`;
  const same = new Set((await query(sql, [json(rows.map((row) => columnsOf(row, columns)))])).map(({ id }) => id));
  await keepMarks(
    query,
    rows.filter(({ journey }) => same.has(journey.id)),
  );
}

interface Ready extends Copy {
  readonly body: string;
  readonly known: RosterColumns;
}

/** What is stored before becomes the previous version. */
const unaccompanied = (journey: Journey): Copy => ({ journey, previous: null });

const sortedRows = (placed: readonly Copy[], { of }: Columns): Ready[] =>
  placed
    .map((each) => {
      parseJourneyId(each.journey.id);
      return { ...each, body: journeyText(each.journey), known: of(each.journey) };
    })
    .sort((one, other) => (one.journey.id < other.journey.id ? -1 : 1));

const idsOf = (rows: readonly Ready[]): string[] => rows.map(({ journey }) => journey.id);

const json = (rows: readonly object[]): string => JSON.stringify(rows);

async function inChunks<T>(
  rows: readonly T[],
  tell: (count: number) => void,
  act: (some: readonly T[]) => Promise<void>,
) {
  for (let at = 0; at < rows.length; at += CHUNK) {
    await act(rows.slice(at, at + CHUNK));
    tell(Math.min(at + CHUNK, rows.length));
  }
}

const COLUMNS = {
  ...{ id: 'text', revision: 'integer', body: 'text', previous: 'text', name: 'text', search: 'text' },
  ...{ credential: 'text', country: 'text', owner: 'text', tags: 'text[]', since: 'date', step: 'text' },
  ...{ lapse: 'date', step_after: 'text', profile: 'text', turns: 'date[]', phases: 'text[]', stamp: 'integer' },
} as const;
const NAMES = Object.keys(COLUMNS) as (keyof typeof COLUMNS)[];
const TYPES = Object.entries(COLUMNS)
  .map(([name, type]) => `${name} ${type}`)
  .join(', ');
const INSERT = `insert into ascpi.journey (${NAMES.join(', ')})
  select ${NAMES.join(', ')} from json_to_recordset($1::json) as r(${TYPES})`;
const SET = NAMES.filter((name) => name !== 'id' && name !== 'previous')
  .map((name) => `${name} = excluded.${name}`)
  .join(', ');

function columnsOf(
  { journey, previous, body, known }: Ready,
  { stamp }: Columns,
): Record<keyof typeof COLUMNS, unknown> {
  const { stepAfter, marks: _marks, phases, ...columns } = known;
  const { id, revision } = journey;
  return {
    id,
    revision,
    body,
    previous: previous ? journeyText(previous) : null,
    ...columns,
    step_after: stepAfter,
    profile: JSON.stringify(journey.profile),
    turns: phases.map(({ from }) => from),
    phases: phases.map(({ situation }) => JSON.stringify(situation)),
    stamp,
  };
}

async function keepParts(query: Query, rows: readonly Ready[]): Promise<void> {
  await keepMarks(query, rows);
  const facts = rows.flatMap(({ journey }) =>
    journey.facts.map(({ id, kind, on, at, by, host, ...more }) => ({
      ...{ journey: journey.id, id, kind, on_day: on, at, by, host },
      body: JSON.stringify(more),
    })),
  );
  await query(
    `insert into ascpi.fact (journey, id, kind, on_day, at, by, host, body)
     select * from json_to_recordset($1::json)
       as r(journey text, id text, kind text, on_day date, at timestamptz, by text, host text, body text)
     on conflict do nothing`,
    [json(facts)],
  );
  const reminders = deliveriesOf(rows.map(({ journey }) => journey));
  if (reminders.length === 0) return;
  await query(
    `insert into ascpi.delivery (key, journey, state, at)
     select * from json_to_recordset($1::json) as r(key text, journey text, state text, at timestamptz)
     on conflict (key) do update set state = excluded.state, at = excluded.at where ascpi.delivery.state <> 'sent'`,
    [json(reminders)],
  );
}

async function keepMarks(query: Query, rows: readonly Ready[]): Promise<void> {
  await query('delete from ascpi.mark where journey = any($1)', [idsOf(rows)]);
  const marks = rows.flatMap(({ journey, known }) => known.marks.map((mark) => ({ journey: journey.id, ...mark })));
  await query(
    `insert into ascpi.mark (journey, kind, day)
     select * from json_to_recordset($1::json) as r(journey text, kind text, day date)`,
    [json(marks)],
  );
}

interface Delivery {
  readonly key: string;
  readonly journey: string;
  readonly state: string;
  readonly at: string;
}

/** What became of each message: sent, once it was, whatever was recorded after that. */
function deliveriesOf(journeys: readonly Journey[]): Delivery[] {
  const last = new Map<string, Delivery>();
  for (const { id, facts } of journeys) {
    for (const fact of facts) {
      if (fact.kind !== 'reminder' || last.get(fact.key)?.state === 'sent') continue;
      last.set(fact.key, { key: fact.key, journey: id, state: fact.state, at: fact.at });
    }
  }
  return [...last.values()];
}

/** A message that is about to go out may not have gone out already, whoever recorded that. */
async function refuseSentTwice(query: Query, journeys: readonly Journey[]): Promise<void> {
  const about = deliveriesOf(journeys).filter(({ state }) => state === 'intended');
  if (about.length === 0) return;
  const [sent] = await query(SENT, [about.map(({ key }) => key)]);
  if (!sent) return;
  throw new Failure(
    'conflict',
    `the reminder ${quote(String(sent['key']))} was sent meanwhile`,
    'It is not sent again',
  );
}
