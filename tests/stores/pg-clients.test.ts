// Many machines at once on one shared roster: nothing is lost, nobody waits for ever, and a server that dies is told.
import { spawn } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { ended } from './processes.ts';
import { sampleJourney } from './sample.ts';
import { describeTeam, type Team } from './team.ts';
import { tempFolder } from './temp-folder.ts';

const CLIENT = join(import.meta.dirname, 'programs', 'team-client.cjs');
const CLIENTS = 16;
/** ASCPI_TEST_COMMANDS=100 for the full run, which takes some minutes on a small machine. */
const COMMANDS = Number(process.env['ASCPI_TEST_COMMANDS'] ?? 25);

interface Outcome {
  readonly facts: number;
  readonly begun: number;
  readonly unknown: number;
  readonly codes: Readonly<Record<string, number>>;
  readonly said: Readonly<Record<string, number>>;
}

async function sharedJourneys({ addressOf, newDatabase, open }: Team): Promise<string> {
  const database = newDatabase();
  const journeys = Array.from({ length: 6 }, (_, index) => sampleJourney(`shared-${index}`));
  await open(addressOf(database)).saveAll(journeys);
  return database;
}

const nameOf = (index: number) => `client-${String(index).padStart(2, '0')}`;

function startClients({ addressOf }: Team, database: string, count: number, stop = ''): Promise<Outcome>[] {
  const home = tempFolder();
  return Array.from({ length: CLIENTS }, async (_, index) => {
    const args = [CLIENT, nameOf(index), home, addressOf(database), String(count), stop];
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] });
    const { code, answer, err } = await ended(child);
    expect(code, err).toBe(0);
    return answer as Outcome;
  });
}

/** What the server holds is what the clients were told, fact by fact. */
async function expectNothingLost(team: Team, database: string, outcomes: readonly Outcome[]): Promise<void> {
  const store = team.open(team.addressOf(database));
  const journeys = [...(await store.loadMany(await store.list())).values()];
  const facts = journeys.flatMap((journey) => ('facts' in journey ? journey.facts : []));
  const counted = (name: string) => facts.filter(({ by }) => by === name).length;
  const begun = (name: string) => journeys.filter((each) => 'id' in each && each.id.startsWith(`${name}-`)).length;
  outcomes.forEach((outcome, index) => {
    const name = nameOf(index);
    expect({ name, facts: counted(name), begun: begun(name) }).toEqual({
      name,
      facts: outcome.facts,
      begun: outcome.begun,
    });
  });
  const [rows] = team.server().query('select count(*) from ascpi.fact', database);
  expect(Number(rows?.[0])).toBe(facts.length);
  expect(facts.every(({ host }) => host !== undefined)).toBe(true);
}

describeTeam('machines of a team', (team) => {
  it(`loses nothing when ${CLIENTS} of them run ${COMMANDS} commands each`, async () => {
    const database = await sharedJourneys(team);
    const outcomes = await Promise.all(startClients(team, database, COMMANDS));
    await expectNothingLost(team, database, outcomes);
    // Conflicts are decided again until they come through.
    const said = new Set(outcomes.flatMap((each) => Object.keys(each.said)));
    expect([...said].filter((line) => !/there is nothing to (take|bring) back/.test(line))).toEqual([]);
    const [deadlocks] = team
      .server()
      .query('select deadlocks from pg_stat_database where datname = current_database()', database);
    expect(deadlocks).toEqual(['0']);
  }, 600_000);

  it('is told of every command whether it happened, when the server dies and comes back', async () => {
    const database = await sharedJourneys(team);
    const stop = join(tempFolder(), 'stop');
    const clients = startClients(team, database, 100_000, stop);
    for (let round = 0; round < 3; round++) {
      await new Promise((resolve) => setTimeout(resolve, 1500));
      team.server().crash();
      team.server().start();
    }
    await new Promise((resolve) => setTimeout(resolve, 1000));
    writeFileSync(stop, '');
    const outcomes = await Promise.all(clients);
    await expectNothingLost(team, database, outcomes);
    const said = outcomes.flatMap((each) => Object.keys(each.said));
    // A server that was never missed would prove nothing.
    expect(said.some((line) => line.includes("can't use the store") || line.includes('was lost'))).toBe(true);
    expect(said.filter((line) => line.includes('bug'))).toEqual([]);
    expect(outcomes.map(({ unknown }) => unknown).reduce((sum, each) => sum + each, 0)).toBe(0);
  });
});
