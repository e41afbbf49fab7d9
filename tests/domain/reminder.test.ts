// Reminders: the latest rung of each date, once; what settles, moves, overtakes or silences them.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addDays, type CivilDate, daysBetween } from '../../src/domain/civil-date.ts';
import { dateIds } from '../../src/domain/dates.ts';
import type { NewFact } from '../../src/domain/fact.ts';
import type { Journey } from '../../src/domain/journey.ts';
import { wordsFor } from '../../src/views/reminder-words.ts';
import { day, journeyOf, noted, remindersAbout, remindersOn, windowUntil, withFact } from './reminders.ts';
import { shippedRulebook } from './shipped.ts';

const END = '2027-03-01';

/** days before the end (negative after it) and the rung that has come due last; none where nothing is due */
const ladder: readonly (readonly [daysLeft: number, rung: number | undefined])[] = [
  [61, undefined],
  [60, 60],
  [59, 60],
  [31, 60],
  [30, 30],
  [29, 30],
  [15, 30],
  [14, 14],
  [8, 14],
  [7, 7],
  [4, 7],
  [3, 3],
  [2, 3],
  [1, 1],
  [0, 0],
  [-1, -1],
  [-2, -1],
  [-400, -1],
];

describe('a deadline', () => {
  test.each(ladder)('%i days before its day reminds at rung %s', (daysLeft, rung) => {
    const today = addDays(day(END), -daysLeft);
    const found = remindersAbout('exam-window', journeyOf(windowUntil(END)), today);
    expect(found.map((each) => each.rung)).toEqual(rung === undefined ? [] : [rung]);
    expect(found.every(({ state, due }) => state === 'new' && due === END)).toBe(true);
    if (rung !== undefined) expect(found[0]?.on).toBe(addDays(day(END), -rung));
  });
});

const booking = { kind: 'schedule', on: day('2026-12-02'), exam: day('2027-02-10') } as const;
const failed = { kind: 'exam', on: day('2027-02-10'), result: 'fail' } as const;
const passed = { kind: 'exam', on: day('2027-02-10'), result: 'pass' } as const;

describe('other kinds of dates have ladders of their own', () => {
  const cases: readonly (readonly [
    date: string,
    facts: readonly NewFact[],
    ahead: number,
    rung: number | undefined,
  ])[] = [
    ['exam', windowUntil(END, [booking]), 15, undefined],
    ['exam', windowUntil(END, [booking]), 14, 14],
    ['exam', windowUntil(END, [booking]), 0, 0],
    ['exam', windowUntil(END, [booking]), -1, undefined],
    ['book-by', windowUntil(END), 15, undefined],
    ['book-by', windowUntil(END), 14, 14],
    ['book-by', windowUntil(END), -1, undefined],
    ['next-attempt', windowUntil(END, [failed]), 1, undefined],
    ['next-attempt', windowUntil(END, [failed]), 0, 0],
    ['next-attempt', windowUntil(END, [failed]), -20, 0],
    ['certificate', windowUntil(END, [passed]), 1, undefined],
    ['certificate', windowUntil(END, [passed]), 0, 0],
    ['certificate', windowUntil(END, [passed]), -1, -1],
    ['reschedule-by', windowUntil(END, [booking]), 60, 60],
    ['reschedule-by', windowUntil(END, [booking]), -1, undefined],
  ];
  test.each(cases)('%s with %#', (date, facts, ahead, rung) => {
    const journey = journeyOf(facts);
    // Any day on which the date is there tells its day.
    const [known] = remindersAbout(date, journey, facts.at(-1)?.on ?? '', { until: day('2027-12-31') });
    const today = addDays(known?.due ?? day('2199-01-01'), -ahead);
    expect(remindersAbout(date, journey, today).map((each) => each.rung)).toEqual(rung === undefined ? [] : [rung]);
  });
});

describe('what is settled, booked or said by another date stays silent', () => {
  const near = '2027-02-01';
  const said = (facts: readonly NewFact[], today = near) =>
    remindersOn(journeyOf(facts), today).map(({ date }) => date);

  test('an open window asks for booking and for the exam, and never by the last sitting', () => {
    expect(said(windowUntil(END))).toEqual(['book-by', 'book-last', 'exam-window']);
  });

  test('a booked exam speaks for its window', () => {
    expect(said(windowUntil(END, [booking]))).toEqual(['reschedule-by', 'exam']);
  });

  test('once the exam day is past and nothing is recorded the window speaks again', () => {
    expect(said(windowUntil(END, [booking]), '2027-02-11')).toEqual(['exam-window']);
  });

  test('an exam booked outside its window does not speak for it', () => {
    const late = { ...booking, exam: day('2027-03-05'), forced: true as const };
    expect(said(windowUntil(END, [late]))).toContain('exam-window');
  });

  test('an exam taken ends all of them', () => {
    expect(said(windowUntil(END, [booking, passed]), '2027-02-10')).toEqual([]);
  });
});

