// Puts a reminder into words when it is asked for, once.
import type { Who } from '../../domain/journey.ts';
import type { Said } from '../../views/reminder-rows.ts';
import type { Run } from '../run.ts';
import { type DueOf, fieldsAndText } from './letter-words.ts';
import { readTemplates, type Templates } from './templates.ts';

/** Undefined for a reminder whose date is no more. */
export function sayer(due: DueOf<Who>, run: Run, templates = () => templatesOf(run)): () => Said | undefined {
  let said: Said | undefined;
  return () => {
    if (due.reminder.source) said ??= fieldsAndText(due, templates(), run);
    return said;
  };
}

/** Read once a run, and only where something is put into words. */
const known = new WeakMap<Run, Templates>();

function templatesOf(run: Run): Templates {
  const templates = known.get(run) ?? readTemplates(run);
  known.set(run, templates);
  return templates;
}
