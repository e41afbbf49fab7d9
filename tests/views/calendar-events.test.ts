// The events of a journey: each stays the same event, its sequence rises with every change, and what is withdrawn is cancelled.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate } from '../../src/domain/civil-date.ts';
import type { NewFact } from '../../src/domain/fact.ts';
import { beginJourney, type Journey, record, standing } from '../../src/domain/journey.ts';
import type { Profile } from '../../src/domain/profile.ts';
import { eventsOf, type Naming } from '../../src/views/calendar-events.ts';
import type { CalendarEvent } from '../../src/views/view.ts';
import { shippedRulebook } from '../domain/shipped.ts';

const day = (text: string) => text as CivilDate;
const rulebook = shippedRulebook();
const alone: Naming = { id: ({ id }) => id };

const begin = (profile: Partial<Profile> = {}): Journey =>
  beginJourney('maria-santos', { name: 'Maria Santos', credential: 'MLS(ASCPi)', country: 'PH', ...profile });

/** Recorded on a day, whenever it happened. */
const add = (journey: Journey, fact: NewFact, on: string = fact.on): Journey =>
  record(journey, fact, {
    by: 'maria',
    at: `${on}T08:00:00Z`,
    newId: () => `fact-${journey.facts.length + 1}`,
  });
const undo = (journey: Journey, on: string): Journey => {
  const { last } = standing(journey);
  return last ? add(journey, { kind: 'undo', of: last.id, on: day(on) }) : journey;
};

const eventsOn = (journey: Journey, today: string, naming = alone): CalendarEvent[] =>
  eventsOf(journey, day(today), rulebook, naming).map(({ event }) => event);

/** The event of a date, of its first attempt or cycle unless said otherwise. */
function eventOf(journey: Journey, id: string, today = '2027-01-10', number = 1): CalendarEvent | undefined {
  return eventsOn(journey, today).find(({ uid }) => uid.startsWith(`${id}.${number}.`));
}

const applied = add(begin(), { kind: 'application', on: day('2026-10-01') });
const admitted = add(applied, { kind: 'admission', on: day('2026-11-30') });
const booking = { kind: 'schedule', time: '08:30', zone: 'Asia/Manila', centre: 'Centre One' } as const;
const booked = add(admitted, { ...booking, on: day('2026-12-10'), exam: day('2027-01-15') });

describe('the life of an event', () => {
  test('a window is an event on its last day, and says its span, its rule and the way to learn more', () => {
    const event = eventOf(admitted, 'exam-window');
    expect(event).toMatchObject({ from: '2027-02-28', to: '2027-02-28', state: 'confirmed', sequence: 0 });
    expect(event?.alarms).toEqual([60, 30, 14, 7, 3, 1, 0]);
    expect(event?.description).toContain('Mon 30 Nov 2026 to Sun 28 Feb 2027');
    expect(event?.description).toContain('Computed and provisional by the rule exam-window (source: ');
    expect(event?.description).toContain('What is printed on your own notice wins.');
    expect(event?.description).toContain('ascpi why exam-window -c maria-santos');
  });

  test('a printed day takes the place of the computed one: the same event, moved', () => {
    const printed = add(
      admitted,
      { kind: 'admission', on: day('2026-11-30'), windowEnd: day('2027-02-20') },
      '2026-12-02',
    );
    const [before, after] = [eventOf(admitted, 'exam-window'), eventOf(printed, 'exam-window')];
    expect(after).toMatchObject({ uid: before?.uid, sequence: 1, to: '2027-02-20', changed: '2026-12-02T08:00:00Z' });
    expect(after?.description).toContain('Printed on your own notice');
  });

  test('an estimate takes its whole span and is tentative until it is settled', () => {
    expect(eventOf(applied, 'application-update', '2026-10-02')).toMatchObject({
      from: '2026-10-15',
      to: '2026-10-22',
      state: 'tentative',
    });
    expect(eventOf(admitted, 'application-update')).toMatchObject({ state: 'confirmed', alarms: [], sequence: 1 });
  });

  test('an exam stands on the clock of its centre for as long as it lasts', () => {
    expect(eventOf(booked, 'exam')).toMatchObject({
      title: 'Exam at Centre One',
      from: '2027-01-15',
      clock: { time: '08:30', zone: 'Asia/Manila', minutes: 150 },
      alarms: [14, 7, 3, 1, 0],
    });
  });

  test('an exam of unknown length says so and claims none', () => {
    const other = add(begin({ credential: 'HT(ASCPi)' }), {
      ...booking,
      on: day('2026-12-10'),
      exam: day('2027-01-15'),
    });
    expect(eventOf(other, 'exam')?.clock?.minutes).toBe(0);
    expect(eventOf(other, 'exam')?.description).toContain('How long it lasts is not known.');
  });

  test('an exam that is booked again is the same event with a higher sequence', () => {
    const again = add(booked, { ...booking, on: day('2026-12-20'), exam: day('2027-01-22') });
    expect(eventOf(again, 'exam')).toMatchObject({
      uid: eventOf(booked, 'exam')?.uid,
      sequence: 1,
      from: '2027-01-22',
    });
  });

  test('undo cancels what it takes away, and redo brings the same event back', () => {
    const undone = undo(booked, '2026-12-11');
    expect(eventOf(undone, 'exam')).toMatchObject({ state: 'cancelled', sequence: 1, from: '2027-01-15', alarms: [] });
    expect(eventOf(undone, 'book-by')).toMatchObject({ state: 'confirmed', sequence: 2, alarms: [14, 7, 3, 1, 0] });
    const { redoable } = standing(undone);
    const redone = add(undone, { kind: 'redo', of: redoable?.id ?? '', on: day('2026-12-12') });
    expect(eventOf(redone, 'exam')).toMatchObject({ state: 'confirmed', sequence: 2, from: '2027-01-15' });
  });

  test('a new attempt has events of its own; what was settled stays, what was open is cancelled', () => {
    const failed = add(booked, { kind: 'exam', on: day('2027-01-15'), result: 'fail' });
    expect(eventOf(failed, 'final-scores', '2027-01-16')?.state).toBe('tentative');
    const again = add(failed, { kind: 'application', on: day('2027-02-20') });
    const known = (id: string, number: number) => eventOf(again, id, '2027-03-01', number);
    expect(known('exam', 1)).toMatchObject({ state: 'confirmed', title: 'Exam at Centre One (taken)' });
    expect(known('final-scores', 1)?.state).toBe('cancelled');
    expect(known('application-payment', 2)).toMatchObject({ sequence: 0, to: '2027-03-22' });
    expect(known('application-payment', 1)?.uid).not.toBe(known('application-payment', 2)?.uid);
  });

  test('each cycle of a credential has events of its own, the next as soon as it is known', () => {
    const passed = add(booked, { kind: 'exam', on: day('2027-01-15'), result: 'pass' });
    const certified = add(passed, { kind: 'certificate', on: day('2027-03-01'), expires: day('2030-01-31') });
    const declared = add(certified, { kind: 'declared', on: day('2029-12-01') });
    expect(eventOf(declared, 'cmp-declare', '2029-12-02')).toMatchObject({
      state: 'confirmed',
      sequence: 1,
      alarms: [],
    });
    expect(eventOf(declared, 'credential-expires', '2029-12-02', 2)).toMatchObject({ to: '2033-01-31', sequence: 0 });
  });
});

