// Colours and weights of text on a terminal; the one file that touches chalk.
import { Chalk } from 'chalk';
import type { Mark, Tone } from '../views/view.ts';

export type Paint = (text: string) => string;

export interface Palette {
  readonly strong: Paint;
  readonly command: Paint;
  readonly tones: Readonly<Record<Tone, Paint>>;
  readonly marks: Readonly<Record<Mark, Paint>>;
}

export function palette(color: boolean): Palette {
  const chalk = new Chalk({ level: color ? 1 : 0 });
  const plain: Paint = (text) => text;
  return {
    strong: chalk.bold,
    command: chalk.cyan,
    tones: { plain, good: chalk.green, soon: chalk.yellow, bad: chalk.red, faint: chalk.dim },
    marks: {
      done: chalk.green,
      current: chalk.bold.cyan,
      waiting: chalk.dim,
      missed: chalk.red,
      ticked: chalk.green,
      unticked: plain,
      bullet: chalk.dim,
    },
  };
}
