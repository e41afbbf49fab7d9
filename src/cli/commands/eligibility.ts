// `ascpi eligibility`: the routes to a credential, and a self-check that leads to those that may fit.
import type { ChoiceQuestion, Credential, QuestionId } from '../../domain/credential.ts';
import { type Answers, parseYears, questionsOf } from '../../domain/eligibility.ts';
import { Failure, quote } from '../../domain/failure.ts';
import { closest } from '../../domain/suggest.ts';
import { eligibilityView } from '../../views/eligibility.ts';
import type { Command, Options } from '../command.ts';
import { credentialNamed, type Run } from '../run.ts';
import { given } from './answers.ts';

/** The questions of the data, each with its flag; tests hold both equal. */
const flags: Readonly<Record<QuestionId, string>> = {
  degree: '--degree <choice>',
  training: '--training <choice>',
  experience: '--experience <years>',
};

export const eligibility: Command = {
  name: 'eligibility',
  group: 'The rules',
  summary: 'routes and documents for a credential; a self-check',
  description:
    'Lists the routes, their documents and what is not known. With answers it compares which routes may fit. Only the board decides.',
  options: [
    { flags: '--credential <code>', description: 'unless given, that of your journey, else MLS' },
    { flags: flags.degree, description: 'what you studied, by the choices that are listed; commas between several' },
    { flags: flags.training, description: 'what training you completed, likewise' },
    { flags: flags.experience, description: 'full years of work in a laboratory' },
  ],
  examples: [
    'ascpi eligibility --credential MLS',
    'ascpi eligibility --credential MLS --degree bachelor-mls --training none --experience 4',
  ],
  json: 'credential {id, code, title, page}, decides, questions[] {id, text, help, choices[] or years, answer}, routes[] {number, requires, documents[] {id, title}, source, checked, confidence, note, unknown, fit, because}, unknown[]',
  ofOneJourney: true,
  async decide(run, _args, options) {
    const typed = given(options, 'credential');
    if (typed !== undefined && options['candidate'] !== undefined) {
      throw new Failure('usage', '-c names a journey and --credential another credential', 'Give one of them');
    }
    const credential = await chosenCredential(run, typed);
    const titles = run.checklists().flatMap((list) => list.items.map(({ id, title }) => [id, title] as const));
    const answers = readAnswers(credential, options);
    return { view: eligibilityView({ credential, answers, documents: new Map(titles), today: run.today }) };
  },
};

/** By its flag, else of the journey where it is clear which, else MLS. */
export async function chosenCredential(run: Run, typed: string | undefined): Promise<Credential> {
  if (typed !== undefined) return credentialNamed(run, typed);
  const chosen = run.globals.candidate ?? run.settings().candidate;
  if (chosen === undefined && (await run.store().list()).length !== 1) return credentialNamed(run, 'MLS');
  return credentialNamed(run, (await run.journey()).profile.credential);
}

function readAnswers(credential: Credential, options: Options): Answers {
  const asked = new Map(questionsOf(credential).map((question) => [question.id, question]));
  const answers: Partial<Record<QuestionId, readonly string[] | number>> = {};
  for (const id of Object.keys(flags) as QuestionId[]) {
    const text = given(options, id);
    if (text === undefined) continue;
    const question = asked.get(id);
    if (!question) {
      throw new Failure(
        'usage',
        `--${id} makes no sense with ${credential.id}: its routes are not known here`,
        `Look at its page: ${credential.page}`,
      );
    }
    answers[id] = 'choices' in question ? parseChoices(text, question, credential) : parseYears(text);
  }
  return answers;
}

function parseChoices(text: string, question: ChoiceQuestion, { id }: Credential): readonly string[] {
  const known = question.choices.map((choice) => choice.id);
  const typed = text.split(',').map((each) => each.trim().toLowerCase());
  const wrong = typed.find((each) => !known.includes(each));
  if (wrong !== undefined) {
    const near = closest(wrong, known);
    const choices = `Choices: ${known.join(', ')}`;
    throw new Failure(
      'usage',
      `${quote(wrong)} is not an answer to --${question.id} for ${id}`,
      near ? `Did you mean ${near}? ${choices}` : choices,
    );
  }
  if (typed.length > 1 && typed.includes('none')) {
    throw new Failure('usage', `--${question.id} says none and something else`, 'Give none alone, or leave it out');
  }
  return [...new Set(typed)];
}
