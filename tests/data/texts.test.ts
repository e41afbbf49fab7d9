// Plain English for readers whose second language it is: short sentences, whole sentences, nothing pasted.
import { expect, test } from 'vitest';
import { boardQuestions } from '../../src/domain/board.ts';
import { checklistId } from '../../src/domain/checklist.ts';
import { boards, calendarFiles, checklists, credentials, criteria, papers, rules } from './data-files.ts';

const LIMIT = 25;

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+/);
const tooLong = (text: string): string[] => sentencesOf(text).filter((each) => each.trim().split(/\s+/).length > LIMIT);

interface Text {
  readonly where: string;
  readonly text: string;
}

const texts: Text[] = [
  ...rules().flatMap(({ id, summary, values }) => [
    { where: `rule ${id}, summary`, text: summary },
    ...values.flatMap(({ note }, index) => (note ? [{ where: `rule ${id}, note ${index}`, text: note }] : [])),
  ]),
  ...checklists().flatMap(({ items }) =>
    items.flatMap(({ id, detail, pitfalls }) => [
      { where: `item ${id}, detail`, text: detail },
      ...pitfalls.map((text, index) => ({ where: `item ${id}, pitfall ${index}`, text })),
    ]),
  ),
  ...boards().flatMap(({ id, rows, leansWhen, unknown }) => [
    ...Object.entries(rows).flatMap(([row, entry]) =>
      entry ? [{ where: `board ${id}, ${row}`, text: entry.text }] : [],
    ),
    ...leansWhen.map(({ because }, index) => ({ where: `board ${id}, reason ${index}`, text: because })),
    ...unknown.map((text, index) => ({ where: `board ${id}, unknown ${index}`, text })),
  ]),
  ...boardQuestions.map(({ id, help }) => ({ where: `question ${id}, help`, text: help })),
  ...criteria().flatMap(({ id, why, verify, absence, redFlag, notes }) =>
    [why, ...verify, absence.proves, absence.doesNotProve, ...(redFlag ? [redFlag.text] : []), ...notes].map((text) => {
      return { where: `criterion ${id}`, text };
    }),
  ),
  ...credentials().flatMap(({ id, routes, unknown, questions = [] }) => [
    ...questions.map((question) => ({ where: `${id}, help of ${question.id}`, text: question.help })),
    ...unknown.map((text, index) => ({ where: `${id}, unknown ${index}`, text })),
    ...routes.flatMap(({ number, requires, note, unknown: unsaid = [] }) =>
      [...requires, ...(note ? [note] : []), ...unsaid].map((text) => ({ where: `${id}, route ${number}`, text })),
    ),
  ]),
  ...calendarFiles().flatMap(({ id, note }) => (note ? [{ where: `calendar ${id}, note`, text: note }] : [])),
  ...papers().flatMap(({ id, note }) => (note ? [{ where: `paper ${id}, note`, text: note }] : [])),
];

test.each(texts)(`$where: sentences of at most ${LIMIT} words`, ({ text }) => {
  expect(tooLong(text)).toEqual([]);
});

test('a sentence too long would be found', () => {
  const words = (count: number) => `${'word '.repeat(count - 1)}word.`;
  expect(tooLong(`Short. ${words(LIMIT)}`)).toEqual([]);
  expect(tooLong(`Short. ${words(LIMIT + 1)}`)).toHaveLength(1);
});

test.each(texts)('$where: whole sentences without stray spaces', ({ text }) => {
  expect(text).toMatch(/^[A-Z].*[.]$/);
  expect(text).not.toMatch(/\s{2}|^\s|\s$|\n/);
});

const questions: Text[] = [
  ...boardQuestions.map(({ id, text }) => ({ where: `question ${id} of board`, text })),
  ...criteria().map(({ id, question }) => ({ where: `question of criterion ${id}`, text: question })),
  ...credentials().flatMap(({ id, questions = [] }) =>
    questions.map(({ text }) => ({ where: `question of ${id}`, text })),
  ),
];

test.each(questions)('$where: one question of at most 25 words: $text', ({ text }) => {
  expect(tooLong(text)).toEqual([]);
  expect(text).toMatch(/^[A-Z][^.?]*[?]$/);
});

const choices = credentials().flatMap(({ id, questions = [] }) =>
  questions.flatMap((question) =>
    ('choices' in question ? question.choices : []).map((choice) => ({ where: id, ...choice })),
  ),
);

test.each(choices)('$where, choice $id: short and no sentence', ({ title }) => {
  expect(title).toMatch(/^[A-Z].*[^.\s]$/);
  expect(title.length).toBeLessThanOrEqual(60);
});

test.each(rules())('$id: the summary is one sentence and leaves the number to the value', ({ summary }) => {
  expect(sentencesOf(summary)).toHaveLength(1);
  expect(summary).not.toMatch(/\d/);
});

const titles: Text[] = [
  ...rules().map(({ id, title }) => ({ where: `rule ${id}`, text: title })),
  ...checklists().flatMap((list) => [
    { where: `checklist ${checklistId(list)}`, text: list.title },
    ...list.items.map((item) => ({ where: `item ${item.id}`, text: item.title })),
  ]),
  ...credentials().map(({ id, title }) => ({ where: id, text: title })),
  ...boards().map(({ id, title }) => ({ where: `board ${id}`, text: title })),
  ...criteria().map(({ id, title }) => ({ where: `criterion ${id}`, text: title })),
  ...calendarFiles().map(({ id, title }) => ({ where: `calendar ${id}`, text: title })),
  ...papers().map(({ id, title }) => ({ where: `paper ${id}`, text: title })),
];

test.each(titles)('$where: the title is short and no sentence', ({ text }) => {
  expect(text).toMatch(/^[A-Z].*[^.\s]$/);
  expect(text.length).toBeLessThanOrEqual(50);
});
