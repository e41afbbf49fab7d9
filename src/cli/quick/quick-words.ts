// The arguments that the quick way understands: a command of its table and plain options. Of all others commander knows.
import type { CivilDate } from '../../domain/civil-date.ts';
import { parseDate } from '../../domain/parse-date.ts';
import type { BareContext } from '../bare-context.ts';
import type { Globals } from '../global-options.ts';

/** Those that answer without -c are of all candidates; `home` is `ascpi` alone. */
export type QuickName = (typeof named)[number] | 'home';
const named = ['status', 'next', 'remind', 'candidates'] as const;

export interface QuickWords {
  readonly name: QuickName;
  readonly globals: Globals;
  /** whom -c names */
  readonly candidate: string | undefined;
  /** whether only the exit code counts */
  readonly check: boolean;
}

/** Options without a value, and with one. */
const flags = ['--json', '--no-input', '-q', '--quiet', '--no-color', '--accessible', '--check'];
const valued: Readonly<Record<string, 'candidate' | 'today'>> = {
  '-c': 'candidate',
  '--candidate': 'candidate',
  '--today': 'today',
};

/** Undefined where it takes more to understand them. Fails with `usage` on a bad day. */
export function quickWords(argv: readonly string[], { env, localDay }: Pick<BareContext, 'env' | 'localDay'>) {
  const given = new Set<string>();
  const values: { candidate?: string; today?: string } = {};
  let name: QuickName = 'home';
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? '';
    const key = Object.hasOwn(valued, word) ? valued[word] : undefined;
    if (key) {
      const value = argv[index + 1] ?? '';
      if (value === '' || value.startsWith('-') || values[key] !== undefined) return undefined;
      values[key] = value;
      index += 1;
    } else if (flags.includes(word)) {
      // An option of a command alone does not stand before it.
      if (word === '--check' && name === 'home') return undefined;
      given.add(word);
    } else {
      const known = named.find((each) => each === word);
      if (known === undefined || name !== 'home') return undefined;
      name = known;
    }
  }
  // Why these make no sense the whole program says.
  const senseless =
    (given.has('--check') && name !== 'remind') || (values.candidate !== undefined && name === 'candidates');
  if (senseless || env['ASCPI_STORE']) return undefined;
  const day = values.today ?? (env['ASCPI_TODAY'] || undefined);
  const today: CivilDate = day === undefined ? localDay() : parseDate(day);
  const globals: Globals = {
    format: given.has('--json') ? 'json' : 'text',
    output: undefined,
    open: false,
    paper: undefined,
    font: undefined,
    folder: undefined,
    file: undefined,
    fileFormat: undefined,
    candidate: values.candidate ?? (env['ASCPI_CANDIDATE'] || undefined),
    today,
    store: undefined,
    dryRun: false,
    force: false,
    yes: false,
    input: !given.has('--no-input'),
    quiet: given.has('-q') || given.has('--quiet'),
    noColor: given.has('--no-color'),
    redact: false,
    accessible: given.has('--accessible') || /^(1|true|yes)$/i.test(env['ACCESSIBLE'] ?? ''),
  };
  const check = given.has('--check');
  return { name, globals, candidate: values.candidate, check } satisfies QuickWords as QuickWords;
}
