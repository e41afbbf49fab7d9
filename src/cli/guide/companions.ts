// What goes on beside the steps, told to the guide: papers, the visa queue, points, skills. The commands record it.
import { documentStates } from '../../domain/fact.ts';
import { Failure } from '../../domain/failure.ts';
import { categories, categoryIds } from '../../domain/visa-category.ts';
import type { Options, Outcome } from '../command.ts';
import { checklist } from '../commands/checklist.ts';
import { countryCode } from '../countries.ts';
import type { Run } from '../run.ts';
import { explain } from './answering.ts';
import type { Choice } from './ask.ts';
import { more, paper, points, queue } from './companion-sentences.ts';
import type { MenuTalk } from './menu.ts';
import { askDay } from './step-conversation.ts';

type Act = (talk: MenuTalk) => Promise<void>;

/** `holds`: a credential is held, so points count. */
export async function talkAboutMore(talk: MenuTalk, holds: boolean): Promise<void> {
  const choices: Choice<Act | undefined>[] = [
    { title: more.papers, value: shown(async (run) => (await import('../documents/list.ts')).decide(run)) },
    { title: more.paper, value: recordPaper },
    { title: more.visa, value: shown(async (run) => (await import('../visa/show.ts')).decide(run, [], {})) },
    { title: more.priority, value: recordPriority },
    ...(holds ? [{ title: more.point, value: recordPoints }] : []),
    { title: more.skills, value: recordSkills },
    { title: more.arrival, value: shown((run) => checklist.decide(run, ['arrival'], {})) },
    { title: more.back, value: undefined },
  ];
  const act = await talk.ask.choose({ id: 'more', ...more.ask, choices });
  await act?.(talk);
}

const shown =
  (decide: (run: Run) => Promise<Outcome>): Act =>
  async ({ ask, run }) =>
    ask.say((await decide(run())).view);

/** What can't be recorded is explained, and the menu goes on. */
async function recorded(talk: MenuTalk, decide: (run: Run) => Promise<Outcome>): Promise<void> {
  try {
    await talk.keep(decide);
  } catch (error) {
    if (!(error instanceof Failure) || error.kind !== 'usage') throw error;
    await talk.ask.say(explain(error));
  }
}

const text = (typed: string): string => typed.trim();

const recordPaper: Act = async (talk) => {
  const { ask } = talk;
  const run = talk.run();
  const { decide: list } = await import('../documents/list.ts');
  const { documents } = (await list(run)).view.data as unknown as { documents: { id: string; title: string }[] };
  const item = await ask.choose({
    id: 'paper',
    ...paper.which,
    choices: [...documents.map(({ id, title }) => ({ title, value: id })), { title: more.back, value: undefined }],
  });
  if (item === undefined) return;
  const states = documentStates.map((state) => ({ title: state, value: state }));
  const state = await ask.choose({ id: 'paper.state', ...paper.state, choices: states });
  const on = await askDay({ ask, run }, { id: 'paper.on', ...paper.on, kind: 'happened', optional: false });
  const from = await ask.text({ id: 'paper.from', ...paper.from, preset: '', read: text });
  const options: Options = { on, ...(from === '' ? {} : { from }) };
  const { decide } = await import('../documents/record.ts');
  await recorded(talk, (now) => decide(now, [item, state], options));
};

const recordPriority: Act = async (talk) => {
  const { ask } = talk;
  const priority = await askDay(
    { ask, run: talk.run() },
    { id: 'visa.priority', ...queue.priority, kind: 'happened', optional: false },
  );
  const choices = categoryIds.map((id) => ({ title: `${id}: ${categories[id].title}`, value: id }));
  const preset = categoryIds.indexOf('EB-3');
  const category = await ask.choose({ id: 'visa.category', ...queue.category, choices, preset });
  const chargeability = await ask.text({ id: 'visa.country', ...queue.country, read: countryCode });
  const { decide } = await import('../visa/set.ts');
  await recorded(talk, (now) => decide(now, [], { priority, category, chargeability }));
};

const recordSkills: Act = async (talk) => {
  const { askSkills } = await import('./skill-talk.ts');
  const told = await askSkills(talk);
  if (Object.keys(told).length === 0) return;
  const { decide } = await import('../roster/profile.ts');
  await recorded(talk, (now) => decide(now, [], told));
};

const recordPoints: Act = async (talk) => {
  const { ask } = talk;
  const run = talk.run();
  const { maintained } = await import('../cmp/maintained.ts');
  const { knownAreas } = await import('../../domain/cmp-table.ts');
  const { areaName } = await import('../../views/cmp-words.ts');
  const { readPoints } = await import('../cmp/points-answers.ts');
  const { facts } = await maintained(run);
  const amount = await ask.text({ id: 'points.amount', ...points.amount, read: (typed) => String(readPoints(typed)) });
  const areas = knownAreas(facts, run.rulebook()).map((area) => ({ title: areaName(area), value: area }));
  const area = await ask.choose({ id: 'points.area', ...points.area, choices: areas });
  const on = await askDay({ ask, run }, { id: 'points.on', ...points.on, kind: 'happened', optional: false });
  const title = await ask.text({ id: 'points.title', ...points.title, read: text });
  const { decide } = await import('../cmp/add.ts');
  await recorded(talk, (now) => decide(now, [amount, area], { on, title }));
};
