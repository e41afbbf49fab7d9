// `ascpi checklist [step|occasion]` and `ascpi check <item>`: what to prepare, and ticking it off.
import { type Checklist, type ChecklistItem, checklistId, ticksIn } from '../../domain/checklist.ts';
import type { CivilDate } from '../../domain/civil-date.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { factsOn } from '../../domain/journey.ts';
import { closest } from '../../domain/suggest.ts';
import { checklistView } from '../../views/checklist.ts';
import type { Command, Options } from '../command.ts';
import { credentialNamed, type Run } from '../run.ts';
import { dateAnswer } from './answers.ts';
import { recordFact } from './change.ts';
import { stepNamed } from './done.ts';
import { statusInput } from './status-input.ts';

export const checklist: Command = {
  name: 'checklist',
  group: 'Your journey',
  summary: 'what to prepare for each step',
  args: [{ name: '[step]', description: 'one step, or an occasion of its own; the seven steps unless given' }],
  examples: ['ascpi checklist application', 'ascpi checklist -o checklist.md'],
  json: 'candidate, steps[] {id, title, items[] {id, title, detail, pitfalls, source, checked, confidence, ticked, neededUntil, validUntil}}, occasions[] (the same)',
  ofOneJourney: true,
  ofMany: true,
  async decide(run, [typed]) {
    const lists = chosenLists(run.checklists(), typed);
    const journey = await run.journey();
    const { timeline } = statusInput(journey, run);
    const view = checklistView({
      journey,
      credential: credentialNamed(run, journey.profile.credential),
      route: timeline.running.route,
      checklists: lists,
      ticks: ticksIn(factsOn(journey, run.today)),
      today: run.today,
    });
    return { view };
  },
};

/** That of a step or an occasion; those of the steps where none is named. Fails with `usage`. */
function chosenLists(all: readonly Checklist[], typed: string | undefined): readonly Checklist[] {
  if (typed === undefined) return all.filter(({ step }) => step !== undefined);
  const wanted = stepNamed(typed) ?? typed.toLowerCase();
  const list = all.find((each) => checklistId(each) === wanted);
  if (list) return [list];
  const known = all.map(checklistId);
  const near = closest(typed, known);
  const hint = near ? `Did you mean ${near}?` : `Checklists: ${known.join(', ')}`;
  throw new Failure('usage', `there is no checklist ${quote(typed)}`, hint);
}

export const check: Command = {
  name: 'check',
  group: 'Your journey',
  summary: 'tick an item of the checklist',
  args: [{ name: '<item>', description: 'its id, shown in brackets by checklist' }],
  options: [
    { flags: '--off', description: 'take the tick away' },
    { flags: '--on <date>', description: 'the day it was ready; today unless given' },
    { flags: '--valid-until <date>', description: 'the last day on which the paper or test is valid' },
  ],
  examples: [
    'ascpi check one-account',
    'ascpi check passport --valid-until 2031-05-30',
    'ascpi check one-account --off',
  ],
  json: 'candidate, dryRun, recorded, attempt, current, next, dates[], warnings[]',
  writes: true,
  ofOneJourney: true,
  ofMany: true,
  async decide(run, [typed = ''], options) {
    const item = itemNamed(run, typed);
    const on = dateAnswer(options, 'on') ?? run.today;
    const ticked = options['off'] !== true;
    const validUntil = validUntilOf(options, item, on, run);
    const ended = validUntil !== undefined && validUntil < on;
    const fact = {
      ...({ kind: 'check', item: item.id, ticked, on } as const),
      ...(validUntil ? { validUntil } : {}),
      ...(ended ? { forced: true as const } : {}),
    };
    const verb = ticked
      ? (['Ticked', 'Would tick'] as const)
      : (['Took the tick from', 'Would take the tick from'] as const);
    return recordFact(run, await run.journey(), fact, { name: 'check', verb, what: item.title });
  },
};

/** Fails with `usage` where the item has no end, the tick is taken away, or the end is before the day it was ready. */
function validUntilOf(options: Options, item: ChecklistItem, on: CivilDate, run: Run): CivilDate | undefined {
  const day = dateAnswer(options, 'validUntil');
  if (day === undefined) return undefined;
  if (options['off'] === true) {
    throw new Failure('usage', '--valid-until and --off contradict each other', 'Give one of them');
  }
  if (item.life?.date) {
    throw new Failure(
      'usage',
      `the last day of the ${item.life.name} belongs to its step`,
      'Record it there: ascpi done certificate --expires <date>',
    );
  }
  if (!item.life) {
    const items = run.checklists().flatMap((list) => list.items);
    const ids = items.filter(({ life }) => life && !life.date).map(({ id }) => id);
    throw new Failure('usage', `no end is watched for the item ${item.id}`, `Items with an end: ${ids.join(', ')}`);
  }
  if (day < on && !run.globals.force) {
    throw new Failure(
      'usage',
      `the ${item.life.name} would have ended on ${day}, before ${on}, the day it was ready`,
      'Check the day, or record it anyway with --force',
    );
  }
  return day;
}

export function itemNamed(run: Run, typed: string) {
  const items = run.checklists().flatMap((list) => list.items);
  const item = items.find(({ id }) => id === typed.toLowerCase());
  if (item) return item;
  const near = closest(
    typed,
    items.map(({ id }) => id),
  );
  const hint = near ? `Did you mean ${near}?` : 'The ids are shown in brackets by: ascpi checklist';
  throw new Failure('usage', `there is no checklist item ${quote(typed)}`, hint);
}
