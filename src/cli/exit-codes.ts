// The table of exit codes: typed by the kinds of failure, so that a new kind does not compile until it has a code.
import type { FailureKind } from '../domain/failure.ts';
import type { EndSignal } from './context.ts';

export const exitCodes = {
  bug: 1,
  machine: 1,
  usage: 2,
  missing: 3,
  damaged: 5,
  conflict: 6,
  cancelled: 130,
} as const satisfies Record<FailureKind, number>;

/** 128 and the number of the signal, as shells count. */
export const EXIT_ON_SIGNAL: Readonly<Record<EndSignal, number>> = { SIGINT: 130, SIGTERM: 143 };

/** A "no" to a question asked with `--check`: not a failure, but scripts want to know. */
export const EXIT_NO = 4;

export const exitCodeMeanings: readonly (readonly [code: number, meaning: string])[] = [
  [0, 'answered'],
  [1, 'the tool failed: a bug, or the machine (disk full, permission)'],
  [2, 'usage: unknown option, missing answer, bad date'],
  [3, 'nothing there: no such candidate, no journey yet'],
  [4, 'a "no" to a question that was asked to be checked: due, overdue, infeasible or stale'],
  [5, 'the store is damaged or written by a newer version; nothing was changed'],
  [6, 'conflict: someone else saved first, or holds the lock'],
  [EXIT_ON_SIGNAL.SIGINT, 'cancelled at a prompt or by Ctrl-C'],
  [
    EXIT_ON_SIGNAL.SIGTERM,
    'ended from outside (SIGTERM), as at a shutdown or by kill; what was recorded before is kept',
  ],
];
