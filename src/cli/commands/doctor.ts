// `ascpi doctor`: is everything sound, and what to do where it is not. Removes what killed processes left behind.
import { Failure } from '../../domain/failure.ts';
import { heldLock, leftovers } from '../../stores/leftovers.ts';
import { looseModes } from '../../stores/modes.ts';
import type { Store } from '../../stores/store.ts';
import { type Finding, findingsView } from '../../views/findings.ts';
import type { Change, Command } from '../command.ts';
import { EXIT_NO } from '../exit-codes.ts';
import type { Run } from '../run.ts';

type Check = (run: Run, folder: string) => Promise<Finding[]> | Finding[];

const ok = (id: string, message: string): Finding => ({ id, level: 'ok', message, remedy: null });

/** Turns the failure of a check into a finding, so that all checks run. */
async function find(id: string, run: Run, folder: string, check: Check): Promise<Finding[]> {
  try {
    return await check(run, folder);
  } catch (error) {
    if (!(error instanceof Failure)) throw error;
    return [{ id, level: 'fail', message: error.message, remedy: error.hint ?? null }];
  }
}

const checks: readonly (readonly [id: string, check: Check])[] = [
  ['settings', (run) => [ok('settings', `settings can be read: ${Object.keys(run.settings()).length} set`)]],
  [
    'data',
    (run) => [
      ok(
        'data',
        `${run.rulebook().rules.length} rules, ${run.credentials().length} credentials, ${run.checklists().length} checklists can be read`,
      ),
    ],
  ],
  ['journeys', (run) => readAll(run.store())],
  ['clock', (run) => recordedLater(run)],
  ['leftovers', (run, folder) => strays(run, folder)],
  ['lock', (_run, folder) => lockFinding(folder)],
  ['modes', (_run, folder) => loose(folder)],
];

async function readAll(store: Store): Promise<Finding[]> {
  const ids = await store.list();
  const faults: Finding[] = [];
  for (const id of ids) {
    try {
      await store.load(id);
    } catch (error) {
      if (!(error instanceof Failure)) throw error;
      faults.push({ id: `journey:${id}`, level: 'fail', message: error.message, remedy: error.hint ?? null });
    }
  }
  return faults.length > 0 ? faults : [ok('journeys', `${ids.length} journeys can be read in ${store.address}`)];
}

async function recordedLater(run: Run): Promise<Finding[]> {
  const now = run.context.now().toISOString();
  for (const id of await run.store().list()) {
    const facts = await run
      .store()
      .load(id)
      .then(
        (journey) => journey.facts,
        () => [],
      );
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

function strays(run: Run, folder: string): Finding[] {
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
  const remedy = 'Wait a moment. If that process is gone for good, remove the file';
  return [{ id: 'lock', level: 'warn', message: `${who} holds the lock ${folder}/lock`, remedy }];
}

function loose(folder: string): Finding[] {
  const found = looseModes(folder);
  if (found.length === 0) return [ok('modes', 'nobody else on this machine can read what is kept')];
  const paths = found.map(({ path }) => path).join(', ');
  return [
    { id: 'modes', level: 'warn', message: `others on this machine may read ${paths}`, remedy: 'ascpi doctor --fix' },
  ];
}

export const doctor: Command = {
  name: 'doctor',
  group: 'This tool',
  summary: 'is everything sound, and what to do where it is not',
  description:
    'Checks settings, data, journeys, clock, lock and file modes. Removes what killed processes left behind.',
  options: [
    { flags: '--fix', description: 'close file modes that are too open' },
    { flags: '--check', description: 'exit 4 when something is broken' },
  ],
  examples: ['ascpi doctor', 'ascpi doctor --json'],
  json: 'findings[] {id, level: ok|warn|fail, message, remedy}',
  writes: true,
  async decide(run, _args, options) {
    const folder = run.store().address.replace(/^file:/, '');
    const findings: Finding[] = [];
    for (const [id, check] of checks) findings.push(...(await find(id, run, folder, check)));
    const fix = options['fix'] === true;
    const isBroken = findings.some(({ level }) => level === 'fail');
    const hasStrays = findings.some(({ id, level }) => id === 'leftovers' && level === 'warn');
    const save: Change[] = hasStrays || fix ? [{ tidy: { folder, modes: fix } }] : [];
    return {
      view: findingsView(findings, run.today),
      save,
      ...(isBroken && options['check'] === true ? { exit: EXIT_NO } : {}),
    };
  },
};
