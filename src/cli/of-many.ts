// One command for several candidates: it decides for each, the answers stand together, and all is kept or nothing.
import { Failure } from '../domain/failure.ts';
import { filterText } from '../domain/filter.ts';
import type { Journey } from '../domain/journey.ts';
import { once } from '../domain/once.ts';
import { visible } from '../formats/safe-text.ts';
import { manyView, type Part } from '../views/of-many.ts';
import type { View } from '../views/view.ts';
import type { Command, Confirmation, Options, Outcome, Performed, Publish } from './command.ts';
import { isOfOne } from './is-of-one.ts';
import { refusedBy } from './refused-by.ts';
import { readFilter, select } from './roster/selection.ts';
import type { Run } from './run.ts';

/** More changes than that are shown before they are made. */
const UNASKED = 3;
/** A preview shows no more candidates than these; a dry run shows all. */
const PREVIEWED = 20;

/** Whom a command is about: candidates by their ids, else all that a filter chooses. */
export interface Meant {
  readonly ids: readonly string[];
  /** the options that choose, by their plain names */
  readonly filter: Options;
}

interface Chosen {
  readonly id: string;
  readonly load: () => Promise<Journey>;
}

export async function decideForMany(
  run: Run,
  command: Command,
  args: readonly string[],
  options: Options,
  meant: Meant,
): Promise<Outcome> {
  const { chosen, unread, failure } = await choose(run, meant);
  // What can't be read might be meant too, and must not be passed over in silence.
  if (failure && (command.writes || chosen.length === 0)) throw failure;
  const named = meant.ids.length > 0;
  const decide = (now: Run) => decideForEach(now, command, args, options, chosen, named);
  const dryRun = { ...run, globals: { ...run.globals, dryRun: true } };
  const view = (decided: readonly Decided[], most?: number): View =>
    manyView({
      name: command.name.replaceAll(' ', '-'),
      parts: decided.map(({ part }) => part),
      unread,
      today: run.today,
      dryRun: run.globals.dryRun || most !== undefined,
      deed: command.deed ?? ['Changed', 'Would change'],
      isOfOne,
      ...(most === undefined ? {} : { most }),
    });
  const decided = await decide(run);
  const confirm = confirmationOf(decided, async () => view(await decide(dryRun), PREVIEWED));
  const hints = decided.flatMap(({ outcome }) => outcome.hints ?? []);
  const alike = hints.map((hint) => hint.replace(/: ascpi ([a-z]+) -c \S+$/, ', for each: ascpi $1 -c <id>'));
  return {
    view: view(decided),
    save: decided.flatMap(({ outcome }) => outcome.save ?? []),
    exit: Math.max(0, ...decided.map(({ outcome }) => outcome.exit ?? 0)),
    hints: [...new Set(alike)].slice(0, 2),
    ...(confirm ? { confirm } : {}),
    ...(failure ? { failure } : {}),
    ...(decided.some(({ outcome }) => outcome.perform)
      ? { perform: (publish: Publish) => performEach(decided, publish) }
      : {}),
  };
}

/** One deed after the other, in the order of the candidates; each writes its own answer. */
async function performEach(decided: readonly Decided[], publish: Publish): Promise<Performed> {
  let exit = 0;
  for (const { outcome } of decided) {
    const came = await outcome.perform?.(publish);
    exit = Math.max(exit, came?.exit ?? outcome.exit ?? 0);
  }
  return { exit };
}

async function choose(run: Run, { ids, filter }: Meant) {
  if (ids.length > 0) {
    const each = [...new Set(ids.map((id) => id.toLowerCase()))];
    return { chosen: each.map((id): Chosen => ({ id, load: once(() => run.journeyNamed(id)) })), unread: [] };
  }
  const read = readFilter(filter, run);
  const { journeys, total, unread, failure } = await select(read, run);
  if (journeys.length === 0 && !failure) {
    const hint = total === 0 ? 'Add one: ascpi candidates add --name "<name>"' : 'See who there is: ascpi candidates';
    throw new Failure('missing', `no candidate is meant by ${visible(filterText(read)) || '--all'}`, hint);
  }
  return { chosen: journeys.map((each): Chosen => ({ id: each.id, load: async () => each })), unread, failure };
}

interface Decided {
  readonly part: Part;
  readonly outcome: Outcome;
}

/** Fails where one of them is refused, naming each. */
async function decideForEach(
  run: Run,
  command: Command,
  args: readonly string[],
  options: Options,
  chosen: readonly Chosen[],
  named: boolean,
): Promise<Decided[]> {
  const decided: Decided[] = [];
  const refused: { readonly id: string; readonly failure: Failure }[] = [];
  for (const { id, load } of chosen) {
    const ofOne = { ...run, globals: { ...run.globals, candidate: id }, journey: load };
    try {
      const outcome = await command.decide(ofOne, args, { ...options, candidate: id });
      decided.push({ outcome, part: await partOf(id, load, outcome) });
    } catch (error) {
      const isAnswer = error instanceof Failure && (error.kind === 'usage' || error.kind === 'missing');
      if (!isAnswer) throw error;
      refused.push({ id, failure: error });
    }
  }
  const [first, ...others] = refused;
  if (first) throw refusedBy([first, ...others], chosen.length, named);
  return decided;
}

async function partOf(id: string, load: Chosen['load'], { view, brief, save = [] }: Outcome): Promise<Part> {
  const name = await load().then(
    ({ profile }) => profile.name,
    () => undefined,
  );
  return { id, name, view, changes: save.length > 0, ...(brief === undefined ? {} : { brief }) };
}

/** What is severe for one is severe for all of them; of mild changes many are asked for. */
function confirmationOf(decided: readonly Decided[], preview: Confirmation['preview']): Confirmation | undefined {
  const severe = decided.flatMap(({ outcome }) => outcome.confirm ?? []);
  const [only] = severe;
  if (only && severe.length === 1) return only;
  const count = decided.filter(({ part }) => part.changes).length;
  if (only) {
    return {
      preview,
      question: `This can not be taken back. To go on, type the number of candidates, ${count}. Which number?`,
      why: 'The number shows that you have seen how many candidates are meant. Anything else changes nothing.',
      typed: String(count),
      refusal: `this can't be taken back: ${count} candidates`,
    };
  }
  if (count <= UNASKED) return undefined;
  return {
    preview,
    question: `Change these ${count} candidates?`,
    why: 'All of them are changed together, or none. Each change can be taken back later for each candidate.',
    refusal: `${count} candidates would change, which is more than ${UNASKED}`,
  };
}
