// Every sentence of the guide but those of the steps (step-sentences.ts), in plain English: at most 25 words each, hard words explained.
export interface Asked {
  readonly message: string;
  /** for `?` */
  readonly why: string;
}

export const introduction = (home: string): readonly string[] => [
  'Welcome. This is ascpi. It helps you on the way to ASCPi certification, step by step.',
  'You tell it what happened and on which day. It tells you what comes next, and by when.',
  `Everything is kept on this computer, in the folder ${home}. Nothing is sent anywhere.`,
  'It is independent of ASCP. The dates on your own papers always win over what it computes.',
  'Type ? at any question, and it is explained. Leave at any time with Esc or Ctrl-C; your answers are kept for next time.',
];

/** What stands below lists and beside answers. */
export const keys = {
  list: 'Arrow keys move, Enter chooses, ? explains, Esc leaves.',
  explain: '? What does this mean',
  preset: (answer: string) => `(Enter: ${answer})`,
} as const;

/** The same where it is asked in plain lines. */
export const lines = {
  explain: 'Type ? for an explanation.',
  preset: (answer: string) => `(Enter means: ${answer})`,
  number: (most: number) => `Type a number from 1 to ${most}.`,
} as const;

export const accessible: Asked = {
  message: 'How would you like to be asked?',
  why: 'The plain way suits screen readers: numbered choices, typed answers, and no line is ever drawn again. Change it later with: ascpi config set accessible yes.',
};
export const accessibleChoices = {
  usual: 'With lists to move through',
  plain: 'In plain lines with numbers, for screen readers',
} as const;

export const resume = {
  ask: {
    message: 'You began before and did not finish. Go on from there?',
    why: 'Your answers of last time were kept as a draft. A draft is not a journey yet.',
  },
  yes: 'Go on with those answers',
  no: 'Begin again and drop those answers',
  later: 'Not now, show me where I am',
} as const;

export const choose: Asked = {
  message: 'Whose journey?',
  why: 'There are several journeys here. Choose one; the others stay as they are.',
};
export const chooseById = (count: number): Asked => ({
  message: `There are ${count} journeys. What is the id of the one you want?`,
  why: 'An id is the short name of a journey. It was shown when the journey began.',
});

export const start = {
  name: {
    message: 'What is your name, as on your passport?',
    why: 'The test centre compares your account with your passport. If the names differ, you can be turned away at full cost.',
  },
  credential: {
    message: 'Which credential do you want to earn?',
    why: 'A credential is what stands behind your name later. MLS is the general one for laboratory scientists with a degree.',
  },
  country: {
    message: 'In which country were you educated?',
    why: 'Some papers differ by country. Type its English name or two letters, for example Philippines or PH.',
  },
  target: {
    message: 'By which day do you need the certificate, if there is such a day?',
    why: 'If an employer or a visa sets a day, type it. It changes no rule; it is kept to compare your plan with.',
  },
  reached: {
    message: 'Which of the seven steps did you finish last?',
    why: 'You may be in the middle of the way. Choose the last step that is behind you, and enter the days you know.',
  },
  none: 'None yet, I am at the beginning',
  remember: (title: string): Asked => ({
    message: `Do you know the day of this step: ${title}?`,
    why: 'Only a day that you know is kept. You can enter the others later, when you find your papers.',
  }),
  knows: 'Yes, enter it',
  unknown: 'No, leave it out for now',
  review: {
    message: 'Is all of this right?',
    why: 'Nothing is kept before you say so here. You can change every answer.',
  },
  without: (title: string) =>
    `Without a day nothing can be counted from this step: ${title}. Enter it as soon as you know it.`,
  second: (id: string) => `There is a journey with this name already. This one is a second one, with the id ${id}.`,
  save: 'Yes, keep it',
  change: 'Change an answer',
  leave: 'Leave, and keep the answers for next time',
  which: {
    message: 'Which answer do you want to change?',
    why: 'Choose it, and it will be asked again. The others stay as they are.',
  },
  titles: { name: 'Name', credential: 'Credential', country: 'Country of education', target: 'Certificate needed by' },
  steps: 'Which steps are behind me',
} as const;

