// The plan of a sending: which letters go out, in which order, and what becomes of the others. Nothing is sent or saved here.

import { isWaiting, retryAt } from '../../domain/back-off.ts';
import type { Channel } from '../../domain/fact.ts';
import type { Failure } from '../../domain/failure.ts';
import type { Fate } from '../../views/remind-sent.ts';
import type { Options } from '../command.ts';
import type { Run } from '../run.ts';
import type { Delivery } from './delivery.ts';
import { gather } from './gather.ts';
import { type Letter, letterOf } from './letter.ts';
import type { Due } from './letter-words.ts';
import type { Templates } from './templates.ts';

export interface Result {
  readonly due: Due;
  readonly fate: Fate;
  readonly letter?: Letter;
  readonly to?: string;
  readonly reason?: string;
  /** the instant before which it is not tried again */
  readonly notBefore?: string;
}

export interface Sending {
  readonly run: Run;
  readonly channel: Channel;
  readonly templates: Templates;
  readonly refusal: Delivery['refusal'];
}

export interface SendPlan {
  /** what is to go out, the worst first */
  readonly letters: readonly Letter[];
  /** what will not, and why */
  readonly held: readonly Result[];
  readonly unread: readonly string[];
  /** why these can't be read */
  readonly failure?: Failure | undefined;
}

/** Fails with `usage` where a template or a message has a fault. */
export async function planSending(sending: Sending, options: Options, limit: number): Promise<SendPlan> {
  const { run, channel, templates } = sending;
  const { due, unread, failure } = await gather(run, options, { channel });
  const letters: Letter[] = [];
  const held: Result[] = [];
  for (const each of due) {
    if (each.reminder.state !== 'new') continue;
    const why = heldBack(each, sending);
    if (why) held.push(why);
    else if (letters.length >= limit) held.push({ due: each, fate: 'left' });
    else letters.push(letterOf(each, channel, templates, run));
  }
  return { letters, held, unread, failure };
}

/** Why a reminder that has come due is not sent now; undefined where it is. */
export function heldBack(due: Due, { run, refusal }: Sending): Result | undefined {
  const { reminder, journey } = due;
  if (journey.profile.optOut) return { due, fate: 'optedOut' };
  const refused = refusal(due);
  if (refused !== undefined) return { due, fate: 'refused', reason: refused };
  const { entry } = reminder;
  if (entry?.state !== 'failed' || !isWaiting(run.recorder().at, entry.at, entry.failures)) return undefined;
  const reason = entry.reason === undefined ? {} : { reason: entry.reason };
  return { due, fate: 'waiting', notBefore: retryAt(entry.at, entry.failures), ...reason };
}
