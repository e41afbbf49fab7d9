// The failures that every store shares, in the same words.
import { Failure, quote } from '../domain/failure.ts';
import type { Journey } from '../domain/journey.ts';

export const missing = (id: string): Failure =>
  new Failure('missing', `there is no candidate ${quote(id)}`, 'See who there is: ascpi candidates');

/** The remedy for what a newer version wrote, which is damaged for nobody but us. */
export const UPDATE = 'The file was kept as it is. Update ascpi: npm install -g ascpi@latest';

/** Whether a file can't be read because a newer version wrote it; it is then never replaced. */
export const isNewer = ({ hint }: Failure): boolean => hint === UPDATE;

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
