// `ascpi documents …`: papers and how far each has come, and checks of names, letters and files. Nothing is uploaded.
import type { Command } from '../command.ts';

const list: Command = {
  name: 'documents',
  group: 'Your journey',
  summary: 'papers: requested, sent, received, reviewed, and how long ago',
  description:
    'Lists the papers of your route, how far each has come and how long ago. Nothing is ever uploaded by this tool.',
  examples: ['ascpi documents'],
  json: 'candidate, documents[] {id, title, state, since, days, from, name, validUntil, states}, dates[]',
  ofOneJourney: true,
  ofMany: true,
  decide: async (run) => (await import('../documents/list.ts')).decide(run),
};

const record: Command = {
  name: 'documents record',
  group: 'Your journey',
  summary: 'record how far a paper has come',
  description:
    'Records that a paper was requested, sent, received or reviewed. One that was received is ticked in the checklist.',
  args: [
    { name: '<item>', description: 'its id, as documents or checklist show it' },
    { name: '<state>', description: 'requested, sent, received or reviewed' },
  ],
  options: [
    { flags: '--on <date>', description: 'the day it happened; today unless given' },
    { flags: '--from <who>', description: 'who sent it, or was asked for it' },
    { flags: '--name <name>', description: 'the name that is written on it' },
    { flags: '--valid-until <date>', description: 'the last day on which it is valid' },
  ],
  examples: [
    'ascpi documents record transcript-from-school sent --from "University of Santo Tomas" --name "Maria Santos"',
    'ascpi documents record passport received --valid-until 2031-05-30',
  ],
  json: 'candidate, dryRun, recorded, attempt, current, next, dates[], warnings[]',
  writes: true,
  ofOneJourney: true,
  ofMany: true,
  decide: async (...given) => (await import('../documents/record.ts')).decide(...given),
};

const names: Command = {
  name: 'documents names',
  group: 'Your journey',
  summary: 'compare your name in the account, the passport and on papers',
  description:
    'Compares spellings of your name: accents, order, missing words, a changed family name. The name of your journey is compared too, and the one recorded with the transcript.',
  options: [
    { flags: '--account <name>', description: 'as in your account with the board' },
    { flags: '--passport <name>', description: 'as on your passport' },
    { flags: '--transcript <name>', description: 'as on the transcript; as recorded with it unless given' },
    { flags: '--check', description: 'exit 4 when a difference needs to be settled' },
  ],
  examples: ['ascpi documents names --account "Maria Santos" --transcript "Maria Cruz Santos"'],
  json: 'names[] {where, name}, comparisons[] {first, second, likeness: same|spelling|order|shorter|part-differs|different, onlyFirst[], onlySecond[], advice}',
  ofOneJourney: true,
  decide: async (...given) => (await import('../documents/names.ts')).decide(...given),
};

const letter: Command = {
  name: 'documents letter',
  group: 'Your journey',
  summary: 'check a letter of authenticity beside its form',
  description: 'Checks that the same person signed form and letter, by hand, on letterhead, and not before the form.',
  options: [
    { flags: '--form-signer <name>', description: 'who signed the form' },
    { flags: '--letter-signer <name>', description: 'who signed the letter' },
    { flags: '--form-date <date>', description: 'the day on the form' },
    { flags: '--letter-date <date>', description: 'the day on the letter' },
    { flags: '--handwritten <answer>', description: 'yes or no: the letter is signed by hand' },
    { flags: '--letterhead <answer>', description: 'yes or no: it is on letterhead' },
    { flags: '--check', description: 'exit 4 when something is wrong' },
  ],
  examples: [
    'ascpi documents letter --form-signer "Dr Ana Cruz" --letter-signer "Dr Ana Cruz" --form-date 2026-09-01 --letter-date 2026-09-03 --handwritten yes --letterhead yes',
  ],
  json: 'findings[] {id, level: ok|fail|unknown, message}',
  decide: async (...given) => (await import('../documents/letter.ts')).decide(...given),
};

const file: Command = {
  name: 'documents file',
  group: 'Your journey',
  summary: 'check a file before you upload it yourself',
  description:
    'Checks that a file is really a PDF, whole, not locked, and not too large. It is read here and sent nowhere.',
  args: [{ name: '<file>', description: 'the file that you mean to upload' }],
  options: [{ flags: '--check', description: 'exit 4 when it would not be taken' }],
  examples: ['ascpi documents file passport.pdf'],
  json: 'file, findings[] {id, level: ok|fail|unknown, message}',
  decide: async (...given) => (await import('../documents/file.ts')).decide(...given),
};

export const documents: readonly Command[] = [list, record, names, letter, file];
