// How this run makes gists: by its rules, as of its day; and the stamp of all that they depend on.
import { join } from 'node:path';
import { GIST_VERSION, gistOf } from '../domain/gist.ts';
import { markOf, numbersOf } from '../stores/file-mark.ts';
import type { Gisting } from '../stores/store.ts';
import { namesIn } from './data-files.ts';
import type { Run } from './run.ts';

type Needed = Pick<Run, 'today' | 'rulebook' | 'settings'> & { readonly context: Pick<Run['context'], 'dataFolder'> };

export const gistingOf = ({ today, rulebook, settings, context }: Needed): Gisting => ({
  today,
  stamp: () => JSON.stringify([GIST_VERSION, settings().rules ?? {}, ...marksIn(context.dataFolder)]),
  of: (journey) => gistOf(journey, today, rulebook()),
});

/** Of the program, and of each rule and calendar: to read them would take longer than to ask whether they are the same. */
function marksIn(dataFolder: string): string[] {
  const files = (['rules', 'calendars'] as const).flatMap((folder) =>
    namesIn(dataFolder, folder).map((name) => join(dataFolder, folder, `${name}.json`)),
  );
  return [join(dataFolder, '..', 'dist'), ...files].map((path) => {
    const mark = markOf(path);
    return mark ? numbersOf(mark).join('.') : '';
  });
}
