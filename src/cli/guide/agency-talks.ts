// Talks about staffing agencies: an interview, question after question, and the question before one leaves the list.
import { agencyNamed } from '../../domain/agency.ts';
import { AGENCY_NAME_LIMIT, EVIDENCE_LIMIT } from '../../domain/agency-entry.ts';
import { type Assessment, assess } from '../../domain/agency-verdict.ts';
import type { AnswerId, Criterion } from '../../domain/criterion.ts';
import { visible } from '../../formats/safe-text.ts';
import { agenciesView } from '../../views/agencies.ts';
import { agencyFor, readAgencies } from '../agency/agencies.ts';
import { decide as decideAnswer } from '../agency/answer.ts';
import { add, remove } from '../agency/names.ts';
import type { Outcome } from '../command.ts';
import { lineAnswer } from '../commands/answers.ts';
import { agencyTalk, removal } from './agency-sentences.ts';
import type { Ask } from './ask.ts';
import { type Guide, leaving } from './guide.ts';
import { later } from './sentences.ts';

type Talk = (guide: Guide, args: readonly string[]) => Promise<void>;

async function withAsk(guide: Guide, talk: (ask: Ask) => Promise<void>, saved: () => readonly string[]): Promise<void> {
  const run = guide.run();
  const ask = await guide.ask(run.globals.accessible || run.settings().accessible === true);
  try {
    await talk(ask);
  } catch (error) {
    throw leaving(error, saved());
  } finally {
    ask.close();
  }
}

/** Each answer is kept as soon as it is given. Fails with `missing` on a name that is not there, before anything is asked. */
const runInterview: Talk = async (guide, [typed]) => {
  if (typed !== undefined) await assessmentOf(guide, typed);
  let kept = 0;
  const talk = async (ask: Ask) => {
    const name = typed ?? (await whichAgency(guide, ask));
    const before = await assessmentOf(guide, name);
    const asked = before.open.length > 0 ? before.open : before.asked.map(({ criterion }) => criterion);
    await ask.say(before.open.length > 0 ? agencyTalk.begin(String(asked.length)) : agencyTalk.again);
    const count = () => {
      kept += 1;
    };
    for (const criterion of asked) await askCriterion(guide, ask, before, criterion, count);
    const assessments = [await assessmentOf(guide, name)];
    const { criteria, today } = guide.run();
    await ask.say(agenciesView({ assessments, criteria: criteria(), today }));
  };
  await withAsk(guide, talk, () => (kept === 0 ? [] : [`${kept} answer${kept === 1 ? '' : 's'}`]));
};

async function assessmentOf(guide: Guide, name: string): Promise<Assessment> {
  const run = guide.run();
  return assess(agencyFor(await readAgencies(run), name), run.criteria());
}

/** One of those that are there, or a new one, which is added. */
async function whichAgency(guide: Guide, ask: Ask): Promise<string> {
  const { all } = await readAgencies(guide.run());
  const choices = [
    ...all.map(({ name }) => ({ title: visible(name), value: name })),
    { title: agencyTalk.another, value: undefined },
  ];
  const chosen = all.length === 0 ? undefined : await ask.choose({ id: 'agency', ...agencyTalk.which, choices });
  if (chosen !== undefined) return chosen;
  const name = await ask.text({ id: 'agency.name', ...agencyTalk.name, read: newName });
  if (!agencyNamed(all, name)) await keep(guide, ask, (run) => add(run, [name]));
  return name;
}

const newName = (typed: string): string => lineAnswer({ name: typed.trim() }, 'name', AGENCY_NAME_LIMIT) ?? '';

/** Tells once an answer is kept. Enter alone never answers. */
async function askCriterion(
  guide: Guide,
  ask: Ask,
  { agency }: Assessment,
  criterion: Criterion,
  onKept: () => void,
): Promise<void> {
  const { id, question, why, verify, redFlag } = criterion;
  const { answers, asNow } = agencyTalk;
  const known = agency.answers.get(id);
  const values = Object.keys(answers) as (AnswerId | 'skip')[];
  const titleOf = (value: AnswerId | 'skip') => (value === known?.answer ? asNow(answers[value]) : answers[value]);
  const answer = await ask.choose({
    id: `agency.${id}`,
    message: question,
    why: [why, ...verify].join(' '),
    choices: values.map((value) => ({ title: titleOf(value), value })),
    preset: values.indexOf('skip'),
  });
  if (answer === 'skip') return;
  // Whoever leaves at the second question has answered the first.
  let left: unknown;
  const evidence = await askEvidence(ask, id, known?.answer === answer ? known.evidence : undefined).catch((error) => {
    left = error;
    return '';
  });
  const options = evidence === '' ? {} : { evidence };
  await keep(guide, ask, (run) => decideAnswer(run, [agency.name, id, answer], options));
  onKept();
  if (left !== undefined) throw left;
  if (redFlag?.when.includes(answer)) await ask.say(redFlag.text);
}

/** Empty where it is left out. */
function askEvidence(ask: Ask, id: string, before = ''): Promise<string> {
  const { message, why } = agencyTalk.evidence;
  const isLeftOut = (typed: string) => ['', '-'].includes(typed.trim());
  return ask.text({
    id: `agency.${id}.evidence`,
    message: `${message} ${before === '' ? later.skip : later.drop}`,
    why,
    preset: before,
    read: (typed) => (isLeftOut(typed) ? '' : (lineAnswer({ evidence: typed }, 'evidence', EVIDENCE_LIMIT) ?? '')),
  });
}

/** Keeps what a command would keep, and says it in one line. */
async function keep(
  guide: Guide,
  ask: Ask,
  decide: (run: ReturnType<Guide['run']>) => Promise<Outcome>,
): Promise<void> {
  await ask.say('');
  await guide.conclude(async (run) => {
    const { view, save = [] } = await decide(run);
    return { view: { ...view, blocks: view.blocks.slice(0, 1) }, save };
  });
}

const runRemoval: Talk = async (guide, args) => {
  const { agency } = await assessmentOf(guide, args[0] ?? '');
  const talk = async (ask: Ask) => {
    const choices = [
      { title: removal.no, value: false },
      { title: removal.yes, value: true },
    ];
    const agreed = await ask.choose({ id: 'agency.remove', ...removal.ask(visible(agency.name)), choices });
    if (!agreed) return ask.say(removal.unchanged);
    await keep(guide, ask, (run) => remove(run, args, { yes: true }));
  };
  await withAsk(guide, talk, () => []);
};

/** By the name of the command. */
export const agencyTalks = { 'agency interview': runInterview, 'agency remove': runRemoval } as const;
