// The user's own texts of messages, as files: read for a backup.

import { join } from 'node:path';
import { Failure } from '../domain/failure.ts';
import { limits } from '../domain/limits.ts';
import { layoutOf } from './file-layout.ts';
import { namesIn } from './folder.ts';
import { shownPath } from './printable.ts';
import { readBytes } from './read-json.ts';

const NAME = /^[a-z0-9][a-z0-9-]{0,63}\.txt$/;

export const isTemplateName = (name: string): boolean => NAME.test(name);

/** By file name. Fails with `usage` or `machine`. */
export function readTemplates(home: string): Record<string, string> {
  const { templates } = layoutOf(home);
  const names = namesIn(templates).filter(isTemplateName).sort();
  return Object.fromEntries(names.map((name) => [name, templateText(join(templates, name))]));
}

/** Fails with `usage` where it is no file, or too large to be a template, and with `machine`. */
export function templateText(path: string): string {
  const found = readBytes(path, limits.template) ?? { fault: 'it was just removed' };
  if ('value' in found) return found.value.toString('utf8');
  throw new Failure('usage', `can't use the template ${shownPath(path)}: ${found.fault}`, 'Mend it, or move it away');
}
