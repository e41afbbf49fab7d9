// Where everything is kept: ASCPI_HOME, else the configuration folder of the system. Never the current folder.
import { posix, win32 } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { shownPath } from './printable.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * An absolute path; nothing is read or created. `platform` is Node's word for the system; `loginHome` asks it for the
 * home of the account where the environment does not tell, and may fail. Fails with `usage` for a relative path.
 */
export function homeFolder(platform: string, env: Environment, loginHome: () => string): string {
  const isWindows = platform === 'win32';
  const { isAbsolute, join, normalize } = isWindows ? win32 : posix;
  const absolute = (path: string | undefined) => (path && isAbsolute(path) && !path.includes('\0') ? path : undefined);

  const chosen = (name: string): string | undefined => {
    const path = env[name];
    // Set to nothing counts as not set.
    if (!path || absolute(path)) return path || undefined;
    const example = isWindows ? 'C:\\Users\\maria\\ascpi' : '/home/maria/ascpi';
    throw new Failure('usage', `${name} is not an absolute path: ${shownPath(path)}`, `Set it like ${name}=${example}`);
  };
  const home = (): string => {
    const path = chosen(isWindows ? 'USERPROFILE' : 'HOME') ?? absolute(asked(loginHome));
    if (path) return path;
    throw new Failure('usage', 'HOME is not set and this account has no home', 'Set ASCPI_HOME to a folder of yours');
  };

  const own = chosen('ASCPI_HOME');
  if (own) return withoutSlash(normalize(own));
  if (isWindows) return join(absolute(env['APPDATA']) ?? join(home(), 'AppData', 'Roaming'), 'ascpi', 'Config');
  if (platform === 'darwin') return join(home(), 'Library', 'Preferences', 'ascpi');
  // A relative path here is to be ignored, says the XDG Base Directory Specification.
  return join(absolute(env['XDG_CONFIG_HOME']) ?? join(home(), '.config'), 'ascpi');
}

const withoutSlash = (path: string): string => (/^([a-z]:)?[\\/]$/i.test(path) ? path : path.replace(/[\\/]$/, ''));

function asked(loginHome: () => string): string | undefined {
  try {
    return loginHome();
  } catch {
    // The account is not in the password database, as in some containers.
    return undefined;
  }
}
