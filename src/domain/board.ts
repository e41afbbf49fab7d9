// Boards: who certifies, with which clock, at what cost of a lapse, and to which of them a person's answers lean.
import * as v from 'valibot';
import { civilDateShape } from './civil-date.ts';
import { confidenceShape } from './rule.ts';

/** What boards are compared by, in the order of reading. */
export const boardRows = {
  whom: 'Whom it is for',
  habit: 'Old rule of thumb',
  official: 'What the board says',
  clock: 'The clock',
  lapse: 'The cost of missing it',
  upkeep: 'Keeping it',
  change: 'From ASCPi to ASCP',
} as const;
export type BoardRowId = keyof typeof boardRows;

const rowShape = v.strictObject({
  text: v.string(),
  /** ids of data/rules whose value belongs beside the text, which never repeats it */
  rules: v.optional(v.array(v.string()), []),
  source: v.string(),
  checked: civilDateShape,
  confidence: confidenceShape,
});
export type BoardRow = v.InferOutput<typeof rowShape>;

/** What is asked. Every answer is optional; countries are ISO codes, the target is the id of a board or `any`. */
export const boardQuestions = [
  {
    id: 'educated',
    text: 'In which country did you study for your degree?',
    help: 'The routes decide between ASCP and ASCPi, and they look at your studies. Where you live does not count.',
  },
  {
    id: 'trained',
    text: 'In which country were you trained in a laboratory?',
    help: 'Some routes look at training or work. Leave it out if you have neither.',
  },
  {
    id: 'target',
    text: 'Which board does an employer or a licence office ask you for?',
    help: 'Some ask for one board by name. Say any if nobody does.',
  },
] as const;
export type BoardQuestionId = (typeof boardQuestions)[number]['id'];
export type BoardAnswers = Readonly<Partial<Record<BoardQuestionId, string>>>;

const answerList = v.pipe(v.array(v.string()), v.minLength(1));
const reason = {
  question: v.picklist(['educated', 'trained', 'target'] satisfies BoardQuestionId[]),
  /** one sentence that says which answer leans here */
  because: v.string(),
};
const leanShape = v.union(
  [v.strictObject({ ...reason, in: answerList }), v.strictObject({ ...reason, except: answerList })],
  'is not a reason such as {"question": "educated", "in": ["US"], "because": "…"}, with "in" or "except"',
);

/** One file of data/boards. */
export const boardShape = v.strictObject({
  $schema: v.optional(v.string()),
  /** what stands in the brackets of its credentials, `ASCPi` */
  id: v.pipe(v.string(), v.regex(/^[A-Z]+i?$/)),
  /** where it stands side by side with the others, from 1 */
  place: v.pipe(v.number(), v.integer(), v.minValue(1)),
  title: v.string(),
  page: v.string(),
  /** whether this tool keeps journeys to its credentials */
  journeys: v.boolean(),
  /** answers that lean to it; none decides */
  leansWhen: v.array(leanShape),
  rows: v.strictObject({
    whom: rowShape,
    habit: rowShape,
    official: rowShape,
    clock: rowShape,
    lapse: rowShape,
    upkeep: rowShape,
    change: v.optional(rowShape),
  } satisfies Record<BoardRowId, v.GenericSchema>),
  /** what is not known about it, one sentence each */
  unknown: v.array(v.string()),
});
export type Board = v.InferOutput<typeof boardShape>;

export interface BoardLean {
  readonly board: Board;
  /** empty: the answers do not lean to it */
  readonly because: readonly string[];
}

/** Nobody asks for one board by name. */
export const ANY_BOARD = 'any';

/** Every board with the reasons why the answers lean to it, if they do. They may lean to several. */
export const leansOf = (boards: readonly Board[], answers: BoardAnswers): readonly BoardLean[] =>
  boards.map((board) => ({
    board,
    because: board.leansWhen.filter((reason) => holds(reason, answers)).map(({ because }) => because),
  }));

function holds(reason: Board['leansWhen'][number], answers: BoardAnswers): boolean {
  const answer = answers[reason.question];
  if (answer === undefined) return false;
  return 'in' in reason ? reason.in.includes(answer) : !reason.except.includes(answer);
}
