// Papers and tests that end: which stage they must outlast, and the days that avoid a collision. Days worked out by hand.
import { describe, expect, test } from 'vitest';
import type { CivilDate } from '../../src/domain/civil-date.ts';
import type { NewFact } from '../../src/domain/fact.ts';
import { beginJourney, type Journey, record } from '../../src/domain/journey.ts';
import type { PlanInput } from '../../src/domain/plan.ts';
import { type StageId, stages } from '../../src/domain/stages.ts';
import { timelineOf } from '../../src/domain/timeline.ts';
import { collisionsIn, collisionWarning, knownCollisions, validitiesOf } from '../../src/domain/validity.ts';
import { shippedChecklists, shippedPlanbook } from './shipped.ts';

const rulebook = shippedPlanbook();
const country = 'PH';
const day = (text: string) => text as CivilDate;

function lived(...facts: NewFact[]): Journey {
  let journey = beginJourney('maria', { name: 'Maria', credential: 'MLS(ASCPi)', country });
  for (const fact of facts) {
    const newId = () => `fact-${journey.facts.length}`;
    journey = record(journey, fact, { by: 'maria', at: '2026-01-01T00:00:00Z', newId });
  }
  return journey;
}

const tick = (item: string, validUntil?: string): NewFact => ({
  kind: 'check',
  item,
  ticked: true,
  on: day('2026-10-05'),
  ...(validUntil ? { validUntil: day(validUntil) } : {}),
});
const applied: NewFact = { kind: 'application', on: day('2026-12-01') };
const admitted: NewFact = { kind: 'admission', on: day('2026-11-30') };
const booked: NewFact = { kind: 'schedule', on: day('2026-12-10'), exam: day('2027-01-15') };
const passed: NewFact = { kind: 'exam', on: day('2027-01-15'), result: 'pass' };

function planned(journey: Journey, target: StageId = 'certificate', today = day('2026-12-15')) {
  const timeline = timelineOf(journey, today, rulebook);
  const input: PlanInput = { timeline, rulebook, from: today, country };
  return collisionsIn(
    input,
    target,
    validitiesOf(journey, timeline, () => shippedChecklists),
  );
}
const brief = (found: ReturnType<typeof planned>) =>
  found.map(({ item, stage, certain }) => `${item} ${stage.id} ${certain ? 'certain' : 'possible'}`);

describe('in a plan', () => {
  // Applied on 1 December: admission after 3 weeks of evaluation at the earliest, 8 at the latest: 22 December, 26 January.
  // Exam on 15 January: certificate 26 February to 12 March, VisaScreen 8 to 20 weeks later: 23 April to 30 July.
  test.each<[string, NewFact[], string[]]>([
    ['an evaluation to the last day', [applied, tick('transcript-evaluation', '2027-01-26')], []],
    [
      'an evaluation one day short of it',
      [applied, tick('transcript-evaluation', '2027-01-25')],
      ['transcript-evaluation admission possible'],
    ],
    [
      'an evaluation to the earliest day',
      [applied, tick('transcript-evaluation', '2026-12-22')],
      ['transcript-evaluation admission possible'],
    ],
    [
      'an evaluation one day short of that',
      [applied, tick('transcript-evaluation', '2026-12-21')],
      ['transcript-evaluation admission certain'],
    ],
    ['an evaluation that has done its work', [admitted, tick('transcript-evaluation', '2026-12-01')], []],
    ['a test that lasts', [admitted, booked, tick('english-test', '2027-07-30')], []],
    [
      'a test that may end',
      [admitted, booked, tick('english-test', '2027-07-29')],
      ['english-test visascreen possible'],
    ],
    [
      'a test and an order that end, the certain one first',
      [admitted, booked, tick('english-test', '2027-04-23'), tick('visascreen-order', '2027-04-22')],
      ['visascreen-order visascreen certain', 'english-test visascreen possible'],
    ],
    [
      'VisaScreen is there: test and order have done their work',
      [admitted, booked, tick('english-test', '2027-01-01'), tick('visascreen-certificate')],
      [],
    ],
    ['no end recorded', [admitted, booked, tick('passport')], []],
    ['the newest tick counts', [admitted, booked, tick('passport', '2027-01-14'), tick('passport', '2031-01-01')], []],
    ['a passport for the exam', [admitted, booked, tick('passport', '2027-01-14')], ['passport exam certain']],
  ])('%s', (_, facts, expected) => {
    expect(brief(planned(lived(...facts)))).toEqual(expected);
  });

  test('a passport is asked for the first day of work only where the plan leads there', () => {
    const journey = lived(admitted, booked, tick('passport', '2027-06-01'));
    expect(brief(planned(journey))).toEqual([]);
    expect(brief(planned(journey, 'work'))).toEqual(['passport work certain']);
  });

  test('a credential that expires before the first day of work, and the way to record another end', () => {
    const certificate: NewFact = { kind: 'certificate', on: day('2027-03-01'), expires: day('2027-12-31') };
    const journey = lived(admitted, booked, passed, certificate);
    expect(brief(planned(journey, 'certificate', day('2027-03-02')))).toEqual([]);
    const found = planned(journey, 'work', day('2027-03-02'));
    expect(brief(found)).toEqual(['record-expiry work certain']);
    expect(found.map((each) => collisionWarning(each).hint).join()).toContain('ascpi done certificate --expires');
  });
});

