// One steps table for each board: which of the steps its way has, what starts the clock, and where its words differ.
import { type Step, type StepId, stepIds, steps } from './steps.ts';

/** The way to the credentials of one board. */
export interface StepsTable {
  /** what stands in the brackets of its credentials */
  readonly board: string;
  /** in order; steps that are not here it does not have */
  readonly ids: readonly StepId[];
  /** the fact that starts the clock of the exam window */
  readonly window: 'admission' | 'application';
  /** where the next attempt begins after a failed exam, while the window is open */
  readonly again: 'application' | 'schedule';
  /** begins the names of its own rules; a rule it has no file for is not known of it */
  readonly rules: string;
  /** what overrules a computed window: ends a sentence */
  readonly notice: string;
  /** what follows when the window has ended without an exam */
  readonly lapsed: string;
  /** what to do after a failed exam, where the application outlives it */
  readonly testAgain?: string;
  /** what is said in other words than in `steps` */
  readonly words: Readonly<Partial<Record<StepId, Partial<Step>>>>;
}

const ASCPi: StepsTable = {
  board: 'ASCPi',
  ids: stepIds,
  window: 'admission',
  again: 'application',
  rules: '',
  notice: 'the dates printed on your admission notification win',
  lapsed:
    'The exam window has ended without an exam: the whole fee is lost, and a new application with a new fee is needed. It does not count as an attempt.',
  words: {},
};

const AMT: StepsTable = {
  board: 'AMT',
  ids: ['eligibility', 'application', 'schedule', 'exam', 'scores', 'certificate'],
  window: 'application',
  again: 'schedule',
  rules: 'amt-',
  notice: 'the day that AMT gives you wins',
  lapsed:
    'The year of the application has ended without an exam: a new application is needed. What of the fee is lost is not known; ask AMT.',
  testAgain:
    'Pay the fee of AMT to test again, then book. The application stays active for its year, so no new one is needed.',
  words: {
    application: { action: 'Submit the application to AMT and pay the fee.' },
    schedule: { action: 'Wait for word from AMT, then book your exam. The year of the application is never extended.' },
    certificate: { action: 'Wait for your certificate.' },
  },
};

export const stepsTables = { ASCPi, AMT } as const;

export type BoardId = keyof typeof stepsTables;

/** What is printed behind a name: `MLS(ASCPi)`. */
export const credentialId = new RegExp(`^[A-Z]+\\((${Object.keys(stepsTables).join('|')})\\)$`);

/** `AMT` of `MLS(AMT)`. */
export const boardOf = (credential: string): BoardId => {
  const board = /\((.+)\)$/.exec(credential)?.[1] ?? '';
  return board in stepsTables ? (board as BoardId) : 'ASCPi';
};

/** A step in the words of a board. */
export const stepOf = (id: StepId, { words }: StepsTable): Step => ({ ...steps[id], ...words[id] });
