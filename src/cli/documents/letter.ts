// `ascpi documents letter`: the answers about a letter of authenticity, and what is wrong with it.
import { checkLetter } from '../../domain/letter-check.ts';
import { paperCheckView } from '../../views/paper-check.ts';
import type { Options, Outcome } from '../command.ts';
import { choiceAnswer, dateAnswer, lineAnswer } from '../commands/answers.ts';
import { EXIT_NO } from '../exit-codes.ts';
import type { Run } from '../run.ts';

export async function decide(run: Run, _args: readonly string[], options: Options): Promise<Outcome> {
  const yes = (key: string) => {
    const answer = choiceAnswer(options, key, ['yes', 'no']);
    return answer === undefined ? undefined : answer === 'yes';
  };
  const findings = checkLetter({
    formSigner: lineAnswer(options, 'formSigner', 200),
    letterSigner: lineAnswer(options, 'letterSigner', 200),
    formDate: dateAnswer(options, 'formDate'),
    letterDate: dateAnswer(options, 'letterDate'),
    handwritten: yes('handwritten'),
    letterhead: yes('letterhead'),
  });
  const isWrong = findings.some(({ level }) => level === 'fail');
  return {
    view: paperCheckView({ name: 'documents-letter', title: 'Letter of authenticity', findings }, run.today),
    ...(options['check'] === true && isWrong ? { exit: EXIT_NO } : {}),
  };
}
