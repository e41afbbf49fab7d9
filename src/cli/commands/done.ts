// `ascpi done <step>`: records a step, or corrects one.
import type { CivilDate } from '../../domain/civil-date.ts';
import { Failure } from '../../domain/failure.ts';
import { type Rulebook, rulebookFor } from '../../domain/rulebook.ts';
import { scaleOn } from '../../domain/score-scale.ts';
import { type StepId, stepIds } from '../../domain/steps.ts';
import { boardOf, type StepsTable, stepsTables } from '../../domain/steps-tables.ts';
import { stepText } from '../../views/receipt.ts';
import type { Command, Options } from '../command.ts';
import { credentialNamed, type Run } from '../run.ts';
import { parseStep } from '../step-named.ts';
import { dateAnswer, flagOf } from './answers.ts';
import { recordFact } from './change.ts';
import { withRecorded } from './recorded-answers.ts';
import { statusInput } from './status-input.ts';
import { stepAnswers } from './step-answers.ts';

export const done: Command = {
  name: 'done',
  group: 'Your journey',
  summary: 'record a step, or correct one by recording it again',
  description:
    'Records that a step happened. Recording a step again corrects it: what you do not give stays as recorded, and - leaves an answer out. Nothing is ever erased. A fact that contradicts another is refused unless --force.',
  args: [{ name: '<step>', description: stepIds.join(', ') }],
  options: [
    { flags: '--on <date>', description: 'the day it happened; unless given, the day recorded before, else today' },
    { flags: '--route <number>', description: 'eligibility: the route that fits' },
    { flags: '--fee <amount>', description: 'application: the fee paid, for example 240USD' },
    { flags: '--reference <text>', description: 'application: its number in your account' },
    { flags: '--window-start <date>', description: 'admission: first day of the exam window as printed' },
    {
      flags: '--window-end <date>',
      description: 'admission (with AMT application): last day of the exam window as printed',
    },
    { flags: '--exam <date>', description: 'schedule: day of the exam, or day and time, 2027-01-15T08:30' },
    { flags: '--centre <text>', description: 'schedule: the test centre' },
    { flags: '--zone <zone>', description: 'schedule: time zone of the centre, for example Asia/Manila' },
    { flags: '--result <result>', description: 'exam, scores: pass or fail' },
    { flags: '--score <number>', description: 'scores: the scaled score' },
    { flags: '--number <text>', description: 'certificate: its number' },
    { flags: '--expires <date>', description: 'certificate: last day of the credential as shown in your account' },
  ],
  examples: [
    'ascpi done application --on 2026-10-01 --fee 240USD',
    'ascpi done admission --on 2026-11-30 --window-end 2027-02-27',
    'ascpi done schedule --exam 2027-01-15T08:30 --zone Asia/Manila',
    'ascpi done exam --result pass',
  ],
  json: 'candidate, dryRun, recorded, attempt, current, next, dates[], warnings[]',
  writes: true,
  ofOneJourney: true,
  ofMany: true,
  async decide(run, [typed = ''], options) {
    // Known before the journey is looked for: what is wrong with the words is wrong for every journey.
    parseStep(typed);
    const journey = await run.journey();
    const table = stepsTables[boardOf(journey.profile.credential)];
    const step = parseStep(typed, table);
    const answers = stepAnswers[step];
    refuseForeign(step, options, table);
    const inherited = withRecorded(step, options, statusInput(journey, run).timeline);
    const on = dateAnswer(inherited, 'on') ?? run.today;
    const rulebook = rulebookFor(journey.profile.credential, run.rulebook());
    const fact = { on, ...answers.read(inherited, rulebook, on) };
    const outcome = recordFact(run, journey, fact, {
      name: 'done',
      verb: ['Recorded', 'Would record'],
      what: stepText(step, on),
    });
    const unknownRoute = fact.kind === 'eligibility' ? routeHint(run, journey.profile.credential, fact.route) : [];
    const unchecked = fact.kind === 'scores' && fact.score !== undefined ? scaleHint(rulebook, fact.score, on) : [];
    return { ...outcome, hints: [...unknownRoute, ...unchecked, ...(outcome.hints ?? [])] };
  },
};

/** Route numbers change, so one that is not known here is taken, but said. */
function routeHint(run: Run, credential: string, route: number | undefined): string[] {
  const known = credentialNamed(run, credential).routes.map(({ number }) => number);
  if (route === undefined || known.length === 0 || known.includes(route)) return [];
  return [`Route ${route} of ${credential} is not known here (known: ${known.join(', ')}). See: ascpi eligibility`];
}

/** A score is taken as it is where nobody has told which scores there are. */
const scaleHint = (rulebook: Rulebook, score: number, on: CivilDate): string[] =>
  scaleOn(rulebook, on) ? [] : [`The scale of ${rulebook.steps.board} is not known here, so ${score} is not checked`];

/** Options of other steps would be ignored, so they are refused. */
function refuseForeign(step: StepId, options: Options, { window }: StepsTable): void {
  // The end of the window belongs to the fact that starts its clock.
  const isMine = (key: string) => key !== 'windowEnd' || step === window;
  const mine: readonly string[] = stepAnswers[step].keys.filter(isMine);
  const all = Object.values(stepAnswers).flatMap(({ keys }): readonly string[] => keys);
  const foreign = all.find((key) => options[key] !== undefined && !mine.includes(key));
  if (foreign === undefined) return;
  const owners = foreign === 'windowEnd' ? [window] : stepIds.filter((id) => stepAnswers[id].keys.includes(foreign));
  throw new Failure(
    'usage',
    `${flagOf(foreign)} makes no sense with ${step}`,
    `It belongs to: ascpi done ${owners.join(', ascpi done ')}`,
  );
}
