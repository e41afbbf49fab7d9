// Asks line by line, for screen readers: numbered choices, typed answers, nothing redrawn.
import { createInterface } from 'node:readline';
import { Failure, quote } from '../../domain/failure.ts';
import type { Manner } from '../context.ts';
import { cancelled, readAnswer } from './answering.ts';
import type { Ask, ChoiceQuestion, TextQuestion } from './ask.ts';
import { lines as said, secret as secretWords } from './sentences.ts';
import type { Keyboard } from './typed-input.ts';
import { unseen } from './unseen-line.ts';

export interface Terminal {
  readonly input: Keyboard;
  readonly output: NodeJS.WritableStream;
  /** Calls `act` at the next Ctrl-C, in place of ending the program; gives back how to stop that. */
  readonly onInterrupt: (act: () => void) => () => void;
  /** Calls `act` before the program is ended from outside; gives back how to stop that. */
  readonly onTermination: (act: () => void) => () => void;
}

/** Esc and Enter, where the terminal edits the line itself. */
const isEscape = (line: string) => /^\s*\u001b+\s*$/.test(line);

export function lineAsk({ input, output, onInterrupt }: Omit<Terminal, 'onTermination'>, { render }: Manner): Ask {
  const lines: string[] = [];
  let waiting: ((line: string | undefined) => void) | undefined;
  let isOpen = true;
  // Without `terminal` the terminal itself edits and echoes the line, and nothing is ever redrawn.
  const reader = createInterface({ input, terminal: false });
  const hand = (line: string | undefined) => {
    const taker = waiting;
    waiting = undefined;
    if (taker) taker(line);
    else if (line !== undefined) lines.push(line);
  };
  reader.on('line', hand);
  reader.on('close', () => {
    isOpen = false;
    hand(undefined);
  });
  const leave = () => reader.close();
  const forget = onInterrupt(() => {
    // The terminal has written ^C.
    output.write('\n');
    leave();
  });

  const nextLine = async (): Promise<string> => {
    const early = lines.shift();
    const line = early ?? (isOpen ? await new Promise<string | undefined>((taker) => (waiting = taker)) : undefined);
    if (line === undefined || isEscape(line)) throw cancelled();
    return line;
  };
  const print = (text: string) => output.write(`${text}\n`);

  const text = async <T>(question: TextQuestion<T>): Promise<T> => {
    const remark = question.hidden
      ? ` ${secretWords.unseen}`
      : question.preset
        ? ` ${said.preset(question.preset)}`
        : '';
    const ask = () => {
      print(`${question.message}${remark} ${said.explain}`);
      return nextLine();
    };
    for (;;) {
      const line = question.hidden ? await unseen(input, ask, leave).finally(() => output.write('\n')) : await ask();
      const reading = readAnswer(question, line);
      if ('value' in reading) return reading.value;
      print(reading.explain);
    }
  };
  const choose = <T>(question: ChoiceQuestion<T>): Promise<T> => {
    const { choices, preset = 0 } = question;
    const list = choices.map(({ title }, index) => `${index + 1}: ${title}`).join('\n');
    return text({
      id: question.id,
      message: `${question.message}\n${list}\n${said.number(choices.length)}`,
      why: question.why,
      preset: String(preset + 1),
      read: (typed) => {
        const choice = /^\d{1,3}$/.test(typed.trim()) ? choices[Number(typed) - 1] : undefined;
        if (choice) return choice.value;
        throw new Failure('usage', `${quote(typed)} is not one of the numbers`, said.number(choices.length));
      },
    });
  };
  return {
    text,
    choose,
    say: async (what) => void output.write(await render(what)),
    close: () => {
      forget();
      reader.close();
    },
  };
}
