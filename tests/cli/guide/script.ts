// A scripted person: answers the guide's questions from a list, in order, and fails on a question that is not on it.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import type { Context, Manner } from '../../../src/cli/context.ts';
import { cancelled, readAnswer } from '../../../src/cli/guide/answering.ts';
import type { ChoiceQuestion, TextQuestion } from '../../../src/cli/guide/ask.ts';
import type { View } from '../../../src/views/view.ts';
import { type Said, type Setting, type Terminal, terminal } from '../terminal.ts';

/** Leaves at this question, as Esc does. */
export const LEAVE = Symbol('leave');

/**
 * A question by its id, and the answer: what is typed, or the title of a choice (or what it must match). `?` asks for
 * the explanation, and the question comes again. So it does after a wrong answer.
 */
export type Line = readonly [question: string, answer: string | RegExp | typeof LEAVE];

export interface Conversation extends Said {
  /** all that was said, explained and asked, in order */
  readonly talk: string;
  /** every question that was asked, with its explanation */
  readonly asked: readonly { readonly id: string; readonly message: string; readonly why: string }[];
  readonly manners: readonly Manner[];
}

export interface Person extends Terminal {
  /** Runs one command line and answers what is asked. */
  readonly talk: (argv: readonly string[], lines: readonly Line[]) => Promise<Conversation>;
}

export function person(setting: Setting = {}): Person {
  let ask: Context['ask'] | undefined;
  const asked: Context['ask'] = (manner) => {
    if (!ask) throw new Error('nobody is there to answer');
    return ask(manner);
  };
  const where = terminal({ tty: true, ...setting, env: { NO_COLOR: '1', ...setting.env }, ask: asked });
  const talk = async (argv: readonly string[], lines: readonly Line[]): Promise<Conversation> => {
    const script = scripted(lines);
    ask = script.ask;
    const said = await where.run(...argv);
    ask = undefined;
    const { left, faults, talk, asked, manners, open } = script.outcome();
    expect({ faults, left }, `${talk}\n${said.err}`).toEqual({ faults: [], left: [] });
    expect(open, 'every way of asking is closed').toBe(0);
    return { ...said, talk, asked, manners };
  };
  return { ...where, talk };
}

function scripted(lines: readonly Line[]) {
  const left = [...lines];
  const faults: string[] = [];
  const talk: string[] = [];
  const asked: { id: string; message: string; why: string }[] = [];
  const manners: Manner[] = [];
  let open = 0;

  const answerTo = ({ id, message, why }: { id: string; message: string; why: string }) => {
    asked.push({ id, message, why });
    if (!/^\S+( \S+){4,}\.$/.test(why)) faults.push(`${id} is not explained: ${why}`);
    if (!/^\S+ .*\?( \(.*\))?$/.test(message)) faults.push(`${id} does not ask: ${message}`);
    talk.push(message);
    const [expected, answer] = left.shift() ?? [];
    if (expected !== id || answer === undefined) {
      const fault = `${expected === undefined ? 'nothing more' : expected} was expected, ${id} was asked: ${message}`;
      faults.push(fault);
      throw new Error(fault);
    }
    if (answer === LEAVE) throw cancelled();
    return answer;
  };
  const text = async <T>(question: TextQuestion<T>): Promise<T> => {
    const explained = readAnswer(question, ' ? ');
    if (!('explain' in explained) || explained.explain !== question.why)
      faults.push(`? does not explain ${question.id}`);
    for (;;) {
      const answer = answerTo(question);
      const reading = readAnswer(question, String(answer));
      if ('value' in reading) return reading.value;
      talk.push(reading.explain);
    }
  };
  const choose = async <T>(question: ChoiceQuestion<T>): Promise<T> => {
    for (;;) {
      const answer = answerTo(question);
      if (answer === '?') {
        talk.push(question.why);
        continue;
      }
      const fits = ({ title }: { title: string }) =>
        typeof answer === 'string' ? title === answer : answer.test(title);
      const choices = question.choices.filter(fits);
      const [choice] = choices;
      if (choice && choices.length === 1) return choice.value;
      const titles = question.choices.map(({ title }) => title).join(' | ');
      faults.push(`${String(answer)} fits ${choices.length} of: ${titles}`);
      throw new Error(faults.at(-1));
    }
  };
  const ask: Context['ask'] = async (manner) => {
    manners.push(manner);
    open += 1;
    return {
      text,
      choose,
      say: async (what: View | string) => void talk.push(await manner.render(what)),
      close: () => {
        open -= 1;
      },
    };
  };
  return { ask, outcome: () => ({ left, faults, talk: talk.join('\n'), asked, manners, open }) };
}

