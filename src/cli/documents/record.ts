// `ascpi documents record`: one more fact about a paper.
import { type ChecklistItem, isPaper } from '../../domain/checklist.ts';
import { type DocumentState, documentStates } from '../../domain/fact.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { closest } from '../../domain/suggest.ts';
import type { Options, Outcome } from '../command.ts';
import { dateAnswer, lineAnswer } from '../commands/answers.ts';
import { recordFact } from '../commands/change.ts';
import { itemNamed } from '../commands/checklist.ts';
import type { Run } from '../run.ts';
import { papersOfRoutes } from './papers.ts';

export async function decide(
  run: Run,
  [typed = '', typedState = '']: readonly string[],
  options: Options,
): Promise<Outcome> {
  const { id, title } = paperNamed(run, typed);
  const state = stateNamed(typedState);
  const on = dateAnswer(options, 'on') ?? run.today;
  const [from, name] = [lineAnswer(options, 'from', 200), lineAnswer(options, 'name', 200)];
  const validUntil = dateAnswer(options, 'validUntil');
  if (validUntil !== undefined && validUntil < on && !run.globals.force) {
    throw new Failure(
      'usage',
      `the paper would have ended on ${validUntil}, before ${on}`,
      'Check the day, or record it anyway with --force',
    );
  }
  const fact = {
    ...({ kind: 'document', item: id, state, on } as const),
    ...(from ? { from } : {}),
    ...(name ? { name } : {}),
    ...(validUntil ? { validUntil } : {}),
  };
  const said = {
    name: 'documents-record',
    verb: ['Recorded', 'Would record'],
    what: `${title}, ${state} on ${on}`,
  } as const;
  return recordFact(run, await run.journey(), fact, said);
}

/** Fails with `usage` on an item of a checklist that is no paper: nobody sends it. */
function paperNamed(run: Run, typed: string): ChecklistItem {
  const item = itemNamed(run, typed);
  if (isPaper(item, papersOfRoutes(run))) return item;
  throw new Failure('usage', `${quote(item.id)} is not a paper`, `Tick it once it is done: ascpi check ${item.id}`);
}

function stateNamed(typed: string): DocumentState {
  const state = documentStates.find((each) => each === typed.toLowerCase());
  if (state) return state;
  const near = closest(typed, documentStates);
  throw new Failure(
    'usage',
    `${quote(typed)} is not how far a paper comes`,
    near ? `Did you mean ${near}?` : `Give ${documentStates.join(', ')}`,
  );
}
