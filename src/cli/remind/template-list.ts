// `ascpi remind templates`: the texts of messages, what is wrong with them, and copies to edit.
import { templateFields } from '../../domain/reminder-template.ts';
import { templatesView } from '../../views/templates.ts';
import type { Change, Options, Outcome } from '../command.ts';
import { EXIT_NO } from '../exit-codes.ts';
import type { Run } from '../run.ts';
import { copiesOf, faultsIn, ownFolder, templateFiles } from './templates.ts';

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  const writing = options['write'] === true;
  const copies = writing ? copiesOf(run).filter(({ there }) => !there || run.globals.force) : [];
  const all = templateFiles(run);
  // What is about to be overwritten is not worth a word.
  const overwritten = new Set(copies.map(({ path }) => path));
  const kept = all.filter(({ path }) => !overwritten.has(path));
  const rows = [
    ...kept.map((file) => ({ ...file, faults: faultsIn(file, all) })),
    ...(run.globals.dryRun ? [] : copies.map((copy) => ({ ...copy, own: true, faults: [] }))),
  ];
  const written = copies.map(({ path }) => path);
  const { today, globals } = run;
  const save = copies.map(({ path, text }): Change => ({ file: path, text }));
  return {
    view: templatesView({
      rows,
      written,
      folder: ownFolder(run),
      fields: templateFields,
      dryRun: globals.dryRun,
      writing,
      today,
    }),
    save,
    ...(rows.some(({ faults }) => faults.length > 0) ? { exit: EXIT_NO } : {}),
    ...(writing ? { hints: ['Edit them, then check them: ascpi remind templates'] } : {}),
  };
}
