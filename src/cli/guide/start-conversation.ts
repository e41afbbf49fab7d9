// The first conversation: who, which credential, what already happened; a summary; and only then it is kept.

import { shortName, usualFirst } from '../../domain/credential.ts';
import type { Fact, NewFact } from '../../domain/fact.ts';
import { beginJourney, type Journey } from '../../domain/journey.ts';
import { idFromName } from '../../domain/journey-id.ts';
import type { Profile } from '../../domain/profile.ts';
import { type StepId, stepIds, steps } from '../../domain/steps.ts';
import { boardOf, stepsTables } from '../../domain/steps-tables.ts';
import { summaryView } from '../../views/summary.ts';
import type { Options } from '../command.ts';
import { idFor, profileOf } from '../commands/start.ts';
import { credentialNamed, type Run } from '../run.ts';
import type { Ask, Choice } from './ask.ts';
import type { Draft } from './draft.ts';
import { later, start } from './sentences.ts';
import { askDay, talkAboutStep } from './step-conversation.ts';
import { meanings } from './step-sentences.ts';
import { tryToRecord } from './try-to-record.ts';

export interface StartTalk {
  readonly ask: Ask;
  readonly run: Run;
  /** keeps the draft for the next time */
  readonly remember: (draft: Draft) => void;
}

type Key = 'name' | 'credential' | 'country' | 'target';
const keys: readonly Key[] = ['name', 'credential', 'country', 'target'];

/** The journey as it is to be kept, or undefined when the person leaves at the summary. */
export async function talkAboutStart(talk: StartTalk, begun: Draft, given: Options): Promise<Journey | undefined> {
  let draft: Draft = { ...begun, answers: { ...begun.answers, ...textsOf(given) } };
  const keep = (next: Draft) => {
    draft = next;
    talk.remember(next);
  };
  for (const key of keys) {
    if (draft.answers[key] === undefined) keep(await answered(talk, draft, key));
  }
  if (draft.reached === undefined) keep({ ...draft, reached: await askReached(talk, draft) });
  await askSteps(talk, draft, keep);
  for (;;) {
    const journey = await journeyOf(talk, draft, given);
    await talk.ask.say(summaryView(journey, talk.run.today));
    const choice = await talk.ask.choose({ id: 'start.review', ...start.review, choices: reviewChoices });
    if (choice === 'save') return journey;
    if (choice === 'leave') return undefined;
    await change(talk, draft, keep);
  }
}

const reviewChoices: readonly Choice<'save' | 'change' | 'leave'>[] = [
  { title: start.save, value: 'save' },
  { title: start.change, value: 'change' },
  { title: start.leave, value: 'leave' },
];

/** What is given as an option is checked before anything is asked. Fails with `usage`. */
export async function checkGiven(run: Run, given: Options): Promise<void> {
  profileOf(run, { ...given, name: 'x' });
  if (typeof given['id'] === 'string') await idFor(run, given, 'x');
}

const textsOf = (options: Options): Record<string, string> =>
  Object.fromEntries(keys.flatMap((key) => (typeof options[key] === 'string' ? [[key, options[key]]] : [])));

async function answered(talk: StartTalk, draft: Draft, key: Key): Promise<Draft> {
  const text = await questions[key](talk);
  return { ...draft, answers: { ...draft.answers, [key]: text } };
}

/** Each answer is read as its option is, so that a wrong one is asked again at once. */
const questions: Readonly<Record<Key, (talk: StartTalk) => Promise<string>>> = {
  name: ({ ask, run }) =>
    ask.text({ id: 'start.name', ...start.name, read: (typed) => profileOf(run, { name: typed.trim() }).name }),
  credential: ({ ask, run }) => {
    const choices = usualFirst(run.credentials()).map((each) => ({
      title: `${shortName(each)}: ${each.title}`,
      value: shortName(each),
    }));
    const preset = choices.findIndex(({ value }) => value === 'MLS');
    return ask.choose({ id: 'start.credential', ...start.credential, choices, preset });
  },
  country: ({ ask, run }) => {
    const { country = '' } = run.settings();
    return ask.text({
      id: 'start.country',
      ...start.country,
      message: country === '' ? `${start.country.message} ${later.skip}` : start.country.message,
      preset: country,
      read: (typed) =>
        typed.trim() === '' ? '' : (profileOf(run, { name: 'x', country: typed.trim() }).country ?? ''),
    });
  },
  target: async (talk) =>
    (await askDay(talk, { id: 'start.target', ...start.target, kind: 'day', optional: true })) ?? '',
};

/** The steps on the way to the credential that was chosen. */
const stepsOf = (run: Run, { answers }: Draft): readonly StepId[] =>
  stepsTables[boardOf(credentialNamed(run, answers['credential'] ?? 'MLS').id)].ids;

const askReached = ({ ask, run }: StartTalk, draft: Draft): Promise<StepId | 'none'> =>
  ask.choose({
    id: 'start.reached',
    ...start.reached,
    choices: [
      { title: start.none, value: 'none' as const },
      ...stepsOf(run, draft).map((id, index) => ({
        title: `${index + 1} ${steps[id].title}: ${meanings[id]}`,
        value: id,
      })),
    ],
  });