describe('reminders', () => {
  test('own lead times win', () => {
    const own = add(begin({ rungs: [10, 2, -1] }), { kind: 'admission', on: day('2026-11-30') });
    expect(eventOf(own, 'exam-window')?.alarms).toEqual([10, 2]);
  });

  test('a muted date is silent, and speaks again when unmuted', () => {
    const muted = add(admitted, { kind: 'mute', on: day('2026-12-01'), date: 'exam-window', muted: true });
    expect(eventOf(muted, 'exam-window')).toMatchObject({ alarms: [], sequence: 1 });
    expect(eventOf(muted, 'book-by')?.alarms).not.toEqual([]);
    const unmuted = add(muted, { kind: 'mute', on: day('2026-12-02'), date: 'exam-window', muted: false });
    expect(eventOf(unmuted, 'exam-window')).toMatchObject({ alarms: [60, 30, 14, 7, 3, 1, 0], sequence: 2 });
  });

  test('a snoozed date keeps the reminders from that day on', () => {
    const snoozed = add(admitted, {
      kind: 'snooze',
      on: day('2026-12-01'),
      date: 'exam-window',
      until: day('2027-02-14'),
    });
    expect(eventOf(snoozed, 'exam-window')?.alarms).toEqual([14, 7, 3, 1, 0]);
  });

  test('while an exam is booked in the window, the window leaves the word to it', () => {
    expect(eventOf(booked, 'exam-window')?.alarms).toEqual([]);
  });
});

test('a note or a tick changes nothing in a calendar', () => {
  const noted = add(booked, { kind: 'note', on: day('2026-12-12'), text: 'Called' });
  const ticked = add(noted, { kind: 'check', on: day('2026-12-12'), item: 'passport', ticked: true });
  expect(eventsOn(ticked, '2027-01-10')).toEqual(eventsOn(booked, '2027-01-10'));
});

test('a changed name is a change where the calendar says names, and only there', () => {
  const names: Naming = { ...alone, label: ({ profile }) => profile.name };
  const set = { name: 'Maria Cruz' };
  const married = add(
    { ...booked, profile: { ...booked.profile } },
    { kind: 'profile', on: day('2026-12-12'), set, was: { name: 'Maria Santos' } },
  );
  expect(married.profile.name).toBe('Maria Cruz');
  const [before, after] = [eventsOn(booked, '2027-01-10', names), eventsOn(married, '2027-01-10', names)];
  expect(after.every(({ title }) => title.startsWith('Maria Cruz: '))).toBe(true);
  expect(after.map(({ sequence }) => sequence)).toEqual(before.map(({ sequence }) => sequence + 1));
  expect(eventsOn(married, '2027-01-10')).toEqual(eventsOn(booked, '2027-01-10'));
});

