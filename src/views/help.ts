// Help as views, so that every format can write it: of the program, of a command, on a topic.
import type { CivilDate } from '../domain/civil-date.ts';
import type { Block, Text, View } from './view.ts';

type Row = readonly [name: string, meaning: string];

export interface CommandHelp {
  readonly name: string;
  readonly usage: string;
  readonly description: string;
  readonly examples: readonly string[];
  readonly args: readonly Row[];
  readonly options: readonly Row[];
  /** what it takes in place of -c */
  readonly many: readonly Row[];
  /** commands under it */
  readonly inner: readonly Row[];
  readonly globalOptions: readonly Row[];
  readonly json: string | undefined;
  readonly exitCodes: readonly Row[];
}

export interface Topic {
  readonly name: string;
  readonly summary: string;
  /** paragraphs; a pair is a row of a table */
  readonly body: readonly (string | Row)[];
}

export interface ProgramHelp {
  readonly examples: readonly string[];
  readonly groups: readonly { readonly title: string; readonly commands: readonly Row[] }[];
  readonly globalOptions: readonly Row[];
  readonly topics: readonly Row[];
}

export interface Manual {
  readonly program: ProgramHelp;
  readonly commands: readonly CommandHelp[];
  readonly topics: readonly Topic[];
}

/** One page after the other: of the program, of each command, on each topic. */
export function manualView(manual: Manual, today: CivilDate): View {
  const pages = [
    programHelpView(manual.program, today),
    ...manual.commands.map((command) => commandHelpView(command, today)),
    ...manual.topics.map((topic) => topicView(topic, today)),
  ];
  return { name: 'help', today, data: { ...manual }, blocks: pages.flatMap(({ blocks }) => blocks) };
}

export function programHelpView({ examples, groups, globalOptions, topics }: ProgramHelp, today: CivilDate): View {
  const blocks: Block[] = [
    {
      type: 'title',
      text: 'ascpi: where you are on the way to ASCPi certification, and what is next, by when, and why',
    },
    ...section('Examples', examples.map(commandItem)),
    ...groups.flatMap(({ title, commands }) => rows(title, commands)),
    ...rows('Options of every command', globalOptions),
    ...rows('Topics', topics),
    {
      type: 'paragraph',
      text: 'Independent of ASCP, Pearson VUE and every agency. The dates on your own notice always win. Nothing leaves this machine unless you send it.',
    },
  ];
  return { name: 'help', today, data: { examples, groups, globalOptions, topics }, blocks };
}

export function commandHelpView(help: CommandHelp, today: CivilDate): View {
  const { name, usage, description, examples, args, options, many, inner, globalOptions, json, exitCodes } = help;
  const blocks: Block[] = [
    { type: 'title', text: `ascpi ${name}` },
    { type: 'paragraph', text: sentence(description) },
    ...section('Usage', [commandItem(usage)]),
    ...section('Examples', examples.map(commandItem)),
    ...rows('Commands', inner),
    ...rows('Arguments', args),
    ...rows('Options', options),
    ...rows('Several candidates at once', many),
    ...rows('Options of every command', globalOptions),
    ...(json
      ? ([
          { type: 'heading', text: 'JSON fields' },
          { type: 'paragraph', text: json },
        ] as const)
      : []),
    ...rows('Exit codes', exitCodes),
  ];
  return { name: 'help', today, data: { ...help }, blocks };
}

export function topicView({ name, summary, body }: Topic, today: CivilDate): View {
  const blocks: Block[] = [{ type: 'title', text: `${name}: ${summary}` }];
  for (const entry of body) {
    const last = blocks.at(-1);
    const field = typeof entry === 'string' ? undefined : { label: entry[0], text: entry[1] };
    if (!field) blocks.push({ type: 'paragraph', text: entry as string });
    else if (last?.type === 'fields') blocks[blocks.length - 1] = { type: 'fields', fields: [...last.fields, field] };
    else blocks.push({ type: 'fields', fields: [field] });
  }
  return { name: 'help', today, data: { name, summary, body }, blocks };
}

const sentence = (text: string) => `${text.charAt(0).toUpperCase()}${text.slice(1)}${text.endsWith('.') ? '' : '.'}`;

const commandItem = (command: string): Text => [{ command }];

const section = (title: string, lines: readonly Text[]): Block[] => [
  { type: 'heading', text: title },
  { type: 'items', items: lines.map((text) => ({ mark: 'bullet', text })) },
];

const rows = (title: string, pairs: readonly Row[]): Block[] =>
  pairs.length === 0
    ? []
    : [
        { type: 'heading', text: title },
        { type: 'items', items: pairs.map(([label, text]) => ({ mark: 'bullet', label, text })) },
      ];