describe('what was sent', () => {
  const journey = journeyOf(windowUntil(END));
  const today = '2027-02-15';
  const [due] = remindersAbout('exam-window', journey, today);
  if (!due) throw new Error('nothing is due');
  const sent = withFact(journey, noted(due, 'sent', today));
  const stateOf = (of: Journey, on: string, asked = {}) =>
    remindersAbout('exam-window', of, on, asked).map(({ state }) => state);

  test('is sent until the next rung comes due', () => {
    expect(stateOf(sent, today)).toEqual(['sent']);
    expect(stateOf(sent, '2027-02-21')).toEqual(['sent']);
    expect(stateOf(sent, '2027-02-22')).toEqual(['new']);
  });

  test('is sent by that channel alone', () => {
    expect(stateOf(sent, today, { channel: 'eml' })).toEqual(['sent']);
    expect(stateOf(sent, today, { channel: 'smtp' })).toEqual(['new']);
  });

  test('stays sent as of an earlier day, and under a ladder with fewer rungs', () => {
    expect(stateOf(sent, '2027-02-14')).toEqual(['sent']);
    const fewer = { ...sent, profile: { ...sent.profile, rungs: [30, 0] } };
    expect(stateOf(fewer, today)).toEqual(['sent']);
  });

  test('stays sent after undo', () => {
    const undone = withFact(sent, { kind: 'undo', on: day(today), of: sent.facts.at(-1)?.id ?? '' });
    expect(stateOf(undone, today)).toEqual(['sent']);
  });

  test('does not count for a day that moved, and counts again when it moves back', () => {
    const moved = withFact(sent, { kind: 'admission', on: day('2026-12-01'), windowEnd: day('2027-03-02') });
    expect(stateOf(moved, today)).toEqual(['new']);
    const back = withFact(moved, { kind: 'admission', on: day('2026-12-01'), windowEnd: day(END) });
    expect(stateOf(back, today)).toEqual(['sent']);
  });
});

describe('what was meant to go out and did not', () => {
  const journey = journeyOf(windowUntil(END));
  const today = '2027-02-15';
  const [due] = remindersAbout('exam-window', journey, today);
  if (!due) throw new Error('nothing is due');
  const meant = withFact(journey, noted(due, 'intended', today));
  const over = (of: Journey, on: string) =>
    remindersAbout('exam-window', of, on)
      .filter(({ state }) => state === 'superseded')
      .map(({ because }) => because);

  test('is still new while its rung is the latest', () => {
    expect(remindersAbout('exam-window', meant, today)).toMatchObject([{ state: 'new', entry: { state: 'intended' } }]);
  });

  test('is superseded when its date is settled, moves, is no more, or a later rung comes due', () => {
    expect(over(meant, '2027-02-22')).toEqual(['overtaken']);
    expect(over(withFact(meant, { ...passed, on: day(today) }), today)).toEqual(['settled']);
    expect(
      over(withFact(meant, { kind: 'admission', on: day('2026-12-01'), windowEnd: day('2027-03-09') }), today),
    ).toEqual(['moved']);
    expect(over(withFact(meant, { kind: 'undo', on: day(today), of: 'fact-0000' }), today)).toEqual(['gone']);
  });

  test('counts its failures, and forgets them once it is sent', () => {
    const twice = [1, 2].reduce((of) => withFact(of, noted(due, 'failed', today)), meant);
    expect(remindersAbout('exam-window', twice, today)).toMatchObject([
      { state: 'new', entry: { state: 'failed', failures: 2 } },
    ]);
    const sent = withFact(twice, noted(due, 'sent', today));
    expect(remindersAbout('exam-window', sent, today)).toMatchObject([{ state: 'sent' }]);
    expect(remindersAbout('exam-window', withFact(sent, noted(due, 'failed', today)), today)).toMatchObject([
      { state: 'sent' },
    ]);
  });
});

