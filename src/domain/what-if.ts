// What if: facts that did not happen, tried on a copy of a journey. Nothing is stored.
import type { CivilDate } from './civil-date.ts';
import type { Fact, FactOf, NewFact } from './fact.ts';
import { Failure, quote } from './failure.ts';
import { factsOn, type Journey } from './journey.ts';
import { parseDate } from './parse-date.ts';
import { type StepId, stepIds } from './steps.ts';

/** What is tried: a day for each step, the exam day that is booked, the days printed on the notice, a result. */
export interface WhatIf {
  readonly days: Readonly<Partial<Record<Exclude<StepId, 'exam'>, CivilDate>>>;
  readonly exam?: CivilDate;
  readonly windowStart?: CivilDate;
  readonly windowEnd?: CivilDate;
  readonly result?: 'pass' | 'fail';
}

export const NOTHING: WhatIf = { days: {} };

const WINDOW = { 'window-start': 'windowStart', 'window-end': 'windowEnd' } as const;
const KEYS = [...stepIds, ...Object.keys(WINDOW), 'result'];

/** Reads `admission=2026-12-20`, `window-end=2027-03-15` or `result=fail`. Fails with `usage`. */
export function addAssignment(before: WhatIf, text: string): WhatIf {
  const [, key = '', value] = /^([^=]*)=(.*)$/s.exec(text) ?? [];
  if (value === undefined || !KEYS.includes(key)) {
    throw new Failure(
      'usage',
      `${quote(text)} sets nothing`,
      `Write it like admission=2026-12-20. Keys: ${KEYS.join(', ')}, assume.<id>, by, exam-by, start-work`,
    );
  }
  if (key === 'result') {
    if (value === 'pass' || value === 'fail') return { ...before, result: value };
    throw new Failure('usage', `${quote(value)} is not a result`, 'Give pass or fail');
  }
  if (key in WINDOW) return { ...before, [WINDOW[key as keyof typeof WINDOW]]: parseDate(value) };
  // An exam day alone is a booking: whether it is taken depends on a result.
  if (key === 'exam') return { ...before, exam: parseDate(value) };
  return { ...before, days: { ...before.days, [key]: parseDate(value) } };
}

export interface Tried {
  readonly journey: Journey;
  /** the last day of a tried fact, or today */
  readonly horizon: CivilDate;
}

/** The journey as it would be. Fails with `usage` where a result has no exam day. */
export function tryWhatIf(journey: Journey, whatIf: WhatIf, today: CivilDate): Tried {
  const { days, exam, windowStart, windowEnd, result } = whatIf;
  const { eligibility, application, admission, schedule, scores, certificate } = days;
  const standing = factsOn(journey, today);
  const facts: NewFact[] = [];
  if (eligibility) facts.push({ kind: 'eligibility', on: eligibility });
  if (application) facts.push({ kind: 'application', on: application });
  if (admission ?? windowStart ?? windowEnd) {
    // Another notice has its own window; days printed on the one that is recorded leave the rest of it.
    const noticed = lastOf('admission', standing);
    const window = admission ? {} : { windowStart: noticed?.windowStart, windowEnd: noticed?.windowEnd };
    const printed = present({ ...window, ...present({ windowStart, windowEnd }) });
    facts.push({ kind: 'admission', on: admission ?? noticed?.on ?? today, ...printed });
  }
  if (exam) facts.push({ kind: 'schedule', on: schedule ?? earlier(today, exam), exam });
  if (result) {
    const day = exam ?? lastOf('schedule', standing)?.exam;
    if (!day) throw new Failure('usage', 'a result needs the day of its exam', 'Add --exam <date>');
    facts.push({ kind: 'exam', on: day, result });
  }
  if (scores) facts.push({ kind: 'scores', on: scores, result: result ?? 'pass' });
  if (certificate) facts.push({ kind: 'certificate', on: certificate });
  const tried = facts.map((fact, index) => ({ id: `what-if-${index}`, at: '', by: 'what if', ...fact }) as Fact);
  const horizon = tried.map(({ on }) => on).reduce((last, on) => (on > last ? on : last), today);
  return { journey: { ...journey, facts: [...journey.facts, ...tried] }, horizon };
}

const earlier = (a: CivilDate, b: CivilDate) => (a < b ? a : b);

function lastOf<K extends Fact['kind']>(kind: K, facts: readonly Fact[]): FactOf<K> | undefined {
  return facts.findLast((fact): fact is FactOf<K> => fact.kind === kind);
}

const present = <T extends object>(parts: T) =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: Exclude<T[K], undefined>;
  };
