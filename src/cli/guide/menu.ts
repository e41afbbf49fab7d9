// The menu: what one can do next, until one quits.
import { Failure } from '../../domain/failure.ts';
import { describeValue } from '../../domain/rule.ts';
import { type StepId, steps } from '../../domain/steps.ts';
import { boardOf, stepsTables } from '../../domain/steps-tables.ts';
import type { Timeline } from '../../domain/timeline.ts';
import { dateListView } from '../../views/date-list.ts';
import { stepText } from '../../views/receipt.ts';
import type { Outcome } from '../command.ts';
import { recordFact } from '../commands/change.ts';
import { check, checklist } from '../commands/checklist.ts';
import { statusInput } from '../commands/status-input.ts';
import { redo, undo } from '../commands/undo.ts';
import { credentialNamed, type Run } from '../run.ts';
import { explain } from './answering.ts';
import type { Ask, Choice } from './ask.ts';
import { failed, menu, other, passed, tick } from './sentences.ts';
import { type Before, talkAboutStep } from './step-conversation.ts';
import { help, meanings } from './step-sentences.ts';
import { talkAboutTry } from './try-out.ts';
import { tryToRecord } from './try-to-record.ts';

export interface MenuTalk {
  readonly ask: Ask;
  /** a fresh look at what is stored */
  readonly run: () => Run;
  readonly keep: (decide: (run: Run) => Promise<Outcome>) => Promise<void>;
}

type Act = (talk: MenuTalk, current: StepId | null) => Promise<void>;

export async function runMenu(talk: MenuTalk): Promise<void> {
  for (;;) {
    const run = talk.run();
    const { position, timeline } = statusInput(await run.journey(), run);
    const { current } = position;
    const holds = timeline.maintenance.held.length > 0;
    const act = await talk.ask.choose({ id: 'menu', ...menu.ask, choices: choicesAt(current, holds) });
    if (act === undefined) return;
    await act(talk, current);
  }
}

function choicesAt(current: StepId | null, holds: boolean): Choice<Act | undefined>[] {
  const step = current === null ? [] : [{ title: menu.step(steps[current].title), value: recordStep(current) }];
  const about = current === null ? [] : [{ title: menu.help, value: explainStep }];
  return [
    ...step,
    { title: menu.other, value: somethingElse },
    { title: menu.dates, value: showDates },
    { title: menu.checklist, value: tickItems },
    ...(holds ? [{ title: menu.points, value: showPoints }] : []),
    { title: menu.more, value: moreOf(holds) },
    { title: menu.tryOut, value: tryPlan },
    ...about,
    { title: menu.quit, value: undefined },
  ];
}

const recordStep =
  (step: StepId): Act =>
  async ({ ask, run, keep }) => {
    const fresh = run();
    const journey = await fresh.journey();
    const credential = credentialNamed(fresh, journey.profile.credential);
    const known = recordedAnswers(statusInput(journey, fresh).timeline, step);
    const fact = await tryToRecord(ask, fresh, journey, (refused) =>
      talkAboutStep({ ask, run: fresh, credential, before: refused ?? known }, step),
    );
    if (!fact) return;
    const { forced, ...plain } = fact;
    if ('result' in fact) await ask.say(fact.result === 'pass' ? passed : failed.gently);
    await keep(async (now) => {
      const globals = forced ? { ...now.globals, force: true } : now.globals;
      const said = { name: 'done', verb: ['Recorded', 'Would record'], what: stepText(step, fact.on) } as const;
      return recordFact({ ...now, globals }, await now.journey(), plain, said);
    });
    if ('result' in fact && fact.result === 'fail') await explainFail(ask, fresh, credential.code);
  };

/**
 * What is recorded of a step of the running attempt. A booking is moved more often than corrected, so its days are left
 * out; an exam was most likely taken on the day that was booked.
 */