describe('snoozed and muted', () => {
  const today = '2027-02-15';
  const quiet = (facts: readonly NewFact[], on = today) =>
    Object.fromEntries(
      remindersOn(journeyOf([...windowUntil(END), ...facts]), on).map(({ date, state, quiet }) => [
        date,
        state === 'snoozed' ? quiet?.until : state,
      ]),
    );
  const snooze = (date: string, until: string): NewFact => ({
    kind: 'snooze',
    on: day('2027-02-01'),
    date,
    until: day(until),
  });
  const mute = (muted: boolean, date?: string): NewFact => ({
    kind: 'mute',
    on: day('2027-02-01'),
    muted,
    ...(date ? { date } : {}),
  });

  const cases: readonly (readonly [
    what: string,
    facts: readonly NewFact[],
    expected: Record<string, string | null>,
  ])[] = [
    ['nothing', [], { 'book-last': 'new', 'exam-window': 'new' }],
    [
      'a snooze of one date',
      [snooze('exam-window', '2027-02-16')],
      { 'book-last': 'new', 'exam-window': '2027-02-16' },
    ],
    ['a snooze up to this day', [snooze('exam-window', '2027-02-15')], { 'book-last': 'new', 'exam-window': 'new' }],
    [
      'a shorter snooze after a longer',
      [snooze('exam-window', '2027-02-27'), snooze('exam-window', '2027-02-10')],
      { 'book-last': 'new', 'exam-window': 'new' },
    ],
    ['a date muted', [mute(true, 'exam-window')], { 'book-last': 'new', 'exam-window': null }],
    ['all muted', [mute(true)], { 'book-last': null, 'exam-window': null }],
    ['all muted but one', [mute(true), mute(false, 'exam-window')], { 'book-last': null, 'exam-window': 'new' }],
    [
      'one muted, then all again',
      [mute(true, 'exam-window'), mute(false)],
      { 'book-last': 'new', 'exam-window': 'new' },
    ],
    [
      'muted later than this day',
      [{ ...mute(true), on: day('2027-02-20') }],
      { 'book-last': 'new', 'exam-window': 'new' },
    ],
  ];
  test.each(cases)('%s', (_, facts, expected) => {
    expect(quiet(facts)).toEqual(expected);
  });

  test('a snooze over the last rung does not lose it: it comes when the snooze ends', () => {
    expect(quiet([snooze('exam-window', '2027-03-10')], '2027-03-09')['exam-window']).toBe('2027-03-10');
    expect(quiet([snooze('exam-window', '2027-03-10')], '2027-03-10')['exam-window']).toBe('new');
  });
});

test('a transcript that is late is reminded of once after its day, other advice is not', () => {
  // Sent on 5 October, so that it is asked for by 26 October, three weeks later.
  const sent: NewFact = { kind: 'document', on: day('2026-10-05'), item: 'transcript-from-school', state: 'sent' };
  const journey = journeyOf([{ kind: 'application', on: day('2026-10-01') }, sent]);
  const rungsOn = (today: string, own: Record<string, string> = {}) =>
    remindersAbout('transcript-check', journey, today, {}, shippedRulebook(own)).map(({ rung }) => rung);
  expect(rungsOn('2026-10-26')).toEqual([0]);
  expect(rungsOn('2026-10-27')).toEqual([-1]);
  expect(rungsOn('2026-10-27', { 'rungs-advice': '7,0' })).toEqual([]);
  expect(rungsOn('2026-10-27', { 'rungs-advice': 'none', 'rungs-transcript-check': 'after' })).toEqual([-1]);
  const admitted = journeyOf(windowUntil(END));
  expect(remindersAbout('book-by', admitted, '2027-02-27')).toEqual([]);
});

describe('own lead times', () => {
  const rungsOn = (today: string, journey: Journey, own: Record<string, string> = {}) =>
    remindersAbout('exam-window', journey, today, {}, shippedRulebook(own)).map(({ rung }) => rung);

  test('of the store stand in place of the rule, those of the candidate in place of both', () => {
    const plain = journeyOf(windowUntil(END));
    expect(rungsOn('2027-02-15', plain, { 'rungs-deadline': '45,5' })).toEqual([45]);
    expect(rungsOn('2027-03-02', plain, { 'rungs-deadline': '45,5' })).toEqual([]);
    expect(rungsOn('2027-03-02', plain, { 'rungs-deadline': 'after' })).toEqual([-1]);
    expect(rungsOn('2027-02-15', plain, { 'rungs-deadline': 'none' })).toEqual([]);
    const own = journeyOf(windowUntil(END), { rungs: [21, -1] });
    expect(rungsOn('2027-02-15', own, { 'rungs-deadline': '45,5' })).toEqual([21]);
    expect(rungsOn('2027-02-01', own)).toEqual([]);
    expect(rungsOn('2027-03-05', own)).toEqual([-1]);
    expect(rungsOn('2027-02-15', journeyOf(windowUntil(END), { rungs: [] }))).toEqual([]);
  });
});

