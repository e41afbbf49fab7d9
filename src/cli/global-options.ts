// The options that every command takes, before or after its name, and what they come to.
import type { CivilDate } from '../domain/civil-date.ts';
import { Failure, quote } from '../domain/failure.ts';
import { parseDate } from '../domain/parse-date.ts';
import { formatForFile, formatNames } from '../formats/index.ts';
import type { Command, OptionSpec, Options } from './command.ts';
import type { Context } from './context.ts';

export const globalOptions: readonly OptionSpec[] = [
  { flags: '--format <name>', description: `how the answer is written: ${formatNames.join(', ')}` },
  { flags: '--json', description: 'same as --format json' },
  { flags: '-o, --output <file>', description: 'write to a file; its extension chooses the format; - is stdout' },
  { flags: '-c, --candidate <id>', description: 'whose journey (ASCPI_CANDIDATE)' },
  { flags: '--today <date>', description: 'answer as of that day (ASCPI_TODAY)' },
  { flags: '--store <address>', description: 'where journeys are kept (ASCPI_STORE)' },
  { flags: '--dry-run', description: 'say what would be recorded, and record nothing' },
  { flags: '--force', description: 'record a fact that contradicts another, or overwrite the file of -o' },
  { flags: '-y, --yes', description: 'agree to confirmations' },
  { flags: '--no-input', description: 'never ask; name the missing option instead' },
  { flags: '-q, --quiet', description: 'no hints' },
  { flags: '--no-color', description: 'no colours (NO_COLOR)' },
  { flags: '--accessible', description: 'words instead of glyphs and columns (ACCESSIBLE=1)' },
  { flags: '--redact', description: 'initials for names, and no other text of people: for sharing a screen' },
  { flags: '--debug', description: 'show where a failure comes from' },
];

export interface Globals {
  readonly format: string;
  /** a path, or undefined for stdout */
  readonly output: string | undefined;
  /** the file that the command makes, where -o names one */
  readonly file: string | undefined;
  readonly candidate: string | undefined;
  readonly today: CivilDate;
  readonly store: string | undefined;
  readonly dryRun: boolean;
  readonly force: boolean;
  /** whether what has to be confirmed is agreed to */
  readonly yes: boolean;
  /** whether questions may be asked */
  readonly input: boolean;
  readonly quiet: boolean;
  readonly noColor: boolean;
  readonly accessible: boolean;
  /** whether what people wrote is hidden */
  readonly redact: boolean;
}

const text = (value: Options[string]) => (typeof value === 'string' ? value : undefined);

export function readGlobals(options: Options, command: Command, context: Context): Globals {
  const { env } = context;
  const named = text(options['output']);
  const output = command.makesFile ? undefined : named;
  const today = text(options['today']) ?? (env['ASCPI_TODAY'] || undefined);
  const dryRun = options['dryRun'] === true;
  const force = options['force'] === true;
  if (dryRun && !command.writes) throw senseless('--dry-run', command, 'it changes nothing');
  if (force && !command.writes && named === undefined) throw senseless('--force', command, 'it changes nothing');
  if (options['candidate'] !== undefined && !command.ofOneJourney) {
    throw senseless('-c', command, 'it is not about one candidate');
  }
  return {
    format: chooseFormat(options, output),
    output: output === '-' ? undefined : output,
    file: command.makesFile ? named : undefined,
    candidate: text(options['candidate']) ?? (env['ASCPI_CANDIDATE'] || undefined),
    today: today === undefined ? context.localDay() : parseDate(today),
    store: text(options['store']) ?? (env['ASCPI_STORE'] || undefined),
    dryRun,
    force,
    yes: options['yes'] === true,
    input: options['input'] !== false,
    quiet: options['quiet'] === true,
    noColor: options['color'] === false,
    redact: options['redact'] === true,
    accessible: options['accessible'] === true || /^(1|true|yes)$/i.test(env['ACCESSIBLE'] ?? ''),
  };
}

const senseless = (flag: string, { name }: Command, why: string) =>
  new Failure('usage', `${flag} makes no sense with ${name}: ${why}`, `See: ascpi help ${name}`);

function chooseFormat(options: Options, output: string | undefined): string {
  const named = text(options['format']);
  if (options['json'] === true) {
    if (named !== undefined && named !== 'json') {
      throw new Failure('usage', `--json contradicts --format ${named}`, 'Give one of them');
    }
    return 'json';
  }
  if (named !== undefined) {
    if ((formatNames as readonly string[]).includes(named)) return named;
    throw new Failure('usage', `${quote(named)} is not a format this answer has`, `Formats: ${formatNames.join(', ')}`);
  }
  if (output === undefined || output === '-') return 'text';
  const format = formatForFile(output);
  if (format) return format.name;
  throw new Failure(
    'usage',
    `the extension of ${quote(output)} names no format`,
    `Add --format ${formatNames.join('|')}`,
  );
}