function recordedAnswers({ running, today }: Timeline, step: StepId): Before | undefined {
  const fact: Before | undefined = running.facts[step];
  if (step === 'schedule') return { ...fact, on: undefined, exam: undefined };
  const booked = running.facts.schedule?.exam;
  return step === 'exam' && !fact && booked !== undefined && booked <= today ? { on: booked } : fact;
}

/** What a new attempt costs, as far as it is known. */
async function explainFail(ask: Ask, run: Run, code: string): Promise<void> {
  await ask.say(failed.report);
  const fee = run.rulebook().inForce(`application-fee-${code.toLowerCase()}`, run.today);
  await ask.say(fee ? failed.fee(describeValue(fee.value)) : failed.feeUnknown);
  await ask.say(failed.feeLook);
}

const somethingElse: Act = async (talk, current) => {
  const choices: Choice<Act | undefined>[] = [
    { title: other.moved, value: recordStep('schedule') },
    { title: other.record, value: anotherStep },
    { title: other.undo, value: decided(undo.decide) },
    { title: other.redo, value: decided(redo.decide) },
    { title: other.back, value: undefined },
  ];
  const act = await talk.ask.choose({ id: 'other', ...other.ask, choices });
  await act?.(talk, current);
};

const anotherStep: Act = async (talk, current) => {
  const { profile } = await talk.run().journey();
  const { ids } = stepsTables[boardOf(profile.credential)];
  const choices = ids.map((id) => ({ title: `${steps[id].title}: ${meanings[id]}`, value: id }));
  const step = await talk.ask.choose({ id: 'other.step', ...other.which, choices });
  await recordStep(step)(talk, current);
};

/** Runs a command that asks nothing; a failure such as "nothing to take back" is told, and the menu goes on. */
const decided =
  (decide: typeof undo.decide): Act =>
  async ({ ask, keep }) => {
    try {
      await keep((run) => decide(run, [], {}));
    } catch (error) {
      if (!(error instanceof Failure) || error.kind !== 'missing') throw error;
      await ask.say(explain(error));
    }
  };

const moreOf =
  (holds: boolean): Act =>
  async (talk) => {
    const { talkAboutMore } = await import('./companions.ts');
    await talkAboutMore(talk, holds);
  };

const showDates: Act = async ({ ask, run }) => {
  const fresh = run();
  const journey = await fresh.journey();
  await ask.say(dateListView(journey, statusInput(journey, fresh).timeline));
};

const showPoints: Act = async ({ ask, run }) => {
  const { decide } = await import('../cmp/show.ts');
  await ask.say((await decide(run(), [], {})).view);
};

const tryPlan: Act = async ({ ask, run }) => {
  const fresh = run();
  await talkAboutTry(ask, fresh, await fresh.journey());
};

const explainStep: Act = async ({ ask }, current) => {
  for (const sentence of current ? help[current] : []) await ask.say(sentence);
};

/** Shows the checklist of the current step, then ticks items until the person goes back. */
const tickItems: Act = async ({ ask, run, keep }, current) => {
  const step = current ?? 'certificate';
  let last = 0;
  for (;;) {
    const { view } = await checklist.decide(run(), [step], {});
    if (last === 0) await ask.say(view);
    const { steps: lists } = view.data as {
      steps: { items: { id: string; title: string; ticked: string | null }[] }[];
    };
    const choices: Choice<{ id: string; ticked: string | null } | undefined>[] = [
      { title: tick.done, value: undefined },
      ...lists
        .flatMap(({ items }) => items)
        .map(({ id, title, ticked }) => ({
          title: `${ticked ? 'Untick' : 'Tick'}: ${title}`,
          value: { id, ticked },
        })),
    ];
    const item = await ask.choose({ id: 'tick', ...tick.ask, choices, preset: last });
    if (!item) return;
    last = choices.findIndex(({ value }) => value === item);
    await keep((now) => check.decide(now, [item.id], item.ticked ? { off: true } : {}));
  }
};
