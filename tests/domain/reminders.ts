// Journeys to be reminded of, made of a few facts, for the tests of reminders.
import type { CivilDate } from '../../src/domain/civil-date.ts';
import type { Channel, Fact, NewFact } from '../../src/domain/fact.ts';
import { beginJourney, type Journey, recordAll } from '../../src/domain/journey.ts';
import type { Profile } from '../../src/domain/profile.ts';
import { type Asked, type Reminder, remindersOf } from '../../src/domain/reminder.ts';
import { keyOf } from '../../src/domain/reminder-ledger.ts';
import { shippedRulebook } from './shipped.ts';

export const day = (text: string) => text as CivilDate;

const rulebook = shippedRulebook();

const recorder = (at = '2026-12-01T08:00:00Z') => {
  let count = 0;
  return { by: 'tester', at, newId: () => `f${at.replace(/\D/g, '').slice(4)}-${String(++count).padStart(4, '0')}` };
};

export function journeyOf(facts: readonly NewFact[], profile: Partial<Profile> = {}): Journey {
  const begun = beginJourney('maria-santos', { name: 'Maria Santos', credential: 'MLS(ASCPi)', ...profile });
  return facts.reduce((journey, fact) => withFact(journey, fact), begun);
}

/** With one more fact, of an id of its own. */
export const withFact = (journey: Journey, fact: NewFact): Journey =>
  recordAll(journey, [fact], { ...recorder(), newId: () => `fact-${String(journey.facts.length).padStart(4, '0')}` });

/** Admitted with a printed window, so that its end is what the test says. */
export const windowUntil = (end: string, more: readonly NewFact[] = []): readonly NewFact[] => [
  { kind: 'admission', on: day('2026-12-01'), windowEnd: day(end) },
  ...more,
];

export const remindersOn = (journey: Journey, today: string, asked: Asked = {}, book = rulebook): Reminder[] =>
  remindersOf(journey, day(today), book, asked);

/** Of one date. */
export const remindersAbout = (date: string, journey: Journey, today: string, asked: Asked = {}, book = rulebook) =>
  remindersOn(journey, today, asked, book).filter((each) => each.date === date);

type State = Extract<Fact, { kind: 'reminder' }>['state'];

/** The fact that a reminder went out, or was meant to. */
export const noted = (reminder: Reminder, state: State, on: string, channel: Channel = 'eml'): NewFact => ({
  kind: 'reminder',
  on: day(on),
  key: keyOf(reminder, channel),
  date: reminder.date,
  due: reminder.due,
  rung: reminder.rung,
  channel,
  state,
});
