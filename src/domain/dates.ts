// The dates table: each date by id, what it is computed from, what settles it, and what it is once it is gone.
import type { StepFacts } from './attempts.ts';
import { type CivilDate, dayDate } from './civil-date.ts';
import { applyRule, type Derived, factLink, isUnknown, type Link, noticeLink, type Unknown } from './derivation.ts';
import { examWindow } from './exam-window.ts';
import type { FactOf } from './fact.ts';
import type { Rulebook } from './rulebook.ts';

/** deadline: a right is lost after it; estimate: expected within; advice: recommended; opening: possible from; event: happens. */
export type DateKind = 'deadline' | 'estimate' | 'advice' | 'opening' | 'event';

export interface DateDefinition {
  readonly id: string;
  readonly title: string;
  readonly kind: DateKind;
  /** leads its day in a sentence: `book by` */
  readonly phrase: string;
  /** the attempt in sight unless said otherwise */
  readonly of?: 'failed attempt';
  /** Undefined while the facts it needs are missing; unknown where the facts are there but a rule is not. */
  readonly derive: (
    facts: StepFacts,
    rulebook: Rulebook,
    result: 'pass' | 'fail' | undefined,
  ) => Derived | Unknown | undefined;
  /** Whether a later fact, of its own attempt or the next, settled it. */
  readonly settledBy: (facts: StepFacts, next: StepFacts) => boolean;
  /** its state once its day has passed unsettled */
  readonly gone: 'missed' | 'past';
}

const beyondApplication = ({ admission, schedule, exam, scores, certificate }: StepFacts) =>
  [admission, schedule, exam, scores, certificate].some((fact) => fact !== undefined);

const taken = ({ exam, scores, certificate }: StepFacts) =>
  [exam, scores, certificate].some((fact) => fact !== undefined);

type StepFact = FactOf<keyof StepFacts>;

/** A day, or a range when `isRange`, by one rule from the day of a fact. */
function byRule(rulebook: Rulebook, id: string, fact: StepFact, isRange: boolean): Derived | Unknown {
  const sum = applyRule(rulebook, id, fact.on);
  if (isUnknown(sum)) return sum;
  const { earliest, latest, rule, source, links } = sum;
  // "Within" a period promises its end alone: the range begins on the day of the fact.
  const begin = earliest === latest ? fact.on : earliest;
  const span = isRange ? { earliest: begin, latest } : { date: latest };
  return { ...span, basis: 'rule', provisional: true, rule, source, chain: [factLink(fact), ...links] };
}

/** A day by one rule, taken off another derived day. */
function beforehand(rulebook: Rulebook, id: string, from: Derived, clock?: CivilDate): Derived | Unknown {
  const anchor = from.date as CivilDate;
  const sum = applyRule(rulebook, id, anchor, -1, clock ?? anchor);
  if (isUnknown(sum)) return sum;
  const { latest, rule, source, links } = sum;
  return { date: latest, basis: 'rule', provisional: from.provisional, rule, source, chain: [...from.chain, ...links] };
}

function expiry({ certificate, exam }: StepFacts, rulebook: Rulebook): Derived | Unknown | undefined {
  if (!certificate) return undefined;
  if (certificate.expires) {
    const says = `your account or certificate gives ${dayDate(certificate.expires)} as the end; it wins`;
    const chain = [factLink(certificate), noticeLink(says)];
    return { date: certificate.expires, basis: 'notice', provisional: false, chain };
  }
  if (!exam) return { unknown: 'the exam day is not recorded; your account shows the end of the cycle' };
  const sum = byRule(rulebook, 'cmp-cycle', exam, false);
  return isUnknown(sum) ? sum : { ...sum, chain: [factLink(certificate), ...sum.chain] };
}

function declaration(facts: StepFacts, rulebook: Rulebook): Derived | Unknown | undefined {
  const end = expiry(facts, rulebook);
  if (!end || isUnknown(end)) return end;
  const opens = beforehand(rulebook, 'cmp-declaration-opens', end);
  const closes = beforehand(rulebook, 'cmp-declaration-closes', end);
  if (isUnknown(opens)) return opens;
  if (isUnknown(closes)) return closes;
  const chain: Link[] = [...opens.chain, ...closes.chain.slice(end.chain.length)];
  return { ...closes, start: opens.date as CivilDate, chain };
}

function window(facts: StepFacts, rulebook: Rulebook) {
  return facts.admission && examWindow(facts.admission, rulebook);
}

