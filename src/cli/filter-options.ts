// The options that choose candidates of a roster, the same for every command that takes them.
import type { OptionSpec, Options } from './command.ts';

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
