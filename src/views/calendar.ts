// The dates of one candidate, or of many, as a list by day and as events for a calendar.
import { type CivilDate, dayDate } from '../domain/civil-date.ts';
import type { Journey } from '../domain/journey.ts';
import { describeLadder } from '../domain/rungs.ts';
import type { DatedEvent } from './calendar-events.ts';
import { unreadBlock } from './roster.ts';
import { candidateData } from './status.ts';
import type { Block, Data, Item, Sheet, Text, View } from './view.ts';

/** An event of a roster, with what its candidate is called there. */
export interface RosterEvent extends DatedEvent {
  readonly label: string;
}

export function calendarView(journey: Journey, events: readonly DatedEvent[], today: CivilDate): View {
  const { name, credential } = journey.profile;
  return {
    name: 'calendar',
    today,
    data: { candidate: candidateData(journey), events: events.map((each) => eventData(each)) },
    ...shown(['Dates of ', { user: name }, `, ${credential}`], events, today),
  };
}

/** `people` is how many candidates were chosen; `unread` are ids of those that can't be read. */
export function rosterCalendarView(
  events: readonly RosterEvent[],
  people: number,
  unread: readonly string[],
  today: CivilDate,
): View {
  const who = `Dates of ${people} candidate${people === 1 ? '' : 's'}`;
  const { blocks, ...written } = shown(who, events, today);
  return {
    name: 'calendar',
    today,
    data: { total: people, events: events.map((each) => eventData(each, each.label)), unread },
    ...written,
    blocks: [...blocks, ...unreadBlock(unread)],
  };
}

function shown(title: Text, events: readonly (DatedEvent & { readonly label?: string })[], today: CivilDate) {
  const blocks: Block[] = [
    { type: 'title', text: title, aside: `as of ${dayDate(today)}` },
    events.length > 0
      ? { type: 'items', items: events.map(itemOf) }
      : { type: 'paragraph', text: 'There are no dates. They come with the application.' },
  ];
  return { blocks, events: events.map(({ event }) => event), sheet: sheetOf(events) };
}

function itemOf({ event, date, label }: DatedEvent & { readonly label?: string }): Item {
  const { from, to, clock, state, alarms } = event;
  const isSettled = date.state === 'met';
  const isPlain = !isSettled && state !== 'cancelled';
  const text: Text = [
    ...(label === undefined ? [] : [{ user: label }, ': ']),
    date.title,
    ...(from === to ? [] : [`, from ${dayDate(from)}`]),
    ...(clock ? [` at ${clock.time} in `, { user: clock.zone }] : []),
    ...(state === 'cancelled' ? [', withdrawn'] : isSettled ? [', settled'] : []),
    ...(isPlain && date.basis === 'notice' ? [' (printed)'] : []),
    ...(isPlain && date.provisional ? [' (computed)'] : []),
  ];
  return {
    mark: isSettled && state !== 'cancelled' ? 'done' : 'bullet',
    label: dayDate(to),
    text,
    ...(isPlain ? {} : { tone: 'faint' }),
    ...(alarms.length > 0 ? { details: [`reminders ${ladderText(alarms)}`] } : {}),
  };
}

const ladderText = (alarms: readonly number[]): string => describeLadder({ daysBefore: [...alarms], onceAfter: false });

function eventData({ event, date }: DatedEvent, candidate?: string): Data {
  const { uid, sequence, state, title, description, from, to, clock, alarms, changed } = event;
  return {
    uid,
    sequence,
    state,
    ...(candidate === undefined ? {} : { candidate }),
    id: date.id,
    kind: date.kind,
    title,
    description,
    from,
    to,
    ...(clock ? { time: clock.time, zone: clock.zone, minutes: clock.minutes } : {}),
    alarms,
    changed,
  };
}

const columns = [
  'candidate',
  'id',
  'title',
  'from',
  'to',
  'time',
  'zone',
  'state',
  'basis',
  'uid',
  'sequence',
] as const;

function sheetOf(events: readonly (DatedEvent & { readonly label?: string })[]): Sheet {
  const rows = events.map(({ event, date, label }) => {
    const { title, from, to, clock, state, uid, sequence } = event;
    const { id, basis } = date;
    const { time = '', zone = '' } = clock ?? {};
    const values = { candidate: label ?? '', id, title, from, to, time, zone, state, basis, uid, sequence };
    return columns.map((key) => ({ value: values[key] }));
  });
  return { columns: columns.map((key) => ({ key, title: key })), rows };
}
