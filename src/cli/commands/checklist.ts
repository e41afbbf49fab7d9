// `ascpi checklist [step|occasion]` and `ascpi check <item>`: what to prepare, and ticking it off.
import { type Checklist, type ChecklistItem, checklistId, ticksIn } from '../../domain/checklist.ts';
import type { CivilDate } from '../../domain/civil-date.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { factsOn } from '../../domain/journey.ts';
import { closest } from '../../domain/suggest.ts';
import { checklistView, type Ticker } from '../../views/checklist.ts';
import type { Command, Options, Outcome } from '../command.ts';
import { credentialNamed, type Run } from '../run.ts';
import { dateAnswer } from './answers.ts';
import { recordFact } from './change.ts';
import { stepNamed } from './done.ts';
import { statusInput } from './status-input.ts';

/** The sheet of questions to a staffing agency is made of data/criteria, and found here too. */
const INTERVIEW = 'interview';

export const checklist: Command = {
  name: 'checklist',
  group: 'Your journey',
  summary: 'what to prepare for each step, for an interview, for the arrival',
  description: 'What to prepare. Without a name the seven steps are shown. Each can be printed or written to a file.',
  args: [{ name: '[step]', description: 'one step, or an occasion: interview, arrival; the seven steps unless given' }],
  options: [{ flags: '--arrival <date>', description: 'the day you arrive, for the days of checklist arrival' }],
  examples: [
    'ascpi checklist application',
    'ascpi checklist arrival --arrival 2027-09-01',
    'ascpi checklist interview',
    'ascpi checklist -o checklist.md',
  ],
  json: 'candidate (null before a journey), steps[] {id, title, items[] {id, title, detail, pitfalls, source, checked, confidence, ticked, neededUntil, validUntil, weeks, days, askedIn}}, occasions[] (the same)',
  ofOneJourney: true,
  async decide(run, [typed], options) {
    if (typed?.toLowerCase() === INTERVIEW) return interviewSheet(run, options);
    const lists = chosenLists(run.checklists(), typed);
    const arrival = arrivalAnswer(options, lists);
    const ticker = await tickerOf(run, lists);
    const ticks = ticksIn(ticker ? factsOn(ticker.journey, run.today) : []);
    return { view: checklistView({ ticker, checklists: lists, ticks, arrival, today: run.today }) };
  },
};

/** Fails with `usage` on options that say nothing about it. */
async function interviewSheet(run: Run, options: Options): Promise<Outcome> {
  const flag = options['arrival'] !== undefined ? '--arrival' : options['candidate'] !== undefined ? '-c' : undefined;
  if (flag) throw new Failure('usage', `${flag} makes no sense with checklist ${INTERVIEW}`, 'Leave it out');
  return (await import('../agency/sheet.ts')).decide(run);
}

function arrivalAnswer(options: Options, lists: readonly Checklist[]): CivilDate | undefined {
  const arrival = dateAnswer(options, 'arrival');
  if (arrival === undefined || lists.some(({ items }) => items.some(({ weeks }) => weeks))) return arrival;
  throw new Failure(
    'usage',
    '--arrival makes no sense here: nothing of this counts from it',
    'See: ascpi checklist arrival',
  );
}

/** Whose journey it is. What belongs to no step can be read before there is any. */
async function tickerOf(run: Run, lists: readonly Checklist[]): Promise<Ticker | undefined> {
  const isNamed = (run.globals.candidate ?? run.settings().candidate) !== undefined;
  const isEarly = !isNamed && lists.every(({ step }) => step === undefined) && (await run.store().list()).length === 0;
  if (isEarly) return undefined;
  const journey = await run.journey();
  const { timeline } = statusInput(journey, run);
  return { journey, credential: credentialNamed(run, journey.profile.credential), route: timeline.running.route };
}

/** That of a step or an occasion; those of the steps where none is named. Fails with `usage`. */
function chosenLists(all: readonly Checklist[], typed: string | undefined): readonly Checklist[] {
  if (typed === undefined) return all.filter(({ step }) => step !== undefined);
  const wanted = stepNamed(typed) ?? typed.toLowerCase();
  const list = all.find((each) => checklistId(each) === wanted);
  if (list) return [list];
  const known = [...all.map(checklistId), INTERVIEW];
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
