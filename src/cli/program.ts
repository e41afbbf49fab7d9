// The command line as commander reads it. The one file that imports commander.
import { Command as Commander, CommanderError, Option } from 'commander';
import { Failure, quote } from '../domain/failure.ts';
import { masked } from '../domain/masked.ts';
import { closest } from '../domain/suggest.ts';
import type { Command, OptionSpec, Options } from './command.ts';
import { commandOf } from './command-of.ts';
import { optionsOf } from './filter-options.ts';
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
  const named = commands.filter(({ name }) => words.includes(firstWord(name)));
  // Building the others takes time and is needed only to suggest the one that was meant.
  for (const command of named.length > 0 ? named : commands) {
    const child = childNamed(program, command.name.split(' '));
    for (const { name, description } of command.args ?? []) child.argument(name, description);
    for (const option of optionsOf(command)) child.addOption(optionOf(option));
    child.action(() => {
      refuseStray(child);
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

function optionOf({ flags, description, collect }: OptionSpec): Option {
  const option = new Option(flags, description);
  return collect ? option.argParser((value, before: readonly string[] = []) => [...before, value]) : option;
}

const firstWord = (name: string): string => name.split(' ', 1)[0] ?? '';

/** The command of these words: `candidates import` is `import` under `candidates`. */
function childNamed(parent: Commander, [word = '', ...others]: readonly string[]): Commander {
  const child =
    parent.commands.find((each) => each.name() === word) ??
    // What stands after the name of an inner command is its own: --sort of `candidates` is none of `candidates edit`.
    parent.command(word).helpOption(false).helpCommand(false).enablePositionalOptions();
  return others.length === 0 ? child : childNamed(child, others);
}

/** Options between the words of a command are those of the whole; one that it does not take is refused. */
function refuseStray(child: Commander): void {
  const own = new Set(child.options.map((option) => option.attributeName()));
  for (let outer = child.parent; outer?.parent; outer = outer.parent) {
    const stray = outer.options.find((option) => {
      const key = option.attributeName();
      return outer?.getOptionValue(key) !== undefined && !own.has(key);
    });
    if (stray) throw new Failure('usage', `unknown option ${quote(String(stray.long))}`, 'See: ascpi help');
  }
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
    if (arg === '-h' || arg === '--help') return ['help', ...operands, ...json];
    if ((arg === '-V' || arg === '--version') && operands.length === 0) return ['version', ...json];
    if (!arg.startsWith('-') || arg === '-') operands.push(arg);
    else if (takesValue.has(arg)) index += 1;
  }
  return operands.length > 0 ? argv : [bare, ...argv];
}

/** What was typed, as commander quotes it: at the end of its first line, and at any length. */
const TYPED = /(?<=unknown option )'(.*)'(?=\n\(Did you mean |$)/s;

function asUsage(error: CommanderError, argv: readonly string[], commands: readonly Command[]): Failure {
  const [message = '', suggestion] = masked(error.message.replace(TYPED, (_, typed: string) => quote(typed)))
    .replace(/^error: /, '')
    .trim()
    .split('\n');
  const words = argv.filter((word) => !word.startsWith('-'));
  const known = commandOf(words, commands);
  const help = known ? `See: ascpi help ${known.name}` : 'See: ascpi help';
  const inner = known && innerNames(known, commands);
  const extra = words[words.indexOf(lastWord(known?.name) ?? '') + 1];
  if (known && inner && inner.length > 0 && extra !== undefined && error.code === 'commander.excessArguments') {
    const near = closest(extra, inner);
    const hint = near ? `Did you mean ${known.name} ${near}?` : `It has ${inner.join(', ')}`;
    return new Failure('usage', `there is no command ${quote(`${known.name} ${extra}`)}`, hint, error);
  }
  if (error.code === 'commander.help') {
    const [word = ''] = words;
    const inner = commands.filter(({ name }) => name.startsWith(`${word} `)).map(({ name }) => name);
    return new Failure('usage', `${quote(word)} alone says too little`, `There is ${inner.join(', ')}`, error);
  }
  // commander puts its suggestion in brackets on a second line.
  return new Failure('usage', message.replace(/\.$/, ''), suggestion?.replace(/^\(|\)$/g, '') ?? help, error);
}

const lastWord = (name = ''): string | undefined => name.split(' ').at(-1);

/** The second words of the commands under a command. */
const innerNames = ({ name }: Command, commands: readonly Command[]): string[] =>
  commands.filter((each) => each.name.startsWith(`${name} `)).map((each) => each.name.slice(name.length + 1));