test('a fact that was forced although it lies ahead counts from its own day on', () => {
  const ahead = add(booked, { kind: 'exam', on: day('2027-01-15'), result: 'pass', forced: true }, '2026-12-20');
  expect(eventOf(ahead, 'exam', '2027-01-14')).toMatchObject({ title: 'Exam at Centre One', sequence: 0 });
  expect(eventOf(ahead, 'exam', '2027-01-15')).toMatchObject({ title: 'Exam at Centre One (taken)', sequence: 1 });
  const after = add(ahead, { kind: 'scores', on: day('2027-01-20'), result: 'pass' });
  expect(eventOf(after, 'exam', '2027-02-01')).toMatchObject({ sequence: 1 });
});

test('a handle does not say whose it is', () => {
  for (const { uid } of eventsOn(booked, '2027-01-10')) {
    expect(uid).toMatch(/^[a-z-]+\.\d+\.[0-9a-f]{16}@ascpi\.invalid$/);
  }
});

// Laws over any life: what is recorded happened on the day of recording or before it, as commands see to it.
type Deed = { readonly wait: number } & (
  | { readonly fact: (today: CivilDate) => NewFact }
  | { readonly back: 'undo' | 'redo' }
);
const wait = fc.integer({ min: 0, max: 60 });
const lag = fc.integer({ min: 0, max: 40 });
const result = fc.constantFrom('pass' as const, 'fail' as const);
const dateId = fc.constantFrom('exam', 'exam-window', 'book-by');
const anyFact: fc.Arbitrary<(today: CivilDate) => NewFact> = fc.oneof(
  lag.map((late) => (today: CivilDate) => ({ kind: 'application' as const, on: addDays(today, -late) })),
  fc.tuple(lag, fc.option(lag)).map(([late, end]) => (today: CivilDate) => ({
    kind: 'admission' as const,
    on: addDays(today, -late),
    ...(end === null ? {} : { windowEnd: addDays(today, end) }),
  })),
  fc.tuple(lag, lag).map(([late, ahead]) => (today: CivilDate) => ({
    ...booking,
    on: addDays(today, -late),
    exam: addDays(today, ahead),
  })),
  fc.tuple(lag, result).map(([late, how]) => (today: CivilDate) => ({
    kind: 'exam' as const,
    on: addDays(today, -late),
    result: how,
  })),
  fc.tuple(lag, result).map(([late, how]) => (today: CivilDate) => ({
    kind: 'scores' as const,
    on: addDays(today, -late),
    result: how,
  })),
  lag.map((late) => (today: CivilDate) => ({ kind: 'certificate' as const, on: addDays(today, -late) })),
  fc.constant((today: CivilDate) => ({ kind: 'declared' as const, on: today })),
  fc.constant((today: CivilDate) => ({ kind: 'held' as const, on: today, credential: 'MLT(ASCPi)' })),
  fc.tuple(dateId, fc.boolean()).map(([date, muted]) => (on: CivilDate) => ({
    kind: 'mute' as const,
    on,
    date,
    muted,
  })),
  fc.tuple(dateId, lag).map(([date, days]) => (on: CivilDate) => ({
    kind: 'snooze' as const,
    on,
    date,
    until: addDays(on, days),
  })),
);
const anyDeed: fc.Arbitrary<Deed> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ wait, fact: anyFact }) },
  { weight: 2, arbitrary: fc.record({ wait, back: fc.constantFrom('undo' as const, 'redo' as const) }) },
);

function act(journey: Journey, deed: Deed, today: CivilDate): Journey {
  if ('fact' in deed) return add(journey, deed.fact(today), today);
  const { last, redoable } = standing(journey, today);
  const of = (deed.back === 'undo' ? last : redoable)?.id;
  return of === undefined ? journey : add(journey, { kind: deed.back, of, on: today });
}

test('recording more never lowers a sequence, loses an event, or changes one without raising it; waiting changes nothing', () => {
  fc.assert(
    fc.property(fc.array(anyDeed, { maxLength: 14 }), (deeds) => {
      let today = day('2026-01-01');
      let journey = begin();
      let before: CalendarEvent[] = [];
      for (const deed of deeds) {
        today = addDays(today, deed.wait);
        expect(eventsOn(journey, today)).toEqual(before);
        journey = act(journey, deed, today);
        const after = eventsOn(journey, today);
        const byUid = new Map(after.map((event) => [event.uid, event]));
        expect(byUid.size).toBe(after.length);
        for (const old of before) {
          const now = byUid.get(old.uid);
          const same = { ...now, sequence: old.sequence, changed: old.changed };
          const isSame = JSON.stringify(same) === JSON.stringify(old);
          expect(now?.sequence).toBe(old.sequence + (isSame ? 0 : 1));
        }
        for (const { state, alarms } of after) if (state === 'cancelled') expect(alarms).toEqual([]);
        before = after;
      }
    }),
    { numRuns: 150 },
  );
});