export const menu = {
  ask: {
    message: 'What would you like to do?',
    why: 'Choose what happened, or what you want to see. Nothing is kept before you confirm it.',
  },
  step: (title: string) => `I did this step: ${title}`,
  other: 'Something else happened (moved, corrected)',
  dates: 'Show my dates',
  checklist: 'Show my checklist, and tick what is ready',
  points: 'Show the points that keep my credential',
  more: 'Papers, the visa queue, the arrival',
  tryOut: 'Try out a plan (nothing is kept)',
  help: 'Help with this step',
  quit: 'Quit',
} as const;

export const other = {
  ask: {
    message: 'What happened?',
    why: 'Recording a step again corrects it. Nothing is erased: the history keeps every version.',
  },
  moved: 'I moved my exam to another day',
  record: 'I did another step, or want to correct one',
  undo: 'Take back what I recorded last',
  redo: 'Bring back what I took back',
  back: 'Back',
  which: {
    message: 'Which step?',
    why: 'Choose the step. If it is recorded already, your new answer takes its place.',
  },
} as const;

export const day = {
  confirm: (said: string): Asked => ({
    message: `That is ${said}. Is this right?`,
    why: 'The day is said in full with its weekday, so that day and month can not be confused.',
  }),
  yes: 'Yes',
  no: 'No, ask again',
  how: 'Type it like 2027-01-15, 15 Jan 2027, today, yesterday or last friday.',
} as const;

export const contradiction = {
  ask: {
    message: 'What would you like to do?',
    why: 'Two recorded days can not both be right. You may keep both for now; a warning then stays until one is corrected.',
  },
  again: 'Answer again',
  keep: 'Keep it anyway, with a warning',
  drop: 'Leave it out',
} as const;

export const failed = {
  gently: 'I am sorry. Many people pass at a later attempt. Here is what comes next.',
  report: 'Read the official score report first. It shows which areas to study.',
  fee: (amount: string) => `A new attempt needs a new application and a new fee. The last known fee is ${amount}.`,
  feeUnknown: 'A new attempt needs a new application and a new fee. The fee for your credential is not known here.',
  feeLook: 'Look up the fee of today on the page of ASCP before you pay.',
} as const;

export const passed = 'Congratulations! Here is what comes next.';

export const changes = {
  title: (since: string) => `Since you last looked, on ${since}:`,
  none: (since: string) => `Nothing changed since you last looked, on ${since}.`,
  gone: (title: string, when: string) => `${title}: the day has passed (${when}).`,
  moved: (title: string, from: string, to: string) => `${title}: moved from ${from} to ${to}.`,
  fresh: (title: string, when: string) => `${title}: new, ${when}.`,
  near: (title: string, when: string) => `${title}: comes near, ${when}.`,
} as const;

export const tryOut = {
  exam: {
    message: 'On which day would you take the exam?',
    why: 'Type a day you think about. You will see what follows from it. Nothing is kept.',
  },
  result: {
    message: 'And with which result?',
    why: 'Choose a result to see what would follow: the certificate, or the next attempt.',
  },
  asOf: (said: string) => `This is how it would stand on ${said}. Days are counted from then.`,
  shown: 'This is only a try. Nothing was kept.',
} as const;

export const tick = {
  ask: {
    message: 'Tick or untick an item?',
    why: 'A tick only helps you to remember. It changes no date.',
  },
  done: 'Back to the menu',
} as const;

export const left = {
  nothing: 'Nothing was saved.',
  draft: 'Nothing was saved. Your answers are kept as a draft; run ascpi to go on.',
  saved: (what: string) => `Saved before you left: ${what}.`,
  journey: 'your journey',
  tick: 'a tick of the checklist',
  undo: 'a step taken back',
  redo: 'a step brought back',
} as const;

/** Before what changes many, or can't be taken back. */
export const confirmation = {
  no: 'No, leave everything as it is',
  yes: 'Yes, do it',
  notAgreed: 'you did not agree',
  orLeave: 'Type it exactly as shown, or leave with Esc or Ctrl-C',
} as const;

export const secret = {
  ask: (what: string) => `What is ${what}?`,
  again: (what: string) => `The same again: what is ${what}?`,
  empty: 'Nothing was typed',
  differs: 'The two are not the same',
  retry: 'Type both again',
  unseen: 'What you type is not shown.',
} as const;

export const bye = 'Good luck. Run ascpi again whenever something happens.';

export const results = { pass: 'Passed', fail: 'Not passed' } as const;

/** Behind questions that may be left out; `drop` where an earlier answer would be kept. */
export const later = { skip: '(Enter: leave it out)', drop: '(Type - to leave it out)' } as const;
