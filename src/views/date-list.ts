// All dates of a journey in one list, nearest first; those that are settled come last.

import { endOf } from '../domain/derivation.ts';
import type { Journey } from '../domain/journey.ts';
import type { Timeline, TimelineDate } from '../domain/timeline.ts';
import { dateData, dateNote, toneOf } from './dates.ts';
import { candidateData } from './status.ts';
import type { Item, View } from './view.ts';

export function dateListView(journey: Journey, { dates, today }: Timeline): View {
  const open = dates.filter(({ state }) => state !== 'met').sort(byDay);
  const met = dates.filter(({ state }) => state === 'met').sort(byDay);
  return {
    name: 'dates',
    today,
    data: { candidate: candidateData(journey), dates: [...open, ...met].map(dateData) },
    blocks: [
      { type: 'title', text: ['Dates of ', { user: journey.profile.name }] },
      open.length + met.length > 0
        ? { type: 'items', items: [...open.map(itemOf), ...met.map(metItem)] }
        : { type: 'paragraph', text: 'There are no dates yet. They come with the application.' },
    ],
  };
}

const byDay = (a: TimelineDate, b: TimelineDate) => (endOf(a) < endOf(b) ? -1 : 1);

const itemOf = (date: TimelineDate): Item => ({
  mark: 'bullet',
  label: date.title,
  text: `${dateNote(date)}${date.basis === 'notice' ? ' (printed)' : ''}`,
  tone: toneOf(date),
});

const metItem = (date: TimelineDate): Item => ({
  mark: 'done',
  label: date.title,
  text: dateNote({ ...date, provisional: false }),
  tone: 'faint',
});
