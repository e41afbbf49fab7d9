// The command line as commander reads it. The one file that imports commander.
import { Command as Commander, CommanderError, Option } from 'commander';
import { Failure } from '../domain/failure.ts';
import type { Command, Options } from './command.ts';
import { globalOptions } from './global-options.ts';

export interface Invocation {
  readonly command: Command;
  readonly args: readonly string[];
  readonly options: Options;
}

/** Reads the arguments; without a command `bare` runs. Fails with `usage`. */
export async function readArguments(
  argv: readonly string[],
  commands: readonly Command[],
  bare: string,
): Promise<Invocation> {
  let invocation: Invocation | undefined;
  const program = silent(new Commander('ascpi'));
  for (const { flags, description } of globalOptions) program.addOption(new Option(flags, description));
  const words = withCommand(program, argv, bare);
  const named = commands.filter(({ name }) => words.includes(name));
  // Building the others takes time and is needed only to suggest the one that was meant.
  for (const command of named.length > 0 ? named : commands) {
    const child = program.command(command.name).helpOption(false);
    for (const { name, description } of command.args ?? []) child.argument(name, description);
    for (const { flags, description } of command.options ?? []) child.addOption(new Option(flags, description));
    child.action(() => {
      invocation = { command, args: child.args, options: child.optsWithGlobals() as Options };
    });
  }
  try {
    await program.parseAsync(words, { from: 'user' });
  } catch (error) {
    throw error instanceof CommanderError ? asUsage(error, argv, commands) : error;
  }
  if (!invocation) throw new Failure('bug', 'no command was chosen');
  return invocation;
}

const silent = (program: Commander) =>
  program
    .exitOverride()
    .configureOutput({ writeOut: () => {}, writeErr: () => {} })
    .helpOption(false)
    .helpCommand(false);

/** `--help` and `--version` are commands in other words; without any command the bare one runs. */
function withCommand(program: Commander, argv: readonly string[], bare: string): readonly string[] {
  const takesValue = new Set(
    program.options.filter(({ required }) => required).flatMap(({ short, long }) => [short, long]),
  );
  const operands: string[] = [];
  const json = argv.filter((arg) => arg === '--json');
  for (let index = 0; index < argv.length; index += 1) {
    const arg = argv[index] ?? '';
    if (arg === '--') break;
    if (arg === '-h' || arg === '--help') return ['help', ...operands.slice(0, 1), ...json];
    if ((arg === '-V' || arg === '--version') && operands.length === 0) return ['version', ...json];
    if (!arg.startsWith('-') || arg === '-') operands.push(arg);
    else if (takesValue.has(arg)) index += 1;
  }
  return operands.length > 0 ? argv : [bare, ...argv];
}

function asUsage(error: CommanderError, argv: readonly string[], commands: readonly Command[]): Failure {
  const [message = '', suggestion] = error.message
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  const named = argv.find((word) => commands.some(({ name }) => name === word));
  const known = commands.find(({ name }) => name === named);
  const help = known ? `See: ascpi help ${known.name}` : 'See: ascpi help';
  // commander puts its suggestion in brackets on a second line.
  return new Failure('usage', message, suggestion?.replace(/^\(|\)$/g, '') ?? help, error);
}
