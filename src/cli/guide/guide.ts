// The guide: says where one is, asks what happened, explains what comes next. What it keeps is what commands would keep.
import type { FactKind } from '../../domain/fact.ts';
import { Failure } from '../../domain/failure.ts';
import type { Journey } from '../../domain/journey.ts';
import { readGuideMemory, writeGuideMemory } from '../../stores/guide-memory.ts';
import { stepText } from '../../views/receipt.ts';
import { statusView } from '../../views/status.ts';
import type { Options, Outcome } from '../command.ts';
import { begun } from '../commands/start.ts';
import { statusInput } from '../commands/status-input.ts';
import type { Run } from '../run.ts';
import { LEFT } from './answering.ts';
import type { Ask } from './ask.ts';
import { changesSince, seenOf } from './changes.ts';
import { type Draft, emptyDraft, keepDraft, readDraft } from './draft.ts';
import { runMenu } from './menu.ts';
import { accessible, accessibleChoices, bye, introduction, left, resume } from './sentences.ts';
import { checkGiven, talkAboutStart } from './start-conversation.ts';

export interface Guide {
  /** the way of asking; in plain lines when `accessible` */
  readonly ask: (accessible: boolean) => Promise<Ask>;
  /** a fresh look at what is stored, for one journey once it is known; where there are several it asks which */
  readonly run: (candidate?: string, ask?: Ask) => Run;
  /** renders, saves and prints, as for any command */
  readonly conclude: (decide: (run: Run) => Promise<Outcome>, candidate?: string) => Promise<Outcome>;
}

/** From the first introduction, or from the status, to quitting. Fails with `cancelled` when the person leaves. */
export async function runGuide(guide: Guide): Promise<void> {
  const run = guide.run();
  const isNew = run.globals.candidate === undefined && (await run.store().list()).length === 0;
  let ask = await guide.ask(run.globals.accessible || run.settings().accessible === true);
  const saved: string[] = [];
  try {
    if (isNew) ask = (await introduce(guide, run, ask)) ?? ask;
    const journey = await beginOrFind(guide, ask, isNew, saved);
    if (!journey) return;
    await visit(guide, ask, journey.id, saved);
    await ask.say(bye);
  } catch (error) {
    throw leaving(error, saved);
  } finally {
    ask.close();
  }
}

/** A command that asks for its answers on a terminal; what is answered goes to it as its options. */
export async function runAsked(
  guide: Guide,
  talk: (ask: Ask, run: Run) => Promise<Options>,
  decide: (run: Run, options: Options) => Promise<Outcome>,
): Promise<void> {
  const run = guide.run();
  const ask = await guide.ask(run.globals.accessible || run.settings().accessible === true);
  try {
    const options = await talk(ask, guide.run(undefined, ask));
    await ask.say('');
    await guide.conclude((fresh) => decide(fresh, options));
  } catch (error) {
    throw leaving(error, []);
  } finally {
    ask.close();
  }
}

/** `start` on a terminal: asks what is not given. */
export async function runStart(guide: Guide, given: Options): Promise<void> {
  const run = guide.run();
  await checkGiven(run, given);
  const ask = await guide.ask(run.globals.accessible || run.settings().accessible === true);
  try {
    const draft = readDraft(run);
    const goesOn = draft !== undefined && (await whatOfDraft(ask, [])) === 'resume';
    await startJourney(guide, ask, goesOn ? draft : emptyDraft, given);
  } catch (error) {
    throw leaving(error, []);
  } finally {
    ask.close();
  }
}

/** Whoever leaves is told what was saved. */
export function leaving(error: unknown, saved: readonly string[]): unknown {
  if (!(error instanceof Failure) || error.kind !== 'cancelled') return error;
  const what = [...new Set(saved)].join('; ');
  const hint = error.hint ?? (saved.length > 0 ? left.saved(what) : left.nothing);
  return new Failure('cancelled', LEFT, hint, error);
}

