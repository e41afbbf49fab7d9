// The port of every conversation: questions as values, asked by whatever can ask. Tests hand in a script.
import type { View } from '../../views/view.ts';

interface Question {
  /** short name that scripts and tests go by */
  readonly id: string;
  /** the question, one sentence */
  readonly message: string;
  /** shown for `?`: what is asked, where to find it, and why */
  readonly why: string;
}

export interface TextQuestion<T> extends Question {
  /** Reads the answer. A usage failure is explained and the question asked again. */
  readonly read: (text: string) => T;
  /** what an empty answer means; without one an empty answer goes to `read` */
  readonly preset?: string;
  /** what is typed is not shown */
  readonly hidden?: true;
}

export interface Choice<T> {
  readonly title: string;
  readonly value: T;
}

export interface ChoiceQuestion<T> extends Question {
  readonly choices: readonly Choice<T>[];
  /** index of the choice that is offered first; 0 unless given */
  readonly preset?: number;
}

/** Every method fails with `cancelled` when the person leaves. */
export interface Ask {
  readonly text: <T>(question: TextQuestion<T>) => Promise<T>;
  readonly choose: <T>(question: ChoiceQuestion<T>) => Promise<T>;
  /** Shows an answer, or a sentence. */
  readonly say: (what: View | string) => Promise<void>;
  /** Gives the terminal back. */
  readonly close: () => void;
}
