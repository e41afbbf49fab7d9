// What the talks about staffing agencies say, in plain English: at most 25 words each.
import type { Asked } from './sentences.ts';

export const agencyTalk = {
  which: {
    message: 'Which agency is it about?',
    why: 'Choose the one you speak with. Another one can be added here.',
  },
  another: 'Another one, not in this list',
  name: {
    message: 'What is the name of the agency?',
    why: 'Type it as it stands on its papers. It is kept on this computer and sent nowhere.',
  },
  begin: (open: string) => `Questions to ask: ${open}. Each answer is kept at once. Skip what you do not know yet.`,
  again: 'Every question has its answer. Here they are again; skip what still holds.',
  answers: {
    yes: 'Yes',
    no: 'No',
    unknown: 'I asked, and there was no clear answer',
    skip: 'Skip it for now',
  },
  asNow: (answer: string) => `${answer} (as it is now)`,
  evidence: {
    message: 'What does this answer rest on?',
    why: 'Write what you read, heard or saw, and where: a page of the contract, a name, a day. Words alone are weak.',
  },
} as const;

export const removal = {
  ask: (name: string): Asked => ({
    message: `Take this agency from the list: ${name}?`,
    why: 'It leaves the list with its answers and its offer. What was recorded stays in the store.',
  }),
  yes: 'Yes, take it from the list',
  no: 'No, keep it',
  unchanged: 'Nothing was changed.',
} as const;
