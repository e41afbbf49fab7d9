// What doctor looks at: one function a check, each with its findings.
import { basename } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { isJourneyId } from '../domain/journey-id.ts';
import { unwritable } from '../stores/access.ts';
import { conflictCopies } from '../stores/conflict-copies.ts';
import { layoutOf } from '../stores/file-layout.ts';
import { namesIn } from '../stores/folder.ts';
import { heldLock, leftovers } from '../stores/leftovers.ts';
import { looseModes } from '../stores/modes.ts';
import { asideOf } from '../stores/set-aside.ts';
import type { Store } from '../stores/store.ts';
import { tempOf } from '../stores/temp-name.ts';
import { type Finding, fineFinding as ok } from '../views/findings.ts';
import { dataAge } from './data-age.ts';
import { asides, backups, copies, documents, orphans, previousVersions } from './doctor-file-checks.ts';
import { loadEach } from './roster/load-each.ts';
import { faultsOfData, ruleSource } from './rule-source.ts';
import type { Run } from './run.ts';

/** Everything a check may look at. `folder` is that of the journeys. */
export interface Patient {
  readonly run: Run;
  readonly folder: string;
  readonly store: () => Store;
  readonly fix: boolean;
}

type Check = (patient: Patient) => Promise<Finding[]> | Finding[];