function stepsBehind(run: Run, draft: Draft): readonly StepId[] {
  const ids = stepsOf(run, draft);
  return ids.slice(0, ids.indexOf(draft.reached as StepId) + 1);
}

const isFail = (fact: NewFact) => 'result' in fact && fact.result === 'fail';

/** Asks about the steps that are behind the person, as far as they were not asked about before. */
async function askSteps({ ask, ...talk }: StartTalk, begun: Draft, keep: (draft: Draft) => void): Promise<void> {
  let draft = begun;
  for (const step of stepsBehind(talk.run, begun)) {
    // What comes after a failed exam belongs to another attempt, with an application of its own.
    if (draft.facts.some(isFail)) return;
    if (draft.asked.includes(step)) continue;
    const choices = [
      { title: start.knows, value: true },
      { title: start.unknown, value: false },
    ];
    const title = steps[step].title;
    const knows = await ask.choose({ id: `start.knows.${step}`, ...start.remember(title), choices });
    if (knows) draft = await withStep({ ask, ...talk }, draft, step);
    else if (step === draft.reached) await ask.say(start.without(title));
    draft = { ...draft, asked: [...draft.asked, step] };
    keep(draft);
  }
}

/** Asks about a step and puts its fact in place of the one it corrects. */
async function withStep({ ask, run }: StartTalk, draft: Draft, step: StepId): Promise<Draft> {
  const others = draft.facts.filter(({ kind }) => kind !== step);
  const known = draft.facts.find(({ kind }) => kind === step);
  const journey = trial(run, { ...draft, facts: others });
  const credential = credentialNamed(run, journey.profile.credential);
  const fact = await tryToRecord(ask, run, journey, (refused) =>
    talkAboutStep({ ask, run, credential, before: refused ?? known }, step),
  );
  if (!fact) return { ...draft, facts: others };
  const facts = [...others, fact].sort((a, b) => stepIds.indexOf(a.kind as StepId) - stepIds.indexOf(b.kind as StepId));
  return { ...draft, facts };
}

async function change(talk: StartTalk, draft: Draft, keep: (draft: Draft) => void): Promise<void> {
  const choices: Choice<Key | StepId | 'reached'>[] = [
    ...keys.map((key) => ({ title: start.titles[key], value: key })),
    ...draft.asked.map((id) => ({ title: steps[id].title, value: id })),
    { title: start.steps, value: 'reached' },
  ];
  const what = await talk.ask.choose({ id: 'start.which', ...start.which, choices });
  if ((keys as readonly string[]).includes(what)) {
    const next = await answered(talk, draft, what as Key);
    keep(next);
    // Routes are numbered by credential, so the one chosen before may be another one now.
    const hasRoute = what === 'credential' && next.facts.some((fact) => 'route' in fact);
    return hasRoute ? keep(await withStep(talk, next, 'eligibility')) : undefined;
  }
  if (what !== 'reached') return keep(await withStep(talk, draft, what as StepId));
  const reached = await askReached(talk, draft);
  const behind = stepsBehind(talk.run, { ...draft, reached });
  const kept: Draft = {
    ...draft,
    reached,
    asked: draft.asked.filter((id) => behind.includes(id)),
    facts: draft.facts.filter(({ kind }) => behind.includes(kind as StepId)),
  };
  keep(kept);
  return askSteps(talk, kept, keep);
}

const optionsOf = ({ answers }: Draft): Options =>
  Object.fromEntries(Object.entries(answers).filter(([, text]) => text !== ''));

function recordAll(run: Run, journey: Journey, facts: readonly NewFact[]): Journey {
  const recorder = run.recorder();
  const recorded = facts.map((fact) => ({ id: recorder.newId(), at: recorder.at, by: recorder.by, ...fact }) as Fact);
  return { ...journey, facts: recorded };
}

const profileSoFar = (run: Run, draft: Draft): Profile => profileOf(run, optionsOf(draft));

/** A journey to check facts against; its id does not matter yet. */
const trial = (run: Run, draft: Draft): Journey =>
  recordAll(run, beginJourney('trial', profileSoFar(run, draft)), draft.facts);

async function journeyOf({ ask, run }: StartTalk, draft: Draft, given: Options): Promise<Journey> {
  const profile = profileSoFar(run, draft);
  const taken = await run.store().list();
  const id = typeof given['id'] === 'string' ? given['id'] : freeId(idFromName(profile.name), taken);
  if (given['id'] === undefined && id !== idFromName(profile.name)) await ask.say(start.second(id));
  return recordAll(run, beginJourney(id, profile), draft.facts);
}

function freeId(id: string, taken: readonly string[]): string {
  if (!taken.includes(id)) return id;
  let number = 2;
  while (taken.includes(`${id}-${number}`)) number += 1;
  return `${id}-${number}`;
}
