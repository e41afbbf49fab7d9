// Takes an id out of the settings, and out of their previous version: who is erased is to be named nowhere.

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { limits } from '../domain/limits.ts';
import { writeDurably } from './durable-write.ts';
import { layoutOf } from './file-layout.ts';
import { readJson } from './read-json.ts';
import { readSettings } from './settings.ts';
import { writeSettings } from './write-settings.ts';

/** Fails like `writeSettings`. */
export async function forgetCandidate(home: string, id: string): Promise<void> {
  const { settings, previousSettings } = layoutOf(home);
  if (readSettings(home).candidate === id) {
    await writeSettings(home, ({ candidate, ...kept }) => (candidate === id ? kept : { ...kept, candidate }));
  }
  if (!names(previousSettings, id)) return;
  if (existsSync(settings)) writeDurably(previousSettings, readFileSync(settings));
  else rmSync(previousSettings, { force: true });
}

function names(path: string, id: string): boolean {
  const found = readJson(path, limits.settings);
  return found !== undefined && 'value' in found && (found.value as { candidate?: unknown }).candidate === id;
}
