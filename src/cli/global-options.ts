// The options that every command takes, before or after its name, and what they come to.
import type { CivilDate } from '../domain/civil-date.ts';
import { Failure, quote } from '../domain/failure.ts';
import { parseDate } from '../domain/parse-date.ts';
import type { Format, PaperSize } from '../formats/format.ts';
import { formatForFile, formatNamed, formatNames, formats } from '../formats/index.ts';
import type { Command, OptionSpec, Options } from './command.ts';
import type { Context } from './context.ts';

export const globalOptions: readonly OptionSpec[] = [
  { flags: '--format <name>', description: `how the answer is written: ${formatNames.join(', ')}` },
  { flags: '--json', description: 'same as --format json' },
  { flags: '-o, --output <file>', description: 'write to a file; its extension chooses the format; - is stdout' },
  { flags: '--open', description: 'show the file of -o in the program that this system has for it' },
  { flags: '--paper <size>', description: 'pages: a4 or letter; unless given, the usual one of the country' },
  { flags: '--font <file>', description: 'pdf: a .ttf or .otf font for letters that the usual ones lack' },
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
  /** a folder for files of the command's own, where -o names one */
  readonly folder: string | undefined;
  /** what the files in that folder are written as, where the command lets this be chosen */
  readonly fileFormat: string | undefined;
  readonly open: boolean;
  /** undefined for the usual one */
  readonly paper: PaperSize | undefined;
  readonly font: string | undefined;
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
  const fills = named !== undefined && command.fillsFolder?.(options) === true;
  const makes = named !== undefined && command.makesFile === true;
  const output = fills || makes ? undefined : named;
  const today = text(options['today']) ?? (env['ASCPI_TODAY'] || undefined);
  const dryRun = options['dryRun'] === true;
  const force = options['force'] === true;
  const files = fills ? fileFormat(options, command) : undefined;
  const format = files !== undefined && options['json'] !== true ? 'text' : chooseFormat(options, output);
  if (dryRun && !command.writes) throw senseless('--dry-run', command, 'it changes nothing');
  if (force && !command.writes && named === undefined) throw senseless('--force', command, 'it changes nothing');
  if (options['candidate'] !== undefined && !command.ofOneJourney) {
    throw senseless('-c', command, 'it is not about one candidate');
  }
  const toFile = output === '-' ? undefined : output;
  if (options['open'] === true && toFile === undefined) {
    throw senseless('--open', command, 'no file is written', 'Name one: -o <file>');
  }
  return {
    ...pageOptions(options, files ?? format),
    format,
    output: toFile,
    folder: fills ? named : undefined,
    file: makes ? named : undefined,
    fileFormat: files,
    open: options['open'] === true,
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

const senseless = (flag: string, { name }: Pick<Command, 'name'>, why: string, hint = `See: ascpi help ${name}`) =>
  new Failure('usage', `${flag} makes no sense with ${name}: ${why}`, hint);

const senselessBecause = { paper: 'it has no paper of its own', font: 'it has no letters of its own' } as const;

const paperSizes: readonly PaperSize[] = ['a4', 'letter'];

/** Options of pages, refused where the answer has none. What is sent to a printer is a PDF whatever tells of it. */
function pageOptions(options: Options, chosen: string): Pick<Globals, 'paper' | 'font'> {
  const name = options['print'] === true ? 'pdf' : chosen;
  const takes = formatNamed(name)?.takes ?? [];
  for (const option of ['paper', 'font'] as const) {
    if (options[option] === undefined || takes.includes(option)) continue;
    const able = formats.filter((format: Format) => format.takes?.includes(option)).map((format) => format.name);
    throw senseless(`--${option}`, { name }, senselessBecause[option], `It is for --format ${able.join(' or ')}`);
  }
  const typed = text(options['paper']);
  const paper = paperSizes.find((size) => size === typed?.toLowerCase());
  if (typed !== undefined && !paper) {
    throw new Failure('usage', `${quote(typed)} is not a paper size this tool knows`, 'Give a4 or letter');
  }
  return { paper, font: text(options['font']) };
}

/** Of the files in the folder of -o: the first of those that the command has, unless another is asked for. */
function fileFormat(options: Options, { intoFolder, name }: Command): string | undefined {
  if (!intoFolder) return undefined;
  const { formats: known } = intoFolder;
  const asked = text(options['format']);
  if (asked === undefined || known.includes(asked)) return asked ?? known[0];
  throw new Failure('usage', `${quote(asked)} is not a format of the files of ${name}`, `Formats: ${known.join(', ')}`);
}

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
