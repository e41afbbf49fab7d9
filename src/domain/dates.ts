// The dates table: each date by id, what it is computed from, what settles it, and what it is once it is gone.
import type { StepFacts } from './attempts.ts';
import { dayDate } from './civil-date.ts';
import type { Cycle } from './cmp-cycles.ts';
import { type Derived, factLink, isUnknown, type Unknown } from './derivation.ts';
import { type Document, isThere } from './document.ts';
import { examWindow, windowFact } from './exam-window.ts';
import type { Profile } from './profile.ts';
import { rescheduleBy } from './reschedule.ts';
import { lastSittingForRetake } from './retake-room.ts';
import { beforehand, byRule, ofDocument } from './rule-dates.ts';
import type { Rulebook } from './rulebook.ts';
import { atCentre, lastSitting } from './sittings.ts';

/** deadline: a right is lost after it; estimate: expected within; advice: recommended; opening: possible from; event: happens. */
export type DateKind = 'deadline' | 'estimate' | 'advice' | 'opening' | 'event';

/** What a date may depend on besides the facts of its attempt. */
export interface Circumstances {
  readonly result: 'pass' | 'fail' | undefined;
  readonly profile: Profile;
  /** on the route of the running attempt; undefined where no rule is known */
  readonly attemptsLeft: () => number | undefined;
  /** a paper, by the id of its checklist item */
  readonly document: (item: string) => Document | undefined;
}

/** The checklist item of the transcript: the one paper whose way has rules. */
export const TRANSCRIPT = 'transcript-from-school';

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
    circumstances: Circumstances,
  ) => Derived | Unknown | undefined;
  /** Whether a later fact, of its own attempt or the next, settled it. */
  readonly settledBy: (facts: StepFacts, next: StepFacts, circumstances: Circumstances) => boolean;
  /** its state once its day has passed unsettled */
  readonly gone: 'missed' | 'past';
}

const beyondApplication = ({ admission, schedule, exam, scores, certificate }: StepFacts) =>
  [admission, schedule, exam, scores, certificate].some((fact) => fact !== undefined);

const taken = ({ exam, scores, certificate }: StepFacts) =>
  [exam, scores, certificate].some((fact) => fact !== undefined);

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
    id: 'transcript-check',
    title: 'Ask where the transcript is',
    kind: 'advice',
    phrase: 'ask by',
    derive: (_, rulebook, { document }) => ofDocument(rulebook, 'transcript-check', document(TRANSCRIPT)?.states.sent),
    settledBy: (facts, _, { document }) =>
      beyondApplication(facts) || isThere(document(TRANSCRIPT)?.furthest ?? 'requested'),
    gone: 'missed',
  },
  {
    id: 'transcript-review',
    title: 'Review of the transcript',
    kind: 'estimate',
    phrase: 'reviewed by',
    derive: (_, rulebook, { document }) =>
      ofDocument(rulebook, 'transcript-review', document(TRANSCRIPT)?.states.received, true),
    settledBy: (facts, _, { document }) => beyondApplication(facts) || document(TRANSCRIPT)?.furthest === 'reviewed',
    gone: 'past',
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
      const end = examWindow(facts, rulebook);
      return end && !isUnknown(end) ? beforehand(rulebook, 'book-by', end, windowFact(facts, rulebook)?.on) : undefined;
    },
    settledBy: (facts) => facts.schedule !== undefined || taken(facts),
    gone: 'missed',
  },
  {
    id: 'book-last',
    title: 'Last day to book',
    kind: 'deadline',
    phrase: 'book at the latest on',
    derive: (facts, rulebook, { profile }) => {
      const last = lastSitting(facts, rulebook, profile.country);
      return last && !isUnknown(last)
        ? beforehand(atCentre(rulebook, profile.country), 'booking-notice', last)
        : undefined;
    },
    settledBy: (facts) => facts.schedule !== undefined || taken(facts),
    gone: 'missed',
  },
  {
    id: 'reschedule-by',
    title: 'Last day to reschedule',
    kind: 'deadline',
    phrase: 'reschedule by',
    derive: ({ schedule }, rulebook, { profile }) => schedule && rescheduleBy(schedule, rulebook, profile.zone),
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
    id: 'last-sitting-for-retake',
    title: 'Last sitting with room for another attempt',
    kind: 'advice',
    phrase: 'sit by',
    derive: lastSittingForRetake,
    settledBy: taken,
    gone: 'missed',
  },
  {
    id: 'last-sitting',
    title: 'Last sitting',
    kind: 'deadline',
    phrase: 'sit by',
    derive: (facts, rulebook, { profile }) => lastSitting(facts, rulebook, profile.country),
    settledBy: taken,
    gone: 'missed',
  },
  {
    id: 'exam-window',
    title: 'Exam window',
    kind: 'deadline',
    phrase: 'window ends',
    derive: examWindow,
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
    derive: ({ exam }, rulebook, { result }) =>
      exam && result === 'pass' ? byRule(rulebook, 'certificate-eta', exam, true) : undefined,
    settledBy: ({ certificate }) => certificate !== undefined,
    gone: 'past',
  },
];

/** A date of every credential that is held, of the cycle in sight. It is settled once that is declared or renewed. */
export interface CycleDateDefinition {
  readonly id: 'cmp-declare' | 'credential-expires';
  readonly title: string;
  readonly kind: DateKind;
  readonly phrase: string;
  readonly derive: (cycle: Cycle) => Derived | Unknown;
  readonly gone: 'missed';
}

export const cycleDateDefinitions: readonly CycleDateDefinition[] = [
  {
    id: 'cmp-declare',
    title: 'Declare credential maintenance',
    kind: 'deadline',
    phrase: 'declare by',
    derive: ({ declaration }) => declaration,
    gone: 'missed',
  },
  {
    id: 'credential-expires',
    title: 'Credential expires',
    kind: 'deadline',
    phrase: 'expires',
    derive: ({ end }) => end,
    gone: 'missed',
  },
];

const named = [...dateDefinitions, ...cycleDateDefinitions];

export const dateIds: readonly string[] = named.map(({ id }) => id);

/** Which of these a date is: `cmp-declare` also of another credential, whose date is `cmp-declare-mlt`. */
export const knownDate = (id: string): { readonly id: string; readonly title: string } | undefined =>
  named.find((each) => each.id === id) ?? cycleDateDefinitions.find((each) => id.startsWith(`${each.id}-`));
