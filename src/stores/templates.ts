// The user's own texts of messages, as files: read for a backup.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { layoutOf } from './file-layout.ts';
import { namesIn } from './folder.ts';
import { ioFailure } from './io-failure.ts';

const NAME = /^[a-z0-9][a-z0-9-]{0,63}\.txt$/;

export const isTemplateName = (name: string): boolean => NAME.test(name);

/** By file name. Fails with `machine`. */
export function readTemplates(home: string): Record<string, string> {
  const { templates } = layoutOf(home);
  const names = namesIn(templates).filter(isTemplateName).sort();
  return Object.fromEntries(names.map((name) => [name, readText(join(templates, name))]));
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (error) {
    throw ioFailure('read', path, error);
  }
}
