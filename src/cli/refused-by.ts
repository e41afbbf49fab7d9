// One refusal for several candidates: each is named with its reason, and what all share is said once.
import { Failure } from '../domain/failure.ts';
import { printable } from '../stores/printable.ts';

interface Refusal {
  readonly id: string;
  readonly failure: Failure;
}

const [REASONS_AT_MOST, NAMED_AT_MOST] = [8, 50];

/** `of` is how many were meant, `named` whether by their ids. There is at least one refusal. */
export function refusedBy(refusals: readonly [Refusal, ...Refusal[]], of: number, named: boolean): Failure {
  const [{ id, failure: first }] = refusals;
  if (of === 1) return named ? first : new Failure(first.kind, `${printable(id)}: ${first.message}`, first.hint, first);
  const isAlike = refusals.every(({ failure }) => failure.message === first.message);
  if (isAlike && refusals.length === of) return first;
  const reasons = refusals.slice(0, REASONS_AT_MOST).map(({ id, failure }) => `${printable(id)}: ${failure.message}`);
  const ids = refusals.slice(REASONS_AT_MOST, NAMED_AT_MOST).map(({ id }) => printable(id));
  const more = refusals.length > NAMED_AT_MOST ? [`and ${refusals.length - NAMED_AT_MOST} more`] : [];
  return new Failure(
    refusals.every(({ failure }) => failure.kind === first.kind) ? first.kind : 'usage',
    `refused for ${refusals.length} of ${of} candidates: ${[...reasons, ...ids, ...more].join('; ')}`,
    first.hint,
    first,
  );
}
