// Colours and weights of text on a terminal; the one file that touches chalk, and loads it only for colours.
import type { Mark, Tone } from '../views/view.ts';

export type Paint = (text: string) => string;

export interface Palette {
  readonly strong: Paint;
  readonly command: Paint;
  readonly tones: Readonly<Record<Tone, Paint>>;
  readonly marks: Readonly<Record<Mark, Paint>>;
}

const plain: Paint = (text) => text;

const colorless: Palette = {
  strong: plain,
  command: plain,
  tones: { plain, good: plain, soon: plain, bad: plain, faint: plain },
  marks: {
    done: plain,
    current: plain,
    waiting: plain,
    missed: plain,
    ticked: plain,
    unticked: plain,
    bullet: plain,
  },
};

export async function palette(color: boolean): Promise<Palette> {
  if (!color) return colorless;
  const { Chalk } = await import('chalk');
  const chalk = new Chalk({ level: 1 });
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