/** All checks run; the failure of one is a finding. What several checks stumble over is told once. */
export async function findAll(patient: Patient): Promise<Finding[]> {
  const findings: Finding[] = [];
  for (const [id, check] of checks) {
    try {
      findings.push(...(await check(patient)));
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      if (findings.some(({ message }) => message === error.message)) continue;
      findings.push({ id, level: 'fail', message: error.message, remedy: error.hint ?? null });
    }
  }
  return findings;
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const checks: readonly (readonly [id: string, check: Check])[] = [
  ['settings', settingsFinding],
  ['data', ({ run }) => dataFindings(run)],
  ['data-age', ({ run }) => [ageFinding(run)]],
  ['journeys', ({ folder, store }) => readAll(folder, store())],
  ['documents', ({ store }) => documents(store())],
  ['previous', ({ folder, store }) => previousVersions(folder, store())],
  ['conflict-copies', ({ folder }) => copies(folder)],
  ['orphans', ({ folder, store }) => orphans(folder, store())],
  ['set-aside', ({ folder }) => asides(folder)],
  ['agencies', ({ run, store }) => agenciesFinding(run, store)],
  ['foreign-files', ({ folder }) => foreign(folder)],
  ['backups', ({ run }) => backups(run)],
  ['clock', ({ run, store }) => recordedLater(run, store())],
  ['writable', ({ folder }) => writable(folder)],
  ['leftovers', strays],
  ['lock', ({ folder }) => lockFinding(folder)],
  ['modes', loose],
];

async function settingsFinding({ run, store }: Patient): Promise<Finding[]> {
  const { candidate, ...others } = run.settings();
  const count = Object.keys(others).length + (candidate ? 1 : 0);
  if (candidate === undefined || (await store().list()).includes(candidate)) {
    return [ok('settings', `settings can be read: ${count} set`)];
  }
  const message = `the setting candidate names "${candidate}", and there is no such journey`;
  return [{ id: 'settings', level: 'warn', message, remedy: 'ascpi config unset candidate' }];
}

function dataFindings(run: Run): Finding[] {
  const faults = faultsOfData(run.context.dataFolder);
  const remedy = 'Mend these files, or install ascpi again';
  if (faults.length === 0) {
    return [ok('data', `all files of data/ can be read: ${ruleSource(run.context.dataFolder).all().length} rules`)];
  }
  return faults.map((message, index) => ({ id: `data:${index + 1}`, level: 'fail', message, remedy }));
}

function ageFinding(run: Run): Finding {
  const { oldest, newest, stale, count, after } = dataAge(run);
  const id = 'data-age';
  if (oldest === null || newest === null) return ok(id, 'the data says nowhere when it was checked');
  const days = `the oldest on ${oldest}, the newest on ${newest}`;
  if (stale === 0) return ok(id, `ascpi ${run.context.version}: ${count} parts of its data were checked, ${days}`);
  const message = `${stale} of ${count} parts of the data of ascpi ${run.context.version} were not checked for ${after}: ${days}`;
  const remedy = 'Install the newest ascpi. Until then compare with the official pages: ascpi rules check';
  return { id, level: 'warn', message, remedy };
}

/** Files among the journeys that no journey is: conflict copies of other programs, or names that can't be ids. */
function foreign(folder: string): Finding[] {
  const { journeys } = layoutOf(folder);
  const names = namesIn(journeys).filter(
    (name) => !isJourneyId(name.replace(/\.json$/, '')) || !name.endsWith('.json'),
  );
  const copied = conflictCopies(journeys).map(({ path }) => basename(path));
  const strange = names.filter(
    (name) => tempOf(name) === undefined && asideOf(name) === undefined && !copied.includes(name),
  );
  if (strange.length === 0) return [ok('foreign-files', 'only journeys are among the journeys')];
  const message = `not journeys, and not read: ${strange.join(', ')} in ${journeys}`;
  return [{ id: 'foreign-files', level: 'warn', message, remedy: 'Look at them, and move them away' }];
}

function writable(folder: string): Finding[] {
  const fault = unwritable(folder);
  if (fault === undefined) return [ok('writable', 'what is recorded can be kept')];
  return [{ id: 'writable', level: 'fail', message: fault.message, remedy: fault.hint ?? null }];
}

/** Without copies under a name that could be an id: those have a finding of their own. */
async function readAll(folder: string, store: Store): Promise<Finding[]> {
  const copied = conflictCopies(layoutOf(folder).journeys).map(({ path }) => basename(path, '.json'));
  const ids = (await store.list()).filter((id) => !copied.includes(id));
  const faults: Finding[] = [];
  for await (const { id, found } of loadEach(store, ids)) {
    if (found instanceof Failure)
      faults.push({ id: `journey:${id}`, level: 'fail', message: found.message, remedy: found.hint ?? null });
  }
  return faults.length > 0
    ? faults
    : [ok('journeys', `${counted(ids.length, 'journey', 'journeys')} can be read in ${store.address}`)];
}

async function agenciesFinding({ today }: Run, store: () => Store): Promise<Finding[]> {
  const { readAgencies } = await import('./agency/agencies.ts');
  const { all } = await readAgencies({ store, today });
  return [ok('agencies', `${counted(all.length, 'agency', 'agencies')} can be read`)];
}

async function recordedLater(run: Run, store: Store): Promise<Finding[]> {
  // Records are kept to the second.
  const now = `${run.context.now().toISOString().slice(0, 19)}Z`;
  for await (const { id, found } of loadEach(store, await store.list())) {
    const facts = found instanceof Failure ? [] : found.facts;
    const newest = facts
      .map(({ at }) => at)
      .sort()
      .at(-1);
    if (newest !== undefined && newest > now) {
      const message = `the clock of this machine is before the newest record of ${id}, made at ${newest}`;
      return [{ id: 'clock', level: 'warn', message, remedy: 'Set the clock; nothing recorded is changed by it' }];
    }
  }
  return [ok('clock', 'no record is newer than the clock')];
}

function strays({ run, folder }: Patient): Finding[] {
  const found = leftovers(folder);
  if (found.length === 0) return [ok('leftovers', 'nothing was left behind by a killed process')];
  const deed = run.globals.dryRun ? 'would remove' : 'removed';
  const message = `${deed} ${found.length} left behind by a killed process: ${found.join(', ')}`;
  return [{ id: 'leftovers', level: 'warn', message, remedy: null }];
}

function lockFinding(folder: string): Finding[] {
  const lock = heldLock(folder);
  if (!lock) return [ok('lock', 'nobody holds the lock')];
  const who = lock.holder ? `process ${lock.holder.pid} on ${lock.holder.host} since ${lock.since}` : 'someone';
  const remedy = `Wait a moment. If that process is gone for good: rm -f ${JSON.stringify(layoutOf(folder).lock)}`;
  return [{ id: 'lock', level: 'warn', message: `${who} holds the lock ${folder}/lock`, remedy }];
}

function loose({ run, folder, fix }: Patient): Finding[] {
  const found = looseModes(folder);
  if (found.length === 0) return [ok('modes', 'nobody else on this machine can read what is kept')];
  const paths = found.map(({ path }) => path).join(', ');
  if (fix) {
    const deed = run.globals.dryRun ? 'would close' : 'closed';
    return [{ id: 'modes', level: 'warn', message: `${deed} to others on this machine: ${paths}`, remedy: null }];
  }
  return [
    { id: 'modes', level: 'warn', message: `others on this machine may read ${paths}`, remedy: 'ascpi doctor --fix' },
  ];
}
