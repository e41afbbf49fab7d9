// Where answers lean, against the boards as shipped: education and training count, residence is never asked.
import { expect, test } from 'vitest';
import { type BoardAnswers, boardQuestions, boardRows, leansOf } from '../../src/domain/board.ts';
import { readBoards } from '../../src/domain/reference.ts';
import { shippedFiles } from './shipped.ts';

const boards = readBoards(shippedFiles('boards'));
const leaning = (answers: BoardAnswers) =>
  leansOf(boards, answers)
    .filter(({ because }) => because.length > 0)
    .map(({ board, because }) => `${board.id} ${because.length}`)
    .join(', ');

test.each<[BoardAnswers, string]>([
  [{}, ''],
  [{ educated: 'PH' }, 'ASCPi 1'],
  [{ educated: 'PH', trained: 'NP' }, 'ASCPi 2'],
  [{ educated: 'US' }, 'ASCP 1'],
  [{ educated: 'US', trained: 'US', target: 'any' }, 'ASCP 2'],
  [{ educated: 'PH', trained: 'US' }, 'ASCP 1, ASCPi 1'],
  [{ educated: 'CA' }, ''],
  [{ educated: 'PR', trained: 'PR' }, ''],
  [{ target: 'any' }, ''],
  [{ target: 'AMT' }, 'AMT 1'],
  [{ educated: 'PH', target: 'AMT' }, 'ASCPi 1, AMT 1'],
  [{ educated: 'PH', target: 'ASCP' }, 'ASCP 1, ASCPi 1'],
])('%j leans to: %s', (answers, expected) => {
  expect(leaning(answers)).toBe(expected);
});

test('every board stands in the answer, leaning or not', () => {
  expect(leansOf(boards, { educated: 'US' }).map(({ board }) => board.id)).toEqual(['ASCP', 'ASCPi', 'AMT']);
});

test('every row of each board has a title, and every question a reason that uses it', () => {
  for (const { rows } of boards) expect(Object.keys(boardRows)).toEqual(expect.arrayContaining(Object.keys(rows)));
  const used = new Set(boards.flatMap(({ leansWhen }) => leansWhen.map(({ question }) => question)));
  expect([...used].sort()).toEqual(boardQuestions.map(({ id }) => id).sort());
});
