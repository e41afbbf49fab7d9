// What may stand for the blanks of options and arguments: steps, dates, candidates, credentials, rules …
import { type ChecklistItem, isPaper } from '../../domain/checklist.ts';
import { dateIds } from '../../domain/dates.ts';
import { channels, documentStates } from '../../domain/fact.ts';
import { stepIds, steps } from '../../domain/steps.ts';
import { formatNames } from '../../formats/index.ts';
import { papersOfRoutes } from '../documents/papers.ts';
import type { Run } from '../run.ts';
import { topics } from '../topics.ts';

export interface Choice {
  readonly value: string;
  /** told beside it by shells that can */
  readonly about?: string | undefined;
}

/** `files` where the shell itself knows best. */
export type Choices = readonly Choice[] | 'files';
type Values = (run: Run) => Choices | Promise<Choices>;

const plain = (values: readonly string[]): Choice[] => values.map((value) => ({ value }));
const oneOf = (...values: string[]) => {
  const choices = plain(values);
  return () => choices;
};

const files = (): Choices => 'files';
const candidates: Values = async (run) => plain(await run.store().list());
const stepChoices: Values = () => stepIds.map((value) => ({ value, about: steps[value].title }));
const dates: Values = () => plain(dateIds);
const credentials: Values = (run) => run.credentials().map(({ code, title }) => ({ value: code, about: title }));
const rules: Values = (run) => run.rulebook().rules.map(({ id, title }) => ({ value: id, about: title }));
const itemsThat =
  (fits: (run: Run) => (item: ChecklistItem) => boolean): Values =>
  (run) => {
    const all = run.checklists().flatMap((list) => list.items.filter(fits(run)));
    return all.map(({ id, title }) => ({ value: id, about: title }));
  };
const items = itemsThat(() => () => true);
const papers = itemsThat((run) => {
  const ofRoutes = papersOfRoutes(run);
  return (item) => isPaper(item, ofRoutes);
});
const answer = oneOf('yes', 'no');

/** By the name of an option, where its blank says too little. */
const ofOptions: Readonly<Record<string, Values>> = {
  format: oneOf(...formatNames),
  paper: oneOf('a4', 'letter'),
  send: oneOf(...channels),
  sort: oneOf('worst', 'due', 'name', 'id'),
  result: oneOf('pass', 'fail'),
  candidate: candidates,
  output: files,
  filter: (run) => plain(Object.keys(run.settings().filters ?? {})),
  step: async (run) => [...((await stepChoices(run)) as readonly Choice[]), { value: 'all-done' }],
};

/** By what stands in the blank: `date-id` of `<date-id>` and of `[date-id]`. */
const ofBlanks: Readonly<Record<string, Values>> = {
  step: stepChoices,
  'date-id': dates,
  date: () => [],
  candidate: candidates,
  id: candidates,
  code: credentials,
  credential: credentials,
  rule: async (run) => [{ value: 'check' }, ...((await rules(run)) as readonly Choice[])],
  item: items,
  state: oneOf(...documentStates),
  file: files,
  answer,
  board: (run) => run.boards().map(({ id, title }) => ({ value: id, about: title })),
  shell: oneOf('bash', 'zsh', 'fish', 'powershell'),
  action: oneOf('list', 'get', 'set', 'unset'),
  topic: () => [
    ...topics.map(({ name, summary }) => ({ value: name, about: summary })),
    { value: 'manual', about: 'all of help on one page' },
  ],
};

/** `candidates merge` names two, `documents record` knows papers alone; `start --id` makes a new one. */
const ofCommands: Readonly<Record<string, Values>> = {
  'candidates merge <other>': candidates,
  'documents record <item>': papers,
};
const NEW = ['--id'];

export function valuesOf(blank: string, at: string, option?: string): Values {
  if (option !== undefined && NEW.includes(option)) return () => [];
  const inner = blank.replace(/[<>[\]]|\.\.\./g, '');
  const byOption = option === undefined ? undefined : own(ofOptions, option.replace(/^--/, ''));
  return own(ofCommands, `${at} ${blank}`) ?? byOption ?? own(ofBlanks, inner) ?? (() => []);
}

const own = (table: Readonly<Record<string, Values>>, key: string) =>
  Object.hasOwn(table, key) ? table[key] : undefined;
