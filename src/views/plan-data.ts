// A plan as JSON says it.
import { expectedDates } from '../domain/expected-dates.ts';
import { describeValue } from '../domain/rule.ts';
import { calibrationData, unreadWarnings } from './calibration.ts';
import { dateData } from './dates.ts';
import type { PlanView } from './plan.ts';
import { candidateData } from './status.ts';
import type { Data } from './view.ts';

export function planData(plan: PlanView): Data {
  const {
    slack,
    journey,
    timeline,
    forward,
    scores,
    backward,
    fees,
    attempts,
    assumptions,
    collisions,
    tried,
    observed,
  } = plan;
  return {
    candidate: candidateData(journey),
    tried,
    attempt: timeline.running.number,
    dates: [...timeline.dates, ...expectedDates(forward, timeline)].map(dateData),
    expected: forward.expected.map(({ stage, done, earliest, latest, unknown }) => ({
      id: stage.id,
      title: stage.title,
      done,
      earliest,
      latest,
      after: stage.after,
      slack: slack.get(stage.id) ?? null,
      takes: stage.takes,
      ...(unknown.length > 0 ? { unknown } : {}),
    })),
    scores: scores ? { earliest: scores.earliest, latest: scores.latest } : null,
    lastSitting: forward.lastSitting ?? null,
    ...(backward
      ? {
          target: { id: backward.target, by: backward.day },
          steps: backward.steps,
          verdict: backward.verdict,
          binding: backward.binding,
          shortage: backward.shortage,
          retakeFits: backward.retake.fits,
        }
      : {}),
    ...(observed ? { calibration: observed.rows.map(calibrationData), warnings: unreadWarnings(observed.unread) } : {}),
    attempts: { used: attempts.used, left: attempts.left ?? null },
    fees,
    collisions: collisions.map(({ stage, ...each }) => ({ ...each, stage: stage.id })),
    assumptions: assumptions.map(({ id, title, value, replaces, source, checked, confidence }) => ({
      id,
      title,
      value,
      text: describeValue(value),
      ...(replaces ? { replaces } : {}),
      source,
      checked,
      confidence,
    })),
  };
}
