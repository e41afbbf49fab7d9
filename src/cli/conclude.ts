// Brings a decision to its end: render, save, print, in that order, so that no fault leaves half a change.
import { dirname } from 'node:path';
import { Failure } from '../domain/failure.ts';
import type { Journey } from '../domain/journey.ts';
import { once } from '../domain/once.ts';
import type { Format } from '../formats/format.ts';
import { formatNamed, formatsFor } from '../formats/index.ts';
import { visible } from '../formats/safe-text.ts';
import { writeDurably } from '../stores/durable-write.ts';
import { makePrivateFolder } from '../stores/folder.ts';
import { sweepLeftovers } from '../stores/leftovers.ts';
import { tightenModes } from '../stores/modes.ts';
import type { View } from '../views/view.ts';
import type { Change, Outcome } from './command.ts';
import type { Context } from './context.ts';
import type { Globals } from './global-options.ts';
import { writeOutput } from './output.ts';
import { pageStyle } from './page-style.ts';
import { type Asking, makeRun, type Run } from './run.ts';
import { styleOf } from './style.ts';
import { tellHints } from './tell-hints.ts';

const PATIENCE_MS = 10_000;

export type Decide = (run: Run) => Promise<Outcome>;

/** Someone may save between our reading and our saving: then it is decided again on what is stored now. */
export async function conclude(decide: Decide, context: Context, globals: Globals, asking?: Asking): Promise<Outcome> {
  // From the first race that was lost, and not by the clock of the wall, which may be set meanwhile.
  const start = once(() => performance.now());
  const hasTime = () => performance.now() - start() < PATIENCE_MS;
  const first = makeRun(context, globals, asking);
  const attempt = attempts(decide, asking, hasTime);
  try {
    const outcome = await attempt(first);
    if (outcome) return outcome;
    const store = first.store();
    const untilSaved = async (): Promise<Outcome> => {
      for (;;) {
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
        const late = await attempt(makeRun(context, globals, asking, store));
        if (late) return late;
      }
    };
    // Nobody is kept waiting by a question.
    return await (store.inTurn && !asking ? store.inTurn(untilSaved) : untilSaved());
  } finally {
    await first.close();
  }
}

/** Each gives undefined where someone else saved first and there is still time to decide again. */
function attempts(decide: Decide, asking: Asking | undefined, hasTime: () => boolean) {
  let agreed: string | undefined;
  return async (run: Run): Promise<Outcome | undefined> => {
    const { globals } = run;
    const outcome = await decide(run);
    if (outcome.confirm && !globals.dryRun && !globals.yes) {
      const { agree } = await import('./agreement.ts');
      agreed = await agree(outcome.confirm, run, asking?.confirm, agreed);
    }
    if (outcome.perform && !globals.dryRun) return performed(outcome.perform, outcome, run);
    const text = await render(outcome.view, run);
    const changes = globals.dryRun ? [] : (outcome.save ?? []);
    try {
      await saveAll(changes, run);
    } catch (error) {
      const moved = error instanceof Failure && error.kind === 'conflict' && hasTime();
      if (!moved || !isOneDeed(changes)) throw error;
      return undefined;
    }
    await deliver(text, run);
    tellNotices(outcome.notices, run);
    if (!globals.dryRun) tellHints(outcome.hints, run);
    return outcome;
  };
}

function tellNotices(notices: Outcome['notices'], { globals, context }: Run): void {
  if (globals.quiet || globals.format === 'json') return;
  for (const notice of notices ?? []) context.stderr.write(`${visible(notice)}\n`);
}

async function performed(perform: NonNullable<Outcome['perform']>, outcome: Outcome, run: Run): Promise<Outcome> {
  const came = await perform(async (view) => deliver(await render(view, run), run));
  tellHints(came.hints, run);
  return { view: outcome.view, ...came };
}

/** To where it goes, and shown there where that was asked for. */
async function deliver(text: string | Uint8Array, { globals, context }: Run): Promise<void> {
  writeOutput(text, globals, context);
  if (!globals.open || globals.output === undefined) return;
  const { showFile } = await import('./show-file.ts');
  await showFile(globals.output, context);
}

/** Journeys are saved all or none; of other changes some may have been saved when one fails. */
const isOneDeed = (changes: readonly Change[]): boolean =>
  changes.length < 2 || changes.every((change) => 'journey' in change);

/** Journeys first and together, so that one is erased only when what replaces it is kept. */
async function saveAll(changes: readonly Change[], run: Run): Promise<void> {
  const journeys = changes.flatMap((change) => ('journey' in change ? [change.journey] : []));
  if (journeys.length > 0) await run.store().saveAll(journeys, run.progress('Saved', journeys.length));
  for (const change of changes) if (!('journey' in change)) await save(change, run);
}

/** A view in the format and style of this run. */
export async function render(answer: View, run: Run): Promise<string | Uint8Array> {
  const { globals, context } = run;
  // The one place where views become output.
  const view = globals.redact ? (await import('../views/redacted.ts')).redacted(answer) : answer;
  const format: Format | undefined = formatNamed(globals.format);
  if (!format) throw new Failure('bug', `the format ${globals.format} is not registered`);
  const lacking = format.lacks?.(view);
  if (lacking !== undefined) {
    const names = formatsFor(view).map(({ name }) => name);
    throw new Failure(
      'usage',
      `this answer has no ${lacking}, so it can't be ${format.name}`,
      `Formats it has: ${names.join(', ')}`,
    );
  }
  if (format.binary && globals.output === undefined && context.stdout.isTTY) {
    throw new Failure(
      'usage',
      `${format.name} is not for a terminal`,
      `Name a file: -o ${view.name}.${format.extensions[0]}`,
    );
  }
  return format.render(view, { ...styleOf(globals, context, isAccessible(run)), ...pageStyle(format, view, run) });
}

export const isAccessible = (run: Run): boolean =>
  run.globals.accessible || (run.globals.format === 'text' && accessibleSetting(run));

function accessibleSetting(run: Run): boolean {
  try {
    return run.settings().accessible === true;
  } catch {
    // Damaged settings fail where a command needs them; doctor must still be able to say so.
    return false;
  }
}

async function save(change: Exclude<Change, { journey: Journey }>, run: Run): Promise<void> {
  if ('remove' in change) {
    // First: cut short, the candidate is still there, and the same command can be run again.
    const { forget } = await import('./roster/forget.ts');
    await forget(change.remove, run);
    return run.store().remove(change.remove, change.revision);
  }
  if ('forget' in change) {
    const { forget } = await import('./roster/forget.ts');
    return forget(change.forget, run, change.names);
  }
  if ('replace' in change) return run.store().replaceAll(change.replace, change.stamp);
  if ('shared' in change) return run.store().saveShared(change.shared, change.document, change.stamp);
  if ('file' in change) {
    makePrivateFolder(dirname(change.file));
    return writeDurably(change.file, change.text);
  }
  if ('backup' in change) {
    const { keepBackup } = await import('./backup/keep.ts');
    return keepBackup(change, run);
  }
  if ('tidy' in change) {
    await sweepLeftovers(change.tidy.folder);
    if (change.tidy.modes) tightenModes(change.tidy.folder);
    return;
  }
  const { writeSettings } = await import('../stores/write-settings.ts');
  await writeSettings(run.home(), change.settings);
}
