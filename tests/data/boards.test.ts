// Boards: the three of them, side by side, each leaning on answers that can be given and on rules that exist.
import { expect, test } from 'vitest';
import { readBoards } from '../../src/domain/reference.ts';
import { stepsTables } from '../../src/domain/steps-tables.ts';
import { shippedFiles } from '../domain/shipped.ts';
import { allFiles, boards, rules } from './data-files.ts';

test('they stand in their places, ASCP and ASCPi first', () => {
  const inOrder = readBoards(shippedFiles('boards'));
  expect(inOrder.map(({ id, place }) => [place, id])).toEqual([
    [1, 'ASCP'],
    [2, 'ASCPi'],
    [3, 'AMT'],
  ]);
});

test.each(allFiles.filter(({ folder }) => folder === 'boards'))('$path is named for its id', ({ name, content }) => {
  expect(content).toHaveProperty('id', name);
});

test.each(boards())('$id refers to rules that exist, and leaves their numbers to them', ({ rows }) => {
  const known = rules().map(({ id }) => id);
  for (const row of Object.values(rows)) {
    expect(known).toEqual(expect.arrayContaining(row?.rules ?? []));
    if (row && row.rules.length > 0) expect(row.text).not.toMatch(/\d/);
  }
});

test.each(boards())('$id leans on countries by code, on its own name, and never on where somebody lives', (board) => {
  for (const { question, ...reason } of board.leansWhen) {
    const answers = 'in' in reason ? reason.in : reason.except;
    if (question === 'target') expect(answers).toEqual([board.id]);
    else for (const code of answers) expect(code).toMatch(/^[A-Z]{2}$/);
    expect(reason.because).not.toMatch(/\blive\b|resident/);
  }
});

test.each(boards())('$id points to a page and says what is not known', ({ page, unknown }) => {
  expect(page).toMatch(/^https:\/\//);
  expect(unknown.length).toBeGreaterThan(0);
});

test('journeys are kept to the boards that have a steps table', () => {
  const kept = boards().filter(({ journeys }) => journeys);
  expect(kept.map(({ id }) => id).sort()).toEqual(Object.keys(stepsTables).sort());
});
