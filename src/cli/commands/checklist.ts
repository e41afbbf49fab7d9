// `ascpi checklist [step|occasion]` and `ascpi check <item>`: what to prepare, and ticking it off.
import { type Checklist, type ChecklistItem, checklistId, ticksIn } from '../../domain/checklist.ts';
import type { CivilDate } from '../../domain/civil-date.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { factsOn } from '../../domain/journey.ts';
import type { StepsTable } from '../../domain/steps-tables.ts';
import { boardOf } from '../../domain/steps-tables.ts';
import { closest } from '../../domain/suggest.ts';
import type { Format } from '../../formats/format.ts';
import { formatForFile, formatNamed } from '../../formats/index.ts';
import { type ChecklistInput, checklistView, tableOf } from '../../views/checklist.ts';
import type { Command, Options } from '../command.ts';
import { countryCode } from '../countries.ts';
import { splitOptions } from '../filter-options.ts';
import { credentialNamed, type Run } from '../run.ts';
import { stepNamed } from '../step-named.ts';
import { dateAnswer, flagOf, given, integerAnswer } from './answers.ts';
import { recordFact } from './change.ts';
import { arrivalAnswer, INTERVIEW, interviewSheet, isBeforeJourneys } from './occasions.ts';
import { statusInput } from './status-input.ts';

export const checklist: Command = {
  name: 'checklist',
  group: 'Your journey',
  summary: 'what to prepare for each step, for an interview, for the arrival',
  description:
    'What to prepare for each step. As PDF, HTML or Markdown it has the days of the steps, room to write, and the sources. Fits two pages of paper. Lists for an interview with a staffing agency and for the arrival stand beside them. With a filter and a folder as -o it writes a file for each candidate into it, named by id: all of them, or none.',
  args: [{ name: '[step]', description: 'one step, or an occasion: interview, arrival; the seven steps unless given' }],
  options: [
    { flags: '--arrival <date>', description: 'the day you arrive, for the days of checklist arrival' },
    {
      flags: '--pages <layout>',
      description: 'pdf, html: two (all on two pages, unless given) or step (a page for each)',
    },
    { flags: '--blank', description: 'for anybody, to be filled in by hand; needs no journey' },
    { flags: '--credential <code>', description: 'with --blank: the credential it is for; any unless given' },
    { flags: '--country <country>', description: 'with --blank: where education was, PH or Philippines' },
    { flags: '--route <number>', description: 'with --blank: the route, so that only its papers are listed' },
    { flags: '--print', description: 'send it to the default printer of this machine' },
  ],
  examples: [
    'ascpi checklist application',
    'ascpi checklist arrival --arrival 2027-09-01',
    'ascpi checklist interview',
    'ascpi checklist -o checklist.pdf',
    'ascpi checklist --pages step -o steps.pdf',
    'ascpi checklist --all -o checklists --format markdown',
    'ascpi checklist --blank --credential MLS --country PH --route 1 -o blank.pdf',
  ],
  json: 'with a filter and a folder: folder, format, files[] {candidate, path}; else candidate, steps[] {id, title, items[] {id, title, detail, pitfalls, document, source, checked, confidence, ticked, neededUntil, validUntil, weeks, days, askedIn}}, occasions[] (the same); with --blank also credential, country, route',
  ofOneJourney: true,
  ofMany: true,
  // One file for all of them has an extension.
  fillsFolder: (options) => {
    const { output } = options;
    const isFolder = typeof output === 'string' && output !== '-' && !formatForFile(output);
    return isFolder && Object.keys(splitOptions(checklist, options).many).length > 0;
  },
  intoFolder: {
    formats: ['pdf', 'html', 'markdown'],
    decide: async (...given) => (await import('./checklists-into-folder.ts')).decide(...given),
  },
  async decide(run, [typed], options) {
    const name = typed?.toLowerCase();
    if (name === INTERVIEW) return interviewSheet(run, options);
    const isBlank = options['blank'] === true || (await isBeforeJourneys(run, name));
    const subject = isBlank ? blankSubject(run, options) : await journeySubject(run, options);
    const checklists = chosenLists(run.checklists(), typed, tableOf(subject));
    const arrival = arrivalAnswer(options, checklists);
    const input: ChecklistInput = { ...subject, checklists, arrival, today: run.today };
    const format: Format | undefined = formatNamed(run.globals.format);
    if (!format?.printed && options['print'] !== true && options['pages'] === undefined) {
      return { view: checklistView(input) };
    }
    return (await import('./checklist-on-paper.ts')).onPaper(run, input, format, options);
  },
};

const forBlanks = ['credential', 'country', 'route'] as const;

async function journeySubject(run: Run, options: Options): Promise<Subject> {
  const stray = forBlanks.find((key) => options[key] !== undefined);
  if (stray) {
    throw new Failure(
      'usage',
      `${flagOf(stray)} makes no sense here: the journey says it`,
      'For a checklist without a journey add --blank',
    );
  }
  const journey = await run.journey();
  const { timeline } = statusInput(journey, run);
  const credential = credentialNamed(run, journey.profile.credential);
  return {
    journey,
    credential: credential.id,
    who: {
      country: journey.profile.country,
      code: credential.code,
      route: timeline.running.route,
      board: boardOf(credential.id),
    },
    ticks: ticksIn(factsOn(journey, run.today)),
  };
}

/** For whoever these options describe; what they leave out leaves items in. */
function blankSubject(run: Run, options: Options): Subject {
  if (options['candidate'] !== undefined) {
    throw new Failure('usage', '-c and --blank contradict each other', 'Give one of them');
  }
  const [named, country] = [given(options, 'credential'), given(options, 'country') ?? run.settings().country];
  const credential = named === undefined ? undefined : credentialNamed(run, named);
  const route = integerAnswer(options, 'route', 1, 99);
  if (route !== undefined && !credential) {
    throw new Failure('usage', '--route makes no sense without --credential', 'Each credential has routes of its own');
  }
  const who = {
    country: country === undefined ? undefined : countryCode(country),
    code: credential?.code,
    route,
    board: boardOf(credential?.id ?? ''),
  };
  return { credential: credential?.id, who, ticks: new Map() };
}

type Subject = Omit<ChecklistInput, 'checklists' | 'today'>;

/** That of a step or an occasion; those of the steps where none is named. Fails with `usage`. */
function chosenLists(every: readonly Checklist[], typed: string | undefined, table: StepsTable): readonly Checklist[] {
  const all = every.filter(({ step }) => step === undefined || table.ids.includes(step));
  if (typed === undefined) return all.filter(({ step }) => step !== undefined);
  const wanted = stepNamed(typed, table) ?? typed.toLowerCase();
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
