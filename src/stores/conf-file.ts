// The one file that knows the settings library. Loaded only when a setting is written.
import { basename, dirname } from 'node:path';
import Conf from 'conf';
import type { Settings } from './settings.ts';

const serialize = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

/** Replaces all that the file holds, and returns the text that should now be in it. It may not be: see the caller. */
export function writeWithConf(path: string, settings: Settings): string {
  const conf = new Conf<Record<string, unknown>>({
    projectName: 'ascpi',
    cwd: dirname(path),
    configName: basename(path, '.json'),
    configFileMode: 0o600,
    clearInvalidConfig: false,
    accessPropertiesByDotNotation: false,
    serialize,
  });
  conf.store = settings;
  return serialize(settings);
}
