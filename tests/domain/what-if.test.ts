// What is tried stands on the facts that stand: not on those taken back, and not on a window that the try does not touch.
import { expect, test } from 'vitest';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import type { Fact } from '../../src/domain/fact.ts';
import { beginJourney, type Journey } from '../../src/domain/journey.ts';
import { addAssignment, NOTHING, tryWhatIf } from '../../src/domain/what-if.ts';

const today = '2026-12-15' as CivilDate;
const recorded = { at: '2026-12-15T00:00:00Z', by: 'x' };

function journeyOf(...facts: object[]): Journey {
  const begun = beginJourney('x', { name: 'X', credential: 'MLS(ASCPi)' });
  return { ...begun, facts: facts.map((fact, index) => ({ id: `fact-${index}`, ...recorded, ...fact }) as Fact) };
}

const triedFacts = (journey: Journey, ...texts: string[]) =>
  tryWhatIf(journey, texts.reduce(addAssignment, NOTHING), today).journey.facts.slice(journey.facts.length);

const notice = { kind: 'admission', on: '2026-11-30', windowStart: '2026-12-05', windowEnd: '2027-02-27' };

test('another end of the window keeps the day and the start that are printed', () => {
  expect(triedFacts(journeyOf(notice), 'window-end=2027-02-20')).toMatchObject([
    { ...notice, windowEnd: '2027-02-20' },
  ]);
});

test('another notice has a window of its own', () => {
  const [tried] = triedFacts(journeyOf(notice), 'admission=2026-12-20');
  expect(tried).toMatchObject({ kind: 'admission', on: '2026-12-20' });
  expect(tried).not.toHaveProperty('windowEnd');
});

test('a result is that of the booking that stands; one taken back is none', () => {
  const booking = { kind: 'schedule', on: '2026-12-10', exam: '2027-01-15' };
  expect(triedFacts(journeyOf(booking), 'result=fail')).toMatchObject([
    { kind: 'exam', on: '2027-01-15', result: 'fail' },
  ]);
  const takenBack = journeyOf(booking, { kind: 'undo', on: today, of: 'fact-0' });
  expect(() => triedFacts(takenBack, 'result=fail')).toThrow(/needs the day of its exam/);
});

test('the horizon is the last day that is tried, and never before today', () => {
  const horizon = (...texts: string[]) => tryWhatIf(journeyOf(), texts.reduce(addAssignment, NOTHING), today).horizon;
  expect(horizon()).toBe(today);
  expect(horizon('application=2026-10-01')).toBe(today);
  expect(horizon('exam=2027-01-15', 'result=pass')).toBe('2027-01-15');
});
