// A terminal on which the examples of a command can run: a booked journey, and what some commands need besides.
import { bookedJourney, exampleAgencies, type Terminal, terminal } from './terminal.ts';

interface Preparation {
  readonly day: string;
  /** recorded before, each a command line */
  readonly recorded: readonly (readonly string[])[];
}

const passed = ['done', 'exam', '--result', 'pass', '--on', '2027-01-15'];

/** By the words of the command, the first of them alone where all under it need the same. */
const preparations: Readonly<Record<string, Preparation>> = {
  'candidates merge': { day: '2027-01-15', recorded: [['start', '--name', 'Ana Cruz']] },
  cmp: {
    day: '2029-12-01',
    recorded: [
      passed,
      ['done', 'certificate', '--on', '2027-03-01', '--expires', '2030-01-31'],
      ['cmp', 'add', '1', 'safety', '--on', '2028-05-02', '--title', 'Laboratory safety refresher'],
    ],
  },
  'cmp reinstate': { day: '2030-06-01', recorded: [passed, ['done', 'certificate', '--on', '2027-03-01']] },
};

function preparationOf([first = '', second = '']: readonly string[]): Preparation {
  return preparations[`${first} ${second}`] ?? preparations[first] ?? { day: '2027-01-15', recorded: [] };
}

/** The day on the wall of that terminal. */
export const preparedDay = (words: readonly string[]): string => preparationOf(words).day;

/** Fails where what is recorded before is refused. */
export async function preparedTerminal(words: readonly string[]): Promise<Terminal> {
  const [first = '', second = ''] = words;
  const { day, recorded } = preparationOf(words);
  const where = terminal({ day });
  if (first !== 'start') await bookedJourney(where);
  for (const argv of recorded) {
    const said = await where.run(...argv);
    if (said.code !== 0) throw new Error(`${argv.join(' ')}: ${said.err}`);
  }
  if (first === 'redo') await where.run('undo');
  if (first === 'agency' && second !== 'add') await exampleAgencies(where);
  return where;
}
