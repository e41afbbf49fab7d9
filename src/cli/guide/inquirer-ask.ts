// Asks with inquirer. The one file that imports it.
import { styleText } from 'node:util';
import { password, select, input as textPrompt } from '@inquirer/prompts';
import type { Manner } from '../context.ts';
import { cancelled, readAnswer } from './answering.ts';
import type { Ask, ChoiceQuestion, TextQuestion } from './ask.ts';
import type { Terminal } from './line-ask.ts';
import { keys } from './sentences.ts';
import { typedInput } from './typed-input.ts';

const plain = (text: string) => text;

/** Without colours every style is left out; without Unicode the marks are ASCII. */
function themeOf({ color, unicode }: Manner, fold: (text: string) => string) {
  const names = ['answer', 'message', 'help', 'highlight', 'disabled', 'description'] as const;
  const style = color ? {} : Object.fromEntries(names.map((name) => [name, plain]));
  const faint = (text: string) => (color ? styleText('dim', text, { validateStream: false }) : text);
  return {
    prefix: unicode && color ? {} : { idle: '?', done: '-' },
    ...(unicode ? {} : { icon: { cursor: '>' } }),
    style: {
      ...style,
      defaultAnswer: (text: string) => faint(keys.preset(text)),
      ...(color ? {} : { error: (text: string) => `> ${text}`, key: (text: string) => `<${text}>` }),
      keysHelpTip: () => fold(keys.list),
    },
  };
}

/** Breaks at spaces, because inquirer breaks in the middle of words. */
function folded(text: string, columns: number, indent: string): string {
  const lines: string[] = [];
  for (const word of text.split(' ')) {
    const last = lines.at(-1);
    if (last === undefined || last.length + word.length + indent.length + 1 >= columns) lines.push(word);
    else lines[lines.length - 1] = `${last} ${word}`;
  }
  return lines.join(`\n${indent}`);
}

const EXPLAIN = -1;
const MOST_CHOICES = 12;
const LEAST_CHOICES = 4;
/** lines of a list that are not choices, and one of the talk before it */
const AROUND_CHOICES = 6;
const DEFAULT_COLUMNS = 80;
const DEFAULT_ROWS = 24;
/** An answer that finds less room beside its question goes below it. */
const ROOM = 24;
const INDENT = '  ';
const DEEP = '    ';

export function inquirerAsk({ input, output, onTermination }: Terminal, manner: Manner): Ask {
  const { render } = manner;
  const screen = output as NodeJS.WriteStream;
  const columns = () => screen.columns || DEFAULT_COLUMNS;
  const fold = (sentence: string, indent = INDENT) => folded(sentence, columns(), indent);
  const theme = themeOf(manner, (text) => folded(text, columns(), ''));
  const typed = typedInput(input);
  const leave = new AbortController();
  const onKey = (_text: unknown, key?: { name?: string; sequence?: string }) => {
    if (key?.name === 'escape' && /^\u001b+$/.test(key.sequence ?? '')) leave.abort();
  };
  typed.stream.on('keypress', onKey);
  typed.stream.on('end', () => leave.abort());
  // inquirer hides the cursor and takes every key as it comes; here it has no time to undo that.
  const forget = onTermination(() => {
    typed.close();
    output.write('\u001b[?25h');
  });
  const context = { input: typed.stream, output, signal: leave.signal };

  let hasTalked = false;
  const say: Ask['say'] = async (what) => {
    const text = await render(what);
    output.write(typeof what === 'string' || hasTalked ? text : `\n${text}`);
    hasTalked = what !== '';
  };
  const prompt = async <T>(ask: () => Promise<T>): Promise<T> => {
    if (hasTalked) output.write('\n');
    hasTalked = false;
    try {
      return await ask();
    } catch (error) {
      const left = error instanceof Error && ['ExitPromptError', 'AbortPromptError'].includes(error.name);
      throw left ? cancelled(error) : error;
    }
  };
  /** how much room the last line of a question leaves, behind the mark before it */
  const roomAfter = (message: string) => columns() - INDENT.length - (message.split('\n').at(-1) ?? '').length;

  const text = async <T>(question: TextQuestion<T>): Promise<T> => {
    const { preset } = question;
    const asked = fold(question.message);
    const message = roomAfter(asked) < ROOM ? `${asked}\n ` : asked;
    const validate = (answer: string) => {
      const reading = answer.trim() === '?' ? true : readAnswer(question, answer);
      return reading === true || 'value' in reading || fold(reading.explain);
    };
    for (;;) {
      const config = { message, theme, validate, ...(preset === undefined ? {} : { default: preset }) };
      const typedIn = () =>
        question.hidden ? password({ message, theme, validate }, context) : textPrompt(config, context);
      const reading = readAnswer(question, await prompt(typedIn));
      if ('value' in reading) return reading.value;
      await say(reading.explain);
    }
  };
  const choose = async <T>({ message, why, choices, preset = 0 }: ChoiceQuestion<T>): Promise<T> => {
    const asked = fold(message);
    const answer = (title: string) => (title.length + 1 > roomAfter(asked) ? `\n${INDENT}${fold(title)}` : title);
    const listed = [
      ...choices.map(({ title }, index) => ({ name: fold(title, DEEP), short: answer(title), value: index })),
      // Typing ? jumps to the choice that begins with it.
      { name: keys.explain, short: '?', value: EXPLAIN },
    ];
    const room = (screen.rows || DEFAULT_ROWS) - AROUND_CHOICES;
    const pageSize = Math.min(MOST_CHOICES, Math.max(LEAST_CHOICES, room));
    const config = { message: asked, theme, choices: listed, default: preset, loop: false, pageSize };
    for (;;) {
      const index = await prompt(() => select<number>(config, context));
      const choice = choices[index];
      if (choice) return choice.value;
      await say(why);
    }
  };
  const close = () => {
    typed.stream.off('keypress', onKey);
    typed.close();
    forget();
  };
  return { text, choose, say, close };
}
