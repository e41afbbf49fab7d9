// Contradictions: facts that can't both be true. Recording one needs --force, and it then stays a warning until corrected.
import type { Attempt, StepFacts } from './attempts.ts';
import { type CivilDate, dayDate } from './civil-date.ts';
import { applyRule, endOf, isUnknown } from './derivation.ts';
import { examWindow, windowFact } from './exam-window.ts';
import type { Rulebook } from './rulebook.ts';
import { scaleOn } from './score-scale.ts';

export interface Warning {
  readonly id: string;
  /** what is wrong; no full stop */
  readonly message: string;
  /** what to type or to look at */
  readonly hint: string;
  /** who says so, where it rests on more than the facts */
  readonly source?: string;
}

type Check = (facts: StepFacts, rulebook: Rulebook, before: StepFacts | undefined) => Warning | undefined;

const NEW_APPLICATION =
  'If this belongs to a new attempt, record its application first: ascpi done application --on <date>';

const later = (a: CivilDate | undefined, b: CivilDate | undefined) => a !== undefined && b !== undefined && a > b;

function outsideWindow(facts: StepFacts, rulebook: Rulebook, day: CivilDate): string | undefined {
  const window = examWindow(facts, rulebook);
  if (!window || isUnknown(window)) return undefined;
  const end = endOf(window);
  if (day > end) return `the exam window ends on ${dayDate(end)}`;
  if (window.start && day < window.start) return `the exam window starts on ${dayDate(window.start)}`;
  return undefined;
}

const checks: readonly Check[] = [
  ({ application, admission }) =>
    later(application?.on, admission?.on) && application && admission
      ? {
          id: 'admission-before-application',
          message: `the application of ${application.on} is later than its admission notification of ${admission.on}`,
          hint: 'Correct one of them. If it is a new application, record first how the last attempt ended',
        }
      : undefined,
  ({ admission }) =>
    later(admission?.windowStart, admission?.windowEnd)
      ? {
          id: 'window-reversed',
          message: `the exam window starts on ${admission?.windowStart}, after its end on ${admission?.windowEnd}`,
          hint: 'Both days are printed on the admission notification: ascpi done admission --window-start <date> --window-end <date>',
        }
      : undefined,
  ({ admission }) =>
    later(admission?.on, admission?.windowEnd)
      ? {
          id: 'window-before-admission',
          message: `the exam window ends on ${admission?.windowEnd}, before the admission notification of ${admission?.on}`,
          hint: 'Look at the notification again: ascpi done admission --on <date> --window-end <date>',
        }
      : undefined,
  ({ exam, admission }, { steps }) => {
    if (!exam || !steps.ids.includes('admission') || (admission && admission.on <= exam.on)) return undefined;
    const known = admission ? `, dated ${admission.on}` : ', which is not recorded';
    return {
      id: 'exam-before-admission',
      message: `the exam of ${exam.on} is before its admission notification${known}`,
      hint: 'Record or correct the notification: ascpi done admission --on <date>',
    };
  },
  (facts, rulebook) => {
    const { exam } = facts;
    const clock = windowFact(facts, rulebook);
    const why = exam && clock && clock.on <= exam.on && outsideWindow(facts, rulebook, exam.on);
    return why
      ? {
          id: 'exam-outside-window',
          message: `the exam of ${exam.on} is outside its window: ${why}`,
          hint: NEW_APPLICATION,
        }
      : undefined;
  },
  (facts, rulebook) => {
    const { exam, schedule } = facts;
    // Once the exam is taken, where it had been booked no longer matters.
    const why = schedule && !exam ? outsideWindow(facts, rulebook, schedule.exam) : undefined;
    return why
      ? {
          id: 'booking-outside-window',
          message: `the exam booked for ${schedule?.exam} is outside its window: ${why}`,
          hint: 'The exam must be taken inside the window, not just booked: ascpi done schedule --exam <date>',
        }
      : undefined;
  },
  ({ exam, schedule }, rulebook, before) => {
    const day = exam?.on ?? schedule?.exam;
    const failed = before?.exam;
    const wait = failed && applyRule(rulebook, 'retake-wait', failed.on);
    if (!day || !wait || isUnknown(wait) || day >= wait.latest) return undefined;
    return {
      id: 'exam-before-opening',
      message: `the exam of ${day} is before the next attempt may begin, on ${dayDate(wait.latest)}`,
      hint: 'A new window begins no earlier. Look at the days again',
    };
  },
  ({ schedule }) =>
    schedule && schedule.exam < schedule.on
      ? {
          id: 'booked-in-the-past',
          message: `the exam day ${schedule.exam} is before the day it was booked, ${schedule.on}`,
          hint: 'Give the day of booking with --on <date>',
        }
      : undefined,
  ({ scores, exam }) => {
    if (!scores || (exam && exam.on <= scores.on)) return undefined;
    const known = exam ? `, dated ${exam.on}` : ', which is not recorded';
    return {
      id: 'scores-before-exam',
      message: `the final scores of ${scores.on} are before their exam${known}`,
      hint: 'Record the exam first: ascpi done exam --on <date> --result <pass|fail>',
    };
  },
  ({ certificate, application, admission, schedule, exam, scores }) => {
    if (!certificate || exam || scores) return undefined;
    const before = [
      ['the application', application?.on],
      ['the admission notification', admission?.on],
      ['the booked exam', schedule?.exam],
    ].find(([, day]) => later(day as CivilDate | undefined, certificate.on));
    return before
      ? {
          id: 'certificate-too-early',
          message: `the certificate of ${certificate.on} is before ${before[0]} of ${before[1]}`,
          hint: 'Look at the day of the certificate again: ascpi done certificate --on <date>',
        }
      : undefined;
  },
  ({ certificate, exam, scores }) => {
    const result = scores ?? exam;
    if (!certificate || !result) return undefined;
    if (certificate.on < result.on || result.result === 'fail') {
      const what = result.result === 'fail' ? 'a failed exam' : `the result of ${result.on}`;
      return {
        id: 'certificate-without-pass',
        message: `the certificate of ${certificate.on} contradicts ${what}`,
        hint: 'Correct the result or the day of the certificate',
      };
    }
    return undefined;
  },
  ({ certificate }) =>
    certificate?.expires && certificate.expires <= certificate.on
      ? {
          id: 'expires-before-certificate',
          message: `the credential expires on ${certificate.expires}, not after the certificate of ${certificate.on}`,
          hint: 'Take the end of the cycle from your account: ascpi done certificate --expires <date>',
        }
      : undefined,
  ({ scores }, rulebook) => {
    const scale = scores && scaleOn(rulebook, scores.on);
    if (!scale || scores.score === undefined) return undefined;
    const passed = scores.score >= scale.passing;
    return passed === (scores.result === 'pass')
      ? undefined
      : {
          id: 'score-contradicts-result',
          message: `a score of ${scores.score} and the result ${scores.result} contradict each other: ${scale.passing} passes`,
          hint: 'Look at the final score report again',
        };
  },
];

/** What contradicts what in the attempts, oldest attempt first. */
export function contradictionsIn(attempts: readonly Attempt[], rulebook: Rulebook): Warning[] {
  return attempts.flatMap(({ facts, number }, index) =>
    checks.flatMap((check) => {
      const warning = check(facts, rulebook, attempts[index - 1]?.facts);
      return warning ? [number > 1 ? { ...warning, message: `attempt ${number}: ${warning.message}` } : warning] : [];
    }),
  );
}
