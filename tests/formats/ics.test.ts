// Calendar files: their lines, days, moments, reminders and states, and text that can't become a property.

import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { addDays, type CivilDate } from '../../src/domain/civil-date.ts';
import { ics } from '../../src/formats/ics.ts';
import { visible } from '../../src/formats/safe-text.ts';
import type { CalendarEvent } from '../../src/views/view.ts';
import { anyText } from './any-view.ts';
import { calendarView, events } from './sample-events.ts';
import { plainView } from './sample-view.ts';

const [wholeDay, window, exam] = events as [CalendarEvent, CalendarEvent, CalendarEvent];
const written = (...shown: CalendarEvent[]) => ics.render({ ...calendarView, events: shown });
/** Lines as they were before folding. */
const linesOf = (text: string) => text.replaceAll('\r\n ', '').split('\r\n');
const eventsOf = (text: string) =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((part) => new ICAL.Event(part));
const propertyOf = (text: string, name: string) =>
  linesOf(text.slice(text.indexOf('BEGIN:VEVENT'))).find((line) => line.split(/[;:]/)[0] === name);

test('lines end in CR LF, also the last, and have at most 75 octets', async () => {
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (title, description) => {
      const text = await written({ ...exam, title, description }, { ...wholeDay, title });
      expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true);
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
      for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
    }),
  );
});

test('text of people starts no property, and another reader gives it back', async () => {
  const names = linesOf(await written(exam)).map((line) => line.split(/[;:]/)[0]);
  await fc.assert(
    fc.asyncProperty(
      anyText.filter((text) => visible(text) !== ''),
      async (text) => {
        const output = await ics.render({
          ...calendarView,
          blocks: [{ type: 'title', text: { user: text } }],
          events: [{ ...exam, title: text, description: text, uid: text }],
        });
        expect(linesOf(output).map((line) => line.split(/[;:]/)[0])).toEqual(names);
        const [event] = eventsOf(output);
        expect(event).toMatchObject({ summary: visible(text), description: visible(text), uid: visible(text) });
        // Not a property of RFC 5545, so the other reader leaves it escaped.
        const name = linesOf(output).find((line) => line.startsWith('X-WR-CALNAME:'));
        expect(name?.slice(13).replace(/\\(.)/g, '$1')).toBe(visible(text));
      },
    ),
    { numRuns: 300 },
  );
});

test('it is published, by whom, and each event with what calendars go by', async () => {
  const text = await ics.render(calendarView);
  expect(linesOf(text).slice(0, 4)).toEqual([
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ascpi//ascpi//EN',
    'METHOD:PUBLISH',
  ]);
  const shown = eventsOf(text);
  expect(shown.map(({ uid, sequence }) => ({ uid, sequence }))).toEqual(
    events.map(({ uid, sequence }) => ({ uid, sequence })),
  );
  const states = shown.map((event) => event.component.getFirstPropertyValue('status'));
  expect(states).toEqual(['CONFIRMED', 'TENTATIVE', 'CONFIRMED', 'CONFIRMED', 'CANCELLED']);
  const stamps = shown.map((event) => String(event.component.getFirstPropertyValue('dtstamp')));
  expect(stamps).toEqual(events.map(({ changed }) => changed.replace('.000', '')));
});

test('whole days end on the day after the last, whatever the day', async () => {
  const anyDay = fc.integer({ min: 0, max: 100_000 }).map((days) => addDays('1910-01-01' as CivilDate, days));
  await fc.assert(
    fc.asyncProperty(anyDay, fc.integer({ min: 0, max: 400 }), async (from, days) => {
      const text = await written({ ...window, from, to: addDays(from, days) });
      expect(propertyOf(text, 'DTSTART')).toBe(`DTSTART;VALUE=DATE:${from.replaceAll('-', '')}`);
      expect(propertyOf(text, 'DTEND')).toBe(`DTEND;VALUE=DATE:${addDays(from, days + 1).replaceAll('-', '')}`);
    }),
  );
});

