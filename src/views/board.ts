// ASCP, ASCPi and AMT side by side: whom each is for, its clock, the cost of missing it, and where the answers lean.

import {
  ANY_BOARD,
  type Board,
  type BoardAnswers,
  type BoardLean,
  type BoardQuestionId,
  type BoardRow,
  type BoardRowId,
  boardRows,
  leansOf,
} from '../domain/board.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import { OWN_VALUE } from '../domain/derivation.ts';
import { describeValue, type RuleInForce } from '../domain/rule.ts';
import { stepsTables } from '../domain/steps-tables.ts';
import type { Block, Data, Item, Text, View } from './view.ts';

export interface BoardInput {
  readonly boards: readonly Board[];
  readonly answers: BoardAnswers;
  /** the rules in force that rows refer to */
  readonly rules: ReadonlyMap<string, RuleInForce>;
  readonly today: CivilDate;
}

const rowIds = Object.keys(boardRows) as BoardRowId[];
const answerTitles: Readonly<Record<BoardQuestionId, string>> = {
  educated: 'Studied in',
  trained: 'Trained in',
  target: 'Asked for',
};

const LEANING =
  'A lean is no decision, and where you live does not count. The routes decide: compare them on the page of the board.';
const NO_LEAN = 'Your answers do not lean to one board. Compare the routes of each on its page.';

export function boardView(input: BoardInput): View {
  const { boards, answers, today } = input;
  const leans = leansOf(boards, answers);
  const answered = Object.keys(answers).length > 0;
  const blocks: Block[] = [
    { type: 'title', text: 'ASCP, ASCPi or AMT', aside: 'which board is for me' },
    ...rowIds.flatMap((id) => rowBlocks(id, input)),
    { type: 'heading', text: 'Not known' },
    { type: 'items', items: unknownOf(boards).map((text): Item => ({ mark: 'bullet', text })) },
    { type: 'heading', text: 'Sources' },
    { type: 'items', items: sourceItems(boards) },
    // What is for this person stands last, where a terminal shows it.
    ...(answered ? leanBlocks(answers, leans) : [askBlock]),
    nextBlock(answers, leans),
  ];
  return { name: 'board', today, data: boardData(input, leans), blocks };
}

const askBlock: Block = {
  type: 'callout',
  label: 'Answer',
  text: 'Say where you studied, where you were trained, and which board you are asked for, if any.',
  command: 'ascpi board --educated <country> --trained <country> --target <board>',
};

function leanBlocks(answers: BoardAnswers, leans: readonly BoardLean[]): Block[] {
  const given = (Object.keys(answerTitles) as BoardQuestionId[]).filter((id) => answers[id] !== undefined);
  const items = leans
    .filter(({ because }) => because.length > 0)
    .map(
      ({ board, because }): Item => ({
        mark: 'bullet',
        label: board.id,
        text: because.join(' '),
        tone: 'good',
        details: [`Its page: ${board.page}`],
      }),
    );
  return [
    { type: 'fields', fields: given.map((id) => ({ label: answerTitles[id], text: answerText(id, answers[id]) })) },
    { type: 'heading', text: 'Where your answers lean' },
    ...(items.length > 0 ? [{ type: 'items', items } as const] : []),
    { type: 'paragraph', text: items.length > 0 ? LEANING : NO_LEAN },
  ];
}

function answerText(id: BoardQuestionId, answer = ''): string {
  if (id === 'target') return answer === ANY_BOARD ? 'no board by name' : answer;
  return new Intl.DisplayNames(['en'], { type: 'region' }).of(answer) ?? answer;
}

