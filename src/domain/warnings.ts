// Warnings: what a reader must know beside the dates, most dangerous first.
import { endingOf, resultOf } from './attempts.ts';
import { dayDate } from './civil-date.ts';
import { contradictionsIn, type Warning } from './contradictions.ts';
import { endOf, OWN_VALUE } from './derivation.ts';
import { windowFact } from './exam-window.ts';
import { type Rulebook, rulebookFor } from './rulebook.ts';
import type { StepsTable } from './steps-tables.ts';
import type { Timeline, TimelineDate } from './timeline.ts';

type Check = (timeline: Timeline, rulebook: Rulebook) => readonly Warning[];

/** Dates that a computed period stands for although a paper in the candidate's hand prints them. */
const printedElsewhere: Readonly<Record<string, (steps: StepsTable) => Omit<Warning, 'id'>>> = {
  'exam-window': ({ notice, window }) => ({
    message: `the window's end is computed from the rule; ${notice}`,
    hint: `ascpi done ${window} --window-end <date>`,
  }),
  'credential-expires': () => ({
    message: 'the day the credential expires is computed; the one in your account wins',
    hint: 'ascpi done certificate --expires <date>',
  }),
};

/** `credential-expires-mlt` is that of another credential. */
const printedOf = ({ id }: TimelineDate) => printedElsewhere[id.replace(/^(credential-expires)-.*$/, '$1')];

const windowFacts = { admission: 'admission notification', application: 'application' } as const;

const isOpen = ({ state }: TimelineDate) => state !== 'met' && state !== 'missed';

const checks: readonly Check[] = [
  ({ attempts }, rulebook) => contradictionsIn(attempts, rulebook),
  ({ maintenance }) => [...maintenance.faults, ...maintenance.doubts],
  (timeline, rulebook) => {
    const ending = endingOf(timeline.inSight, rulebook);
    if (ending?.how !== 'lapsed' || timeline.inSight === timeline.running) return [];
    return [
      {
        id: 'window-missed',
        message: `the exam window ended on ${dayDate(ending.on)} and no exam is recorded in it; it is never extended`,
        hint: 'If you took the exam, record it: ascpi done exam --on <date> --result <pass|fail>',
      },
    ];
  },
  ({ attempts }) => {
    const passed = attempts.findIndex((attempt) => resultOf(attempt) === 'pass');
    return passed !== -1 && passed < attempts.length - 1
      ? [
          {
            id: 'attempt-after-pass',
            message: `attempt ${passed + 1} was passed, yet a later attempt is recorded`,
            hint: 'Look at what was recorded: ascpi history',
          },
        ]
      : [];
  },
  (timeline, rulebook) => {
    const { left, limit } = attemptsLeft(timeline, rulebook);
    return left === 0 && resultOf(timeline.running) === undefined
      ? [
          {
            id: 'attempts-used-up',
            message: `all ${limit} attempts of this credential and route are used`,
            hint: 'Only a different route is left: ascpi done eligibility --route <number>',
          },
        ]
      : [];
  },
  ({ dates }) =>
    dates
      .filter(({ kind, state, id }) => kind === 'deadline' && state === 'missed' && id.startsWith('application-'))
      .map(({ id, title, date }) => ({
        id: `passed-${id}`,
        message: `${title}: the limit of ${date ? dayDate(date) : 'an unknown day'} has passed with nothing recorded after it`,
        hint:
          id === 'application-payment'
            ? 'Look into your account. If the fee is paid, record it: ascpi done application --fee <amount>'
            : 'Look into your account, and record the step that came next: ascpi done <step>',
      })),
  ({ dates }) =>
    dates
      .filter(({ kind, state }) => kind === 'estimate' && state === 'past')
      .map((date) => ({
        id: `late-${date.id}`,
        message: `${date.title}: expected by ${dayDate(endOf(date))} and not recorded`,
        hint: 'If it came, record it. If not, look into your account and your junk mail, then ask the board',
      })),
  ({ dates }) =>
    dates
      .filter(({ id, state }) => id === 'transcript-check' && (state === 'missed' || state === 'due'))
      .map(({ chain }) => ({
        id: 'transcript-late',
        message: `the transcript was ${chain[0]?.value.replace(/^\S+ /, '') ?? 'sent'} and is not recorded as received: check who sent it and under which name`,
        hint: 'ascpi documents names',
      })),
  ({ running }, rulebook) => {
    const { schedule, exam, scores, certificate } = running.facts;
    const { window } = rulebook.steps;
    return schedule && !(windowFact(running.facts, rulebook) ?? exam ?? scores ?? certificate)
      ? [
          {
            id: 'window-unknown',
            message: `the exam is booked, but the end of its window is not known: the ${windowFacts[window]} is not recorded`,
            hint: `ascpi done ${window} --on <date> --window-end <date>`,
          },
        ]
      : [];
  },
  ({ later }) =>
    later.map((fact) => ({
      id: `later-${fact.kind}`,
      message: `${fact.kind} of ${fact.on} was recorded by force and is later than the day of this answer: it counts from then on`,
      hint: 'Take it back if it is wrong: ascpi undo',
    })),
  // Of a board whose rules are mostly not known, one sentence says it all.
  ({ unknown }, { steps }) =>
    steps.rules === '' || unknown.length === 0
      ? []
      : [
          {
            id: 'unknown-dates',
            message: `not known of ${steps.board}: ${unknown.map(({ title }) => title.toLowerCase()).join('; ')}`,
            hint: 'Take these days from your own notices',
          },
        ],
  ({ unknown }, { steps }) =>
    (steps.rules === '' ? unknown : []).map(({ id, title, reason, record }) => ({
      id: `unknown-${id}`,
      message: `${title}: not known, because ${reason}`,
      hint: record ? `Take it from your account: ${record}` : 'Take the day from your own notice',
    })),
  ({ dates }, { steps }) =>
    dates
      .filter((date) => date.provisional && isOpen(date))
      .flatMap((date) => {
        const printed = printedOf(date)?.(steps);
        if (!printed) return [];
        const { message, hint } = printed;
        const own = date.source === OWN_VALUE ? message.replace('the rule', OWN_VALUE) : message;
        return [{ id: `computed-${date.id}`, message: own, hint: date.record ?? hint }];
      }),
];

export function warningsOf(timeline: Timeline, shared: Rulebook): Warning[] {
  const rulebook = rulebookFor(timeline.credential, shared);
  return checks.flatMap((check) => check(timeline, rulebook));
}

/** Exams taken under the route of the running attempt, and how many the rule leaves; undefined where no rule is known. */
export function attemptsLeft(
  { attempts, running, today }: Pick<Timeline, 'attempts' | 'running' | 'today'>,
  rulebook: Rulebook,
) {
  const used = attempts.filter(({ facts, route }) => (facts.exam ?? facts.scores) && route === running.route).length;
  const value = rulebook.inForce('attempts', today)?.value;
  const limit = value && 'count' in value ? value.count : undefined;
  return { used, limit, left: limit === undefined ? undefined : Math.max(0, limit - used) };
}
