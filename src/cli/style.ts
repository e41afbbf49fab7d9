// How text is to look on this stream: flag, then NO_COLOR, then FORCE_COLOR, then the terminal.
import type { Style } from '../formats/format.ts';
import type { Context } from './context.ts';
import type { Globals } from './global-options.ts';

const DEFAULT_WIDTH = 80;
const NARROWEST = 20;

/** What of the context decides it. */
type Seen = Pick<Context, 'env' | 'platform' | 'stdout'>;

/** All that does not depend on what is written. */
export function styleOf(globals: Globals, context: Seen, accessible: boolean): Omit<Style, 'paper' | 'fonts'> {
  const { env, stdout } = context;
  const toFile = globals.output !== undefined;
  const terminal = stdout.isTTY && !toFile;
  const columns = Number(env['COLUMNS']);
  const given = Number.isInteger(columns) && columns >= NARROWEST ? columns : undefined;
  return {
    width: toFile ? DEFAULT_WIDTH : (given ?? (terminal ? stdout.columns || DEFAULT_WIDTH : DEFAULT_WIDTH)),
    color: !toFile && !accessible && hasColor(globals.noColor, env, terminal),
    unicode: !terminal || isUnicodeSafe(context),
    accessible,
    terminal,
  };
}

function hasColor(noColor: boolean, env: Context['env'], terminal: boolean): boolean {
  if (noColor) return false;
  if (env['NO_COLOR']) return false;
  const forced = env['FORCE_COLOR'];
  if (forced !== undefined && forced !== '') return forced !== '0' && forced !== 'false';
  return terminal && env['TERM'] !== 'dumb';
}

function isUnicodeSafe({ env, platform }: Seen): boolean {
  if (platform === 'win32') return Boolean(env['WT_SESSION'] || env['TERM_PROGRAM']);
  const locale = env['LC_ALL'] || env['LC_CTYPE'] || env['LANG'] || '';
  return /utf-?8/i.test(locale) && env['TERM'] !== 'linux' && env['TERM'] !== 'dumb';
}
