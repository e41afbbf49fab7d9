// A letter: one reminder in words, on its way to one candidate, with ids that stay the same however often it is tried.
import { createHash } from 'node:crypto';
import type { Channel } from '../../domain/fact.ts';
import type { Journey } from '../../domain/journey.ts';
import { keyOf } from '../../domain/reminder-ledger.ts';
import type { FieldValues, Filled } from '../../domain/reminder-template.ts';
import type { Run } from '../run.ts';
import { type Due, fieldsAndText } from './letter-words.ts';
import type { Templates } from './templates.ts';

export interface Letter extends Due, Filled {
  /** of the message: with its channel */
  readonly key: string;
  readonly channel: Channel;
  /** hexadecimal; two candidates of the same id in two stores have different ones */
  readonly digest: string;
  readonly fields: FieldValues;
}

export function letterOf(due: Due, channel: Channel, templates: Templates, run: Run): Letter {
  const { fields, filled } = fieldsAndText(due, templates, run);
  const key = keyOf(due.reminder, channel);
  return { ...due, ...filled, key, channel, digest: digestOf(key, due.journey), fields };
}

/** The first fact of a journey is never erased, and its id is random: it tells journeys of the same id apart. */
function digestOf(key: string, { facts }: Journey): string {
  return createHash('sha256')
    .update(`${key}\n${facts[0]?.id ?? ''}`)
    .digest('hex')
    .slice(0, 40);
}
