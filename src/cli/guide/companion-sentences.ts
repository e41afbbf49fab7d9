// What the guide says about papers, the visa queue, points and skills: short sentences, each question with its why.
import type { SkillField } from '../../domain/profile.ts';
import type { Asked } from './sentences.ts';

export const more = {
  ask: {
    message: 'What is it about?',
    why: 'These go on beside the steps: papers on their way, the visa queue, points, and what employers ask about.',
  },
  papers: 'Show my papers and how far each has come',
  paper: 'Record how far a paper has come',
  visa: 'Show where I stand in the visa queue',
  priority: 'Record my priority date',
  point: 'Record points that I earned',
  skills: 'Tell what employers ask about',
  arrival: 'Show what to prepare for the arrival',
  back: 'Back',
} as const;

export const paper = {
  which: {
    message: 'Which paper?',
    why: 'These are the papers of your route. Others can be recorded by a command.',
  },
  state: {
    message: 'How far has it come?',
    why: 'Sent means on its way to the board. Received means that the board has it, or that you hold it in hand.',
  },
  on: { message: 'On which day?', why: 'The day counts from which this tool tells how long it has taken.' },
  from: {
    message: 'Who sent it, or was asked for it? (Enter: leave it out)',
    why: 'If it does not arrive, this is whom you ask first.',
  },
} as const;

export const queue = {
  priority: {
    message: 'What is your priority date?',
    why: 'It stands on the notice of your petition. It is your place in the queue.',
  },
  category: {
    message: 'Which category is your petition in?',
    why: 'It stands on the same notice. Most people who are hired for a laboratory are in the third preference.',
  },
  country: {
    message: 'In which country were you born?',
    why: 'The queue counts the country of birth, not where you live or studied.',
  },
} as const;

export const points = {
  amount: {
    message: 'How many points?',
    why: 'The certificate of the activity says it. Halves are written with a dot.',
  },
  area: { message: 'In which area?', why: 'Each area has a minimum. What is more than that counts towards others.' },
  on: { message: 'On which day was it?', why: 'Only activities inside the cycle count.' },
  title: { message: 'What was it?', why: 'Write it as on the certificate, so that you find it in an audit.' },
} as const;

const LIST = 'Write several with a semicolon between them.';

/** What an employer asks about. */
export const skills = {
  instruments: {
    message: 'Which instruments have you worked with?',
    why: `Employers look for people who know what stands in their laboratory. ${LIST}`,
  },
  systems: {
    message: 'Which laboratory information systems do you know?',
    why: `That is the program in which orders and results are kept. ${LIST}`,
  },
  disciplines: {
    message: 'In which disciplines of the laboratory have you worked?',
    why: `For example chemistry, haematology or blood banking. ${LIST}`,
  },
  languages: {
    message: 'Which languages do you speak, and how well?',
    why: `Say it as you would in an interview. ${LIST}`,
  },
  references: {
    message: 'Who can say more about your work, and how are they reached?',
    why: `Ask them first. This stays on this machine until you hand it to somebody. ${LIST}`,
  },
} as const satisfies Record<SkillField, Asked>;
