// Sends letters, each once and only once: intended is kept before it goes out and sent after it, by one sender at a time.
import type { Journey } from '../../domain/journey.ts';
import { keyOf } from '../../domain/reminder-ledger.ts';
import type { EndSignal } from '../context.ts';
import type { Delivery } from './delivery.ts';
import { endOfRun } from './end-of-run.ts';
import { remindersIn } from './gather.ts';
import { byCandidate, keepAll, noted } from './keep.ts';
import { type Letter, letterOf } from './letter.ts';
import type { Due } from './letter-words.ts';
import { heldBack, type Result, type Sending, type SendPlan } from './plan.ts';

/** So many messages in a row to which nobody answers, and the rest waits for the next run. */
const MOST_SILENT = 5;

export interface Sent {
  readonly results: readonly Result[];
  readonly signal: EndSignal | undefined;
  /** nobody answered any more */
  readonly gaveUp: boolean;
}

/** Called while nobody else sends. `tell` hears of each letter as soon as its fate is kept. */
export async function sendAll(
  { letters, held }: SendPlan,
  sending: Sending,
  delivery: Delivery,
  tell: (result: Result) => void,
): Promise<Sent> {
  const { context } = sending.run;
  const end = endOfRun(context);
  const results: Result[] = [];
  let silent = 0;
  const isOver = () => end.signal() !== undefined || silent >= MOST_SILENT;
  const left = (due: Letter): Result => ({ due, fate: 'left', letter: due });
  try {
    for (let at = 0; at < letters.length; at += delivery.together) {
      const planned = letters.slice(at, at + delivery.together);
      const ready = isOver() ? new Map<string, Letter>() : await intend(planned, sending);
      const some: Result[] = [];
      for (const each of planned) {
        const letter = ready.get(each.key);
        if (isOver()) some.push(left(each));
        else if (!letter) some.push({ due: each, fate: 'overtaken', letter: each });
        else {
          const begun = performance.now();
          const delivered = await delivery.deliver(letter);
          silent = 'silent' in delivered && delivered.silent ? silent + 1 : 0;
          some.push(resultOf(letter, delivered));
          if (each !== letters.at(-1)) await end.pause(delivery.pace - (performance.now() - begun));
        }
      }
      await keepResults(some, sending);
      for (const result of some) if (result.fate !== 'left') tell(result);
      results.push(...some);
    }
  } finally {
    end.forget();
  }
  return { results: [...results, ...held], signal: end.signal(), gaveUp: silent >= MOST_SILENT };
}

function resultOf(letter: Letter, delivered: Awaited<ReturnType<Delivery['deliver']>>): Result {
  if ('to' in delivered) return { due: letter, fate: 'sent', letter, to: delivered.to };
  return { due: letter, fate: 'failed', letter, reason: delivered.failed };
}

/** Keeps that letters went out, or why they did not. */
export async function keepResults(results: readonly Result[], { run }: Sending): Promise<void> {
  const facts = results.flatMap(({ letter, fate, to, reason }) => {
    if (!letter || (fate !== 'sent' && fate !== 'failed')) return [];
    const more = { ...(to === undefined ? {} : { to }), ...(reason === undefined ? {} : { reason }) };
    return [{ id: letter.journey.id, fact: noted(letter, run, { state: fate, ...more }) }];
  });
  const groups = byCandidate(facts, ({ id }) => id);
  await keepAll(run, groups.keys(), ({ id }) => (groups.get(id) ?? []).map(({ fact }) => fact));
}

/** Keeps that letters are about to go out, and gives, by their keys, those that are still right, as they are right now. */
export async function intend(planned: readonly Letter[], sending: Sending): Promise<Map<string, Letter>> {
  const { run } = sending;
  const groups = byCandidate(planned, ({ journey }) => journey.id);
  const ready = new Map<string, Letter>();
  await keepAll(run, groups.keys(), (journey) =>
    (groups.get(journey.id) ?? []).flatMap((each) => {
      ready.delete(each.key);
      const letter = asItIsNow(each, journey, sending);
      if (!letter) return [];
      ready.set(each.key, letter);
      // A run before this one was cut short between the two: it is recorded already.
      return letter.reminder.entry?.state === 'intended' ? [] : [noted(letter, run, { state: 'intended' })];
    }),
  );
  return ready;
}

/** Undefined where it was settled, snoozed or sent meanwhile. */
function asItIsNow(planned: Letter, journey: Journey, sending: Sending): Letter | undefined {
  const { run, channel, templates } = sending;
  if (journey.revision === planned.journey.revision) return planned;
  const reminder = remindersIn(journey, run, { channel }).find((each) => keyOf(each, channel) === planned.key);
  const due: Due | undefined = reminder?.state === 'new' ? { reminder, journey } : undefined;
  return due && !heldBack(due, sending) ? letterOf(due, channel, templates, run) : undefined;
}
