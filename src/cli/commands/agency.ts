// `ascpi agency …`: vetting staffing agencies. What each command takes is here; how it decides is in cli/agency/, loaded when it runs.
import type { Argument, Command, OptionSpec } from '../command.ts';

const group = 'After the exam';
const json =
  'agencies[] {name, since, verdict, state, redFlags[] {id, number, text, answer, evidence, offer[]}, open[] {number, id, question}, criteria[] {number, id, title, answer, evidence, on, source, checked, confidence}, flagQuestions[] (the same), offer, missing[], yearly {lines[], totals[], missing[]}}';
const jsonOfChange = `dryRun, recorded, ${json}`;

const name: Argument = { name: '<name>', description: 'the name of the agency, in quotes if it has several words' };
const on: OptionSpec = { flags: '--on <date>', description: 'the day it was said; today unless given' };

const list: Command = {
  name: 'agency',
  group,
  summary: 'vet staffing agencies: red flags, and what to ask next',
  description:
    'Lists the agencies you recorded: red flags on top, then a verdict in words and the questions to ask next. It gives no score.',
  examples: ['ascpi agency', 'ascpi agency --json'],
  json,
  decide: async (run) => (await import('../agency/list.ts')).decide(run),
};

const add: Command = {
  name: 'agency add',
  group,
  summary: 'begin to record what an agency says',
  args: [name],
  examples: ['ascpi agency add "Example Staffing"'],
  json: jsonOfChange,
  writes: true,
  decide: async (run, args) => (await import('../agency/names.ts')).add(run, args),
};

const show: Command = {
  name: 'agency show',
  group,
  summary: 'one agency whole, and how to verify each answer',
  args: [name],
  examples: ['ascpi agency show "Example Staffing"'],
  json,
  decide: async (run, args) => (await import('../agency/show.ts')).decide(run, args),
};

const answer: Command = {
  name: 'agency answer',
  group,
  summary: 'record the answer to a criterion, and what it rests on',
  args: [
    name,
    { name: '<criterion>', description: 'its number or id, shown by agency show' },
    { name: '<answer>', description: 'yes, no, or unknown when there was no clear answer; - takes it back' },
  ],
  options: [{ flags: '--evidence <text>', description: 'what you read, heard or saw, and where' }, on],
  examples: [
    'ascpi agency answer "Example Staffing" 1 yes --evidence "contract, page 4"',
    'ascpi agency answer "Example Staffing" free-to-leave unknown',
  ],
  json: jsonOfChange,
  writes: true,
  decide: async (...given) => (await import('../agency/answer.ts')).decide(...given),
};

const payer = 'agency, employer, me, or unknown when nobody could say';
const offer: Command = {
  name: 'agency offer',
  group,
  summary: 'record an offer: pay, hours, housing, who pays what',
  description:
    'Records parts of an offer. Each can be given later, and - takes it back. Nothing is converted between currencies.',
  args: [name],
  options: [
    { flags: '--pay <amount>', description: '34USD/hour, or a week, month or year: 70000USD/year' },
    { flags: '--hours <number>', description: 'hours a week that are promised' },
    { flags: '--housing <amount>', description: 'money for housing, 1000USD/month; or provided, or none' },
    { flags: '--insurance <text>', description: 'which insurance it brings, in words' },
    { flags: '--premium <amount>', description: 'what is taken from your pay for insurance, 150USD/month; or none' },
    { flags: '--match <amount>', description: 'what the employer adds to your 401(k): 4%, 2000USD/year; or none' },
    { flags: '--penalty <amount>', description: 'what you owe if you leave early, 5000USD; or none' },
    { flags: '--exam-payer <who>', description: `who pays for the exam: ${payer}` },
    { flags: '--visascreen-payer <who>', description: 'who pays for VisaScreen, the same answers' },
    { flags: '--petition-payer <who>', description: 'who pays for the petition, the same answers' },
    { flags: '--family-visas <answer>', description: 'yes if it files for your family too, no, or unknown' },
    on,
  ],
  examples: [
    'ascpi agency offer "Example Staffing" --pay 34USD/hour --hours 36 --housing 1000USD/month',
    'ascpi agency offer "Example Staffing" --match 4% --penalty none --exam-payer agency',
  ],
  json: jsonOfChange,
  writes: true,
  decide: async (...given) => (await import('../agency/offer.ts')).decide(...given),
};

const compare: Command = {
  name: 'agency compare',
  group,
  summary: 'two agencies side by side, with the totals of a year',
  description:
    'Sets red flags, offers, totals of a year and answers side by side, and names what is missing. Totals rest on what you recorded alone.',
  args: [
    { name: '<name>', description: 'one agency' },
    { name: '<other>', description: 'the other' },
  ],
  examples: ['ascpi agency compare "Example Staffing" "Sample Staffing"'],
  json,
  decide: async (run, args) => (await import('../agency/compare.ts')).decide(run, args),
};

const interview: Command = {
  name: 'agency interview',
  group,
  summary: 'answer question after question on a terminal',
  description: 'Asks what is still open, one question after the other, and keeps each answer at once.',
  args: [{ name: '[name]', description: 'the agency; asked for unless given' }],
  examples: ['ascpi agency interview "Example Staffing"'],
  writes: true,
  decide: async (run) => (await import('../agency/interview.ts')).decide(run),
};

const sheet: Command = {
  name: 'agency sheet',
  group,
  summary: 'the questions as a sheet to print',
  description: 'All criteria with the question to ask, why it matters, how to verify the answer, and what a no proves.',
  examples: ['ascpi agency sheet', 'ascpi agency sheet -o sheet.md'],
  json: 'criteria[] {number, id, title, question, why, verify[], absence {proves, doesNotProve}, redFlag {when[], text, offer[]}, notes[], source, checked, confidence}',
  decide: async (run) => (await import('../agency/sheet.ts')).decide(run),
};

const rename: Command = {
  name: 'agency rename',
  group,
  summary: 'give an agency its right name',
  args: [name, { name: '<new>', description: 'the name it is to have' }],
  examples: ['ascpi agency rename "Example Staffing" "Example Health Staffing"'],
  json: jsonOfChange,
  writes: true,
  decide: async (run, args) => (await import('../agency/names.ts')).rename(run, args),
};

const remove: Command = {
  name: 'agency remove',
  group,
  summary: 'take an agency from the list',
  description:
    'Takes an agency from the list. What was recorded about it stays in the store. It asks first, or needs --yes.',
  args: [name],
  examples: ['ascpi agency remove "Example Staffing" --yes'],
  json: 'agencies[] (empty), dryRun, recorded',
  writes: true,
  decide: async (...given) => (await import('../agency/names.ts')).remove(...given),
};

export const agency: readonly Command[] = [list, add, show, answer, offer, compare, interview, sheet, rename, remove];
