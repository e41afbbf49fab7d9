// The failures that every store shares, in the same words.
import { Failure, quote } from '../domain/failure.ts';
import type { Journey } from '../domain/journey.ts';

export const missing = (id: string): Failure =>
  new Failure('missing', `there is no candidate ${quote(id)}`, 'See who there is: ascpi candidates');

/** Fails with `conflict` unless the journey follows the stored revision, 0 where nothing is stored. */
export function checkRevision(stored: number, journey: Journey): void {
  if (journey.revision === stored + 1) return;
  if (journey.revision === 1) {
    throw new Failure('conflict', `there is a candidate ${quote(journey.id)} already`, 'Choose another id: --id <id>');
  }
  throw changedMeanwhile(journey.id, stored === 0 ? 'removed' : 'changed');
}

export const changedMeanwhile = (id: string, what = 'changed'): Failure =>
  new Failure('conflict', `the journey ${quote(id)} was ${what} meanwhile`, 'Nothing was saved. Run the command again');

/** Fails with `conflict` unless a document follows the stored revision. */
export function checkSharedRevision(stored: number, name: string, revision: number): void {
  if (revision === stored + 1) return;
  throw new Failure('conflict', `the ${name} were changed meanwhile`, 'Nothing was saved. Run the command again');
}
