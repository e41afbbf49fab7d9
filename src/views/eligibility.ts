// The routes to a credential, and how they stand to a person's answers. It never decides: only the board does.
import type { CivilDate } from '../domain/civil-date.ts';
import type { Credential, Question, Route } from '../domain/credential.ts';
import {
  type Answers,
  type Fit,
  fitOf,
  fits,
  type Judged,
  openQuestions,
  questionsOf,
  type RouteFit,
  type Standing,
  unknownsOf,
} from '../domain/eligibility.ts';
import type { Block, Data, Item, Text, Tone, View } from './view.ts';

export interface EligibilityInput {
  readonly credential: Credential;
  readonly answers: Answers;
  /** title of each checklist item by its id */
  readonly documents: ReadonlyMap<string, string>;
  readonly today: CivilDate;
}

const WHO_DECIDES = 'The board alone decides, after you apply. This tool only compares; the official page wins.';

const fitTitles: Readonly<Record<Fit, { readonly title: string; readonly tone: Tone }>> = {
  'may-fit': { title: 'May fit', tone: 'good' },
  'cannot-tell': { title: 'Cannot tell', tone: 'soon' },
  'does-not-seem-to-fit': { title: 'Does not seem to fit', tone: 'faint' },
};

const standingTitles: Readonly<Record<Standing, string>> = {
  met: 'Seems met',
  unmet: 'Does not seem met',
  unclear: 'Not known whether your answer counts',
  unanswered: 'Not answered yet',
  unpublished: 'Not known',
};

export function eligibilityView(input: EligibilityInput): View {
  const { credential, answers, today } = input;
  const answered = openQuestions(credential, answers).length < questionsOf(credential).length;
  const blocks: Block[] = [
    { type: 'title', text: `Routes to ${credential.id}`, aside: answered ? 'self-check' : credential.title },
    ...(answered ? checkBlocks(input) : listBlocks(input)),
    ...section('Not known', credential.unknown.map(bulleted)),
    ...section('Sources', sourceItems(credential)),
    ...questionBlocks(input, answered),
    { type: 'callout', label: 'Who decides', text: `${WHO_DECIDES} ${credential.page}` },
    ...(answered ? [nextStep(fitOf(credential, answers))] : []),
  ];
  return { name: 'eligibility', today, data: eligibilityData(input, answered), blocks };
}

function eligibilityData({ credential, answers, documents }: EligibilityInput, answered: boolean): Data {
  const { id, code, title, page } = credential;
  return {
    credential: { id, code, title, page },
    decides: WHO_DECIDES,
    questions: questionsOf(credential).map((question) => ({ ...question, answer: answers[question.id] ?? null })),
    routes: fitOf(credential, answers).map(({ route, fit, because }) => ({
      number: route.number,
      requires: route.requires,
      documents: route.documents.map((item) => ({ id: item, title: documents.get(item) ?? item })),
      source: route.source,
      checked: route.checked,
      confidence: route.confidence,
      ...(route.note ? { note: route.note } : {}),
      unknown: route.unknown ?? [],
      fit: answered ? fit : null,
      because: answered ? because.map(conditionText) : [],
    })),
    unknown: unknownsOf(credential),
  };
}

/** `Seems met: A baccalaureate (bachelor's) degree.` */
const conditionText = ({ standing, requires }: Judged): string => `${standingTitles[standing]}: ${requires}`;

const bulleted = (text: Text): Item => ({ mark: 'bullet', text });

const section = (title: string, items: readonly Item[]): Block[] =>
  items.length === 0
    ? []
    : [
        { type: 'heading', text: title },
        { type: 'items', items },
      ];

function listBlocks(input: EligibilityInput): Block[] {
  const { routes } = input.credential;
  if (routes.length === 0) return [{ type: 'paragraph', text: 'The routes to this credential are not known here.' }];
  return [
    { type: 'paragraph', text: 'You need one route, with all of its conditions.' },
    { type: 'items', items: routes.map((route) => routeItem(route, route.requires, 'plain')) },
    ...section('Documents to prepare', documentItems(routes, input)),
  ];
}

