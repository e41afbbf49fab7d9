// The next action: what to do, by when, and the command that records it.
import { dayDate } from '../domain/civil-date.ts';
import type { Journey } from '../domain/journey.ts';
import type { Position } from '../domain/position.ts';
import { dateNamed, type Timeline } from '../domain/timeline.ts';
import { dateNote, daysText, toneOf } from './dates.ts';
import type { Block, View } from './view.ts';

const ALL_DONE = 'All steps are done. Keep the credential alive: see the points and dates of its maintenance cycle.';
const MAINTENANCE = 'ascpi cmp';

export function nextBlock({ next }: Position, timeline: Timeline): Block[] {
  if (!next) return [{ type: 'callout', label: 'Next', text: ALL_DONE, command: MAINTENANCE, tone: 'good' }];
  const date = next.dateId ? dateNamed(timeline, next.dateId) : undefined;
  const tone = date ? toneOf(date) : 'plain';
  return [{ type: 'callout', label: 'Next', text: next.action, command: next.command, tone }];
}

/** One line: the action, the day that presses, the command. */
export function nextView(journey: Journey, position: Position, timeline: Timeline): View {
  const { next, current, attempt } = position;
  const data = {
    candidate: { id: journey.id, name: journey.profile.name },
    attempt,
    current,
    next: next && { action: next.action, by: next.by, command: next.command },
  };
  const date = next?.dateId ? dateNamed(timeline, next.dateId) : undefined;
  const by = date && next?.by ? ` (${date.kind === 'estimate' ? dateNote(date) : byText(next.by, date.daysLeft)})` : '';
  const text = next ? `${next.action}${by}` : ALL_DONE;
  return {
    name: 'next',
    today: timeline.today,
    data,
    blocks: [{ type: 'paragraph', text: [text, ' ', { command: next?.command ?? MAINTENANCE }] }],
  };
}

const byText = (by: Parameters<typeof dayDate>[0], daysLeft: number) => `by ${dayDate(by)}, ${daysText(daysLeft)}`;
