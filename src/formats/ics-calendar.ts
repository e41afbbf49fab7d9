// Writes the events of a view as one iCalendar file; the one file that touches ical-generator.
import {
  ICalAlarmRelatesTo,
  ICalAlarmType,
  ICalCalendar,
  ICalCalendarMethod,
  ICalEvent,
  type ICalEventData,
  ICalEventStatus,
  ICalEventTransparency,
  type ICalTemporalZonedDateTimeStub,
} from 'ical-generator';
import { addDays, type CivilDate, daysBetween, partsOf } from '../domain/civil-date.ts';
import { groupBy } from '../domain/group-by.ts';
import { clockAt, instantOf, MINUTES_A_DAY } from '../domain/zone-clock.ts';
import type { CalendarEvent, View } from '../views/view.ts';
import { folded } from './ics-fold.ts';
import { zoneComponent } from './ics-zone.ts';
import { visible } from './safe-text.ts';
import { partsOf as textParts } from './text-parts.ts';

const states = {
  confirmed: ICalEventStatus.CONFIRMED,
  tentative: ICalEventStatus.TENTATIVE,
  cancelled: ICalEventStatus.CANCELLED,
} as const satisfies Record<CalendarEvent['state'], ICalEventStatus>;

/** Reminders come at nine in the morning; of what begins by then, an hour before. */
const MORNING = 9 * 60;
const SHORTLY = 60;

/** The library leaves the names of calendars and events as they are, and the last line without its end. */
const escaped = (text: string): string => visible(text).replace(/[\\;,]/g, '\\$&');

export function calendar({ blocks, events = [] }: View): string {
  const title = blocks.find((block) => block.type === 'title');
  const name = title ? textParts(title.text).map(({ text }) => text) : [];
  const moments = events.flatMap((event) => momentOf(event) ?? []);
  const file = new ICalCalendar({
    prodId: '//ascpi//ascpi//EN',
    method: ICalCalendarMethod.PUBLISH,
    ...(name.length > 0 ? { name: escaped(name.join('')) } : {}),
    timezone: { name: null, generator: () => null },
  });
  // The library folds what it writes as a whole, and takes a minute for many events: it is given none of them to fold.
  const frame = file.toString();
  const content = [...zonesOf(moments), ...events.map((event) => written(event, file))].join('');
  return `${frame.slice(0, -END.length)}${folded(content)}${END}\r\n`;
}

const END = 'END:VCALENDAR';

function written(event: CalendarEvent, file: ICalCalendar): string {
  const made = new ICalEvent(eventData(event), file);
  // Said by a method: as an option the library drops it, and counts what comes after the start from the end.
  for (const seconds of alarmsOf(event)) {
    made.createAlarm({ type: ICalAlarmType.display, trigger: seconds }).relatesTo(ICalAlarmRelatesTo.start);
  }
  return made.toString();
}

/** The zones of events, each with what its clocks do around them. */
function zonesOf(moments: readonly Moment[]): string[] {
  const zones = groupBy(moments, ({ zone }) => zone);
  return zones.map((there) => {
    const first = there.reduce((least, { start }) => Math.min(least, start), Number.POSITIVE_INFINITY);
    const last = there.reduce((most, { end }) => Math.max(most, end), Number.NEGATIVE_INFINITY);
    return `${zoneComponent(there[0].zone, first, last)}\r\n`;
  });
}

interface Moment {
  readonly zone: string;
  /** minutes since 1970 in UTC */
  readonly start: number;
  readonly end: number;
}

/** When an event with a clock begins and ends; undefined for one of whole days, or where this machine lacks the zone. */
function momentOf({ from, clock }: CalendarEvent): Moment | undefined {
  const start = clock && instantOf({ date: from, time: clock.time }, clock.zone);
  return clock && start !== undefined ? { zone: clock.zone, start, end: start + clock.minutes } : undefined;
}

function eventData(event: CalendarEvent): ICalEventData {
  const moment = momentOf(event);
  return {
    id: escaped(event.uid),
    sequence: event.sequence,
    status: states[event.state],
    stamp: event.changed,
    lastModified: event.changed,
    summary: visible(event.title),
    ...(event.description === '' ? {} : { description: visible(event.description) }),
    // A deadline does not make anybody busy.
    transparency: moment ? ICalEventTransparency.OPAQUE : ICalEventTransparency.TRANSPARENT,
    ...(moment
      ? {
          start: shown(moment.start, moment.zone),
          // An end at the start itself is not allowed; without one it ends at once.
          ...(moment.end > moment.start ? { end: shown(moment.end, moment.zone) } : {}),
          timezone: moment.zone,
        }
      : { allDay: true, start: midnight(event.from), end: midnight(addDays(event.to, 1)) }),
  };
}

/** In UTC, where no zone of a machine can move it to another day. */
const midnight = (day: CivilDate): string => `${day}T00:00:00Z`;

/** Seconds from each reminder to the start of its event; negative within a window that has begun by then. */
function alarmsOf(event: CalendarEvent): number[] {
  const { from, to, clock, alarms, state } = event;
  if (state === 'cancelled') return [];
  const start =
    clock && momentOf(event) ? Number(clock.time.slice(0, 2)) * 60 + Number(clock.time.slice(3)) : undefined;
  return alarms.map((days) => {
    const ahead = (days - daysBetween(from, to)) * MINUTES_A_DAY - MORNING;
    return 60 * (start === undefined ? ahead : Math.max(SHORTLY, ahead + start));
  });
}

/** What the clocks of a zone show, in the shape of Temporal: the only one that the library does not read on the clocks of this machine. */
function shown(instant: number, zone: string): ICalTemporalZonedDateTimeStub {
  const clock = clockAt(instant, zone) ?? { date: '1970-01-01' as CivilDate, time: '00:00' };
  const text = `${clock.date}T${clock.time}:00`;
  const [hour, minute] = [Number(clock.time.slice(0, 2)), Number(clock.time.slice(3))];
  const said = { toString: () => text, toJSON: () => text };
  const day = { ...partsOf(clock.date), ...said };
  const wall = { ...day, hour, minute, second: 0, toPlainDate: () => day, toZonedDateTime: () => zoned };
  const zoned: ICalTemporalZonedDateTimeStub = {
    ...day,
    hour,
    minute,
    second: 0,
    timeZoneId: zone,
    withTimeZone: () => zoned,
    toPlainDateTime: () => wall,
    toInstant: () => ({ ...said, epochMilliseconds: instant * 60_000, toZonedDateTimeISO: () => zoned }),
  };
  return zoned;
}