/** The routes under what they come to, and the documents of those that are not out. */
function checkBlocks(input: EligibilityInput): Block[] {
  const { credential, answers } = input;
  const all = fitOf(credential, answers);
  const fields = questionsOf(credential).map((question) => ({
    label: `Your ${question.id}`,
    text: answerText(question, answers),
  }));
  const inView = all.filter(({ fit }) => fit !== 'does-not-seem-to-fit').map(({ route }) => route);
  return [
    { type: 'fields', fields },
    ...fits.flatMap((fit) => section(fitTitles[fit].title, all.filter((each) => each.fit === fit).map(fitItem))),
    ...section('Documents to prepare', documentItems(inView, input)),
  ];
}

function answerText(question: Question, answers: Answers): string {
  const answer = answers[question.id];
  if (typeof answer === 'number') return answer === 1 ? '1 year' : `${answer} years`;
  if (!answer?.length || !('choices' in question)) return 'not answered yet';
  const chosen = question.choices.filter(({ id }) => answer.includes(id));
  return chosen.map(({ title }) => title).join('; ');
}

/** A route that is out shows what decided; any other all its conditions. */
function fitItem({ route, fit, conditions, because }: RouteFit): Item {
  const { tone } = fitTitles[fit];
  if (fit !== 'does-not-seem-to-fit') return routeItem(route, conditions.map(conditionText), tone);
  return routeItem({ ...route, note: undefined, unknown: undefined }, because.map(conditionText), tone);
}

function routeItem({ number, note, unknown = [] }: Route, [text = '', ...more]: readonly string[], tone: Tone): Item {
  const details = [...more, ...(note ? [`Note: ${note}`] : []), ...unknown];
  return { mark: 'bullet', label: `Route ${number}`, text, tone, details };
}

/** Each document once, with the routes that ask for it. */
function documentItems(routes: readonly Route[], { credential, documents }: EligibilityInput): Item[] {
  const ids = [...new Set(routes.flatMap((route) => route.documents))];
  return ids.map((id) => {
    const asking = routes.filter((route) => route.documents.includes(id));
    return { mark: 'bullet', label: routesText(asking, credential), text: `${documents.get(id) ?? id} [${id}]` };
  });
}

/** Each source once, with the routes that rest on it. */
function sourceItems(credential: Credential): Item[] {
  const cited = ({ source, checked, confidence }: Pick<Route, 'source' | 'checked' | 'confidence'>) =>
    `${source}. Last checked ${checked}; confidence ${confidence}.`;
  const { routes } = credential;
  return [...new Set(routes.map(cited))].map((text) => {
    const resting = routes.filter((route) => cited(route) === text);
    return { mark: 'bullet', label: routesText(resting, credential), text };
  });
}

function routesText(routes: readonly Route[], credential: Credential): string {
  if (routes.length > 1 && routes.length === credential.routes.length) return 'Every route';
  return `Route${routes.length > 1 ? 's' : ''} ${routes.map(({ number }) => number).join(', ')}`;
}

function questionBlocks({ credential, answers }: EligibilityInput, answered: boolean): Block[] {
  const open = openQuestions(credential, answers);
  const [first] = open;
  if (!first) return [];
  const more = 'Leave out what you do not know. Give several choices with commas between them.';
  return [
    ...section(answered ? 'Answer these too' : 'Check yourself', open.map(questionItem)),
    answered
      ? { type: 'paragraph', text: `Add these options to those that you gave. ${more}`, tone: 'faint' }
      : {
          type: 'callout',
          label: 'Answer',
          text: more,
          command: `ascpi eligibility --credential ${credential.code} --${first.id} <choice>`,
        },
  ];
}

function questionItem(question: Question): Item {
  const choices = 'choices' in question ? question.choices.map(({ id, title }) => `${id}: ${title}`) : [];
  return { mark: 'bullet', label: `--${question.id}`, text: question.text, details: [question.help, ...choices] };
}

function nextStep(all: readonly RouteFit[]): Block {
  const none = all.every(({ fit }) => fit === 'does-not-seem-to-fit');
  if (none) {
    return {
      type: 'callout',
      label: 'Next',
      text: 'No known route seems to fit these answers. A route may be missing here: look at the official page, or ask the board.',
    };
  }
  return {
    type: 'callout',
    label: 'Next',
    text: 'Compare the official page with your papers. Then record the route that you choose:',
    command: 'ascpi done eligibility --route <number>',
  };
}
