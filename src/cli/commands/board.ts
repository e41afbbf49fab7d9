// `ascpi board`: ASCP, ASCPi and AMT side by side, and to which of them the answers lean.
import { ANY_BOARD, type Board, type BoardAnswers, type BoardQuestionId } from '../../domain/board.ts';
import { Failure, quote } from '../../domain/failure.ts';
import type { RuleInForce } from '../../domain/rule.ts';
import { closest } from '../../domain/suggest.ts';
import { boardView } from '../../views/board.ts';
import type { Command, Options } from '../command.ts';
import { countryCode } from '../countries.ts';
import type { Run } from '../run.ts';
import { given } from './answers.ts';

export const board: Command = {
  name: 'board',
  group: 'The rules',
  summary: 'ASCP, ASCPi or AMT: which one is for me',
  description:
    'Shows the boards side by side: clocks, and what it costs to miss them. With answers it says where they lean and why.',
  options: [
    { flags: '--educated <country>', description: 'where you studied for your degree: PH or Philippines' },
    { flags: '--trained <country>', description: 'where you were trained in a laboratory' },
    { flags: '--target <board>', description: 'the board that an employer asks you for by name, or any' },
  ],
  examples: ['ascpi board', 'ascpi board --educated PH --trained PH --target any'],
  json: 'answers {educated, trained, target}, leans[] (ids of boards), boards[] {id, title, page, journeys, because[], rows[] {id, title, text, rules[], source, checked, confidence}, unknown[]}, unknown[]',
  async decide(run, _args, options) {
    const boards = run.boards();
    const answers = readAnswers(boards, options);
    return { view: boardView({ boards, answers, rules: rulesOf(run, boards), today: run.today }) };
  },
};

function readAnswers(boards: readonly Board[], options: Options): BoardAnswers {
  const readers: Readonly<Record<BoardQuestionId, (text: string) => string>> = {
    educated: countryCode,
    trained: countryCode,
    target: (text) => targetNamed(text, boards),
  };
  const answers: Partial<Record<BoardQuestionId, string>> = {};
  for (const id of Object.keys(readers) as BoardQuestionId[]) {
    const text = given(options, id);
    if (text !== undefined) answers[id] = readers[id](text);
  }
  return answers;
}

function targetNamed(text: string, boards: readonly Board[]): string {
  const known = [...boards.map(({ id }) => id), ANY_BOARD];
  const found = known.find((each) => each.toLowerCase() === text.trim().toLowerCase());
  if (found) return found;
  const near = closest(text, known);
  const choices = `Give ${known.slice(0, -1).join(', ')} or ${ANY_BOARD}`;
  throw new Failure('usage', `there is no board ${quote(text)}`, near ? `Did you mean ${near}? ${choices}` : choices);
}

/** The values that stand beside the texts of the boards, as of the day. */
function rulesOf(run: Run, boards: readonly Board[]): ReadonlyMap<string, RuleInForce> {
  const ids = boards.flatMap(({ rows }) => Object.values(rows).flatMap((row) => row?.rules ?? []));
  const book = run.rulebook();
  return new Map(
    ids.flatMap((id) => {
      const rule = book.inForce(id, run.today);
      return rule ? [[id, rule] as const] : [];
    }),
  );
}