export const dateDefinitions: readonly DateDefinition[] = [
  {
    id: 'application-payment',
    title: 'Application fee due',
    kind: 'deadline',
    phrase: 'pay by',
    derive: ({ application }, rulebook) => application && byRule(rulebook, 'application-payment', application, false),
    settledBy: (facts) => facts.application?.fee !== undefined || beyondApplication(facts),
    gone: 'missed',
  },
  {
    id: 'application-update',
    title: 'First word on the application',
    kind: 'estimate',
    phrase: 'first word expected by',
    derive: ({ application }, rulebook) => application && byRule(rulebook, 'application-update', application, true),
    settledBy: beyondApplication,
    gone: 'past',
  },
  {
    id: 'application-documents',
    title: 'Documents due',
    kind: 'deadline',
    phrase: 'documents in by',
    derive: ({ application }, rulebook) => application && byRule(rulebook, 'application-documents', application, false),
    settledBy: beyondApplication,
    gone: 'missed',
  },
  {
    id: 'next-attempt',
    title: 'Next attempt, no earlier than',
    kind: 'opening',
    phrase: 'window not before',
    of: 'failed attempt',
    derive: ({ exam, scores }, rulebook) => {
      const last = exam ?? scores;
      return last && byRule(rulebook, 'retake-wait', last, false);
    },
    settledBy: (_, next) => next.admission !== undefined,
    gone: 'past',
  },
  {
    id: 'book-by',
    title: 'Book the exam',
    kind: 'advice',
    phrase: 'book by',
    derive: (facts, rulebook) => {
      const end = window(facts, rulebook);
      return end && !isUnknown(end) ? beforehand(rulebook, 'book-by', end, facts.admission?.on) : undefined;
    },
    settledBy: (facts) => facts.schedule !== undefined || taken(facts),
    gone: 'missed',
  },
  {
    id: 'reschedule-by',
    title: 'Last day to reschedule',
    kind: 'deadline',
    phrase: 'reschedule by',
    derive: ({ schedule }, rulebook) => {
      if (!schedule) return undefined;
      const says = `exam booked for ${dayDate(schedule.exam)}`;
      const booked: Derived = {
        date: schedule.exam,
        basis: 'fact',
        provisional: true,
        chain: [factLink(schedule, says)],
      };
      return beforehand(rulebook, 'reschedule-notice', booked);
    },
    settledBy: taken,
    gone: 'past',
  },
  {
    id: 'exam',
    title: 'Exam',
    kind: 'event',
    phrase: 'exam on',
    derive: ({ exam, schedule }) => {
      if (exam) return { date: exam.on, basis: 'fact', provisional: false, chain: [factLink(exam)] };
      if (!schedule) return undefined;
      const link = factLink(schedule, `exam booked for ${dayDate(schedule.exam)}`);
      return { date: schedule.exam, basis: 'fact', provisional: false, chain: [link] };
    },
    settledBy: taken,
    gone: 'past',
  },
  {
    id: 'exam-window',
    title: 'Exam window',
    kind: 'deadline',
    phrase: 'window ends',
    derive: window,
    settledBy: taken,
    gone: 'missed',
  },
  {
    id: 'final-scores',
    title: 'Final scores',
    kind: 'estimate',
    phrase: 'expected by',
    derive: ({ exam }, rulebook) => exam && byRule(rulebook, 'final-scores', exam, true),
    settledBy: ({ scores, certificate }) => scores !== undefined || certificate !== undefined,
    gone: 'past',
  },
  {
    id: 'certificate',
    title: 'Certificate',
    kind: 'estimate',
    phrase: 'expected',
    derive: ({ exam }, rulebook, result) =>
      exam && result === 'pass' ? byRule(rulebook, 'certificate-eta', exam, true) : undefined,
    settledBy: ({ certificate }) => certificate !== undefined,
    gone: 'past',
  },
  {
    id: 'cmp-declare',
    title: 'Declare credential maintenance',
    kind: 'deadline',
    phrase: 'declare by',
    derive: declaration,
    settledBy: () => false,
    gone: 'missed',
  },
  {
    id: 'credential-expires',
    title: 'Credential expires',
    kind: 'deadline',
    phrase: 'expires',
    derive: expiry,
    settledBy: () => false,
    gone: 'missed',
  },
];

export const dateIds: readonly string[] = dateDefinitions.map(({ id }) => id);
