// How this installation computes the columns of a shared roster: with the rules as shipped, never with anyone's own values.
import { createHash } from 'node:crypto';
import { COLUMNS_VERSION, rosterColumns } from '../domain/roster-columns.ts';
import { rulebookFrom } from '../domain/rulebook.ts';
import type { Indexing } from '../stores/pg/stamp.ts';
import type { Settings } from '../stores/settings.ts';
import type { Context } from './context.ts';
import { dataFiles } from './data-files.ts';
import type { Globals } from './global-options.ts';
import { progressOn } from './progress.ts';
import { ruleSource } from './rule-source.ts';

export function indexingOf(context: Context, globals: Globals, settings: Settings): Indexing {
  const { dataFolder, version, stderr } = context;
  const rulebook = rulebookFrom(ruleSource(dataFolder));
  const talk = globals.quiet ? undefined : stderr;
  return {
    of: (journey) => rosterColumns(journey, rulebook),
    value: stampOf(dataFolder, version),
    version,
    own: Object.keys(settings.rules ?? {}).length > 0,
    tell: (message) => talk?.write(`${message}\n`),
    progress: (total) => progressOn(talk, 'Computed', total, globals.accessible || settings.accessible),
  };
}

/** The same for the same rules, calendars and program. */
function stampOf(dataFolder: string, version: string): string {
  const hash = createHash('sha256').update(`${COLUMNS_VERSION} ${version}\n`);
  for (const folder of ['rules', 'calendars'] as const) {
    for (const { name, text } of dataFiles(dataFolder, folder)) hash.update(`${name}\n${text}\n`);
  }
  return hash.digest('hex').slice(0, 32);
}
