// Keeps what was sent: facts added to journeys, whoever else changes them at the same time.
import type { FactOf, NewFact } from '../../domain/fact.ts';
import { Failure } from '../../domain/failure.ts';
import { type Journey, recordAll } from '../../domain/journey.ts';
import type { Run } from '../run.ts';
import type { Letter } from './letter.ts';

const PATIENCE_MS = 10_000;

/**
 * Adds to each journey the facts that `decide` finds right for what is stored at that moment, to all or to none. A journey
 * that is no more is passed over. Fails with `conflict` when others do not stop changing them.
 */
export async function keepAll(
  run: Run,
  ids: Iterable<string>,
  decide: (journey: Journey) => readonly NewFact[],
): Promise<void> {
  const store = run.store();
  const start = performance.now();
  // They may be gone through only once, and are needed as often as others save in between.
  const all = [...ids];
  for (;;) {
    const changed: Journey[] = [];
    for (const id of all) {
      const journey = await loaded(run, id);
      const facts = journey ? decide(journey) : [];
      if (journey && facts.length > 0) changed.push(recordAll(journey, facts, run.recorder()));
    }
    try {
      if (changed.length > 0) await store.saveAll(changed);
      return;
    } catch (error) {
      const moved = error instanceof Failure && error.kind === 'conflict';
      if (!moved || performance.now() - start > PATIENCE_MS) throw error;
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 20));
    }
  }
}

async function loaded(run: Run, id: string): Promise<Journey | undefined> {
  try {
    return await run.store().load(id);
  } catch (error) {
    if (error instanceof Failure && error.kind === 'missing') return undefined;
    throw error;
  }
}

type Noted = Pick<FactOf<'reminder'>, 'state' | 'to' | 'reason'>;

/** What the ledger says of a letter. */
export const noted = ({ key, channel, reminder }: Letter, run: Run, { state, to, reason }: Noted): NewFact => ({
  kind: 'reminder',
  on: run.today,
  key,
  date: reminder.date,
  due: reminder.due,
  rung: reminder.rung,
  channel,
  state,
  ...(to === undefined ? {} : { to }),
  ...(reason === undefined ? {} : { reason }),
});

/** Letters by the id of their candidate: what is kept of one candidate is kept in one step. */
export function byCandidate<T>(items: readonly T[], idOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(idOf(item), [...(groups.get(idOf(item)) ?? []), item]);
  return groups;
}