test.each([
  ['Asia/Manila', '2027-01-15', '08:30', '20270115T083000', '20270115T110000', '2027-01-15T00:30:00.000Z'],
  ['America/New_York', '2027-03-14', '13:00', '20270314T130000', '20270314T153000', '2027-03-14T17:00:00.000Z'],
  // The clocks skip an hour while the exam lasts: it still lasts as long.
  ['America/New_York', '2027-03-14', '01:30', '20270314T013000', '20270314T050000', '2027-03-14T06:30:00.000Z'],
  ['Asia/Kathmandu', '2027-01-15', '23:00', '20270115T230000', '20270116T013000', '2027-01-15T17:15:00.000Z'],
  ['Pacific/Kiritimati', '2027-01-15', '00:15', '20270115T001500', '20270115T024500', '2027-01-14T10:15:00.000Z'],
  ['Africa/Casablanca', '2027-02-20', '09:00', '20270220T090000', '20270220T113000', '2027-02-20T09:00:00.000Z'],
  ['Australia/Lord_Howe', '2027-04-04', '09:00', '20270404T090000', '20270404T113000', '2027-04-03T22:30:00.000Z'],
])('an exam in %s on %s at %s stands on the clocks there', async (zone, day, time, start, end, instant) => {
  const date = day as CivilDate;
  const text = await written({ ...exam, from: date, to: date, clock: { time, zone, minutes: 150 } });
  expect(propertyOf(text, 'DTSTART')).toBe(`DTSTART;TZID=${zone}:${start}`);
  expect(propertyOf(text, 'DTEND')).toBe(`DTEND;TZID=${zone}:${end}`);
  const calendar = new ICAL.Component(ICAL.parse(text));
  const zones = calendar.getAllSubcomponents('vtimezone').map((component) => new ICAL.Timezone(component));
  expect(zones.map(({ tzid }) => tzid)).toEqual([zone]);
  expect(eventsOf(text)[0]?.startDate.toJSDate().toISOString()).toBe(instant);
});

test('a zone is told once, and one that this machine lacks leaves whole days', async () => {
  const twice = await written(exam, { ...exam, uid: 'other' });
  expect(twice.match(/BEGIN:VTIMEZONE/g)).toHaveLength(1);
  const unknown = await written({ ...exam, clock: { time: '08:30', zone: 'Mars/Base', minutes: 60 } });
  expect(propertyOf(unknown, 'DTSTART')).toBe('DTSTART;VALUE=DATE:20270115');
  expect(unknown).not.toContain('VTIMEZONE');
});

test.each<[string, Partial<CalendarEvent>, string[]]>([
  ['a day', { ...wholeDay, alarms: [30, 1, 0] }, ['-P29DT15H', '-PT15H', 'PT9H']],
  ['a window, before its last day', { ...window, alarms: [100, 30, 0] }, ['-P9DT15H', 'P60DT9H', 'P90DT9H']],
  ['an exam at half past eight', { ...exam, alarms: [30, 1, 0] }, ['-P29DT23H30M', '-PT23H30M', '-PT1H']],
  [
    'an exam at one',
    { ...exam, clock: { time: '13:00', zone: 'Asia/Manila', minutes: 60 }, alarms: [1, 0] },
    ['-P1DT4H', '-PT4H'],
  ],
  ['what is cancelled', { ...wholeDay, state: 'cancelled', alarms: [30] }, []],
])('reminders of %s come at nine', async (_, change, expected) => {
  const text = await written({ ...wholeDay, ...change });
  const alarms = linesOf(text).filter((line) => line.startsWith('TRIGGER'));
  expect(alarms).toEqual(expected.map((duration) => `TRIGGER;RELATED=START:${duration}`));
  expect(text.match(/ACTION:DISPLAY/g) ?? []).toHaveLength(expected.length);
});

test('deadlines keep nobody busy, exams do', async () => {
  expect(propertyOf(await written(wholeDay), 'TRANSP')).toBe('TRANSP:TRANSPARENT');
  expect(propertyOf(await written(exam), 'TRANSP')).toBe('TRANSP:OPAQUE');
});

test('a view without events lacks them; one with none yet is an empty calendar', async () => {
  expect(ics.lacks(plainView)).toBe('dates for a calendar');
  expect(ics.lacks(calendarView)).toBeUndefined();
  expect(linesOf(await written())).toContain('END:VCALENDAR');
});