/** What is stored of each journey, without what differs from run to run. */
export function stored(home: string): Record<string, { profile: unknown; facts: unknown[] }> {
  const folder = join(home, 'journeys');
  const names = existsSync(folder) ? readdirSync(folder) : [];
  return Object.fromEntries(
    names.map((name) => {
      const { profile, facts } = JSON.parse(readFileSync(join(folder, name), 'utf8')) as {
        profile: unknown;
        facts: Record<string, unknown>[];
      };
      return [name, { profile, facts: facts.map(({ id: _id, at: _at, by: _by, of: _of, ...fact }) => fact) }];
    }),
  );
}

/** Every file under the home with its bytes. */
export function bytesOf(home: string): Record<string, string> {
  if (!existsSync(home)) return {};
  const files = readdirSync(home, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    files.map(({ parentPath, name }) => [join(parentPath, name), readFileSync(join(parentPath, name), 'utf8')]),
  );
}

/** Records a life by flags, in a home of its own, each line on its own day. */
export async function byFlags(start: string, ...lines: readonly (readonly [day: string, line: string])[]) {
  const where = terminal();
  const words = (line: string) => (line.match(/"[^"]*"|\S+/g) ?? []).map((word) => word.replace(/^"|"$/g, ''));
  const run = async (line: string, ...more: string[]) => {
    const said = await where.run(...words(line), ...more);
    if (said.code !== 0) throw new Error(`${line}: ${said.err}`);
  };
  await run(start);
  for (const [day, line] of lines) await run(line, '--today', day);
  return stored(where.home);
}

/** A text on one line, as far as spaces go. */
export const words = (text: string): string => text.replace(/\s+/g, ' ');

// Pieces that most conversations have.

export const MENU = {
  other: 'Something else happened (moved, corrected)',
  dates: 'Show my dates',
  checklist: 'Show my checklist, and tick what is ready',
  more: 'Papers, the visa queue, the arrival',
  tryOut: 'Try out a plan (nothing is kept)',
  help: 'Help with this step',
} as const;

export const QUIT: Line = ['menu', 'Quit'];

/** A day that is typed and confirmed. */
export const day = (id: string, typed: string): Line[] => [
  [id, typed],
  [`${id}.right`, 'Yes'],
];

/** The first introduction and who one is. */
export const whoIAm = (name = 'Maria Santos', country = 'Philippines'): Line[] => [
  ['accessible', 'With lists to move through'],
  ['start.name', name],
  ['start.credential', /^MLS:/],
  ['start.country', country],
  ['start.target', ''],
];

export const knows = (step: string): Line => [`start.knows.${step}`, 'Yes, enter it'];
export const doesNotKnow = (step: string): Line => [`start.knows.${step}`, 'No, leave it out for now'];
export const KEEP: Line = ['start.review', 'Yes, keep it'];
export const CHANGE: Line = ['start.review', 'Change an answer'];
export const did = (title: string): Line => ['menu', `I did this step: ${title}`];

/** A new person at the beginning: the introduction, no step done, and out of the menu. */
export const beginAtTheBeginning = (name?: string, country?: string): Line[] => [
  ...whoIAm(name, country),
  ['start.reached', /^None yet/],
  KEEP,
  QUIT,
];
