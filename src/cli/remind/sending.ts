// `ascpi remind --send`: by which way, dry or in earnest, and what is said of it.
import type { Channel } from '../../domain/fact.ts';
import { printable } from '../../stores/printable.ts';
import { rungText } from '../../views/history.ts';
import { type SentInput, type SentRow, sentView } from '../../views/remind-sent.ts';
import type { Options, Outcome, Performed, Publish } from '../command.ts';
import { integerAnswer } from '../commands/answers.ts';
import { EXIT_ON_SIGNAL } from '../exit-codes.ts';
import type { Run } from '../run.ts';
import type { Delivery } from './delivery.ts';
import { planSending, type Result, type Sending, type SendPlan } from './plan.ts';
import { sayer } from './say.ts';
import { intend, keepResults, type Sent, sendAll } from './send.ts';
import { readTemplates } from './templates.ts';

const MOST = 1_000_000;
const EXIT_UNDELIVERED = 1;

/** Ways of sending, each loaded when it is used. What is printed is delivered by being the answer. */
const ways = {
  eml: async (run) => (await import('./eml.ts')).emlDelivery(run),
  smtp: async (run) => (await import('./smtp.ts')).smtpDelivery(run),
  webhook: async (run) => (await import('./webhook.ts')).webhookDelivery(run),
} as const satisfies Record<Exclude<Channel, 'print'>, (run: Run) => Promise<Delivery>>;

/** What leaves this machine goes out only with --yes. */
const leaving: readonly Channel[] = ['smtp', 'webhook'];

export async function decideSending(run: Run, options: Options, channel: Channel): Promise<Outcome> {
  const limit = integerAnswer(options, 'limit', 1, MOST) ?? MOST;
  const delivery = channel === 'print' ? undefined : await ways[channel](run);
  const refusal = delivery?.refusal ?? (() => undefined);
  const sending = { run, channel, templates: readTemplates(run), refusal };
  const isDry = run.globals.dryRun || (leaving.includes(channel) && options['yes'] !== true);
  if (isDry) return wouldSend(sending, options, limit);
  // A store that was never used is not to be created by looking.
  const isEmpty = !run.store().isShared && (await run.store().list()).length === 0;
  const view = sentView(inputOf(NOTHING, NOTHING_PLANNED, sending, false));
  if (isEmpty) return { view };
  return {
    view,
    perform: (publish) =>
      run.store().sending(async () => {
        const plan = await planSending(sending, options, limit);
        return delivery ? deliverAll(plan, sending, delivery, publish) : printAll(plan, sending, publish);
      }),
  };
}

async function wouldSend(sending: Sending, options: Options, limit: number): Promise<Outcome> {
  const plan = await planSending(sending, options, limit);
  const wouldBe = plan.letters.map((letter): Result => ({ due: letter, fate: 'sent', letter }));
  const sent: Sent = { ...NOTHING, results: [...wouldBe, ...plan.held] };
  const { channel } = sending;
  const isKept = leaving.includes(channel) && wouldBe.length > 0;
  const hints = isKept ? { hints: [`Nothing was sent. Send: ascpi remind --send ${channel} --yes`] } : {};
  const failure = plan.failure ? { failure: plan.failure } : {};
  return { view: sentView(inputOf(sent, plan, sending, true)), ...hints, ...failure };
}

const NOTHING: Sent = { results: [], signal: undefined, gaveUp: false };
const NOTHING_PLANNED: SendPlan = { letters: [], held: [], unread: [] };

async function deliverAll(plan: SendPlan, sending: Sending, delivery: Delivery, publish: Publish): Promise<Performed> {
  for (const result of plan.held) if (result.fate === 'refused') tell(result, sending);
  if (plan.letters.length > 0) await delivery.open();
  const sent = await sendAll(plan, sending, delivery, (result) => tell(result, sending));
  await publish(sentView(inputOf(sent, plan, sending, false)));
  return ended(sent, plan);
}

/** What is printed is sent once it is out: cut short before, it is printed again. */
async function printAll(plan: SendPlan, sending: Sending, publish: Publish): Promise<Performed> {
  const printed: Result[] = [];
  for (const some of chunksOf(plan.letters)) {
    const ready = await intend(some, sending);
    for (const letter of some.flatMap(({ key }) => ready.get(key) ?? [])) {
      printed.push({ due: letter, fate: 'sent', letter });
    }
  }
  const sent: Sent = { results: [...printed, ...plan.held], signal: undefined, gaveUp: false };
  await publish(sentView(inputOf(sent, plan, sending, false)));
  for (const some of chunksOf(printed)) await keepResults(some, sending);
  for (const result of printed) tell(result, sending);
  return ended(sent, plan);
}

/** As many as are kept in one step without keeping others from saving for long. */
const CHUNK = 50;

const chunksOf = <T>(list: readonly T[]): T[][] =>
  Array.from({ length: Math.ceil(list.length / CHUNK) }, (_, index) => list.slice(index * CHUNK, (index + 1) * CHUNK));

function ended({ results, signal }: Sent, { failure }: SendPlan): Performed {
  if (signal) return { exit: EXIT_ON_SIGNAL[signal], hints: ['Cut short. The rest goes out next time: run it again'] };
  const undelivered = results.some(({ fate }) => fate === 'failed' || fate === 'refused');
  return { ...(undelivered ? { exit: EXIT_UNDELIVERED } : {}), ...(failure ? { failure } : {}) };
}

function inputOf({ results, signal, gaveUp }: Sent, plan: SendPlan, sending: Sending, dryRun: boolean): SentInput {
  const { run, channel } = sending;
  return {
    rows: results.map((result) => rowOf(result, sending)),
    today: run.today,
    channel,
    dryRun,
    interrupted: signal ?? (gaveUp ? 'nobody answering' : null),
    unread: plan.unread,
    whole: channel === 'print',
  };
}

function rowOf({ due, letter, ...fate }: Result, { run, channel, templates }: Sending): SentRow {
  const { reminder, journey } = due;
  const say = letter ? () => ({ filled: letter, fields: letter.fields }) : sayer(due, run, () => templates);
  return { reminder, profile: journey.profile, key: [reminder.key, channel].join('/'), say, ...fate };
}

const deeds = { sent: 'sent', failed: 'FAILED', refused: 'NOT SENT', overtaken: 'settled meanwhile' } as const;

/** One line a message, as it happens. */
function tell({ due, fate, to, reason }: Result, { run }: Sending): void {
  const isTrouble = fate === 'failed' || fate === 'refused';
  if (run.globals.quiet && !isTrouble) return;
  const { candidate, date, due: day, rung } = due.reminder;
  const what = `${candidate}: ${date} of ${day}, ${rungText(rung)}`;
  const more = reason === undefined ? (to === undefined ? '' : `, to ${printable(to)}`) : `: ${printable(reason)}`;
  run.context.stderr.write(`${deeds[fate as keyof typeof deeds]}  ${what}${more}\n`);
}
