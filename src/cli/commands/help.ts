// `ascpi help [topic]`: help of a command, or a topic that is true of all; made from the commands themselves.
import { Failure, quote } from '../../domain/failure.ts';
import { closest } from '../../domain/suggest.ts';
import {
  type CommandHelp,
  commandHelpView,
  type Manual,
  manualView,
  type ProgramHelp,
  programHelpView,
  topicView,
} from '../../views/help.ts';
import type { Argument, Command, Group, OptionSpec } from '../command.ts';
import { commandOf } from '../command-of.ts';
import { exitCodeMeanings } from '../exit-codes.ts';
import { manyOptionsOf, nameOf } from '../filter-options.ts';
import { globalOptions } from '../global-options.ts';
import { isTaken } from '../is-taken.ts';
import { topics } from '../topics.ts';

const groups: readonly Group[] = ['Your journey', 'The rules', 'After the exam', 'Many candidates', 'This tool'];

/** `all` is a function because the list of commands contains this one. */
export const helpOf = (all: () => readonly Command[]): Command => ({
  name: 'help',
  group: 'This tool',
  summary: 'help of a command or a topic',
  args: [{ name: '[topic...]', description: `a command, or ${topics.map(({ name }) => name).join(', ')}` }],
  examples: ['ascpi help done', 'ascpi help dates', 'ascpi help manual'],
  async decide({ today }, words) {
    const commands = all();
    const what = words.join(' ');
    if (what === '') return { view: programHelpView(programHelp(commands), today) };
    if (what === MANUAL) return { view: manualView(manualOf(commands), today) };
    const topic = topics.find(({ name }) => name === what);
    if (topic) return { view: topicView(topic, today) };
    // What follows the command is what it would have been given: `ascpi done exam --help`.
    const command = commands.some(({ name }) => name.split(' ')[0] === words[0]) && commandOf(words, commands);
    if (command) return { view: commandHelpView(commandHelp(command, commands), today) };
    const near = closest(what, [...[...commands, ...topics].map(({ name }) => name), MANUAL]);
    throw new Failure(
      'usage',
      `there is no help on ${quote(what)}`,
      near ? `Did you mean ${near}?` : 'See: ascpi help',
    );
  },
});

/** All of help on one page: docs/cli.md and the manual page are made of it. */
const MANUAL = 'manual';

const manualOf = (commands: readonly Command[]): Manual => ({
  program: programHelp(commands),
  // What is the same for all stands once, under its topic and at the top.
  commands: commands.map((command) => ({ ...commandHelp(command, commands), globalOptions: [], exitCodes: [] })),
  topics,
});

const optionRows = (options: readonly OptionSpec[]) =>
  options.map(({ flags, description }) => [flags, description] as const);

function programHelp(commands: readonly Command[]): ProgramHelp {
  return {
    examples: [
      'ascpi start --name "Maria Santos" --credential MLS --country PH',
      'ascpi done application --on 2026-10-01',
      'ascpi status',
      'ascpi why application-documents',
    ],
    groups: groups.map((title) => ({
      title,
      commands: commands
        .filter(({ group, name }) => group === title && !name.includes(' '))
        .map(({ name, summary }) => [name, summary] as const),
    })),
    globalOptions: optionRows(globalOptions),
    topics: [...topics, { name: MANUAL, summary: 'all of this on one page' }].map(
      ({ name, summary }) => [`help ${name}`, summary] as const,
    ),
  };
}

function commandHelp(command: Command, commands: readonly Command[]): CommandHelp {
  const { name, summary, description, args = [], options = [], ofMany, writes, examples, json } = command;
  const filters = manyOptionsOf(options).map((option) => `--${nameOf(option)}`);
  return {
    name,
    usage: ['ascpi', name, ...args.map((arg) => arg.name), '[options]'].join(' '),
    description: description ?? summary,
    examples,
    args: args.map((arg) => [arg.name, arg.description] as const),
    options: optionRows(options),
    many: ofMany ? [[filters.join(', '), writes ? `${IN_PLACE}. ${SHOWN_FIRST}` : IN_PLACE]] : [],
    inner: commands
      .filter((each) => each.name.startsWith(`${name} `))
      .map((each) => [each.name, each.summary] as const),
    globalOptions: optionRows(globalOptions.filter((option) => isTaken(option, command))),
    json: json && ofMany ? `${json}. ${ofManyJson(args, writes)}` : json,
    exitCodes: exitCodeMeanings.map(([code, meaning]) => [String(code), meaning] as const),
  };
}

const IN_PLACE = 'the candidates that are meant, in place of -c. See: ascpi help filters';
const SHOWN_FIRST = 'More than three changes are shown first, and made with --yes';

const ofManyJson = (args: readonly Argument[], writes = false): string =>
  `With ${args.some(({ name }) => name === '[id...]') ? 'ids or ' : ''}a filter, the schema ends in -of-many: journeys[] with these fields each, unread[]${writes ? ', dryRun, changed' : ''}`;
