// What every command that records does: one more fact, refused where it contradicts another, and a receipt.
import { attemptsOf } from '../../domain/attempts.ts';
import { LAST_DAY } from '../../domain/civil-date.ts';
import { maintenanceOf } from '../../domain/cmp-standing.ts';
import { contradictionsIn, type Warning } from '../../domain/contradictions.ts';
import { paperFaults } from '../../domain/document.ts';
import type { NewFact } from '../../domain/fact.ts';
import { Failure } from '../../domain/failure.ts';
import { factsOn, type Journey, record } from '../../domain/journey.ts';
import { commandFor } from '../../domain/roster-row.ts';
import { type Rulebook, rulebookFor } from '../../domain/rulebook.ts';
import { timelineOf } from '../../domain/timeline.ts';
import { dateMark, type ReceiptInput, receiptView } from '../../views/receipt.ts';
import type { Outcome } from '../command.ts';
import type { Run } from '../run.ts';
import { statusInput } from './status-input.ts';

type Said = Pick<ReceiptInput, 'name' | 'verb' | 'what'>;

/** Records a fact. Fails with `usage` on one that is dated after today or contradicts another, unless forced. */
export function recordFact(run: Run, journey: Journey, fact: NewFact, said: Said): Outcome {
  const { force } = run.globals;
  const isLater = fact.on > run.today;
  if (isLater && !force) {
    throw new Failure(
      'usage',
      `${fact.on} is after today, ${run.today}, and a fact is something that happened`,
      'Check the day, or record it anyway with --force',
    );
  }
  const plain = record(journey, fact, run.recorder());
  const [contradiction] = [...newContradictions(journey, plain, run.rulebook()), ...lostFail(journey, fact, run)];
  if (contradiction && !force) {
    throw new Failure('usage', contradiction.message, `${contradiction.hint}. To record it anyway: --force`);
  }
  const forced = contradiction || isLater;
  const after = forced ? record(journey, { ...fact, forced: true }, run.recorder()) : plain;
  return changed(run, journey, after, said);
}

/** Where it is so already: nothing is recorded. */
export function unchanged(run: Run, journey: Journey, name: string): Outcome {
  const verb = ['Nothing changes', 'Nothing would change'] as const;
  const what = ['it is so already for ', { user: journey.profile.name }] as const;
  const { dryRun } = run.globals;
  const input = statusInput(journey, run);
  const view = receiptView({ ...input, name, dryRun, verb, what, before: [], data: { recorded: null } });
  return { ...short({ view }), brief: 'nothing changes' };
}

/** The receipt alone, where nothing follows from what was recorded. */
export const short = (outcome: Outcome): Outcome => ({
  ...outcome,
  view: { ...outcome.view, blocks: outcome.view.blocks.slice(0, 1) },
});

/** The outcome of a change of one journey. */
export function changed(run: Run, before: Journey, after: Journey, said: Said): Outcome {
  const { dryRun } = run.globals;
  const marks = statusInput(before, run).timeline.dates.map(dateMark);
  const fact = after.facts.at(-1);
  const data = fact ? { recorded: { fact: fact.kind, ...fact } } : {};
  const view = receiptView({ ...statusInput(after, run), ...said, dryRun, before: marks, data });
  const brief = [(dryRun ? said.verb[1] : said.verb[0]).toLowerCase(), ' ', said.what].flat();
  return { view, save: [{ journey: after }], hints: [`Take it back: ${typedFor(run, after, 'ascpi undo')}`], brief };
}

/** A command as it is typed next: for the same candidate, where one was named. */
export const typedFor = ({ globals }: Run, { id }: Journey, command: string): string =>
  globals.candidate === undefined ? command : commandFor(command, id);

/** A failed exam that another day would replace: it is rather the exam of an attempt whose application is missing. */
export function lostFail(journey: Journey, fact: NewFact, { today, rulebook }: Run): Warning[] {
  if (fact.kind !== 'exam') return [];
  const { inSight, running } = timelineOf(journey, today, rulebook());
  const failed = inSight === running ? undefined : inSight.facts.exam;
  if (failed?.result !== 'fail' || failed.on === fact.on) return [];
  return [
    {
      id: 'fail-replaced',
      message: `the exam of ${fact.on} would take the place of the failed one of ${failed.on}`,
      hint: 'If it is a new attempt, record its application first: ascpi done application --on <date>',
    },
  ];
}

/** Contradictions that the change brings; those that were there before are warnings already. */
export function newContradictions(before: Journey, after: Journey, shared: Rulebook): Warning[] {
  const rulebook = rulebookFor(after.profile.credential, shared);
  const find = (journey: Journey) => {
    const facts = factsOn(journey, LAST_DAY);
    const attempts = attemptsOf(facts, LAST_DAY, rulebook);
    const { faults } = maintenanceOf(facts, attempts, journey.profile.credential, shared);
    return [...contradictionsIn(attempts, rulebook), ...faults, ...paperFaults(facts)];
  };
  const known = find(before).map(({ message }) => message);
  return find(after).filter(({ message }) => {
    const at = known.indexOf(message);
    if (at !== -1) known.splice(at, 1);
    return at === -1;
  });
}
