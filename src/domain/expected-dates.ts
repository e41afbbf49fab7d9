// The expected ends of a plan's stages as dates like any other, so that they can be listed and explained.
import { daysBetween } from './civil-date.ts';
import type { Expected, Forward } from './plan.ts';
import type { Timeline, TimelineDate } from './timeline.ts';

export const EXPECTED = 'expected-';

/** Open stages only: what is done has dates of its own. */
export function expectedDates({ expected }: Forward, { today, running }: Timeline): TimelineDate[] {
  return expected.filter(({ done }) => !done).map((each) => asDate(each, today, running.number));
}

function asDate(
  { stage, earliest, latest, chain, why }: Expected,
  today: Timeline['today'],
  attempt: number,
): TimelineDate {
  const isAssumed = chain.some(({ kind }) => kind === 'assumption');
  const source = chain.find(({ kind }) => kind === 'rule' || kind === 'assumption');
  return {
    id: `${EXPECTED}${stage.id}`,
    title: `${stage.title} expected`,
    kind: 'estimate',
    phrase: 'expected',
    earliest,
    latest,
    basis: isAssumed ? 'assumption' : 'rule',
    provisional: true,
    ...(source?.rule ? { rule: source.rule } : {}),
    ...(source?.source ? { source: source.source } : {}),
    daysLeft: daysBetween(today, latest),
    state: latest === today ? 'due' : 'ahead',
    attempt,
    chain: why,
  };
}
