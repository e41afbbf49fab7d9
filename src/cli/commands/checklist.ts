// `ascpi checklist [step]` and `ascpi check <item>`: what to prepare, and ticking it off.
import type { CivilDate } from '../../domain/civil-date.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { factsOn, type Journey } from '../../domain/journey.ts';
import { closest } from '../../domain/suggest.ts';
import { checklistView } from '../../views/checklist.ts';
import type { Command } from '../command.ts';
import { credentialNamed, type Run } from '../run.ts';
import { dateAnswer } from './answers.ts';
import { recordFact } from './change.ts';
import { parseStep } from './done.ts';
import { statusInput } from './status-input.ts';

function tickedItems(journey: Journey, today: CivilDate): ReadonlyMap<string, CivilDate> {
  const ticked = new Map<string, CivilDate>();
  for (const fact of factsOn(journey, today)) {
    if (fact.kind !== 'check') continue;
    if (fact.ticked) ticked.set(fact.item, fact.on);
    else ticked.delete(fact.item);
  }
  return ticked;
}

export const checklist: Command = {
  name: 'checklist',
  group: 'Your journey',
  summary: 'what to prepare for each step',
  args: [{ name: '[step]', description: 'one step; all seven unless given' }],
  examples: ['ascpi checklist application', 'ascpi checklist -o checklist.md'],
  json: 'candidate, steps[] {id, title, items[] {id, title, detail, pitfalls, source, checked, confidence, ticked}}',
  ofOneJourney: true,
  async decide(run, [typed]) {
    const step = typed === undefined ? undefined : parseStep(typed);
    const journey = await run.journey();
    const { timeline } = statusInput(journey, run);
    const lists = run.checklists().filter((list) => step === undefined || list.step === step);
    const view = checklistView({
      journey,
      credential: credentialNamed(run, journey.profile.credential),
      route: timeline.running.route,
      checklists: lists,
      ticked: tickedItems(journey, run.today),
      today: run.today,
    });
    return { view };
  },
};

export const check: Command = {
  name: 'check',
  group: 'Your journey',
  summary: 'tick an item of the checklist',
  args: [{ name: '<item>', description: 'its id, shown in brackets by checklist' }],
  options: [
    { flags: '--off', description: 'take the tick away' },
    { flags: '--on <date>', description: 'the day it was ready; today unless given' },
  ],
  examples: ['ascpi check one-account', 'ascpi check one-account --off'],
  json: 'candidate, dryRun, recorded, attempt, current, next, dates[], warnings[]',
  writes: true,
  ofOneJourney: true,
  async decide(run, [typed = ''], options) {
    const item = itemNamed(run, typed);
    const on = dateAnswer(options, 'on') ?? run.today;
    const ticked = options['off'] !== true;
    const fact = { kind: 'check', item: item.id, ticked, on } as const;
    const verb = ticked
      ? (['Ticked', 'Would tick'] as const)
      : (['Took the tick from', 'Would take the tick from'] as const);
    return recordFact(run, await run.journey(), fact, { name: 'check', verb, what: item.title });
  },
};

function itemNamed(run: Run, typed: string) {
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
