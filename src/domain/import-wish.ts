// What a row of a roster wishes a journey to say: which facts it takes, and whether an attempt says so already.
import { type Attempt, isUntouched, resultOf } from './attempts.ts';
import type { CivilDate } from './civil-date.ts';
import type { ImportColumn } from './import-columns.ts';
import { type StepId, stepIds } from './steps.ts';
import type { StepsTable } from './steps-tables.ts';

/** By column; what is not there changes nothing. */
export interface Wish {
  readonly id?: string;
  readonly name?: string;
  readonly email?: string;
  readonly credential?: string;
  readonly country?: string;
  readonly zone?: string;
  readonly owner?: string;
  readonly tags?: readonly string[];
  readonly application?: CivilDate;
  readonly admission?: CivilDate;
  readonly window_start?: CivilDate;
  readonly window_end?: CivilDate;
  readonly exam?: CivilDate;
  readonly result?: 'pass' | 'fail';
  readonly scores?: CivilDate;
  readonly score?: number;
  readonly certificate?: CivilDate;
  readonly expires?: CivilDate;
  readonly notes?: readonly string[];
}

/** One step to record, with its answers as they would be typed. */
export interface Doing {
  readonly step: StepId;
  readonly on: CivilDate;
  readonly answers: Readonly<Record<string, string>>;
  /** the columns it comes from, the most telling first */
  readonly from: readonly ImportColumn[];
}

export interface Lack {
  readonly column: ImportColumn;
  readonly reason: string;
}

/** What each column holds of an attempt. */
const held = {
  application: ({ facts }) => [facts.application?.on],
  admission: ({ facts }) => [facts.admission?.on],
  window_start: ({ facts }) => [facts.admission?.windowStart],
  window_end: ({ facts }) => [facts.admission?.windowEnd, facts.application?.windowEnd],
  // A booking that was kept, or a day that was booked once: a row that is older than the exam is no news.
  exam: ({ facts }, { result }) => (facts.exam && result ? [facts.exam.on] : [facts.exam?.on, facts.schedule?.exam]),
  result: (attempt) => [resultOf(attempt)],
  scores: ({ facts }) => [facts.scores?.on],
  score: ({ facts }) => [facts.scores?.score],
  certificate: ({ facts }) => [facts.certificate?.on],
  expires: ({ facts }) => [facts.certificate?.expires],
} as const satisfies Partial<
  Record<ImportColumn, (attempt: Attempt, wish: Wish) => readonly (string | number | undefined)[]>
>;
type StepColumn = keyof typeof held;
const stepColumns = Object.keys(held) as readonly StepColumn[];

const isSaid = (column: StepColumn, wish: Wish, attempt: Attempt): boolean =>
  (held[column](attempt, wish) as readonly unknown[]).includes(wish[column]);

/** Columns of the steps that the row fills and the attempt does not say. */
export const unsaid = (wish: Wish, attempt: Attempt): StepColumn[] =>
  stepColumns.filter((column) => wish[column] !== undefined && !isSaid(column, wish, attempt));

/** The attempt that says most of it; of several the last that anything has happened in. */
export function nearestAttempt(wish: Wish, attempts: readonly Attempt[]): Attempt {
  const begun = attempts.filter((attempt) => !isUntouched(attempt));
  const nearer = (best: Attempt, each: Attempt) =>
    unsaid(wish, each).length <= unsaid(wish, best).length ? each : best;
  return begun.length > 0 ? begun.reduce(nearer) : (attempts.at(-1) as Attempt);
}

/** The steps to record so that an attempt says it, and what is missing to record them. */
export function doingsOf(
  wish: Wish,
  attempt: Attempt,
  { board, ids, window }: StepsTable,
  today: CivilDate,
): { doings: Doing[]; lacks: Lack[] } {
  const open = new Set(unsaid(wish, attempt));
  const { application, admission, exam, scores, certificate } = attempt.facts;
  const result = wish.result ?? scores?.result ?? exam?.result;
  const owned: Readonly<Record<Exclude<StepId, 'eligibility' | 'schedule' | 'exam'>, Owned>> = {
    application: {
      columns: ['application', ...(window === 'application' ? (['window_end'] as const) : [])],
      on: wish.application ?? application?.on,
      answers: window === 'application' ? { windowEnd: wish.window_end } : {},
    },
    admission: {
      columns: ['admission', 'window_start', ...(window === 'admission' ? (['window_end'] as const) : [])],
      on: wish.admission ?? admission?.on,
      answers: { windowStart: wish.window_start, windowEnd: wish.window_end },
    },
    scores: {
      columns: ['scores', 'score', ...(scores ? (['result'] as const) : [])],
      on: wish.scores ?? scores?.on,
      answers: { result, score: wish.score === undefined ? undefined : String(wish.score) },
    },
    certificate: {
      columns: ['certificate', 'expires'],
      on: wish.certificate ?? certificate?.on,
      answers: { expires: wish.expires },
    },
  };
  const doings: Doing[] = [];
  const lacks: Lack[] = [];
  for (const step of stepIds) {
    if (step === 'exam') {
      const from = (['exam', 'result'] as const).filter((column) => open.has(column));
      const { sitting, lack } = sittingOf(wish, attempt, today, from);
      if (sitting) doings.push(sitting);
      if (lack) lacks.push(lack);
    }
    if (!(step in owned)) continue;
    const { columns, on, answers } = owned[step as keyof typeof owned];
    const from = columns.filter((column) => open.has(column));
    const [column] = from;
    if (column === undefined) continue;
    const lack = (reason: string) => lacks.push({ column, reason });
    if (!ids.includes(step)) lack(`belongs to the step ${step}, and there is none on the way to ${board}`);
    else if (on === undefined) lack(`belongs to the step ${step}, whose day is not known: fill the column ${step}`);
    else if (step === 'scores' && result === undefined)
      lack('needs a result: fill the column result with pass or fail');
    else doings.push({ step, on, answers: texts(answers), from });
  }
  return { doings, lacks };
}

/** What the columns of one step come to. */
interface Owned {
  /** the one with its day first */
  readonly columns: readonly StepColumn[];
  readonly on: CivilDate | undefined;
  readonly answers: Readonly<Record<string, string | undefined>>;
}

/**
 * An exam day is an exam that was taken once there is a result, and an appointment until then. When it was booked is not
 * known: by today at the latest, and by the exam day.
 */
function sittingOf(
  wish: Wish,
  { facts: { exam, schedule, scores } }: Attempt,
  today: CivilDate,
  from: readonly StepColumn[],
): { sitting?: Doing; lack?: Lack } {
  if (from.length === 0) return {};
  const isBooking = wish.result === undefined && (exam === undefined || (wish.exam ?? exam.on) > today);
  if (isBooking) {
    const day = wish.exam ?? schedule?.exam;
    if (day === undefined) return {};
    return { sitting: { step: 'schedule', on: day < today ? day : today, answers: { exam: day }, from } };
  }
  const isFinal = wish.scores !== undefined || scores !== undefined;
  const day = wish.exam ?? exam?.on;
  if (day === undefined) {
    // Final scores can say the result without it.
    if (isFinal) return {};
    return { lack: { column: 'result', reason: 'belongs to an exam whose day is not known: fill the column exam' } };
  }
  // The preliminary result stays what it was; the final one goes to the scores.
  const result = (isFinal ? exam?.result : undefined) ?? wish.result ?? exam?.result;
  if (exam?.on === day && exam.result === result) return {};
  return { sitting: { step: 'exam', on: day, answers: texts({ result }), from } };
}

const texts = (answers: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(answers).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