/** Journeys are kept to the credentials of some boards only; who leans to others alone is told. */
function nextBlock({ educated }: BoardAnswers, leans: readonly BoardLean[]): Block {
  const leaning = leans.filter(({ because }) => because.length > 0);
  const kept = leans.filter(({ board }) => board.journeys).map(({ board }) => board.id);
  if (leaning.length > 0 && leaning.every(({ board }) => !board.journeys)) {
    const text = `This tool keeps journeys to ${kept.join(', ')} credentials only. See whether their routes fit you too:`;
    return { type: 'callout', label: 'Next', text, command: 'ascpi eligibility' };
  }
  const [only, ...others] = leaning.filter(({ board }) => board.journeys).map(({ board }) => board.id);
  const board = only === undefined || others.length > 0 || only === stepsTables.ASCPi.board ? '' : ` --board ${only}`;
  return {
    type: 'callout',
    label: 'Next',
    text: [`See the routes with `, { command: 'ascpi eligibility' }, '. To begin a journey:'],
    command: `ascpi start --name "<your name>"${board} --country ${educated ?? '<country>'}`,
  };
}

/** Boards that say the same stand together. */
function rowBlocks(id: BoardRowId, { boards, rules }: BoardInput): Block[] {
  const items = distinct(boards.flatMap(({ rows }) => rows[id]?.text ?? [])).map((text): Item => {
    const same = boards.filter(({ rows }) => rows[id]?.text === text);
    const named = distinct(same.flatMap(({ rows }) => rows[id]?.rules ?? []));
    return {
      mark: 'bullet',
      label: same.map((board) => board.id).join(', '),
      text,
      details: named.map((rule) => ruleText(rule, rules.get(rule))),
    };
  });
  return [
    { type: 'heading', text: boardRows[id] },
    { type: 'items', items },
  ];
}

function ruleText(id: string, rule: RuleInForce | undefined): Text {
  const known =
    rule &&
    `${rule.title}: ${describeValue(rule.value)} (${rule.replaces ? OWN_VALUE : `confidence ${rule.confidence}`})`;
  return [`${known ?? 'No value is known for that day'}. See: `, { command: `ascpi rules ${id}` }];
}

const distinct = <T>(all: readonly T[]): T[] => [...new Set(all)];
const unknownOf = (boards: readonly Board[]): string[] => distinct(boards.flatMap(({ unknown }) => unknown));

/** Each source once, with the rows and the boards that rest on it. */
function sourceItems(boards: readonly Board[]): Item[] {
  const cited = ({ source, checked, confidence }: BoardRow) =>
    `${source}. Last checked ${checked}; confidence ${confidence}.`;
  const rows = boards.flatMap(({ id, rows }) =>
    rowIds.flatMap((rowId) => (rows[rowId] ? [{ id, title: boardRows[rowId], cited: cited(rows[rowId]) }] : [])),
  );
  return distinct(rows.map((row) => row.cited)).map((text): Item => {
    const resting = rows.filter((row) => row.cited === text);
    return {
      mark: 'bullet',
      label: distinct(resting.map(({ id }) => id)).join(', '),
      text: `${distinct(resting.map(({ title }) => title)).join('; ')}.`,
      details: [text],
    };
  });
}

function boardData({ boards, answers, rules }: BoardInput, leans: readonly BoardLean[]): Data {
  const ruleData = (id: string) => {
    const rule = rules.get(id);
    if (!rule) return { id, value: null };
    const { title, value, source, checked, confidence } = rule;
    return { id, title, value, text: describeValue(value), source, checked, confidence };
  };
  return {
    answers: {
      educated: answers.educated ?? null,
      trained: answers.trained ?? null,
      target: answers.target ?? null,
    },
    leans: leans.filter(({ because }) => because.length > 0).map(({ board }) => board.id),
    boards: leans.map(({ board: { id, title, page, journeys, rows, unknown }, because }) => ({
      id,
      title,
      page,
      journeys,
      because,
      rows: rowIds.flatMap((rowId) => {
        const row = rows[rowId];
        return row ? [{ id: rowId, title: boardRows[rowId], ...row, rules: row.rules.map(ruleData) }] : [];
      }),
      unknown,
    })),
    unknown: unknownOf(boards),
  };
}
