// `ascpi doctor`: is everything sound, and what to do where it is not. Removes what killed processes left behind.
import { findingsView } from '../../views/findings.ts';
import type { Change, Command } from '../command.ts';
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
  ],
  examples: ['ascpi doctor', 'ascpi doctor --json'],
  json: 'findings[] {id, level: ok|warn|fail, message, remedy}',
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
      view: findingsView(findings, run.today),
      save,
      ...(isBroken && options['check'] === true ? { exit: EXIT_NO } : {}),
    };
  },
};

/** Of the store; where the settings can't tell, the folder of everything else. */
const addressOf = (run: Run): string => run.globals.store ?? storeSetting(run) ?? run.home();

function storeSetting(run: Run): string | undefined {
  try {
    return run.settings().store;
  } catch {
    // That finding is the one of the settings.
    return undefined;
  }
}
