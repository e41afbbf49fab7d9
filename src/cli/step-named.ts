// A step as people name it: by its word, or by its number.
import { Failure, quote } from '../domain/failure.ts';
import { type StepId, stepIds } from '../domain/steps.ts';
import { type StepsTable, stepsTables } from '../domain/steps-tables.ts';
import { closest } from '../domain/suggest.ts';

/** By its name, or its number on the way to a board. */
export const stepNamed = (typed: string, { ids }: StepsTable = stepsTables.ASCPi): StepId | undefined =>
  ids.find((id, index) => id === typed.toLowerCase() || String(index + 1) === typed);

/** Fails with `usage` on what is no step on the way to a board. */
export function parseStep(typed: string, table: StepsTable = stepsTables.ASCPi): StepId {
  const { board, ids } = table;
  const step = stepNamed(typed, table);
  if (step) return step;
  const near = closest(typed, ids);
  const hint = near ? `Did you mean ${near}?` : `Steps: ${ids.join(', ')}`;
  const where = (stepIds as readonly string[]).includes(typed.toLowerCase()) ? ` on the way to ${board}` : '';
  throw new Failure('usage', `there is no step ${quote(typed)}${where}`, hint);
}