describe('without assumptions', () => {
  const known = (today: string, ...facts: NewFact[]) => {
    const journey = lived(...facts);
    const timeline = timelineOf(journey, day(today), rulebook);
    const validities = validitiesOf(journey, timeline, () => shippedChecklists);
    return knownCollisions(timeline, validities, { rulebook, country }).map(
      ({ certain, earliest, latest, overBy }) => `${certain ? 'certain' : 'possible'} ${earliest} ${latest} ${overBy}`,
    );
  };
  // The window ends on Sunday 28 February 2027: its last sitting is on Saturday the 27th.
  // One that starts on 4 January ends on Sunday 4 April, its last sitting is on the 3rd.
  const printed: NewFact = { kind: 'admission', on: day('2026-11-30'), windowStart: day('2027-01-04') };
  test.each<[string, string, NewFact[], string[]]>([
    ['the last sitting', '2026-12-15', [admitted, tick('passport', '2027-02-27')], []],
    [
      'the day before it',
      '2026-12-15',
      [admitted, tick('passport', '2027-02-26')],
      ['possible 2026-12-15 2027-02-27 2027-02-26'],
    ],
    [
      'a Sunday: the exam is over by the Saturday before',
      '2026-12-15',
      [admitted, tick('passport', '2027-02-14')],
      ['possible 2026-12-15 2027-02-27 2027-02-13'],
    ],
    [
      'over already',
      '2026-12-15',
      [admitted, tick('passport', '2026-12-14')],
      ['certain 2026-12-15 2027-02-27 2026-12-14'],
    ],
    [
      'before the window starts',
      '2026-12-15',
      [printed, tick('passport', '2027-01-02')],
      ['certain 2027-01-04 2027-04-03 2027-01-02'],
    ],
    ['the booked day', '2026-12-15', [admitted, booked, tick('passport', '2027-01-15')], []],
    [
      'the day before the booked one',
      '2026-12-15',
      [admitted, booked, tick('passport', '2027-01-14')],
      ['certain 2027-01-15 2027-01-15 2027-01-14'],
    ],
    ['the exam is taken', '2027-01-20', [admitted, booked, passed, tick('passport', '2027-01-14')], []],
    ['the window is over', '2027-03-10', [admitted, tick('passport', '2027-01-14')], []],
    ['nothing is known of the exam', '2026-12-15', [applied, tick('passport', '2026-12-31')], []],
    ['an English test says nothing here', '2026-12-15', [admitted, tick('english-test', '2026-12-31')], []],
  ])('%s', (_, today, facts, expected) => {
    expect(known(today, ...facts)).toEqual(expected);
  });
});

test('a way out that is over already is not offered', () => {
  const [stage] = stages.filter(({ id }) => id === 'exam');
  const collision = {
    item: 'passport',
    name: 'passport',
    validUntil: day('2027-01-03'),
    stage: stage as (typeof stages)[number],
    earliest: day('2027-01-04'),
    latest: day('2027-02-27'),
    overBy: day('2027-01-02'),
    certain: true,
    source: 'a page',
  };
  expect(collisionWarning(collision)).toEqual({
    id: 'validity-passport-exam',
    message: 'your passport is valid until Sun 3 Jan 2027, but the step Exam is over on Mon 4 Jan 2027 at the earliest',
    hint: 'Get one that lasts until Sat 27 Feb 2027. Then record it: ascpi check passport --valid-until <date>',
    source: 'a page',
  });
  const inTime = { ...collision, validUntil: day('2027-02-14'), overBy: day('2027-02-13'), certain: false };
  expect(collisionWarning(inTime).message).toMatch(/may take until Sat 27 Feb 2027$/);
  expect(collisionWarning(inTime).hint).toContain('or have that step over by Sat 13 Feb 2027.');
});
