// The events of a journey. What they said after each fact is compared, so that a sequence rises with every change and needs no memory.
import { type CalendarDate, calendarDatesOf } from '../domain/calendar-dates.ts';
import type { CivilDate } from '../domain/civil-date.ts';
import type { Journey } from '../domain/journey.ts';
import { namelessHandle } from '../domain/nameless.ts';
import { pastStatesOf } from '../domain/past-states.ts';
import type { Rulebook } from '../domain/rulebook.ts';
import type { TimelineDate } from '../domain/timeline.ts';
import { eventDescription, eventTitle, withdrawnDescription } from './calendar-words.ts';
import type { CalendarEvent } from './view.ts';

/** How a calendar calls a candidate. */
export interface Naming {
  /** leads the titles; none where the calendar is of one candidate */
  readonly label?: (journey: Journey) => string;
  /** what stands for the id where something is to be typed */
  readonly id: (journey: Journey) => string;
}

/** An event, and the date behind it. */
export interface DatedEvent {
  readonly event: CalendarEvent;
  readonly date: TimelineDate;
}

type Content = Omit<CalendarEvent, 'uid' | 'sequence' | 'changed'>;

/** What became of one event up to now. */
interface Track {
  readonly content: Content;
  /** the content for comparing */
  readonly text: string;
  readonly sequence: number;
  readonly changed: string;
  readonly source: CalendarDate;
}

export function eventsOf(journey: Journey, today: CivilDate, rulebook: Rulebook, naming: Naming): DatedEvent[] {
  const tracks = new Map<string, Track>();
  const note = (key: string, source: CalendarDate, content: Content, changed: string) => {
    const before = tracks.get(key);
    const text = JSON.stringify(content);
    if (before?.text === text) return;
    tracks.set(key, { content, text, source, changed, sequence: before === undefined ? 0 : before.sequence + 1 });
  };
  for (const state of pastStatesOf(journey, today)) {
    const { dates, attempt } = calendarDatesOf(state, rulebook);
    const id = naming.id(state.journey);
    const lead = naming.label ? `${naming.label(state.journey)}: ` : '';
    const there = new Set(dates.map(({ key }) => key));
    for (const source of dates) note(source.key, source, contentOf(source, lead, id), state.at);
    for (const [key, { source, content }] of tracks) {
      if (there.has(key) || isOver(source, attempt)) continue;
      const description = withdrawnDescription(id);
      note(key, source, { ...content, state: 'cancelled', description, alarms: [] }, state.at);
    }
  }
  const handle = namelessHandle(journey.id);
  const found = [...tracks].map(([key, { content, sequence, changed, source }]): DatedEvent => {
    const uid = `${key.replace('/', '.')}.${handle}@ascpi.invalid`;
    return { event: { uid, sequence, ...content, changed }, date: source.date };
  });
  return found.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1));
}

/** What was settled in an attempt that a later one has followed stays as it was. */
const isOver = ({ attempt, date }: CalendarDate, inSight: number): boolean =>
  attempt !== undefined && attempt < inSight && date.state === 'met';

const placeOf = ({ event }: DatedEvent): string => [event.to, event.from, event.uid].join(' ');

function contentOf(source: CalendarDate, lead: string, id: string): Content {
  const { date, alarms, appointment } = source;
  const { time, zone } = appointment?.booking ?? {};
  const minutes = appointment?.minutes ?? 0;
  return {
    state: date.kind === 'estimate' && date.state !== 'met' ? 'tentative' : 'confirmed',
    title: `${lead}${eventTitle(source)}`,
    description: eventDescription(source, id),
    from: (date.date ?? date.earliest) as CivilDate,
    to: (date.date ?? date.latest) as CivilDate,
    ...(time === undefined || zone === undefined ? {} : { clock: { time, zone, minutes } }),
    alarms,
  };
}
