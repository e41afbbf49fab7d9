// Runs one command: read the arguments, decide, render, save, print. In that order, so that no fault leaves half a change.
import { setTimeout as sleep } from 'node:timers/promises';
import { Failure } from '../domain/failure.ts';
import { formatNamed } from '../formats/index.ts';
import { sweepLeftovers } from '../stores/leftovers.ts';
import { tightenModes } from '../stores/modes.ts';
import type { Change, Outcome } from './command.ts';
import { commands } from './commands/index.ts';
import type { Context } from './context.ts';
import { readGlobals } from './global-options.ts';
import { checkOutput, writeOutput } from './output.ts';
import { type Invocation, readArguments } from './program.ts';
import { reportFailure } from './report-failure.ts';
import { makeRun, type Run } from './run.ts';
import { styleOf } from './style.ts';

/** The exit code. Never throws. */
export async function main(argv: readonly string[], context: Context): Promise<number> {
  try {
    return await runCommand(await readArguments(argv, commands, 'home'), context);
  } catch (error) {
    return reportFailure(error, wantsJson(argv), argv.includes('--debug'), context);
  }
}

async function runCommand({ command, args, options }: Invocation, context: Context): Promise<number> {
  const globals = readGlobals(options, command, context);
  checkOutput(globals);
  const answer = await decideAndSave(async () => {
    const run = makeRun(context, globals);
    const outcome = await command.decide(run, args, options);
    return { run, outcome, text: await render(outcome, run) };
  }, globals.dryRun);
  writeOutput(answer.text, globals, context);
  const { hints = [] } = answer.outcome;
  if (!globals.quiet && globals.format === 'text' && !globals.dryRun) {
    for (const hint of hints) context.stderr.write(`${hint}\n`);
  }
  return answer.outcome.exit ?? 0;
}

interface Answer {
  readonly run: Run;
  readonly outcome: Outcome;
  readonly text: string;
}

const PATIENCE_MS = 20_000;

/** Someone may save between our reading and our saving: then the command decides again on what is stored now. */
async function decideAndSave(decide: () => Promise<Answer>, dryRun: boolean): Promise<Answer> {
  const start = performance.now();
  for (;;) {
    const answer = await decide();
    if (dryRun) return answer;
    try {
      for (const change of answer.outcome.save ?? []) await save(change, answer.run);
      return answer;
    } catch (error) {
      const moved = error instanceof Failure && error.kind === 'conflict' && performance.now() - start < PATIENCE_MS;
      if (!moved || (answer.outcome.save?.length ?? 0) > 1) throw error;
      await sleep(Math.random() * 20);
    }
  }
}

async function save(change: Change, run: Run): Promise<void> {
  if ('journey' in change) return run.store().save(change.journey);
  if ('tidy' in change) {
    await sweepLeftovers(change.tidy.folder);
    if (change.tidy.modes) tightenModes(change.tidy.folder);
    return;
  }
  const { writeSettings } = await import('../stores/write-settings.ts');
  await writeSettings(run.home(), change.settings);
}

async function render(outcome: Outcome, run: Run): Promise<string> {
  const { globals, context } = run;
  const format = formatNamed(globals.format);
  if (!format) throw new Failure('bug', `the format ${globals.format} is not registered`);
  return format.render(outcome.view, styleOf(globals, context, isAccessible(run)));
}

const isAccessible = (run: Run): boolean =>
  run.globals.accessible || (run.globals.format === 'text' && run.settings().accessible === true);

/** Whether failures are to be JSON, known even where the arguments can't be read. */
function wantsJson(argv: readonly string[]): boolean {
  return argv.some(
    (arg, index) => arg === '--json' || arg === '--format=json' || (arg === 'json' && argv[index - 1] === '--format'),
  );
}
