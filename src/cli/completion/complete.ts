// What may stand in the place of the last of some words: commands, options, and what fills their blanks.
import type { Command, OptionSpec } from '../command.ts';
import { optionsOf } from '../filter-options.ts';
import { globalOptions } from '../global-options.ts';
import { isTaken } from '../is-taken.ts';
import type { Run } from '../run.ts';
import { type Choice, type Choices, valuesOf } from './values.ts';

/** `words` are those after `ascpi`; the last is the one under the cursor, which may be empty. */
export async function complete(words: readonly string[], commands: readonly Command[], run: Run): Promise<Choices> {
  const { before, current, prefix } = split(words);
  const line = readLine(before, commands);
  if (line.blank) return within(await valuesOf(line.blank, '', line.option)(run), current, prefix);
  if (current.startsWith('-') && !line.ended) return within(optionChoices(line, commands), current);
  const { command, operands } = line;
  // Help is of commands, whose words are offered as they are typed.
  const names = commandChoices(command?.name === 'help' ? operands.slice(1) : operands, commands);
  const args = command?.args ?? [];
  const given = command ? operands.length - command.name.split(' ').length : 0;
  const last = args.at(-1);
  const arg = args[given] ?? (last?.name.includes('...') ? last : undefined);
  const values = command && arg ? await valuesOf(arg.name, command.name)(run) : [];
  return values === 'files' ? values : within([...names, ...values], current);
}

/** bash cuts words at `=`; `--format=js` is completed after its sign. */
function split(words: readonly string[]): { before: readonly string[]; current: string; prefix: string } {
  const joined = words.filter(
    (word, index) => word !== '=' || !words[index - 1]?.startsWith('--') || index === words.length - 1,
  );
  const before = joined.slice(0, -1);
  const current = joined.at(-1) ?? '';
  if (current === '=') return { before, current: '', prefix: '' };
  const [, option, value] = /^(--[a-z-]+)=(.*)$/s.exec(current) ?? [];
  return option === undefined
    ? { before, current, prefix: '' }
    : { before: [...before, option], current: value ?? '', prefix: `${option}=` };
}

interface Line {
  readonly command: Command | undefined;
  readonly operands: readonly string[];
  /** options that were given */
  readonly used: ReadonlySet<string>;
  /** after `--` there are no options */
  readonly ended: boolean;
  /** what the word under the cursor fills: `<date>` of `--on <date>` */
  readonly blank?: string;
  readonly option?: string;
}

function readLine(before: readonly string[], commands: readonly Command[]): Line {
  const operands: string[] = [];
  const used = new Set<string>();
  let waiting: OptionSpec | undefined;
  let ended = false;
  for (const word of before) {
    if (waiting) waiting = undefined;
    else if (ended || !word.startsWith('-') || word === '-') operands.push(word);
    else if (word === '--') ended = true;
    else {
      const option = allOptions(commandIn(operands, commands)).find(({ flags }) => namesIn(flags).includes(word));
      if (option) for (const name of namesIn(option.flags)) used.add(name);
      waiting = option && blankIn(option) ? option : undefined;
    }
  }
  const command = commandIn(operands, commands);
  const line = { command, operands, used, ended };
  return waiting ? { ...line, blank: blankIn(waiting) ?? '', option: namesIn(waiting.flags).at(-1) ?? '' } : line;
}

/** The longest command that the words begin with: its arguments may follow. */
function commandIn(operands: readonly string[], commands: readonly Command[]): Command | undefined {
  for (let count = operands.length; count > 0; count -= 1) {
    const found = commands.find(({ name }) => name === operands.slice(0, count).join(' '));
    if (found) return found;
  }
  return undefined;
}

const allOptions = (command: Command | undefined): readonly OptionSpec[] => [
  ...(command ? optionsOf(command) : []),
  ...globalOptions,
];

/** `-c` and `--candidate` of `-c, --candidate <id>` */
const namesIn = (flags: string): string[] => flags.match(/(?<![\w-])--?[a-zA-Z][a-z-]*/g) ?? [];
const blankIn = ({ flags }: OptionSpec): string | undefined => /[<[].*[>\]]/.exec(flags)?.[0];

function optionChoices({ command, used }: Line, commands: readonly Command[]): Choice[] {
  const taken = command ? allOptions(command).filter((option) => isTaken(option, command)) : globalOptions;
  const choices = taken.flatMap(({ flags, description }) => {
    const names = namesIn(flags);
    return names.some((name) => used.has(name)) && !flags.includes('...')
      ? []
      : [{ value: names.at(-1) ?? '', about: description }];
  });
  const help = commands.length > 0 ? [{ value: '--help', about: 'how it is used' }] : [];
  return [...choices, ...help, ...(command ? [] : [{ value: '--version', about: 'the version' }])];
}

/** The words that may follow those of a command: `add` after `candidates`. */
function commandChoices(operands: readonly string[], commands: readonly Command[]): Choice[] {
  const stem = operands.length === 0 ? '' : `${operands.join(' ')} `;
  return named(commands.filter(({ name }) => name.startsWith(stem) && !name.slice(stem.length).includes(' '))).map(
    (choice) => ({
      ...choice,
      value: choice.value.slice(stem.length),
    }),
  );
}

const named = (commands: readonly Command[]): Choice[] =>
  commands.filter(({ name }) => name !== 'home').map(({ name, summary }) => ({ value: name, about: summary }));

function within(choices: Choices, start: string, prefix = ''): Choices {
  if (choices === 'files') return choices;
  const seen = new Set<string>();
  return choices.flatMap((choice) => {
    if (!choice.value.startsWith(start) || seen.has(choice.value)) return [];
    seen.add(choice.value);
    return [{ ...choice, value: `${prefix}${choice.value}` }];
  });
}
