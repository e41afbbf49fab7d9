// The self-check and the choice of a board as conversations: questions that end in the options of their commands.
import { ANY_BOARD, boardQuestions } from '../../domain/board.ts';
import { type Question, shortName, usualFirst } from '../../domain/credential.ts';
import { parseYears, questionsOf } from '../../domain/eligibility.ts';
import type { Options } from '../command.ts';
import { chosenCredential } from '../commands/eligibility.ts';
import { countryCode } from '../countries.ts';
import type { Run } from '../run.ts';
import type { Ask } from './ask.ts';
import { later, start } from './sentences.ts';

/** Which credential, then the questions of the data. */
async function talkAboutEligibility(ask: Ask, run: Run): Promise<Options> {
  const credential = await credentialOf(ask, run);
  const options: Record<string, string> = { credential: credential.id };
  for (const question of questionsOf(credential)) options[question.id] = await answerTo(ask, question);
  return options;
}

/** That of the journey where it is clear which, else as chosen. */
async function credentialOf(ask: Ask, run: Run) {
  const preset = await chosenCredential(run, undefined);
  if ((await run.store().list()).length > 0) return preset;
  const choices = usualFirst(run.credentials()).map((each) => ({
    title: `${shortName(each)}: ${each.title}`,
    value: each,
  }));
  return ask.choose({
    id: 'eligibility.credential',
    ...start.credential,
    choices,
    preset: choices.findIndex(({ value }) => value.id === preset.id),
  });
}

function answerTo(ask: Ask, question: Question): Promise<string> {
  const asked = { id: `eligibility.${question.id}`, message: question.text, why: question.help };
  if ('choices' in question) {
    return ask.choose({ ...asked, choices: question.choices.map(({ id, title }) => ({ title, value: id })) });
  }
  return ask.text({ ...asked, preset: '0', read: (typed) => String(parseYears(typed)) });
}

/** Where one studied, where one was trained, and which board is asked for. */
async function talkAboutBoard(ask: Ask, run: Run): Promise<Options> {
  const options: Record<string, string> = {};
  const boards = [ANY_BOARD, ...run.boards().map(({ id }) => id)];
  for (const { id, text, help } of boardQuestions) {
    const asked = { id: `board.${id}`, message: text, why: help };
    const answer =
      id === 'target'
        ? await ask.choose({ ...asked, choices: boards.map((each) => ({ title: each, value: each })) })
        : await ask.text({ ...asked, message: `${text} ${later.skip}`, preset: '', read: readCountry });
    if (answer !== '') options[id] = answer;
  }
  return options;
}

const readCountry = (typed: string): string => (typed.trim() === '' ? '' : countryCode(typed.trim()));

/** By the name of the command. */
export const selfChecks = { eligibility: talkAboutEligibility, board: talkAboutBoard } as const;
