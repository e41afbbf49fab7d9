// The ledger of reminders: what the facts of a journey say of each message, by its key.
import type { CivilDate } from './civil-date.ts';
import type { Channel, FactOf } from './fact.ts';
import type { Journey } from './journey.ts';

export interface LedgerEntry {
  readonly key: string;
  readonly date: string;
  readonly due: CivilDate;
  readonly rung: number;
  readonly channel: Channel;
  /** the last that was recorded of it; one that is only intended may have gone out all the same */
  readonly state: FactOf<'reminder'>['state'];
  /** the day and the instant of that */
  readonly on: CivilDate;
  readonly at: string;
  /** how often it has failed */
  readonly failures: number;
  readonly reason?: string;
}

/** Which message is meant; the same date, day, rung and channel give the same key on every day and every machine. */
export interface Message {
  readonly candidate: string;
  /** id of the date */
  readonly date: string;
  readonly due: CivilDate;
  readonly rung: number;
}

/** `maria-santos/exam-window/2027-02-28/30/eml`; without the channel it names the reminder, however it goes out. */
export const keyOf = ({ candidate, date, due, rung }: Message, channel?: Channel): string =>
  [candidate, date, due, rung, ...(channel ? [channel] : [])].join('/');

/** One entry a key, in the order first recorded. What was sent is sent, as of whatever day is asked for. */
export function ledgerOf({ facts }: Journey): readonly LedgerEntry[] {
  const entries = new Map<string, LedgerEntry>();
  for (const fact of facts) {
    if (fact.kind !== 'reminder') continue;
    const { key, date, due, rung, channel, state, on, at, reason } = fact;
    const before = entries.get(key);
    // What was sent once stays sent, whatever was recorded after it.
    if (before?.state === 'sent') continue;
    const failures = (before?.failures ?? 0) + (state === 'failed' ? 1 : 0);
    entries.set(key, { key, date, due, rung, channel, state, on, at, failures, ...(reason ? { reason } : {}) });
  }
  return [...entries.values()];
}