/** The first words, and whether to ask in plain lines; that choice is kept. */
async function introduce(guide: Guide, run: Run, ask: Ask): Promise<Ask | undefined> {
  for (const sentence of introduction(run.home())) await ask.say(sentence);
  if (run.globals.accessible || run.settings().accessible !== undefined) return undefined;
  const choices = [
    { title: accessibleChoices.usual, value: false },
    { title: accessibleChoices.plain, value: true },
  ];
  const plain = await ask.choose({ id: 'accessible', ...accessible, choices });
  if (!plain) return undefined;
  const { writeSettings } = await import('../../stores/write-settings.ts');
  await writeSettings(run.home(), (settings) => ({ ...settings, accessible: true }));
  ask.close();
  return guide.ask(true);
}

/** Goes on with a draft, begins the first journey, or finds the one that is there. */
async function beginOrFind(guide: Guide, ask: Ask, isNew: boolean, saved: string[]): Promise<Journey | undefined> {
  const run = guide.run();
  const draft = readDraft(run);
  const later = isNew ? [] : [{ title: resume.later, value: 'later' as const }];
  const choice = draft && run.globals.candidate === undefined ? await whatOfDraft(ask, later) : 'later';
  if (choice === 'drop') keepDraft(run, undefined);
  if (!isNew && choice !== 'resume') return guide.run(undefined, ask).journey();
  const journey = await startJourney(guide, ask, choice === 'resume' && draft ? draft : emptyDraft, {});
  if (journey) saved.push(left.journey);
  return journey;
}

async function whatOfDraft(
  ask: Ask,
  more: readonly { readonly title: string; readonly value: 'later' }[],
): Promise<'resume' | 'drop' | 'later'> {
  const choices = [
    { title: resume.yes, value: 'resume' as const },
    { title: resume.no, value: 'drop' as const },
    ...more,
  ];
  return ask.choose<'resume' | 'drop' | 'later'>({ id: 'resume', ...resume.ask, choices });
}

/** Undefined when the person leaves at the summary; then, and on every other way out, the draft is kept. */
async function startJourney(guide: Guide, ask: Ask, draft: Draft, given: Options): Promise<Journey | undefined> {
  const run = guide.run();
  if (draft === emptyDraft) keepDraft(run, undefined);
  const remember = (next: Draft) => keepDraft(run, next);
  let journey: Journey | undefined;
  try {
    journey = await talkAboutStart({ ask, run, remember }, draft, given);
  } catch (error) {
    const isKept = error instanceof Failure && error.kind === 'cancelled' && readDraft(run) !== undefined;
    throw isKept ? new Failure('cancelled', LEFT, left.draft, error) : error;
  }
  if (!journey) {
    await ask.say(left.draft);
    return undefined;
  }
  const kept = journey;
  await ask.say('');
  await guide.conclude(async (fresh) => begun(fresh, kept), kept.id);
  await ask.say('');
  keepDraft(run, undefined);
  return kept;
}

/** The status, what changed, and the menu, until the person quits. */
async function visit(guide: Guide, ask: Ask, id: string, saved: string[]): Promise<void> {
  const input = await look(guide, id);
  await ask.say(statusView(input));
  for (const sentence of changesSince(input.seen, input.timeline)) await ask.say(sentence);
  await runMenu({
    ask,
    run: () => guide.run(id),
    keep: async (decide) => {
      await ask.say('');
      const { save = [] } = await guide.conclude(decide, id);
      await ask.say('');
      // What is recorded here was seen here, and is no news the next time.
      const { journey } = await look(guide, id);
      const last = journey.facts.at(-1);
      if (last && save.length > 0) saved.push(savedText(last.kind, last.on));
    },
  });
}

/** Where a journey stands, and what had been seen of it before; what stands now is remembered as seen. */
async function look(guide: Guide, id: string) {
  const run = guide.run(id);
  const input = statusInput(await run.journey(), run);
  const memory = readGuideMemory(run.home());
  writeGuideMemory(run.home(), { ...memory, seen: { ...memory.seen, [id]: seenOf(input.timeline) } });
  return { ...input, seen: memory.seen?.[id] };
}

function savedText(kind: FactKind, on: Parameters<typeof stepText>[1]): string {
  if (kind === 'check') return left.tick;
  if (kind === 'undo' || kind === 'redo') return left[kind];
  return stepText(kind, on);
}
