// `ascpi cmp add`: an activity and its points, and where they count.

import { dayDate } from '../../domain/civil-date.ts';
import { type Activity, countsFor, recordedBefore } from '../../domain/cmp-activities.ts';
import { cycleOn } from '../../domain/cmp-cycles.ts';
import { type Held, recordEnd } from '../../domain/cmp-held.ts';
import { spread } from '../../domain/cmp-points.ts';
import { standingIn } from '../../domain/cmp-standing.ts';
import { knownAreas } from '../../domain/cmp-table.ts';
import { EVIDENCE_LIMIT, type NewFact } from '../../domain/fact.ts';
import { Failure } from '../../domain/failure.ts';
import { addedText } from '../../views/cmp-receipt.ts';
import { areaName, pointsText } from '../../views/cmp-words.ts';
import type { Options, Outcome } from '../command.ts';
import { dateAnswer, given, lineAnswer, needed } from '../commands/answers.ts';
import { recordFact, unchanged } from '../commands/change.ts';
import type { Run } from '../run.ts';
import { type Maintained, maintained, maintainedAfter, theHeld } from './maintained.ts';
import { readArea, readPoints } from './points-answers.ts';
import { withCycle } from './receipt.ts';

/** Typed in place of an answer, it leaves the answer out. */
const LEFT_OUT = '-';

type NewActivity = Extract<NewFact, { kind: 'activity' }>;

export async function decide(
  run: Run,
  [points = '', area = '']: readonly string[],
  options: Options,
): Promise<Outcome> {
  const input = await maintained(run);
  const fact = readActivity(points, area, options, input, run);
  const meant = input.held.filter(({ credential }) => countsFor(fact, credential));
  refuseUnknownEnd(meant);
  const before = recordedBefore(input.facts, fact);
  if (before && isSame(before, fact))
    return withCycle(unchanged(run, input.journey, 'cmp-add'), [], countedData(countedIn(fact, input, run)));
  const outcome = recordFact(run, input.journey, fact, {
    name: 'cmp-add',
    verb: before ? ['Corrected', 'Would correct'] : ['Recorded', 'Would record'],
    what: [`${pointsText(fact.points)} of ${areaName(fact.area)}, ${dayDate(fact.on)}, `, { user: fact.title }],
  });
  const after = maintainedAfter(outcome, run);
  const counted = after ? countedIn(fact, after, run) : [];
  const was = before && before.points !== fact.points ? [`Before it was ${pointsText(before.points)}.`] : [];
  return withCycle(outcome, [...was, ...counted.map(addedText)], countedData(counted));
}

const countedData = (counted: ReturnType<typeof countedIn>) => ({
  counted: counted.map(({ credential, cycle, spread: { own, other, beyond } = {}, missing }) => ({
    ...{ credential, cycle, own: own ?? null, other: other ?? null, beyond: beyond ?? null, missing },
  })),
});

const isSame = (before: Activity, { points, title, evidence, credentials }: NewActivity): boolean =>
  before.points === points &&
  before.title === title &&
  before.evidence === evidence &&
  before.credentials?.join() === credentials?.join();

/** What is not given stays as it was recorded before. */
function readActivity(
  points: string,
  area: string,
  options: Options,
  { facts, held }: Maintained,
  run: Run,
): NewActivity {
  const example = 'ascpi cmp add 2 chemistry --on 2027-06-03 --title "Quality control workshop"';
  const activity = {
    kind: 'activity' as const,
    on: dateAnswer(options, 'on') ?? run.today,
    points: readPoints(points),
    area: readArea(area, knownAreas(facts, run.rulebook())),
    title: needed(lineAnswer(options, 'title', 200), '--title', example),
  };
  const before = recordedBefore(facts, activity);
  const evidence = lineAnswer(options, 'evidence', EVIDENCE_LIMIT) ?? before?.evidence;
  const named = given(options, 'for')?.split(',');
  const credentials = named?.includes(LEFT_OUT)
    ? undefined
    : (named?.map((each) => theHeld(each, held, run).credential) ?? before?.credentials);
  return {
    ...activity,
    ...(evidence === undefined || evidence === LEFT_OUT ? {} : { evidence }),
    ...(credentials ? { credentials: [...new Set(credentials)] } : {}),
  };
}

/** Whether an activity is inside a cycle can't be told while its end is not known. */
function refuseUnknownEnd(meant: readonly Held[]): void {
  const [unclear, ...others] = meant.filter(({ cycles }) => cycles.length === 0);
  if (!unclear || others.length + 1 < meant.length) return;
  throw new Failure(
    'missing',
    `the end of the cycle of ${unclear.credential} is not known: ${unclear.unknown ?? 'no cycle is known'}`,
    `Take it from your account: ${recordEnd(unclear, 1)}`,
  );
}

/** Where the points count, for each credential in whose cycle the day lies. */
function countedIn(fact: NewActivity, after: Maintained, run: Run) {
  return after.held
    .filter(({ credential }) => countsFor(fact, credential))
    .flatMap((held) => {
      const cycle = cycleOn(held.cycles, fact.on);
      if (!cycle) return [];
      const standing = standingIn(cycle, held, after.own, after.facts, run.rulebook(), run.today);
      const mine = recordedBefore(after.facts, fact);
      const others = standing.activities.filter((each) => each !== mine);
      const where = standing.table && spread(standing.table.areas, others, fact);
      const hasMinimum = (standing.table?.areas[fact.area] ?? 0) > 0;
      const closed = cycle.declared ?? cycle.renewal;
      return [
        {
          credential: held.credential,
          cycle: cycle.number,
          end: cycle.end.date,
          closed: closed?.on,
          spread: where,
          hasMinimum,
          missing: standing.tally.missing,
          by: 'unknown' in cycle.declaration ? cycle.end.date : cycle.declaration.date,
        },
      ];
    });
}