describe('looking ahead', () => {
  test('shows every rung up to that day, and nothing that only a miss would bring', () => {
    const ahead = remindersAbout('exam-window', journeyOf(windowUntil(END)), '2027-02-20', {
      until: day('2027-03-20'),
    });
    expect(ahead.map(({ rung, on }) => [rung, on])).toEqual([
      [14, '2027-02-15'],
      [7, '2027-02-22'],
      [3, '2027-02-26'],
      [1, '2027-02-28'],
      [0, '2027-03-01'],
    ]);
  });
});

const rungs = fc.uniqueArray(fc.integer({ min: -1, max: 70 }), { maxLength: 8 });
const daysOff = fc.array(fc.boolean(), { minLength: 80, maxLength: 80 });

describe('a run a day, or on some days only', () => {
  /** Sends whatever is new on each day on which it runs. */
  function daily(
    start: Journey,
    from: CivilDate,
    runs: readonly boolean[],
    change: (journey: Journey, today: CivilDate) => Journey,
  ) {
    let journey = start;
    const sent: { key: string; rung: number; on: CivilDate; due: CivilDate }[] = [];
    for (const [index, runsToday] of runs.entries()) {
      const today = addDays(from, index);
      journey = change(journey, today);
      if (!runsToday) continue;
      for (const reminder of remindersAbout('exam-window', journey, today)) {
        if (reminder.state !== 'new') continue;
        journey = withFact(withFact(journey, noted(reminder, 'intended', today)), noted(reminder, 'sent', today));
        sent.push({ key: reminder.key, rung: reminder.rung, on: today, due: reminder.due });
      }
    }
    return sent;
  }
  const same = (journey: Journey) => journey;

  test('every rung goes out at most once, later rungs after earlier ones, the latest always', () => {
    fc.assert(
      fc.property(rungs, daysOff, (own, runs) => {
        const from = day('2026-12-15');
        const sent = daily(journeyOf(windowUntil(END), { rungs: own }), from, runs, same);
        const keys = sent.map(({ key }) => key);
        expect(new Set(keys).size).toBe(keys.length);
        const order = sent.map(({ rung }) => rung);
        expect(order).toEqual([...order].sort((one, other) => other - one));
        // On each day on which it ran, what had come due last is out.
        for (const [index, ran] of runs.entries()) {
          const today = addDays(from, index);
          const left = daysBetween(today, day(END));
          const latest =
            left < 0 ? own.find((each) => each === -1) : Math.min(...own.filter((each) => each >= Math.max(left, 0)));
          if (!ran || latest === undefined || !Number.isFinite(latest)) continue;
          expect(sent.some((each) => each.rung === latest && each.on <= today)).toBe(true);
        }
      }),
      { numRuns: 40 },
    );
  });

  test('run every day, every rung that comes due goes out on its own day', () => {
    fc.assert(
      fc.property(rungs, (own) => {
        const sent = daily(journeyOf(windowUntil(END), { rungs: own }), day('2026-12-15'), Array(80).fill(true), same);
        expect(sent.map(({ rung, on }) => [rung, on])).toEqual(
          [...own].sort((one, other) => other - one).map((rung) => [rung, addDays(day(END), -rung)]),
        );
      }),
      { numRuns: 20 },
    );
  });

  test('a day that moves brings each rung of the new day once, and none of the old day after it', () => {
    const moved = addDays(day('2026-12-15'), 40);
    const sent = daily(journeyOf(windowUntil(END)), day('2026-12-15'), Array(80).fill(true), (journey, today) =>
      today === moved
        ? withFact(journey, { kind: 'admission', on: day('2026-12-01'), windowEnd: day('2027-02-20') })
        : journey,
    );
    expect(new Set(sent.map(({ key }) => key)).size).toBe(sent.length);
    expect(sent.filter(({ on }) => on >= moved).every(({ due }) => due === '2027-02-20')).toBe(true);
    expect(sent.filter(({ due }) => due === '2027-02-20').map(({ rung }) => rung)).toEqual([30, 14, 7, 3, 1, 0, -1]);
  });
});

test('every date that reminds has words of its own', () => {
  const silent = ['last-sitting', 'last-sitting-for-retake'];
  for (const id of dateIds.filter((each) => !silent.includes(each))) {
    for (const [isGone, credential] of [
      [false, 'MLS(ASCPi)'],
      [true, 'MLS(ASCPi)'],
      [false, 'MLS(AMT)'],
      [true, 'MLS(AMT)'],
    ] as const) {
      const { what, action } = wordsFor(id, 'no words', isGone, credential);
      expect(what, id).not.toBe('no words');
      expect(action, id).toMatch(/^[A-Z].*\.$/);
    }
  }
});
