// `ascpi cmp table`: the points a cycle asks for; those of the account where they are not known here, or differ.
import { dayDate } from '../../domain/civil-date.ts';
import { cycleBegun } from '../../domain/cmp-cycles.ts';
import { OTHER, type Points } from '../../domain/cmp-points.ts';
import { knownAreas, tableFor } from '../../domain/cmp-table.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { tableView } from '../../views/cmp-table.ts';
import { areaName, pointsText } from '../../views/cmp-words.ts';
import type { Options, Outcome } from '../command.ts';
import { dateAnswer, given } from '../commands/answers.ts';
import { recordFact } from '../commands/change.ts';
import type { Run } from '../run.ts';
import { heldNamed, type Maintained, maintained, oneHeld } from './maintained.ts';
import { readNewArea, readPoints } from './points-answers.ts';
import { withCycle } from './receipt.ts';

export async function decide(run: Run, assignments: readonly string[], options: Options): Promise<Outcome> {
  const input = await maintained(run);
  const off = options['off'] === true;
  const total = given(options, 'total');
  if (assignments.length === 0 && total === undefined && !off) return shown(input, options, run);
  if (off && (assignments.length > 0 || total !== undefined)) {
    throw new Failure('usage', '--off takes the table away and gives none', 'Give --off alone, or areas with --total');
  }
  const meant = oneHeld(options, input.held, run);
  const on = dateAnswer(options, 'on') ?? run.today;
  const areas = off ? undefined : readTable(assignments, total, knownAreas(input.facts, run.rulebook()));
  const whose = meant.own ? {} : { credential: meant.credential };
  const outcome = recordFact(
    run,
    input.journey,
    { kind: 'points-table', on, ...whose, ...(areas ? { areas } : {}) },
    {
      name: 'cmp-table',
      verb: off ? ['Took away', 'Would take away'] : ['Recorded', 'Would record'],
      what: `the points that your account asks for, for ${meant.credential}, ${dayDate(on)}`,
    },
  );
  return withCycle(outcome, areas ? [tableText(areas)] : []);
}

function shown({ journey, held, facts, own }: Maintained, options: Options, run: Run): Outcome {
  const foreign = options['on'] === undefined ? (run.globals.dryRun ? '--dry-run' : undefined) : '--on';
  if (foreign) throw new Failure('usage', `${foreign} makes no sense without a table`, 'Give areas and --total');
  const tables = heldNamed(options, held, run).map(({ credential, cycles }) => {
    const cycle = cycleBegun(cycles, run.today) ?? { start: run.today, end: { date: run.today } };
    return { credential, table: tableFor(credential, own, cycle, facts, run.rulebook()) };
  });
  return { view: tableView(journey, tables, held.length > 1, run.today) };
}

const tableText = (areas: Points): string => {
  const total = sumOf(Object.values(areas));
  const each = Object.entries(areas).map(([id, points]) => `${areaName(id)} ${points}`);
  return `${pointsText(total)} in each cycle: ${each.join(', ')}.`;
};

const sumOf = (points: readonly number[]): number =>
  points.reduce((sum, each) => sum + Math.round(each * 100), 0) / 100;

/** `safety=1`; what the total leaves is for others. Fails with `usage`. */
function readTable(assignments: readonly string[], total: string | undefined, known: readonly string[]): Points {
  const areas = new Map<string, number>();
  for (const text of assignments) {
    const [name = '', points, more] = text.split('=');
    if (points === undefined || more !== undefined) {
      throw new Failure('usage', `${quote(text)} gives no points`, 'Write each area like safety=1, and --total 36');
    }
    const area = readNewArea(name, known);
    if (areas.has(area)) throw new Failure('usage', `the area ${area} is given twice`, 'Give each area once');
    areas.set(area, readPoints(points, 0));
  }
  const { [OTHER]: other, ...minimums } = Object.fromEntries(areas);
  const taken = sumOf(Object.values(minimums));
  if (total === undefined && other === undefined) {
    throw new Failure(
      'usage',
      '--total is missing',
      'Give all points of the cycle, --total 36, or what is for others, other=26',
    );
  }
  const all = total === undefined ? sumOf([taken, other ?? 0]) : readPoints(total);
  const left = sumOf([all, -taken]);
  if (left < 0 || (other !== undefined && other !== left)) {
    throw new Failure(
      'usage',
      `the areas come to ${sumOf([taken, other ?? 0])} points, and the total is ${quote(String(all))}`,
      'Look at the table in your account again',
    );
  }
  if (all === 0) throw new Failure('usage', 'a table of 0 points asks for nothing', 'Give --total 36');
  return { ...minimums, [OTHER]: left };
}
