// The options that choose candidates of a roster, the same for every command that takes them.
import type { Command, OptionSpec, Options } from './command.ts';

export const filterOptions: readonly OptionSpec[] = [
  { flags: '--step <step>', description: 'whose current step is this one; all-done for those who have finished' },
  { flags: '--due <period>', description: 'with something due within 14d, 2w or 1mo' },
  { flags: '--overdue', description: 'who missed a deadline, or whose result or certificate is late' },
  { flags: '--country <country>', description: 'educated there' },
  { flags: '--credential <code>', description: 'on the way to this credential' },
  { flags: '--tag <tags>', description: 'with this tag; with all of several, joined by commas' },
  { flags: '--owner <name>', description: 'looked after by this person' },
  { flags: '--search <text>', description: 'in id, name, mail address, owner and tags; case and accents do not count' },
  { flags: '--filter <name>', description: 'as kept by ascpi candidates --save-filter <name>' },
];

export const filterKeys = [
  'step',
  'due',
  'overdue',
  'country',
  'credential',
  'tag',
  'owner',
  'search',
  'filter',
] as const;

/** Whether any option that chooses candidates was given. */
export const isFiltered = (options: Options): boolean => filterKeys.some((key) => options[key] !== undefined);

/** What a command of many takes in place of -c. */
export const manyOptions: readonly OptionSpec[] = [...filterOptions, { flags: '--all', description: 'all candidates' }];

/** `step` of `--step <step>` */
export const nameOf = ({ flags }: OptionSpec): string => /--([a-z-]+)/.exec(flags)?.[1] ?? '';

/** Where a command sets what a filter asks for, the filter is named apart: `--where-tag` beside `--tag`. */
const APART = 'where-';

/** All options of a command but those that every command takes. */
export function optionsOf({ options = [], ofMany }: Command): readonly OptionSpec[] {
  return ofMany ? [...options, ...manyOptionsOf(options)] : options;
}

/** The options that choose candidates, as they are named beside the command's own. */
export function manyOptionsOf(own: readonly OptionSpec[]): readonly OptionSpec[] {
  const taken = new Set(own.map(nameOf));
  return manyOptions.map((option) =>
    taken.has(nameOf(option)) ? { ...option, flags: option.flags.replace('--', `--${APART}`) } : option,
  );
}

/** What was given of the options that choose candidates, by their plain names; and the command's own. */
export function splitOptions(command: Command, options: Options): { readonly many: Options; readonly own: Options } {
  if (!command.ofMany) return { many: {}, own: options };
  const taken = new Set((command.options ?? []).map(nameOf));
  const many: Record<string, Options[string]> = {};
  const own: Record<string, Options[string]> = { ...options };
  for (const name of manyOptions.map(nameOf)) {
    const key = taken.has(name) ? `where${name.charAt(0).toUpperCase()}${name.slice(1)}` : name;
    if (options[key] !== undefined) many[name] = options[key];
    delete own[key];
  }
  return { many, own };
}
