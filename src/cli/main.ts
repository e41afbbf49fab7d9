// Runs one command: reads the arguments, lets the command decide, brings it to its end. The one place that catches.
import { commands } from './commands/index.ts';
import { conclude } from './conclude.ts';
import type { Context } from './context.ts';
import { askingFor, conversationFor } from './conversations.ts';
import { readGlobals } from './global-options.ts';
import { decisionOf } from './invoke.ts';
import { checkOutput } from './output.ts';
import { type Invocation, readArguments } from './program.ts';
import { reportFailure } from './report-failure.ts';

/** The exit code. Never throws. */
export async function main(argv: readonly string[], context: Context): Promise<number> {
  try {
    return await runCommand(await readArguments(argv, commands, 'home'), context);
  } catch (error) {
    return reportFailure(error, wantsJson(argv), argv.includes('--debug'), context);
  }
}

async function runCommand(invocation: Invocation, context: Context): Promise<number> {
  const { command, options } = invocation;
  const globals = readGlobals(options, command, context);
  const decide = decisionOf(invocation);
  checkOutput(globals);
  const talk = conversationFor(invocation, globals, context);
  if (talk) {
    await talk();
    return 0;
  }
  const outcome = await conclude(decide, context, globals, askingFor(globals, context));
  if (!outcome.failure) return outcome.exit ?? 0;
  return reportFailure(outcome.failure, globals.format === 'json', options['debug'] === true, context);
}

/** Whether failures are to be JSON, known even where the arguments can't be read. */
function wantsJson(argv: readonly string[]): boolean {
  return argv.some(
    (arg, index) => arg === '--json' || arg === '--format=json' || (arg === 'json' && argv[index - 1] === '--format'),
  );
}
