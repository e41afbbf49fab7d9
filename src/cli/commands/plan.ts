// `ascpi plan`: all dates ahead, plans backwards from a target, what if, and scenarios side by side. Nothing is stored.
import { Failure } from '../../domain/failure.ts';
import { AS_IT_IS, addToScenario, type Scenario } from '../../domain/scenario.ts';
import { planView } from '../../views/plan.ts';
import { compareView } from '../../views/plan-compare.ts';
import type { Command, Options } from '../command.ts';
import { EXIT_NO } from '../exit-codes.ts';
import { scenarioInFile } from '../scenario-file.ts';
import { flagOf, given, givenList } from './answers.ts';
import { calibrationOf, observedFor } from './observed.ts';
import { planOf } from './plan-of.ts';

/** Side by side, more can't be read. */
const MOST_SCENARIOS = 8;

export const plan: Command = {
  name: 'plan',
  group: 'Your journey',
  summary: 'what is expected when; plans backwards from a day; what if',
  description:
    'Shows what is expected when. With a target it plans backwards and says whether it works. Nothing that is tried is ever recorded. A scenario is written exam=2027-01-15,result=fail,assume.transcript=6w,by=2027-06-01, or it is the path of a JSON file.',
  options: [
    { flags: '--by <date>', description: 'the day by which you need the certificate' },
    { flags: '--exam-by <date>', description: 'the day by which the exam is to be taken' },
    { flags: '--start-work <date>', description: 'the first day of work; licence and visa are assumptions' },
    { flags: '--exam <date>', description: 'try an exam on that day' },
    { flags: '--result <result>', description: 'try a result of that exam: pass or fail' },
    { flags: '--set <fact...>', description: 'try facts, for example admission=2026-12-20' },
    { flags: '--assume <length...>', description: 'try lengths, for example transcript=6w or visa=52w..104w' },
    { flags: '--scenario <file>', description: 'try what a file says; other options win over it' },
    { flags: '--compare <scenario...>', description: 'two or more scenarios, side by side' },
    { flags: '--check', description: 'exit 4 when the target is infeasible' },
    { flags: '--calibration', description: 'how long waits took in all journeys, and how often estimates held' },
  ],
  examples: [
    'ascpi plan',
    'ascpi plan --by 2027-06-01',
    'ascpi plan --exam 2027-02-10 --result fail',
    'ascpi plan --by 2027-06-01 --compare exam=2027-01-15 exam=2027-01-15,result=fail',
    'ascpi plan --start-work 2029-06-01 --assume visa=52w..104w',
    'ascpi plan --calibration',
  ],
  json: 'candidate, tried[], attempt, dates[], expected[] {id, title, done, earliest, latest, after, takes}, scores {earliest, latest}, lastSitting, attempts, fees, collisions[] {item, name, validUntil, stage, earliest, latest, overBy, certain}, assumptions[]; with a target also target, steps[] {id, title, by, slack}, verdict, binding, shortage, retakeFits; with --compare candidate, scenarios[] {name, and all of that}; with --calibration, or where the store holds enough journeys, calibration[] {id, title, n, open, enough, median, low, high, expected, held, early, late, of, overdue}, warnings[]',
  ofOneJourney: true,
  async decide(run, _args, options) {
    const base = scenarioIn(options);
    if (options['calibration'] === true) {
      refuseOthers(options);
      return { view: await calibrationOf(run, base) };
    }
    const compared = Array.isArray(options['compare']) ? comparedIn(givenList(options, 'compare'), base) : undefined;
    const journey = await run.journey();
    const plans = (compared ?? [base]).map((scenario) => ({
      name: scenario.name,
      plan: planOf(run, journey, scenario),
    }));
    const isNo = options['check'] === true && plans.some(({ plan }) => plan.backward?.verdict === 'infeasible');
    const [only] = plans;
    const view =
      only && !compared
        ? planView({ ...only.plan, observed: await observedFor(run, base) })
        : compareView(journey, run.today, plans);
    return { view, ...(isNo ? { exit: EXIT_NO } : {}) };
  },
};

/** What asks about one plan says nothing to a look back at all of them. */
const OF_A_PLAN = ['by', 'examBy', 'startWork', 'exam', 'result', 'set', 'scenario', 'compare', 'check'] as const;

function refuseOthers(options: Options): void {
  if (OF_A_PLAN.every((key) => options[key] === undefined)) return;
  throw new Failure(
    'usage',
    '--calibration looks back at all journeys and plans nothing',
    'Add at most --assume to it',
  );
}

/** What the options try, on top of the file where one is given. */
function scenarioIn(options: Options): Scenario {
  const one = (key: string) => {
    const value = given(options, key);
    return value === undefined ? [] : [`${flagOf(key).slice(2)}=${value}`];
  };
  const file = given(options, 'scenario');
  return addToScenario(file === undefined ? AS_IT_IS : scenarioInFile(AS_IT_IS, file), [
    ...givenList(options, 'set'),
    ...['exam', 'result'].flatMap(one),
    ...givenList(options, 'assume').flatMap((text) => text.split(',').map((each) => `assume.${each}`)),
    ...['by', 'examBy', 'startWork'].flatMap(one),
  ]);
}

/** Each scenario on top of what the other options try. Fails with `usage`. */
function comparedIn(texts: readonly string[], base: Scenario): Scenario[] {
  if (texts.length < 2) {
    throw new Failure(
      'usage',
      'a comparison takes at least two scenarios, and the second is missing',
      'For example: ascpi plan --compare exam=2027-01-15 exam=2027-02-10',
    );
  }
  if (texts.length > MOST_SCENARIOS) {
    throw new Failure('usage', `${texts.length} scenarios are too many to compare`, `Give at most ${MOST_SCENARIOS}`);
  }
  return texts.map((text) =>
    isPath(text) ? scenarioInFile(base, text) : { ...addToScenario(base, [text]), name: text },
  );
}

const isPath = (text: string): boolean => !text.includes('=') || text.toLowerCase().endsWith('.json');
