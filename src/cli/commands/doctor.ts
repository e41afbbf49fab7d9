// `ascpi doctor`: is everything sound, and what to do where it is not. Removes what killed processes left behind.
import { Failure } from '../../domain/failure.ts';
import { doctorReportView, type Machine } from '../../views/doctor-report.ts';
import { findingsView } from '../../views/findings.ts';
import type { Change, Command } from '../command.ts';
import { dataAge } from '../data-age.ts';
import { findAll } from '../doctor-checks.ts';
import { EXIT_NO } from '../exit-codes.ts';
import type { Run } from '../run.ts';

export const doctor: Command = {
  name: 'doctor',
  group: 'This tool',
  summary: 'is everything sound, and what to do where it is not',
  description:
    'Checks settings, data, journeys, clock, lock and file modes. Removes what killed processes left behind.',
  options: [
    { flags: '--fix', description: 'close file modes that are too open' },
    { flags: '--check', description: 'exit 4 when something is broken' },
    { flags: '--report', description: 'what to put into an issue: versions and checks, no names and no folders' },
  ],
  examples: ['ascpi doctor', 'ascpi doctor --json', 'ascpi doctor --report'],
  json: 'findings[] {id, level: ok|warn|fail, message, remedy}; with --report version, node, platform, dataChecked, store, settings[], checks[] {id, level, count}',
  writes: true,
  async decide(run, _args, options) {
    const fix = options['fix'] === true;
    const store = run.openStore(addressOf(run));
    const folder = store.isShared ? run.home() : store.address.replace(/^file:/, '');
    const findings = await findAll({ run, folder, store: () => store, fix }).finally(() => store.close());
    const isBroken = findings.some(({ level }) => level === 'fail');
    const isUntidy = (id: string) => findings.some((finding) => finding.id === id && finding.level === 'warn');
    const isToFix = fix && isUntidy('modes');
    const save: Change[] = isUntidy('leftovers') || isToFix ? [{ tidy: { folder, modes: isToFix } }] : [];
    return {
      view:
        options['report'] === true
          ? doctorReportView(machineOf(run), findings, run.today)
          : findingsView(findings, run.today),
      save,
      ...(isBroken && options['check'] === true ? { exit: EXIT_NO } : {}),
    };
  },
};

function machineOf(run: Run): Machine {
  const { version, nodeVersion, platform } = run.context;
  return {
    version,
    node: nodeVersion,
    platform,
    dataChecked: unlessFailing(() => dataAge(run).oldest) ?? null,
    store: /^[a-z]+(?=:)/.exec(addressOf(run))?.[0] ?? 'file',
    settings: Object.keys(unlessFailing(run.settings) ?? {}).sort(),
  };
}

/** What can't be read is a finding of its own. */
function unlessFailing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof Failure) return undefined;
    throw error;
  }
}

/** Of the store; where the settings can't tell, the folder of everything else. */
const addressOf = (run: Run): string => run.globals.store ?? unlessFailing(run.settings)?.store ?? run.home();
